using System.Buffers;
using System.Text;

namespace ComplaintMailer.Mail.Reading;

/// <summary>text/plain as lines: controls gone, format=flowed (RFC 3676) flowing again.</summary>
internal static class PlainText
{
    public static ReadableText Read(string text, bool flowed = false, bool deleteSpace = false)
    {
        var read = new ReadableText();
        // Nearly every text has no other oddity than the return at the end of its lines, which is cut with them.
        var isPlain = !text.AsSpan().ContainsAny(OddButReturn) && !HasLoneReturn(text);
        if (!isPlain)
            text = Clean(text);
        if (flowed)
        {
            Unflow(isPlain ? Clean(text).Split('\n') : text.Split('\n'), deleteSpace, read.Lines);
            return read;
        }
        AddLines(text, read.Lines);
        return read;
    }

    /// <summary>The same of a text without any oddity but the return at the end of its lines; null for others, and for one that is empty.</summary>
    public static ReadableText? ReadPlain(ReadOnlySpan<char> text)
    {
        if (
            text.IsEmpty
            || text.ContainsAny(OddButReturn)
            || HasLoneReturn(text)
            || text.Contains("\r\r", StringComparison.Ordinal)
        )
            return null;
        var read = new ReadableText();
        AddLines(text, read.Lines);
        return read;
    }

    private static void AddLines(ReadOnlySpan<char> text, List<TextLine> lines)
    {
        lines.EnsureCapacity(text.Count('\n') + 1);
        foreach (var range in text.Split('\n'))
            lines.Add(Line(text[range].TrimEnd('\r')));
    }

    private static bool HasLoneReturn(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('\r') is >= 0 and var at)
        {
            text = text[(at + 1)..];
            if (text.IsEmpty || text[0] is not ('\n' or '\r'))
                return true;
        }
        return false;
    }

    private static TextLine Line(ReadOnlySpan<char> line) =>
        line is "-- " ? new("--", LineMark.SignatureBegins) : new(line.TrimEnd().ToString());

    /// <summary>Line ends become \n; what no screen shows (controls, byte order marks, zero-width spaces) vanishes.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(Odd))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                // CR CR LF comes from a program that converted line ends twice.
                if (i + 1 < text.Length && text[i + 1] is '\n' or '\r')
                    continue;
                clean.Append('\n');
            }
            else if (c is '\u2028' or '\u2029' or '\u0085' or '\f')
                clean.Append('\n');
            else if (c == '\u00A0')
                clean.Append(' ');
            else if (!IsInvisible(c))
                clean.Append(c);
        }
        return clean.ToString();
    }

    // Not the zero-width joiner: it holds emoji and Arabic together.
    public static bool IsInvisible(char c) =>
        c
            is (< ' ' and not ('\n' or '\t'))
                or '\u007F'
                or '\u200B'
                or '\u200C'
                or '\u2060'
                or '\uFEFF'
                or '\u00AD'
                or '\u034F'
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069');

    private static readonly SearchValues<char> Odd = SearchValues.Create(
        string.Concat(
            Enumerable
                .Range(0, char.MaxValue)
                .Select(c => (char)c)
                .Where(c => IsInvisible(c) || c is '\r' or '\u2028' or '\u2029' or '\u0085' or '\u00A0')
        )
    );

    private static readonly SearchValues<char> OddButReturn = SearchValues.Create(
        string.Concat(
            Enumerable
                .Range(0, char.MaxValue)
                .Select(c => (char)c)
                .Where(c => c != '\r' && (IsInvisible(c) || c is '\u2028' or '\u2029' or '\u0085' or '\u00A0'))
        )
    );

    private static void Unflow(string[] lines, bool deleteSpace, List<TextLine> into)
    {
        var paragraph = new StringBuilder();
        var open = -1;
        foreach (var line in lines)
        {
            var depth = 0;
            while (depth < line.Length && line[depth] == '>')
                depth++;
            var words = line[depth..];
            // A space put before “From”, “>” or a space, to be taken off again.
            if (words.StartsWith(' '))
                words = words[1..];
            if (open >= 0 && (open != depth || words == "-- "))
                open = Close(paragraph, into);
            if (words == "-- ")
            {
                into.Add(depth == 0 ? new("--", LineMark.SignatureBegins) : new(new string('>', depth) + " --"));
                continue;
            }
            if (open < 0)
            {
                paragraph.Append('>', depth);
                if (depth > 0 && words.Length > 0)
                    paragraph.Append(' ');
            }
            var flows = words.EndsWith(' ');
            paragraph.Append(flows && deleteSpace ? words.AsSpan()[..^1] : words);
            open = flows ? depth : Close(paragraph, into);
        }
        if (open >= 0)
            Close(paragraph, into);
    }

    private static int Close(StringBuilder paragraph, List<TextLine> into)
    {
        into.Add(new(paragraph.ToString().TrimEnd()));
        paragraph.Clear();
        return -1;
    }
}
