using System.Buffers;
using System.Text;

namespace ComplaintMailer.Letters.Markup;

/// <summary>A letter as plain text: lines of a width every mail program shows whole.</summary>
internal static class TextBody
{
    private const int Width = 74;
    private const int MostKept = 64 * 1024;

    /// <summary>One letter is written at a time on each thread, and the next one takes as much room.</summary>
    [ThreadStatic]
    private static StringBuilder? used;

    /// <summary>The words of one block, before they are put on lines.</summary>
    [ThreadStatic]
    private static ArrayBufferWriter<char>? usedWords;

    public static string Write(IReadOnlyList<Block> blocks)
    {
        var text = used ?? new StringBuilder(16 * 1024);
        used = null;
        foreach (var block in blocks)
        {
            if (block.OnlyHtml)
                continue;
            var (before, begin) = (text.Length, text.Length > 0 ? text.Length + 1 : 0);
            if (before > 0)
                text.Append('\n');
            Part(text, block);
            // A block that says nothing leaves no line either.
            if (text.Length == begin)
                text.Length = before;
        }
        var written = text.ToString();
        if (text.Capacity <= MostKept)
            used = text.Clear();
        if (usedWords?.Capacity > MostKept)
            usedWords = null;
        else
            usedWords?.Clear();
        return written;
    }

    private static void Part(StringBuilder to, Block block)
    {
        switch (block.Kind)
        {
            case Block.Heading:
                Heading(to, block);
                break;
            case Block.List:
                foreach (var item in block.Items)
                    Wrapped(to, Words(item), "- ", "  ");
                break;
            case Block.Facts:
                Facts(to, block.Rows);
                break;
            case Block.Quote:
                var quoted = Words(block.Spans);
                foreach (var line in quoted.Split('\n'))
                    Wrapped(to, quoted[line], "> ", "> ");
                break;
            case Block.Rule:
                to.Append("* * *\n");
                break;
            case Block.ButtonRow:
                Buttons(to, block.Buttons);
                break;
            default:
                Wrapped(to, Words(block.Spans), "", "");
                break;
        }
    }

    private static void Heading(StringBuilder to, Block block)
    {
        var words = Words(block.Spans);
        Wrapped(to, words, "", "");
        to.Append(block.Level == 1 ? '=' : '-', Math.Min(words.Length, Width)).Append('\n');
    }

    /// <summary>In plain text the list of commands says the same; a mailto of a thousand signs is no help.</summary>
    private static void Buttons(StringBuilder to, IReadOnlyList<Button> buttons)
    {
        foreach (var button in buttons)
            if (!button.Href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
                to.Append(button.Label).Append(":\n").Append(button.Href).Append('\n');
    }

    private static void Facts(StringBuilder to, IReadOnlyList<Row> rows)
    {
        var column = Math.Min(rows.Max(r => r.Label.Length) + 2, 24);
        var next = new string(' ', column + 1);
        foreach (var row in rows)
            Wrapped(to, Words(row.Spans), (row.Label + ":").PadRight(column) + " ", next);
    }

    /// <summary>Links show where they lead, unless that is what they say already.</summary>
    /// <returns>Good until the next block.</returns>
    private static ReadOnlySpan<char> Words(IReadOnlyList<Span> spans)
    {
        if (spans is [{ IsCode: false, Href: null } only])
            return only.Text;
        var to = usedWords ??= new(1024);
        to.ResetWrittenCount();
        for (var i = 0; i < spans.Count; i++)
        {
            var span = spans[i];
            if (span.IsCode)
                to.Write("“");
            to.Write(span.Text);
            if (span.IsCode)
                to.Write("”");
            if (span.Href is not { } href || href.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
                continue;
            var target = href.AsSpan(href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? 7 : 0);
            // A filled-in mail is of no use to the eye.
            if (SaysSo(span.Text, target) || target.Contains('?'))
                continue;
            to.Write(" (");
            to.Write(target);
            to.Write(")");
        }
        return to.WrittenSpan;
    }

    private static bool SaysSo(ReadOnlySpan<char> text, ReadOnlySpan<char> target) =>
        target.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase);

    private static void Wrapped(StringBuilder wrapped, ReadOnlySpan<char> text, string first, string next)
    {
        var begin = wrapped.Length;
        var indent = first;
        foreach (var range in text.Split('\n'))
        {
            wrapped.Append(indent);
            Line(wrapped, text[range], indent.Length, next);
            while (wrapped.Length > begin && wrapped[^1] == ' ')
                wrapped.Length--;
            wrapped.Append('\n');
            indent = next;
        }
    }

    /// <summary>As many words on a line as there is room for; a word longer than that has one to itself.</summary>
    private static void Line(StringBuilder wrapped, ReadOnlySpan<char> line, int indented, string next)
    {
        line = line.TrimStart(' ');
        while (indented + line.Length > Width)
        {
            // A blank right behind the last column is one as well.
            var end = line[..Math.Max(0, Math.Min(line.Length, Width - indented + 1))].LastIndexOf(' ');
            if (end <= 0)
                end = line.IndexOf(' ');
            if (end < 0)
                break;
            wrapped.Append(line[..end]).Append('\n').Append(next);
            line = line[(end + 1)..].TrimStart(' ');
        }
        wrapped.Append(line);
    }
}
