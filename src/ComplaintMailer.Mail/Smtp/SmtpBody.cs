namespace ComplaintMailer.Mail.Smtp;

/// <summary>
/// A mail as it goes over the wire: lines end in CRLF, a dot at the start of a line is doubled, and a line with one dot ends
/// it. A lone CR or LF never goes out: servers disagree on them, and a mail could hide another mail in that.
/// </summary>
internal static class SmtpBody
{
    public static byte[] Stuffed(ReadOnlySpan<byte> mail)
    {
        var result = new byte[mail.Length + Extra(mail) + 5];
        var length = 0;
        while (mail.Length > 0)
        {
            if (mail[0] == '.')
                result[length++] = (byte)'.';
            var end = mail.IndexOfAny((byte)'\r', (byte)'\n');
            var line = end < 0 ? mail : mail[..end];
            line.CopyTo(result.AsSpan(length));
            length += line.Length;
            result[length++] = (byte)'\r';
            result[length++] = (byte)'\n';
            if (end < 0)
                break;
            var two = mail[end] == '\r' && end + 1 < mail.Length && mail[end + 1] == '\n';
            mail = mail[(end + (two ? 2 : 1))..];
        }
        ".\r\n"u8.CopyTo(result.AsSpan(length));
        return result[..(length + 3)];
    }

    public static bool HasEightBits(ReadOnlySpan<byte> mail) => mail.ContainsAnyExceptInRange((byte)0, (byte)127);

    /// <summary>True when a header, not only a body, holds other than ASCII.</summary>
    public static bool HasEightBitHeader(ReadOnlySpan<byte> mail)
    {
        var end = mail.IndexOf("\r\n\r\n"u8);
        return HasEightBits(end < 0 ? mail : mail[..end]);
    }

    /// <summary>What may come in: at most as many line ends and dots as there are.</summary>
    private static int Extra(ReadOnlySpan<byte> mail) =>
        mail.Count((byte)'\r') + mail.Count((byte)'\n') + mail.Count((byte)'.');
}
