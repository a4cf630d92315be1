using System.Text;

namespace ComplaintMailer.Letters.Steps;

/// <summary>A link that opens a filled-in mail (RFC 6068).</summary>
internal static class Mailto
{
    /// <summary>Outlook and Windows cut what is longer.</summary>
    public const int MaxLength = 1990;
    private const string Hex = "0123456789ABCDEF";

    /// <param name="body">What must be in the mail; stays whole.</param>
    /// <param name="help">Lines under it for the reader; left out, last line first, where there is no room.</param>
    public static string Link(string address, string subject, string body, string help = "")
    {
        var head = "mailto:" + Address(address) + "?subject=" + Encode(subject) + "&body=";
        var core = Encode(body);
        var lines = help.Length == 0 ? [] : help.ReplaceLineEndings("\n").Split('\n').ToList();
        while (lines.Count > 0)
        {
            var link = head + core + Encode("\n\n" + string.Join('\n', lines));
            if (link.Length <= MaxLength)
                return link;
            lines.RemoveAt(lines.Count - 1);
        }
        return head + core;
    }

    /// <summary>A plus becomes %2B: some web mails take a bare one for a blank.</summary>
    private static string Address(string address) =>
        address.LastIndexOf('@') is > 0 and var at
            ? Encode(address[..at]) + "@" + Encode(address[(at + 1)..])
            : Encode(address);

    /// <summary>Everything but letters, digits and <c>-._~</c>; a line break is CRLF (RFC 6068, section 5).</summary>
    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length * 3 / 2);
        foreach (var b in Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || (char)b is '-' or '.' or '_' or '~')
                encoded.Append((char)b);
            else
                encoded.Append('%').Append(Hex[b >> 4]).Append(Hex[b & 15]);
        }
        return encoded.ToString();
    }
}
