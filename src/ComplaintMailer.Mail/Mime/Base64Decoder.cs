using System.Buffers;

namespace ComplaintMailer.Mail.Mime;

/// <summary>
/// Base64 as mail has it: lines that are in order go the quick way, the rest letter by letter with garbage skipped.
/// </summary>
internal static class Base64Decoder
{
    private const byte Skip = 255;
    private static readonly byte[] Values = Table();

    public static int Most(int encoded) => (int)(((long)encoded * 3 / 4) + 3);

    /// <summary>The number of bytes written.</summary>
    public static int Decode(ReadOnlySpan<byte> encoded, Span<byte> into)
    {
        var length = 0;
        uint group = 0;
        var have = 0;
        var isPadded = false;
        while (!encoded.IsEmpty)
        {
            var stop = encoded.IndexOf((byte)'\n');
            var line = (stop < 0 ? encoded : encoded[..stop]).TrimEnd("\r \t"u8);
            encoded = stop < 0 ? default : encoded[(stop + 1)..];
            if (line.IsEmpty)
                continue;
            // Text that a list or a scanner put behind the end is none of the content.
            if (isPadded && line.ContainsAnyExcept(Alphabet))
                break;
            if (
                have == 0
                && (line.Length & 3) == 0
                && System.Buffers.Text.Base64.DecodeFromUtf8(line, into[length..], out _, out var written)
                    == OperationStatus.Done
            )
            {
                length += written;
                isPadded = line[^1] == (byte)'=';
                continue;
            }
            foreach (var b in line)
            {
                var value = Values[b];
                if (value == Skip)
                {
                    // Padding ends a group: several encoded pieces may have been pasted together.
                    if (b == (byte)'=' && have > 0)
                    {
                        length = Drain(into, length, group, have);
                        (group, have) = (0, 0);
                        isPadded = true;
                    }
                    continue;
                }
                group = (group << 6) | value;
                if (++have < 4)
                    continue;
                into[length++] = (byte)(group >> 16);
                into[length++] = (byte)(group >> 8);
                into[length++] = (byte)group;
                (group, have) = (0, 0);
            }
        }
        return Drain(into, length, group, have);
    }

    /// <summary>The number of bytes that come of it, where that can be seen without decoding: where there is nothing in it that is skipped.</summary>
    public static int? Length(ReadOnlySpan<byte> encoded)
    {
        encoded = encoded.TrimEnd("\r\n \t"u8);
        var padding = encoded.IndexOf((byte)'=');
        if (padding >= 0 && encoded[padding..] is not ([_] or [_, (byte)'=']))
            return null;
        var letters = padding >= 0 ? encoded[..padding] : encoded;
        if (letters.ContainsAnyExcept(LettersAndBreaks))
            return null;
        var count = letters.Length - letters.Count((byte)'\r') - letters.Count((byte)'\n');
        // Two letters that are left make one byte, three make two; one makes none.
        return (count / 4 * 3) + Math.Max(0, (count % 4) - 1);
    }

    private static readonly SearchValues<byte> LettersAndBreaks = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/\r\n"u8
    );

    private static readonly SearchValues<byte> Alphabet = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8
    );

    /// <summary>What is left of a group that never became four letters.</summary>
    private static int Drain(Span<byte> into, int length, uint group, int have)
    {
        if (have == 2)
            into[length++] = (byte)(group >> 4);
        if (have == 3)
        {
            into[length++] = (byte)(group >> 10);
            into[length++] = (byte)(group >> 2);
        }
        return length;
    }

    private static byte[] Table()
    {
        var table = new byte[256];
        Array.Fill(table, Skip);
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (var i = 0; i < letters.Length; i++)
            table[letters[i]] = (byte)i;
        // The alphabet for addresses on the web, which some programs use by mistake.
        table['-'] = 62;
        table['_'] = 63;
        return table;
    }
}
