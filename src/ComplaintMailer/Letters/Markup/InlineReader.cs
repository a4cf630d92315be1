using System.Buffers;

namespace ComplaintMailer.Letters.Markup;

/// <summary>Reads <c>**bold**</c>, <c>`command`</c> and <c>[text](address)</c> within a line.</summary>
internal static class InlineReader
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("*`[");
    private static readonly string[] Schemes = ["https://", "http://", "mailto:", "tel:"];

    /// <summary>One line is read at a time on each thread.</summary>
    [ThreadStatic]
    private static List<Span>? used;

    public static IReadOnlyList<Span> Read(ReadOnlySpan<char> line)
    {
        var next = line.IndexOfAny(Signs);
        // Mostly there is nothing to read.
        if (next < 0 && !line.ContainsAny('\n', Shield.LineEnd))
            return line.IsEmpty ? [] : new Span[] { new(Shield.Off(line)) };
        var spans = used ?? [];
        used = null;
        // Where what has been read and not yet been added begins.
        var plain = 0;
        var isBold = false;
        for (var at = Math.Max(next, 0); at < line.Length; )
        {
            if (line[at..].StartsWith("**"))
            {
                Add(spans, line[plain..at], isBold);
                isBold = !isBold;
                plain = at += 2;
            }
            else if (line[at] == '`' && line[(at + 1)..].IndexOf('`') is >= 0 and var length)
            {
                Add(spans, line[plain..at], isBold);
                Add(spans, line.Slice(at + 1, length), isBold, isCode: true);
                plain = at += length + 2;
            }
            else if (line[at] == '[' && IsLink(line[at..], out var text, out var href, out var end))
            {
                Add(spans, line[plain..at], isBold);
                spans.Add(new(Shield.Off(text), isBold, Href: Shield.Off(href)));
                plain = at += end;
            }
            else
            {
                // Up to the next sign that may mean something.
                var other = line[(at + 1)..].IndexOfAny(Signs);
                at = other < 0 ? line.Length : at + 1 + other;
            }
        }
        Add(spans, line[plain..], isBold);
        var read = spans.ToArray();
        spans.Clear();
        used = spans;
        return read;
    }

    public static string Plain(IEnumerable<Span> spans) => string.Concat(spans.Select(s => s.Text));

    /// <param name="line">Begins with the bracket.</param>
    /// <param name="end">Where what follows the link begins.</param>
    internal static bool IsLink(
        ReadOnlySpan<char> line,
        out ReadOnlySpan<char> text,
        out ReadOnlySpan<char> href,
        out int end
    )
    {
        text = href = default;
        end = 0;
        var middle = line.IndexOf("](");
        if (middle < 0)
            return false;
        var close = line[middle..].IndexOf(')');
        if (close < 0)
            return false;
        href = line[(middle + 2)..(middle + close)].Trim();
        text = line[1..middle];
        end = middle + close + 1;
        // Anything but these can't be meant by a template and is never made clickable.
        foreach (var scheme in Schemes)
            if (href.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>Lines of a value stay lines.</summary>
    private static void Add(List<Span> spans, ReadOnlySpan<char> shielded, bool isBold, bool isCode = false)
    {
        while (shielded.IndexOfAny('\n', Shield.LineEnd) is >= 0 and var end)
        {
            if (end > 0)
                spans.Add(new(Shield.Off(shielded[..end]), isBold, isCode));
            spans.Add(new("\n", IsBreak: true));
            shielded = shielded[(end + 1)..];
        }
        if (!shielded.IsEmpty)
            spans.Add(new(Shield.Off(shielded), isBold, isCode));
    }
}
