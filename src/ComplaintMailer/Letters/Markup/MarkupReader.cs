using System.Text;

namespace ComplaintMailer.Letters.Markup;

/// <summary>
/// Reads what a letter's template gives: first <c>subject:</c> and <c>preview:</c>, then <c>---</c>, then the letter in
/// plain lines. Blank lines part paragraphs; <c># </c>, <c>- </c>, <c>| </c>, <c>&gt; </c>, <c>! </c>, <c>= </c>, <c>~ </c> and
/// <c>[&gt; </c> begin a heading, a list item, a fact, a quotation, a warning, the heart of the letter, small print and a button.
/// <c>@letter</c> is where the letter stands that is shown before it is sent. <c>% </c> keeps what follows out of plain text.
/// </summary>
internal sealed class MarkupReader
{
    private readonly List<Block> blocks = [];
    private readonly List<string> lines = [];
    private readonly StringBuilder joined = new();
    private string kind = Block.Paragraph;
    private bool onlyHtml;

    private static readonly string LineEnd = Shield.Text("\n");

    public static LetterDraft Read(string rendered)
    {
        string subject = "",
            preview = "";
        var isHead = true;
        var reader = new MarkupReader();
        foreach (var line in rendered.AsSpan().EnumerateLines())
        {
            if (!isHead)
                reader.Line(line.TrimEnd().ToString());
            else if (line.TrimEnd() is "---")
                isHead = false;
            else if (Field(line, "subject:") is { } s)
                subject = s;
            else if (Field(line, "preview:") is { } p)
                preview = p;
        }
        if (isHead)
            throw new FormatException("The letter has no line “---” between subject and text.");
        if (subject.Length == 0)
            throw new FormatException("The letter has no subject: its template must begin with “subject: …”.");
        reader.Flush();
        return new(subject, preview, reader.blocks);
    }

    private static string? Field(ReadOnlySpan<char> line, string name) =>
        line.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? OneLine(line[name.Length..].ToString()) : null;

    private static string OneLine(string text) => Shield.Off(text).ReplaceLineEndings(" ").Trim();

    private void Line(string line)
    {
        if (line.StartsWith("% ", StringComparison.Ordinal))
        {
            Flush();
            onlyHtml = true;
            line = line[2..].TrimStart();
        }
        if (line.Length == 0)
            Flush();
        else if (line == "---")
            Add(new() { Kind = Block.Rule });
        else if (line.StartsWith("# ", StringComparison.Ordinal))
            Add(Head(line[2..], 1));
        else if (line.StartsWith("## ", StringComparison.Ordinal))
            Add(Head(line[3..], 2));
        else if (line.StartsWith("- ", StringComparison.Ordinal) || line == "-")
            Part(Block.List, line[1..].Trim());
        else if (kind == Block.List && lines.Count > 0 && line.StartsWith("  ", StringComparison.Ordinal))
            // As in a paragraph, a line that ends in \ ends there.
            lines[^1] = lines[^1].EndsWith('\\')
                ? lines[^1][..^1].TrimEnd() + LineEnd + line.Trim()
                : lines[^1] + " " + line.Trim();
        else if (line[0] == '|')
            Part(Block.Facts, line[1..].Trim());
        else if (line.StartsWith("> ", StringComparison.Ordinal) || line == ">")
            Part(Block.Quote, line[1..].Trim());
        else if (line.StartsWith("! ", StringComparison.Ordinal))
            Part(Block.Note, line[2..].Trim());
        else if (line.StartsWith("= ", StringComparison.Ordinal))
            Part(Block.Key, line[2..].Trim());
        else if (line == "@letter")
            Add(new() { Kind = Block.Insert });
        else if (line.StartsWith("~ ", StringComparison.Ordinal))
            Part(Block.Small, line[2..].Trim());
        else if (line.StartsWith("[> ", StringComparison.Ordinal))
            Part(Block.ButtonRow, line);
        else
            Part(Block.Paragraph, line);
    }

    private static Block Head(string text, int level) =>
        new()
        {
            Kind = Block.Heading,
            Level = level,
            Spans = InlineReader.Read(text.Trim()),
        };

    private void Add(Block block)
    {
        Flush();
        if (block.Kind != Block.Heading || block.Spans.Count > 0)
            blocks.Add(onlyHtml ? block with { OnlyHtml = true } : block);
        onlyHtml = false;
    }

