using System.Buffers.Binary;

namespace ComplaintMailer.Mail.Mime;

/// <summary>Outlook's compression of rich text (MS-OXRTFCP): references into a ring of what was read before.</summary>
internal static class CompressedRtf
{
    private const uint Compressed = 0x75465A4C;
    private const uint Plain = 0x414C454D;
    private const int Ring = 4096;

    /// <summary>Rich text grows eight times at most by this compression; more is a bomb.</summary>
    private const int MostGrowth = 10;

    private static ReadOnlySpan<byte> Start =>
        "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"u8;

    public static byte[] Expand(ReadOnlySpan<byte> raw)
    {
        if (raw.Length < 16)
            return [];
        var kind = BinaryPrimitives.ReadUInt32LittleEndian(raw[8..]);
        if (kind == Plain)
            return raw[16..].ToArray();
        return kind == Compressed ? Expand(raw[16..], Math.Min((long)raw.Length * MostGrowth, int.MaxValue)) : [];
    }

    private static byte[] Expand(ReadOnlySpan<byte> packed, long most)
    {
        Span<byte> ring = stackalloc byte[Ring];
        ring.Clear();
        Start.CopyTo(ring);
        var write = Start.Length;
        var text = new List<byte>(packed.Length * 3);
        var at = 0;
        while (at < packed.Length)
        {
            var flags = packed[at++];
            for (var bit = 0; bit < 8; bit++, flags >>= 1)
            {
                if (at >= packed.Length || text.Count >= most)
                    return [.. text];
                if ((flags & 1) == 0)
                {
                    text.Add(ring[write] = packed[at++]);
                    write = (write + 1) % Ring;
                    continue;
                }
                if (at + 1 >= packed.Length)
                    return [.. text];
                var offset = (packed[at] << 4) | (packed[at + 1] >> 4);
                var length = (packed[at + 1] & 15) + 2;
                at += 2;
                if (offset == write)
                    return [.. text];
                for (var i = 0; i < length; i++)
                {
                    text.Add(ring[write] = ring[(offset + i) % Ring]);
                    write = (write + 1) % Ring;
                }
            }
        }
        return [.. text];
    }
}
