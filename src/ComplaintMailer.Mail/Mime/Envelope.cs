using System.Text;

namespace ComplaintMailer.Mail.Mime;

/// <summary>What may stand around a mail in a file: a byte order mark, an mbox line, empty lines, line ends of another age.</summary>
internal static class Envelope
{
    public static ReadOnlyMemory<byte> Strip(ReadOnlyMemory<byte> raw, ICollection<string> defects)
    {
        raw = WithLineFeeds(AsBytes(raw, defects), defects);
        var span = raw.Span;
        var at = span.StartsWith("\uFEFF"u8) ? 3 : 0;
        // Nothing may stand before the first field, but programs that pass on mail put empty lines there.
        var fields = at;
        while (fields < span.Length && span[fields] is (byte)'\r' or (byte)'\n')
            fields++;
        var rest = span[fields..];
        if (rest.StartsWith("From "u8) || rest.StartsWith(">From "u8))
            return raw[(fields + Lines.Next(rest, 0))..];
        // A body behind one empty line and no field at all is a mail too.
        return Lines.StartsWithField(rest) ? raw[fields..] : raw[at..];
    }

    /// <summary>A whole mail saved as UTF-16 by some editor.</summary>
    private static ReadOnlyMemory<byte> AsBytes(ReadOnlyMemory<byte> raw, ICollection<string> defects)
    {
        var span = raw.Span;
        if (span.Length < 4)
            return raw;
        var encoding =
            span[0] == 0xFF && span[1] == 0xFE ? Encoding.Unicode
            : span[0] == 0xFE && span[1] == 0xFF ? Encoding.BigEndianUnicode
            : null;
        if (encoding is null)
            return raw;
        defects.Add("the whole mail is in UTF-16");
        return Encoding.UTF8.GetBytes(encoding.GetString(span[2..]));
    }

    /// <summary>A carriage return alone ends a line only where nothing else does; elsewhere it would let fields be smuggled in.</summary>
    private static ReadOnlyMemory<byte> WithLineFeeds(ReadOnlyMemory<byte> raw, ICollection<string> defects)
    {
        if (!raw.Span.Contains((byte)'\r') || raw.Span.Contains((byte)'\n'))
            return raw;
        defects.Add("lines end at a carriage return alone");
        var copy = raw.ToArray();
        copy.AsSpan().Replace((byte)'\r', (byte)'\n');
        return copy;
    }
}