    private void Part(string of, string line)
    {
        if (of != kind)
            Flush();
        kind = of;
        lines.Add(line);
    }

    private void Flush()
    {
        if (lines.Count > 0)
        {
            foreach (var block in Made())
                Append(onlyHtml ? block with { OnlyHtml = true } : block);
            onlyHtml = false;
        }
        lines.Clear();
        kind = Block.Paragraph;
    }

    /// <summary>A blank line between two items, as a condition in a template leaves it, does not part a list.</summary>
    private void Append(Block block)
    {
        if (
            block.Kind is Block.List or Block.Facts or Block.ButtonRow
            && blocks.Count > 0
            && blocks[^1] is var last
            && last.Kind == block.Kind
        )
            blocks[^1] = last with
            {
                Items = [.. last.Items, .. block.Items],
                Rows = [.. last.Rows, .. block.Rows],
                Buttons = [.. last.Buttons, .. block.Buttons],
            };
        else
            blocks.Add(block);
    }

    private IEnumerable<Block> Made()
    {
        switch (kind)
        {
            case Block.List:
                var items = lines.Where(l => l.Length > 0).Select(InlineReader.Read).ToList();
                return items.Count > 0 ? [new() { Kind = kind, Items = items }] : [];
            case Block.Facts:
                var rows = lines.Select(Fact).OfType<Row>().ToList();
                return rows.Count > 0 ? [new() { Kind = kind, Rows = rows }] : [];
            case Block.ButtonRow:
                var buttons = lines.Select(MadeButton).ToList();
                return [new() { Kind = kind, Buttons = buttons }];
            case Block.Quote:
                var spans = InlineReader.Read(string.Join(LineEnd, lines)).SkipWhile(s => s.IsBreak).ToList();
                return spans.Count > 0 ? [new() { Kind = kind, Spans = spans }] : [];
            default:
                return Paragraphs(InlineReader.Read(Joined())).Select(p => new Block { Kind = kind, Spans = p });
        }
    }

    /// <summary>Lines of a paragraph run on; one that ends in <c>\</c> ends there.</summary>
    private string Joined()
    {
        if (lines is [var only] && !only.EndsWith('\\'))
            return only.Trim().TrimEnd(' ', LineEnd[0]);
        joined.Clear();
        foreach (var line in lines)
        {
            var ends = line.EndsWith('\\');
            joined.Append((ends ? line.AsSpan(0, line.Length - 1) : line).Trim()).Append(ends ? LineEnd : " ");
        }
        return joined.ToString().TrimEnd(' ', LineEnd[0]);
    }

    /// <summary>A value of several paragraphs stays several paragraphs.</summary>
    private static IEnumerable<IReadOnlyList<Span>> Paragraphs(IReadOnlyList<Span> spans)
    {
        var current = new List<Span>();
        var breaks = 0;
        foreach (var span in spans)
        {
            if (span.IsBreak)
            {
                breaks++;
                continue;
            }
            if (breaks > 1 && current.Count > 0)
            {
                yield return current;
                current = [];
            }
            else if (breaks == 1 && current.Count > 0)
            {
                current.Add(new("\n", IsBreak: true));
            }
            breaks = 0;
            // The blank between two joined lines, where the first of them ended.
            var text = current.Count == 0 || current[^1].IsBreak ? span.Text.TrimStart(' ') : span.Text;
            if (text.Length > 0)
                current.Add(span with { Text = text });
        }
        if (current.Any(s => !string.IsNullOrWhiteSpace(s.Text)))
            yield return current;
    }

    /// <summary>A fact that is not known is left out, label and all.</summary>
    private static Row? Fact(string line)
    {
        var bar = line.IndexOf('|', StringComparison.Ordinal);
        if (bar < 0)
            throw new FormatException("A line of facts is “| label | value”, and one here has no value.");
        var value = line[(bar + 1)..].Trim().TrimEnd('|').Trim();
        return value.Length == 0 ? null : new(Shield.Off(line[..bar].Trim()), InlineReader.Read(value));
    }

    private static Button MadeButton(string line) =>
        InlineReader.Link(line, 0) is { } link
            ? new(Shield.Off(link.Text[1..].Trim()), Shield.Off(link.Href))
            : throw new FormatException("A button is “[> words](mailto:… or https:…)”, and one here is not.");
}
