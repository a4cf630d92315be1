using System.Text;

namespace ComplaintMailer.Mail.Writing;

/// <summary>Quoted-printable (RFC 2045): survives every server, and stays readable to the eye.</summary>
internal static class QuotedPrintable
{
    private const int LineLength = 76;
    private const string Hex = "0123456789ABCDEF";

    /// <param name="text">With LF line ends.</param>
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length * 5 / 4);
        var whole = Encoding.UTF8.GetBytes(text);
        foreach (var range in whole.AsSpan().Split((byte)'\n'))
        {
            var length = 0;
            var bytes = whole.AsSpan(range);
            for (var i = 0; i < bytes.Length; i++)
            {
                var isPlain = IsPlain(bytes, i, length);
                var wide = isPlain ? 1 : 3;
                if (length + wide > LineLength - 1)
                {
                    encoded.Append("=\r\n");
                    length = 0;
                    isPlain = IsPlain(bytes, i, length);
                    wide = isPlain ? 1 : 3;
                }
                if (isPlain)
                    encoded.Append((char)bytes[i]);
                else
                    encoded.Append('=').Append(Hex[bytes[i] >> 4]).Append(Hex[bytes[i] & 15]);
                length += wide;
            }
            encoded.Append("\r\n");
        }
        return encoded.ToString();
    }

    private static bool IsPlain(ReadOnlySpan<byte> line, int at, int length)
    {
        var b = line[at];
        // A full stop alone on a line ends a mail in SMTP; “From ” at the start of a line is changed by old programs.
        if (length == 0 && (b == (byte)'.' || line[at..].StartsWith("From "u8)))
            return false;
        if (b is (byte)' ' or (byte)'\t')
            return at < line.Length - 1;
        return b is >= 33 and <= 126 and not (byte)'=';
    }
}
