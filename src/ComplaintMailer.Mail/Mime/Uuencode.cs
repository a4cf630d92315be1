using System.Text;

namespace ComplaintMailer.Mail.Mime;

/// <summary>Files written into a text between <c>begin 644 name</c> and <c>end</c>, as mail did before MIME and a few programs still do.</summary>
internal static class Uuencode
{
    /// <summary>A file without its end is believed when so many lines in a row are in order.</summary>
    private const int ConvincingLines = 3;

    private const string Beginning = "begin ";

    /// <summary>The text without such files.</summary>
    public static string Without(string text)
    {
        StringBuilder? kept = null;
        var from = 0;
        if (!MayHold(text))
            return text;
        foreach (var block in Find(text))
        {
            (kept ??= new StringBuilder(text.Length)).Append(text, from, block.Start - from);
            from = block.End;
        }
        return kept is null ? text : kept.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>False: there is surely none.</summary>
    public static bool MayHold(ReadOnlySpan<char> text) => text.Contains(Beginning, StringComparison.Ordinal);

    public static IEnumerable<(string Name, byte[] Content)> Files(string text)
    {
        foreach (var block in Find(text))
            yield return (block.Name, Lines(text.AsSpan(block.Content, block.End - block.Content)));
    }

    /// <summary>A body that says it is uuencoded as a whole.</summary>
    public static ReadOnlyMemory<byte> DecodeBody(ReadOnlyMemory<byte> body)
    {
        var text = Encoding.Latin1.GetString(body.Span);
        foreach (var block in Find(text))
            return Lines(text.AsSpan(block.Content, block.End - block.Content));
        return body;
    }

    private static List<Block> Find(string text)
    {
        var blocks = new List<Block>();
        var at = 0;
        while (at < text.Length && blocks.Count < 100)
        {
            var begin = text.IndexOf(Beginning, at, StringComparison.Ordinal);
            if (begin < 0)
                break;
            at = begin + 6;
            if ((begin == 0 || text[begin - 1] == '\n') && TryBlock(text, begin, out var block))
            {
                blocks.Add(block);
                at = block.End;
            }
        }
        return blocks;
    }

    private static bool TryBlock(string text, int begin, out Block block)
    {
        block = default;
        var (end, next) = Line(text, begin);
        var line = text.AsSpan(begin + 6, end - begin - 6);
        var space = line.IndexOf(' ');
        if (space is not (3 or 4) || line[..space].ContainsAnyExceptInRange('0', '7'))
            return false;
        var name = line[(space + 1)..].Trim().Trim('"').ToString();
        var content = next;
        var good = 0;
        while (next < text.Length)
        {
            var at = next;
            (end, next) = Line(text, at);
            var data = text.AsSpan(at, end - at);
            if (data.SequenceEqual("end"))
            {
                block = new Block(begin, content, next, name);
                return true;
            }
            if (data.IsEmpty || data is "`" or " ")
                continue;
            if (!IsData(data))
            {
                // Cut off on the way, or no file at all.
                block = new Block(begin, content, at, name);
                return good >= ConvincingLines;
            }
            good++;
        }
        block = new Block(begin, content, text.Length, name);
        return good >= ConvincingLines;
    }

    /// <summary>The first letter says how many bytes the line holds; some programs lose spaces at the end, some add a letter.</summary>
    private static bool IsData(ReadOnlySpan<char> line)
    {
        if (line[0] is < ' ' or > '`' || line.ContainsAnyExceptInRange(' ', '`'))
            return false;
        var bytes = (line[0] - ' ') & 63;
        var letters = (bytes + 2) / 3 * 4;
        return bytes > 0 && line.Length - 1 <= letters + 2 && line.TrimEnd(' ').Length - 1 >= letters / 2;
    }

    private static byte[] Lines(ReadOnlySpan<char> text)
    {
        var content = new List<byte>(text.Length * 3 / 4);
        foreach (var raw in text.EnumerateLines())
        {
            if (raw.SequenceEqual("end"))
                break;
            if (raw.IsEmpty || !IsData(raw))
                continue;
            var left = (raw[0] - ' ') & 63;
            for (var i = 1; left > 0; i += 4)
            {
                var group = (Six(raw, i) << 18) | (Six(raw, i + 1) << 12) | (Six(raw, i + 2) << 6) | Six(raw, i + 3);
                for (var shift = 16; shift >= 0 && left > 0; shift -= 8, left--)
                    content.Add((byte)(group >> shift));
            }
        }
        return [.. content];
    }

    private static int Six(ReadOnlySpan<char> line, int at) => at < line.Length ? (line[at] - ' ') & 63 : 0;

    private static (int End, int Next) Line(string text, int at)
    {
        var stop = text.IndexOf('\n', at);
        if (stop < 0)
            return (text.Length, text.Length);
        return (stop > at && text[stop - 1] == '\r' ? stop - 1 : stop, stop + 1);
    }

    private readonly record struct Block(int Start, int Content, int End, string Name);
}
