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
        var atStart = true;
        for (var i = 0; i < mail.Length; i++)
        {
            var b = mail[i];
            if (b is (byte)'\r' or (byte)'\n')
            {
                if (b == '\r' && i + 1 < mail.Length && mail[i + 1] == '\n')
                    i++;
                result[length++] = (byte)'\r';
                result[length++] = (byte)'\n';
                atStart = true;
                continue;
            }
            if (atStart && b == '.')
                result[length++] = (byte)'.';
            atStart = false;
            result[length++] = b;
        }
        if (!atStart)
        {
            result[length++] = (byte)'\r';
            result[length++] = (byte)'\n';
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

    private static int Extra(ReadOnlySpan<byte> mail)
    {
        var extra = 0;
        for (var i = 0; i < mail.Length; i++)
            if (mail[i] is (byte)'\r' or (byte)'\n' or (byte)'.')
                extra++;
        return extra;
    }
}
