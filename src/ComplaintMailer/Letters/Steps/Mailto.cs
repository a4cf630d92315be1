using System.Buffers;
using System.Text;

namespace ComplaintMailer.Letters.Steps;

/// <summary>A link that opens a filled-in mail (RFC 6068).</summary>
internal static class Mailto
{
    /// <summary>Outlook and Windows cut what is longer.</summary>
    public const int MaxLength = 1990;
    private static readonly SearchValues<char> Plain = SearchValues.Create([
        .. Enumerable.Range(0, 128).Select(c => (char)c).Where(c => char.IsAsciiLetterOrDigit(c) || "-._~".Contains(c)),
    ]);

    private const string Hex = "0123456789ABCDEF";

    /// <summary>One link is made at a time on each thread.</summary>
    [ThreadStatic]
    private static StringBuilder? used;

    /// <param name="body">What must be in the mail; stays whole.</param>
    /// <param name="help">Lines under it for the reader; left out, last line first, where there is no room.</param>
    public static string Link(string address, string subject, string body, string help = "")
    {
        var link = used ?? new StringBuilder(MaxLength * 2);
        used = null;
        link.Append("mailto:");
        Address(link, address);
        Encode(link.Append("?subject="), subject);
        Encode(link.Append("&body="), body);
        var before = "\n\n";
        var lines = help.ReplaceLineEndings("\n").AsSpan();
        foreach (var range in help.Length == 0 ? default : lines.Split('\n'))
        {
            var length = link.Length;
            Encode(link, before);
            Encode(link, lines[range]);
            if (link.Length > MaxLength)
            {
                link.Length = length;
                break;
            }
            before = "\n";
        }
        var made = link.ToString();
        link.Clear();
        // Somebody's words may have made it long.
        if (link.Capacity <= MaxLength * 8)
            used = link;
        return made;
    }

    /// <summary>A plus becomes %2B: some web mails take a bare one for a blank.</summary>
    private static void Address(StringBuilder to, string address)
    {
        var at = address.LastIndexOf('@');
        if (at > 0)
            Encode(to, address.AsSpan(0, at)).Append('@');
        Encode(to, address.AsSpan(at > 0 ? at + 1 : 0));
    }

    /// <summary>Everything but letters, digits and <c>-._~</c>; a line break is CRLF (RFC 6068, section 5).</summary>
    private static StringBuilder Encode(StringBuilder to, ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAnyExcept(Plain);
            plain = plain < 0 ? text.Length : plain;
            to.Append(text[..plain]);
            text = text[plain..];
            if (text.IsEmpty)
                break;
            if (text[0] is '\r' or '\n')
            {
                to.Append("%0D%0A");
                text = text[(text.StartsWith("\r\n") ? 2 : 1)..];
                continue;
            }
            Rune.DecodeFromUtf16(text, out var rune, out var taken);
            foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
                to.Append('%').Append(Hex[b >> 4]).Append(Hex[b & 15]);
            text = text[taken..];
        }
        return to;
    }
}
