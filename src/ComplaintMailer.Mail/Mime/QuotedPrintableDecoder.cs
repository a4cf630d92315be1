using System.Buffers;

namespace ComplaintMailer.Mail.Mime;

/// <summary>Quoted-printable (RFC 2045, section 6.7), also with bad escapes: those stay as they are.</summary>
internal static class QuotedPrintableDecoder
{
    private static readonly SearchValues<byte> Stops = SearchValues.Create("=\n"u8);

    /// <summary>The number of bytes written.</summary>
    public static int Decode(ReadOnlySpan<byte> encoded, Span<byte> into)
    {
        var length = 0;
        // White space behind this point came as it is; at the end of a line it was added on the way.
        var literal = 0;
        while (true)
        {
            var stop = encoded.IndexOfAny(Stops);
            var run = stop < 0 ? encoded : encoded[..stop];
            run.CopyTo(into[length..]);
            length += run.Length;
            if (stop < 0)
                return length;
            if (encoded[stop] == (byte)'\n')
            {
                length = EndLine(into, length, literal);
                encoded = encoded[(stop + 1)..];
                literal = length;
                continue;
            }
            encoded = encoded[(stop + 1)..];
            if (
                encoded.Length >= 2
                && Hex.Value(encoded[0]) is >= 0 and var high
                && Hex.Value(encoded[1]) is >= 0 and var low
            )
            {
                into[length++] = (byte)((high << 4) | low);
                encoded = encoded[2..];
                literal = length;
                continue;
            }
            var soft = SoftBreak(encoded);
            if (soft > 0)
            {
                encoded = encoded[soft..];
                literal = length;
            }
            else if (!encoded.IsEmpty)
            {
                into[length++] = (byte)'=';
            }
        }
    }

    private static int EndLine(Span<byte> into, int length, int literal)
    {
        var hasReturn = length > literal && into[length - 1] == (byte)'\r';
        if (hasReturn)
            length--;
        while (length > literal && into[length - 1] is (byte)' ' or (byte)'\t')
            length--;
        if (hasReturn)
            into[length++] = (byte)'\r';
        into[length++] = (byte)'\n';
        return length;
    }

    /// <summary>A soft line break may have spaces behind the equals sign.</summary>
    private static int SoftBreak(ReadOnlySpan<byte> rest)
    {
        var i = 0;
        while (i < rest.Length && rest[i] is (byte)' ' or (byte)'\t')
            i++;
        if (i < rest.Length && rest[i] == (byte)'\r')
            return i + 1 < rest.Length && rest[i + 1] == (byte)'\n' ? i + 2 : i + 1;
        if (i < rest.Length && rest[i] == (byte)'\n')
            return i + 1;
        return i == rest.Length ? i : 0;
    }
}
