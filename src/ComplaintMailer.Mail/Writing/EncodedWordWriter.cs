using System.Text;

namespace ComplaintMailer.Mail.Writing;

/// <summary>Encoded words (RFC 2047): at most 75 long, no letter split between two, Q unless B is much shorter.</summary>
internal static class EncodedWordWriter
{
    private const string Start = "=?utf-8?";
    private const int Longest = 75;
    private const int Around = 12;

    /// <param name="used">So much of the line the first word stands on is taken.</param>
    public static string Write(string text, int used)
    {
        var room = Math.Min(Longest, Folding.LineLength - used) - Around;
        var bytes = Encoding.UTF8.GetBytes(text);
        // Q stays readable to the eye. B is for one word only: of two whose first ends in padding, GMime reads the first.
        var asBase64 = Base64Length(bytes.Length);
        if (asBase64 <= room && QLength(bytes) > 2 * asBase64)
            return $"{Start}B?{Convert.ToBase64String(bytes)}?=";
        var words = new StringBuilder(bytes.Length * 3);
        Span<byte> letter = stackalloc byte[4];
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var one = letter[..rune.EncodeToUtf8(letter)];
            var wide = QLength(one);
            if (words.Length == 0 || length + wide > room)
            {
                if (words.Length > 0)
                {
                    words.Append("?= ");
                    room = Longest - Around;
                }
                words.Append(Start).Append("Q?");
                length = 0;
            }
            Q(one, words);
            length += wide;
        }
        return words.Append("?=").ToString();
    }

    private static int Base64Length(int bytes) => (bytes + 2) / 3 * 4;

    private static int QLength(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        foreach (var b in bytes)
            length += b == (byte)' ' || IsPlain(b) ? 1 : 3;
        return length;
    }

    private static void Q(ReadOnlySpan<byte> letter, StringBuilder words)
    {
        foreach (var b in letter)
        {
            if (b == (byte)' ')
                words.Append('_');
            else if (IsPlain(b))
                words.Append((char)b);
            else
                words.Append('=').Append(Hex(b >> 4)).Append(Hex(b & 15));
        }
    }

    /// <summary>What may stand in a display name (RFC 2047, section 5, rule 3) may stand anywhere.</summary>
    private static bool IsPlain(byte b) =>
        char.IsAsciiLetterOrDigit((char)b) || b is (byte)'!' or (byte)'*' or (byte)'+' or (byte)'-' or (byte)'/';

    private static char Hex(int digit) => (char)(digit < 10 ? '0' + digit : 'A' + digit - 10);
}
