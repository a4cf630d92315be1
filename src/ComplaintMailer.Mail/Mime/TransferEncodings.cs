namespace ComplaintMailer.Mail.Mime;

/// <summary>Undoes Content-Transfer-Encoding. Whatever can't be right is skipped; nothing throws.</summary>
internal static class TransferEncodings
{
    private const byte Skip = 255;
    private static readonly byte[] Values = Table();

    public static byte[] Base64(ReadOnlySpan<byte> encoded)
    {
        var decoded = new byte[(encoded.Length * 3 / 4) + 3];
        var length = 0;
        uint group = 0;
        var have = 0;
        foreach (var b in encoded)
        {
            var value = Values[b];
            if (value == Skip)
            {
                // Padding ends a group: several encoded pieces may have been pasted together.
                if (b == (byte)'=' && have > 0)
                {
                    length = Drain(decoded, length, group, have);
                    (group, have) = (0, 0);
                }
                continue;
            }
            group = (group << 6) | value;
            if (++have < 4)
                continue;
            decoded[length++] = (byte)(group >> 16);
            decoded[length++] = (byte)(group >> 8);
            decoded[length++] = (byte)group;
            (group, have) = (0, 0);
        }
        length = Drain(decoded, length, group, have);
        return decoded.AsSpan(0, length).ToArray();
    }

    public static byte[] QuotedPrintable(ReadOnlySpan<byte> encoded)
    {
        var decoded = new byte[encoded.Length];
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            var b = encoded[i];
            if (b != (byte)'=')
            {
                decoded[length++] = b;
                continue;
            }
            var rest = encoded[(i + 1)..];
            if (rest.Length >= 2 && Hex(rest[0]) is >= 0 and var high && Hex(rest[1]) is >= 0 and var low)
            {
                decoded[length++] = (byte)((high << 4) | low);
                i += 2;
                continue;
            }
            var end = SoftBreak(rest);
            if (end > 0 || rest.IsEmpty)
                i += end;
            else
                decoded[length++] = b;
        }
        return decoded.AsSpan(0, length).ToArray();
    }

    /// <summary>A soft line break may have spaces behind the equals sign.</summary>
    private static int SoftBreak(ReadOnlySpan<byte> rest)
    {
        var i = 0;
        while (i < rest.Length && rest[i] is (byte)' ' or (byte)'\t')
            i++;
        if (i < rest.Length && rest[i] == (byte)'\r')
            return i + 1 < rest.Length && rest[i + 1] == (byte)'\n' ? i + 2 : i + 1;
        if (i < rest.Length && rest[i] == (byte)'\n')
            return i + 1;
        return i == rest.Length ? i : 0;
    }

    private static int Drain(byte[] decoded, int length, uint group, int have)
    {
        if (have == 2)
            decoded[length++] = (byte)(group >> 4);
        if (have == 3)
        {
            decoded[length++] = (byte)(group >> 10);
            decoded[length++] = (byte)(group >> 2);
        }
        return length;
    }

    private static int Hex(byte b) =>
        b switch
        {
            >= (byte)'0' and <= (byte)'9' => b - '0',
            >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
            >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
            _ => -1,
        };

    private static byte[] Table()
    {
        var table = new byte[256];
        Array.Fill(table, Skip);
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (var i = 0; i < alphabet.Length; i++)
            table[alphabet[i]] = (byte)i;
        return table;
    }
}
