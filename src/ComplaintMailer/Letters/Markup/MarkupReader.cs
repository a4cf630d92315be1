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

    /// <summary>Of the block that is being read; pieces of what was rendered, wherever they need not be joined.</summary>
    private readonly List<ReadOnlyMemory<char>> lines = [];
    private readonly StringBuilder joined = new();
    private readonly IReadOnlyList<string> links;
    private string kind = Block.Paragraph;
    private bool onlyHtml;

    private static readonly string LineEnd = Shield.Text("\n");
    private static readonly string Ends = " " + LineEnd;

    private MarkupReader(IReadOnlyList<string> links) => this.links = links;

    /// <param name="rendered">Not needed any more once this returns.</param>
    /// <param name="links">Long addresses that may occur in it; they are not made once more.</param>
    public static LetterDraft Read(ReadOnlyMemory<char> rendered, IReadOnlyList<string>? links = null)
    {
        string subject = "",
            preview = "";
        var isHead = true;
        var reader = new MarkupReader(links ?? []);
        var whole = rendered.Span;
        foreach (var line in whole.EnumerateLines())
        {
            var text = line.TrimEnd();
            if (!isHead)
                reader.Line(whole.Overlaps(text, out var at) ? rendered.Slice(at, text.Length) : default);
            else if (text is "---")
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
        line.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? OneLine(line[name.Length..]) : null;

    private static string OneLine(ReadOnlySpan<char> text) => Shield.Off(text).ReplaceLineEndings(" ").Trim();

    private void Line(ReadOnlyMemory<char> memory)
    {
        if (memory.Span.StartsWith("% "))
        {
            Flush();
            onlyHtml = true;
            memory = memory[2..].TrimStart();
        }
        var line = memory.Span;
        if (line.Length == 0)
            Flush();
        else if (line is "---")
            Add(new() { Kind = Block.Rule });
        else if (line.StartsWith("# "))
            Add(Head(line[2..], 1));
        else if (line.StartsWith("## "))
            Add(Head(line[3..], 2));
        else if (line.StartsWith("- ") || line is "-")
            Part(Block.List, memory[1..].Trim());
        else if (kind == Block.List && lines.Count > 0 && line.StartsWith("  "))
            lines[^1] = Continued(lines[^1].Span, line.Trim());
        else if (line[0] == '|')
            Part(Block.Facts, memory[1..].Trim());
        else if (line.StartsWith("> ") || line is ">")
            Part(Block.Quote, memory[1..].Trim());
        else if (line.StartsWith("! "))
            Part(Block.Note, memory[2..].Trim());
        else if (line.StartsWith("= "))
            Part(Block.Key, memory[2..].Trim());
        else if (line is "@letter")
            Add(new() { Kind = Block.Insert });
        else if (line.StartsWith("~ "))
            Part(Block.Small, memory[2..].Trim());
        else if (line.StartsWith("[> "))
            Part(Block.ButtonRow, memory);
        else
            Part(Block.Paragraph, memory);
    }

    /// <summary>As in a paragraph, a line that ends in \ ends there.</summary>
    private static ReadOnlyMemory<char> Continued(ReadOnlySpan<char> before, ReadOnlySpan<char> line) =>
        (before.EndsWith("\\") ? $"{before[..^1].TrimEnd()}{LineEnd}{line}" : $"{before} {line}").AsMemory();

    private static Block Head(ReadOnlySpan<char> text, int level) =>
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

    private void Part(string of, ReadOnlyMemory<char> line)
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
            Make();
            onlyHtml = false;
        }
        lines.Clear();
        kind = Block.Paragraph;
    }

    private void Make()
    {
        switch (kind)
        {
            case Block.List:
                var items = Last(b => b.Items) ?? [];
                foreach (var line in lines)
                    if (line.Length > 0)
                        items.Add(InlineReader.Read(line.Span));
                if (items.Count > 0)
                    Keep(new() { Kind = kind, Items = items });
                break;
            case Block.Facts:
                var rows = Last(b => b.Rows) ?? [];
                foreach (var line in lines)
                    if (Fact(line.Span) is { } row)
                        rows.Add(row);
                if (rows.Count > 0)
                    Keep(new() { Kind = kind, Rows = rows });
                break;
            case Block.ButtonRow:
                var buttons = Last(b => b.Buttons) ?? [];
                foreach (var line in lines)
                    buttons.Add(MadeButton(line.Span));
                Keep(new() { Kind = kind, Buttons = buttons });
                break;
            case Block.Quote:
                var spans = InlineReader.Read(Quoted());
                if (spans is [{ IsBreak: true }, ..])
                    spans = [.. spans.SkipWhile(s => s.IsBreak)];
                if (spans.Count > 0)
                    Keep(new() { Kind = kind, Spans = spans });
                break;
            default:
                Paragraphs(InlineReader.Read(Joined()));
                break;
        }
    }

    /// <summary>
    /// A blank line between two items, as a condition in a template leaves it, does not part a list: then what comes is added to
    /// the one before.
    /// </summary>
    private List<T>? Last<T>(Func<Block, IReadOnlyList<T>> part) =>
        blocks is [.., var last] && last.Kind == kind ? (List<T>)part(last) : null;

    private void Keep(Block block)
    {
        if (kind is Block.List or Block.Facts or Block.ButtonRow && blocks is [.., var last] && last.Kind == kind)
            return;
        blocks.Add(onlyHtml ? block with { OnlyHtml = true } : block);
    }

    private ReadOnlySpan<char> Quoted()
    {
        if (lines is [var only])
            return only.Span;
        joined.Clear();
        for (var i = 0; i < lines.Count; i++)
            joined.Append(i == 0 ? "" : LineEnd).Append(lines[i].Span);
        return joined.ToString();
    }

    /// <summary>Lines of a paragraph run on; one that ends in <c>\</c> ends there.</summary>
    private ReadOnlySpan<char> Joined()
    {
        if (lines is [var only] && !only.Span.EndsWith("\\"))
            return Ended(only.Span.Trim());
        joined.Clear();
        foreach (var line in lines)
        {
            var ends = line.Span.EndsWith("\\");
            joined.Append((ends ? line.Span[..^1] : line.Span).Trim()).Append(ends ? LineEnd : " ");
        }
        return Ended(joined.ToString());
    }

    private static ReadOnlySpan<char> Ended(ReadOnlySpan<char> text) => text.TrimEnd(Ends);

    /// <summary>A value of several paragraphs stays several paragraphs.</summary>
    private void Paragraphs(IReadOnlyList<Span> spans)
    {
        // Mostly there is nothing to part.
        if (spans.Count > 0 && spans[0].Text[0] != ' ' && !HasBreak(spans))
        {
            if (SaysSomething(spans))
                Keep(new() { Kind = kind, Spans = spans });
            return;
        }
        var current = new List<Span>();
        var breaks = 0;
        for (var i = 0; i < spans.Count; i++)
        {
            var span = spans[i];
            if (span.IsBreak)
            {
                breaks++;
                continue;
            }
            if (breaks > 1 && current.Count > 0)
            {
                Keep(new() { Kind = kind, Spans = current });
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
                current.Add(text.Length == span.Text.Length ? span : span with { Text = text });
        }
        if (SaysSomething(current))
            Keep(new() { Kind = kind, Spans = current });
    }

    private static bool HasBreak(IReadOnlyList<Span> spans)
    {
        for (var i = 0; i < spans.Count; i++)
            if (spans[i].IsBreak)
                return true;
        return false;
    }

    private static bool SaysSomething(IReadOnlyList<Span> spans)
    {
        for (var i = 0; i < spans.Count; i++)
            if (!string.IsNullOrWhiteSpace(spans[i].Text))
                return true;
        return false;
    }

    /// <summary>A fact that is not known is left out, label and all.</summary>
    private static Row? Fact(ReadOnlySpan<char> line)
    {
        var bar = line.IndexOf('|');
        if (bar < 0)
            throw new FormatException("A line of facts is “| label | value”, and one here has no value.");
        var value = line[(bar + 1)..].Trim().TrimEnd('|').Trim();
        return value.Length == 0 ? null : new(Shield.Off(line[..bar].Trim()), InlineReader.Read(value));
    }

    private Button MadeButton(ReadOnlySpan<char> line)
    {
        if (!InlineReader.IsLink(line, out var text, out var href, out _))
            throw new FormatException("A button is “[> words](mailto:… or https:…)”, and one here is not.");
        foreach (var link in links)
            if (href.SequenceEqual(link))
                return new(Shield.Off(text[1..].Trim()), link);
        return new(Shield.Off(text[1..].Trim()), Shield.Off(href));
    }
}
