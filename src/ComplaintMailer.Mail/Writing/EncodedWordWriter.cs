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
        // Q stays readable to the eye; that may cost something.
        var isQ = QLength(text) <= 2 * Base64Length(Encoding.UTF8.GetByteCount(text));
        var words = new List<string>();
        var bytes = new List<byte>();
        Span<byte> letter = stackalloc byte[4];
        var room = Math.Min(Longest, Folding.LineLength - used) - Around;
        foreach (var rune in text.EnumerateRunes())
        {
            var one = letter[..rune.EncodeToUtf8(letter)];
            if (
                Length(bytes, isQ) + (isQ ? QLength(one) : 4 * one.Length / 3 + 4) > Math.Max(room, 16)
                && bytes.Count > 0
            )
            {
                words.Add(Word(bytes, isQ));
                bytes.Clear();
                room = Longest - Around;
            }
            bytes.AddRange(one);
        }
        if (bytes.Count > 0)
            words.Add(Word(bytes, isQ));
        return string.Join(' ', words);
    }

    private static string Word(List<byte> bytes, bool isQ) =>
        isQ ? $"{Start}Q?{Q(bytes)}?=" : $"{Start}B?{Convert.ToBase64String([.. bytes])}?=";

    private static int Length(List<byte> bytes, bool isQ) =>
        isQ ? QLength(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes)) : Base64Length(bytes.Count);

    private static int Base64Length(int bytes) => (bytes + 2) / 3 * 4;

    private static int QLength(string text) => QLength(Encoding.UTF8.GetBytes(text));

    private static int QLength(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        foreach (var b in bytes)
            length += b == (byte)' ' || IsPlain(b) ? 1 : 3;
        return length;
    }

    private static string Q(List<byte> bytes)
    {
        var text = new StringBuilder(bytes.Count * 2);
        foreach (var b in bytes)
        {
            if (b == (byte)' ')
                text.Append('_');
            else if (IsPlain(b))
                text.Append((char)b);
            else
                text.Append('=').Append(Hex(b >> 4)).Append(Hex(b & 15));
        }
        return text.ToString();
    }

    /// <summary>What may stand in a display name (RFC 2047, section 5, rule 3) may stand anywhere.</summary>
    private static bool IsPlain(byte b) =>
        char.IsAsciiLetterOrDigit((char)b) || b is (byte)'!' or (byte)'*' or (byte)'+' or (byte)'-' or (byte)'/';

    private static char Hex(int digit) => (char)(digit < 10 ? '0' + digit : 'A' + digit - 10);
}
