using System.Text;

namespace ComplaintMailer.Mail.Imap.Wire;

/// <summary>How IMAP4rev1 writes folder names: ASCII as it is, the rest as base64 of UTF-16 between &amp; and - (RFC 3501 §5.1.3).</summary>
internal static class ModifiedUtf7
{
    public static string Encode(string name)
    {
        var result = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; )
        {
            if (name[i] is >= ' ' and <= '~')
            {
                result.Append(name[i]);
                if (name[i++] == '&')
                    result.Append('-');
                continue;
            }
            var from = i;
            while (i < name.Length && name[i] is not (>= ' ' and <= '~'))
                i++;
            var base64 = Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(name[from..i]));
            result.Append('&').Append(base64.TrimEnd('=').Replace('/', ',')).Append('-');
        }
        return result.ToString();
    }

    /// <summary>What is no modified UTF-7 stays as it is: some servers send plain UTF-8 unasked.</summary>
    public static string Decode(string name)
    {
        var result = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            var end = name[i] == '&' ? name.IndexOf('-', i) : -1;
            if (end < 0)
            {
                result.Append(name[i]);
                continue;
            }
            if (end == i + 1)
                result.Append('&');
            else if (Base64(name[(i + 1)..end]) is { } text)
                result.Append(text);
            else
                return name;
            i = end;
        }
        return result.ToString();
    }

    private static string? Base64(string text)
    {
        var padded = text.Replace(',', '/');
        padded = padded.PadRight((padded.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var length) && length % 2 == 0
            ? Encoding.BigEndianUnicode.GetString(bytes, 0, length)
            : null;
    }
}
