namespace ComplaintMailer.Mail.Mime;

/// <summary>Lines of a mail: they end at LF, and carriage returns before it are no part of them.</summary>
internal static class Lines
{
    private const int LongestName = 200;

    /// <summary>Where the line ends and where the next begins.</summary>
    public static (int End, int Next) At(ReadOnlySpan<byte> span, int at)
    {
        var offset = span[at..].IndexOf((byte)'\n');
        if (offset < 0)
            return (span.Length, span.Length);
        var end = at + offset;
        var next = end + 1;
        while (end > at && span[end - 1] == (byte)'\r')
            end--;
        return (end, next);
    }

    public static int Next(ReadOnlySpan<byte> span, int at)
    {
        var offset = span[at..].IndexOf((byte)'\n');
        return offset < 0 ? span.Length : at + offset + 1;
    }

    public static bool StartsWithField(ReadOnlySpan<byte> span) => NameLength(span) > 0;

    /// <summary>How far the colon of a field is, or 0 when the line is none. A name is visible ASCII, perhaps with spaces behind.</summary>
    public static int NameLength(ReadOnlySpan<byte> line)
    {
        var most = Math.Min(line.Length, LongestName);
        for (var i = 0; i < most; i++)
        {
            var b = line[i];
            if (b == (byte)':')
                return i;
            if (b is > (byte)' ' and < 127)
                continue;
            if (i == 0 || b is not ((byte)' ' or (byte)'\t'))
                return 0;
            while (i < most && line[i] is (byte)' ' or (byte)'\t')
                i++;
            return i < most && line[i] == (byte)':' ? i : 0;
        }
        return 0;
    }
}
