using System.Buffers;

namespace ComplaintMailer.Letters.Markup;

/// <summary>Reads <c>**bold**</c>, <c>`command`</c> and <c>[text](address)</c> within a line.</summary>
internal static class InlineReader
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("*`[");
    private static readonly string[] Schemes = ["https://", "http://", "mailto:", "tel:"];

    public static IReadOnlyList<Span> Read(string line)
    {
        var spans = new List<Span>();
        if (!line.AsSpan().ContainsAny(Signs))
        {
            Add(line, bold: false, isCode: false);
            return spans;
        }
        // Where what has been read and not yet been added begins.
        var plain = 0;
        var isBold = false;
        for (var at = 0; at < line.Length; )
        {
            if (Starts(line, at, "**"))
            {
                Flush(at);
                isBold = !isBold;
                plain = at += 2;
            }
            else if (line[at] == '`' && line.IndexOf('`', at + 1) is > 0 and var end)
            {
                Flush(at);
                Add(line[(at + 1)..end], isBold, isCode: true);
                plain = at = end + 1;
            }
            else if (line[at] == '[' && Link(line, at) is { } link)
            {
                Flush(at);
                spans.Add(new(Shield.Off(link.Text), isBold, Href: Shield.Off(link.Href)));
                plain = at = link.End;
            }
            else
            {
                // Up to the next sign that may mean something.
                var length = line.AsSpan(at + 1).IndexOfAny(Signs) + 1;
                at += length == 0 ? line.Length - at : length;
            }
        }
        Flush(line.Length);
        return spans;

        void Flush(int end) => Add(line[plain..end], isBold, isCode: false);

        // Lines of a value stay lines.
        void Add(string text, bool bold, bool isCode)
        {
            text = Shield.Off(text);
            if (!text.Contains('\n', StringComparison.Ordinal))
            {
                if (text.Length > 0)
                    spans.Add(new(text, bold, isCode));
                return;
            }
            var lines = text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0)
                    spans.Add(new("\n", IsBreak: true));
                if (lines[i].Length > 0)
                    spans.Add(new(lines[i], bold, isCode));
            }
        }
    }

    public static string Plain(IEnumerable<Span> spans) => string.Concat(spans.Select(s => s.Text));

    internal static (string Text, string Href, int End)? Link(string line, int at)
    {
        var middle = line.IndexOf("](", at, StringComparison.Ordinal);
        if (middle < 0)
            return null;
        var end = line.IndexOf(')', middle);
        if (end < 0)
            return null;
        var href = line[(middle + 2)..end].Trim();
        // Anything but these can't be meant by a template and is never made clickable.
        return Schemes.Any(s => href.StartsWith(s, StringComparison.OrdinalIgnoreCase))
            ? (line[(at + 1)..middle], href, end + 1)
            : null;
    }

    private static bool Starts(string line, int at, string what) =>
        string.CompareOrdinal(line, at, what, 0, what.Length) == 0;
}
