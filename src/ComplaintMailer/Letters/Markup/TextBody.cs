using System.Text;

namespace ComplaintMailer.Letters.Markup;

/// <summary>A letter as plain text: lines of a width every mail program shows whole.</summary>
internal static class TextBody
{
    private const int Width = 74;

    public static string Write(IReadOnlyList<Block> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks.Where(b => !b.OnlyHtml))
        {
            var part = Part(block);
            if (part.Length == 0)
                continue;
            if (text.Length > 0)
                text.Append('\n');
            text.Append(part);
        }
        return text.ToString();
    }

    private static string Part(Block block) =>
        block.Kind switch
        {
            Block.Heading => Heading(block),
            Block.List => string.Concat(block.Items.Select(i => Wrapped(Words(i), "- ", "  "))),
            Block.Facts => Facts(block.Rows),
            Block.Quote => string.Concat(Words(block.Spans).Split('\n').Select(l => Wrapped(l, "> ", "> "))),
            Block.Note => Wrapped(Words(block.Spans), "", ""),
            Block.Rule => "* * *\n",
            // In plain text the list of commands says the same; a mailto of a thousand signs is no help.
            Block.ButtonRow => Buttons(block.Buttons),
            _ => Wrapped(Words(block.Spans), "", ""),
        };

    private static string Heading(Block block)
    {
        var words = Words(block.Spans);
        return Wrapped(words, "", "") + new string(block.Level == 1 ? '=' : '-', Math.Min(words.Length, Width)) + "\n";
    }

    private static string Buttons(IReadOnlyList<Button> buttons) =>
        string.Concat(
            buttons
                .Where(b => !b.Href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
                .Select(b => $"{b.Label}:\n{b.Href}\n")
        );

    private static string Facts(IReadOnlyList<Row> rows)
    {
        var column = Math.Min(rows.Max(r => r.Label.Length) + 2, 24);
        return string.Concat(
            rows.Select(r =>
                Wrapped(Words(r.Spans), (r.Label + ":").PadRight(column) + " ", new string(' ', column + 1))
            )
        );
    }

    /// <summary>Links show where they lead, unless that is what they say already.</summary>
    private static string Words(IEnumerable<Span> spans)
    {
        var words = new StringBuilder();
        foreach (var span in spans)
        {
            words.Append(span.IsCode ? $"“{span.Text}”" : span.Text);
            if (span.Href is not { } href || href.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
                continue;
            var target = href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? href[7..] : href;
            // A filled-in mail is of no use to the eye.
            if (!SaysSo(span.Text, target) && !target.Contains('?'))
                words.Append(" (").Append(target).Append(')');
        }
        return words.ToString();
    }

    private static bool SaysSo(string text, string target) =>
        target.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string Wrapped(string text, string first, string next)
    {
        var wrapped = new StringBuilder();
        var indent = first;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            var length = 0;
            wrapped.Append(indent);
            foreach (var place in line.Split(' '))
            {
                var word = line[place];
                if (length > 0 && indent.Length + length + 1 + word.Length > Width)
                {
                    wrapped.Append('\n').Append(next);
                    length = 0;
                }
                else if (length > 0)
                {
                    wrapped.Append(' ');
                    length++;
                }
                wrapped.Append(word);
                length += word.Length;
            }
            while (wrapped.Length > 0 && wrapped[^1] == ' ')
                wrapped.Length--;
            wrapped.Append('\n');
            indent = next;
        }
        return wrapped.ToString();
    }
}
