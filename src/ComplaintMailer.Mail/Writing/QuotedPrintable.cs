using System.Text;

namespace ComplaintMailer.Mail.Writing;

/// <summary>Quoted-printable (RFC 2045): survives every server, and stays readable to the eye.</summary>
internal static class QuotedPrintable
{
    private const int LineLength = 76;

    /// <param name="text">With LF line ends.</param>
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length * 5 / 4);
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            var length = 0;
            var bytes = Encoding.UTF8.GetBytes(line);
            for (var i = 0; i < bytes.Length; i++)
            {
                var b = bytes[i];
                var isLast = i == bytes.Length - 1;
                var plain = b is >= 33 and <= 126 and not (byte)'=' || (b is (byte)' ' or (byte)'\t' && !isLast);
                // A full stop alone on a line ends a mail in SMTP; “From ” at the start of a line is changed by old programs.
                if (
                    plain
                    && length == 0
                    && (b == (byte)'.' || (b == (byte)'F' && line.StartsWith("From ", StringComparison.Ordinal)))
                )
                    plain = false;
                var wide = plain ? 1 : 3;
                if (length + wide > LineLength - 1)
                {
                    encoded.Append("=\r\n");
                    length = 0;
                }
                if (plain)
                    encoded.Append((char)b);
                else
                    encoded.Append('=').Append(Convert.ToHexString([b]));
                length += wide;
            }
            encoded.Append("\r\n");
        }
        return encoded.ToString();
    }
}
