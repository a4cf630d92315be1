using System.Text;

namespace ComplaintMailer.Mail.Mime;

/// <summary>
/// UTF-7 (RFC 2152), which .NET no longer reads. Old mails have it; it only matters where a label says so, and what it
/// yields is text like any other. Never written.
/// </summary>
internal sealed class Utf7Decoder() : Encoding(65000)
{
    public override string WebName => "utf-7";

    public override int GetMaxCharCount(int byteCount) => byteCount + 1;

    public override int GetCharCount(byte[] bytes, int index, int count) =>
        GetChars(bytes, index, count, new char[GetMaxCharCount(count)], 0);

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        var at = charIndex;
        uint bits = 0;
        int have = 0,
            since = -1;
        foreach (var b in bytes.AsSpan(byteIndex, byteCount))
        {
            if (since < 0)
            {
                if (b == (byte)'+')
                    (since, bits, have) = (0, 0, 0);
                else
                    chars[at++] = (char)b;
                continue;
            }
            var value = Value(b);
            if (value < 0)
            {
                // "+-" is a plus sign; a hyphen ends the run and is no text; anything else ends it and is.
                if (b == (byte)'-' && since == 0)
                    chars[at++] = '+';
                else if (b != (byte)'-')
                    chars[at++] = (char)b;
                since = -1;
                continue;
            }
            since++;
            bits = (bits << 6) | (uint)value;
            have += 6;
            if (have < 16)
                continue;
            have -= 16;
            chars[at++] = (char)(bits >> have);
            bits &= (1u << have) - 1;
        }
        return at - charIndex;
    }

    public override int GetMaxByteCount(int charCount) => throw new NotSupportedException();

    public override int GetByteCount(char[] chars, int index, int count) => throw new NotSupportedException();

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        throw new NotSupportedException();

    private static int Value(byte b) =>
        b switch
        {
            >= (byte)'A' and <= (byte)'Z' => b - 'A',
            >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
            >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
            (byte)'+' => 62,
            (byte)'/' => 63,
            _ => -1,
        };
}
