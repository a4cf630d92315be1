using System.Buffers.Binary;
using System.Text;

namespace ComplaintMailer.Reports.Pdf;

/// <summary>A TrueType font: which glyph a character has, how wide it is, and the font cut down to the glyphs that are used.</summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] data;
    private readonly Dictionary<string, (int Offset, int Length)> tables = [];
    private readonly Dictionary<int, int> glyphs = [];
    private readonly int[] advances;
    private readonly bool longOffsets;

    public TrueTypeFont(byte[] data)
    {
        this.data = data;
        for (var i = 0; i < U16(4); i++)
        {
            var entry = 12 + (16 * i);
            tables[Encoding.ASCII.GetString(data, entry, 4)] = ((int)U32(entry + 8), (int)U32(entry + 12));
        }
        var head = tables["head"].Offset;
        UnitsPerEm = U16(head + 18);
        Box = [S16(head + 36), S16(head + 38), S16(head + 40), S16(head + 42)];
        longOffsets = S16(head + 50) != 0;
        var hhea = tables["hhea"].Offset;
        Ascent = S16(hhea + 4);
        Descent = S16(hhea + 6);
        Glyphs = U16(tables["maxp"].Offset + 4);
        var wide = U16(hhea + 34);
        advances = new int[Glyphs];
        for (var g = 0; g < Glyphs; g++)
            advances[g] = U16(tables["hmtx"].Offset + (4 * Math.Min(g, wide - 1)));
        ReadCharacters();
    }

    public int UnitsPerEm { get; }
    public int[] Box { get; }
    public int Ascent { get; }
    public int Descent { get; }
    public int Glyphs { get; }

    /// <summary>0, the empty box, when the font lacks the character.</summary>
    public int Glyph(int character) => glyphs.GetValueOrDefault(character);

    /// <summary>In thousandths of the size.</summary>
    public int Width(int glyph) => advances[glyph] * 1000 / UnitsPerEm;

    /// <summary>The font with the outlines of these glyphs only. Glyphs keep their numbers, so nothing else has to change.</summary>
    public byte[] Subset(IEnumerable<int> used)
    {
        var keep = WithComponents(used);
        var glyf = new MemoryStream();
        var loca = new MemoryStream();
        for (var g = 0; g < Glyphs; g++)
        {
            Write32(loca, (uint)glyf.Length);
            if (!keep.Contains(g))
                continue;
            var (offset, length) = Outline(g);
            glyf.Write(data, offset, length);
            while (glyf.Length % 4 != 0)
                glyf.WriteByte(0);
        }
        Write32(loca, (uint)glyf.Length);
        var head = Table("head");
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        var parts = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = glyf.ToArray(),
            ["head"] = head,
            ["loca"] = loca.ToArray(),
        };
        foreach (var name in new[] { "cvt ", "fpgm", "hhea", "hmtx", "maxp", "prep" })
        {
            if (tables.ContainsKey(name))
                parts[name] = Table(name);
        }
        return Assemble(parts);
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> parts)
    {
        var file = new MemoryStream();
        Write32(file, 0x00010000);
        Write16(file, (ushort)parts.Count);
        var power = (int)Math.Log2(parts.Count);
        Write16(file, (ushort)(16 << power));
        Write16(file, (ushort)power);
        Write16(file, (ushort)((16 * parts.Count) - (16 << power)));
        var offset = 12 + (16 * parts.Count);
        foreach (var (name, bytes) in parts)
        {
            file.Write(Encoding.ASCII.GetBytes(name));
            Write32(file, Checksum(bytes));
            Write32(file, (uint)offset);
            Write32(file, (uint)bytes.Length);
            offset += (bytes.Length + 3) & ~3;
        }
        foreach (var bytes in parts.Values)
        {
            file.Write(bytes);
            while (file.Length % 4 != 0)
                file.WriteByte(0);
        }
        return file.ToArray();
    }

    /// <summary>Letters with accents are often put together from other glyphs.</summary>
    private HashSet<int> WithComponents(IEnumerable<int> used)
    {
        var keep = new HashSet<int> { 0 };
        var open = new Stack<int>(used);
        while (open.TryPop(out var glyph))
        {
            if (!keep.Add(glyph))
                continue;
            var (at, length) = Outline(glyph);
            if (length == 0 || S16(at) >= 0)
                continue;
            at += 10;
            int flags;
            do
            {
                flags = U16(at);
                open.Push(U16(at + 2));
                at +=
                    4
                    + ((flags & 1) != 0 ? 4 : 2)
                    + (
                        (flags & 8) != 0 ? 2
                        : (flags & 0x40) != 0 ? 4
                        : (flags & 0x80) != 0 ? 8
                        : 0
                    );
            } while ((flags & 0x20) != 0);
        }
        return keep;
    }

    private (int Offset, int Length) Outline(int glyph)
    {
        var loca = tables["loca"].Offset;
        var from = longOffsets ? (int)U32(loca + (4 * glyph)) : 2 * U16(loca + (2 * glyph));
        var to = longOffsets ? (int)U32(loca + (4 * glyph) + 4) : 2 * U16(loca + (2 * glyph) + 2);
        return (tables["glyf"].Offset + from, to - from);
    }

    /// <summary>The character map for the basic plane (format 4), which every font has.</summary>
    private void ReadCharacters()
    {
        var cmap = tables["cmap"].Offset;
        for (var i = 0; i < U16(cmap + 2); i++)
        {
            var at = cmap + (int)U32(cmap + 4 + (8 * i) + 4);
            if (U16(at) != 4)
                continue;
            var segments = U16(at + 6) / 2;
            var (ends, starts) = (at + 14, at + 16 + (2 * segments));
            var (deltas, offsets) = (starts + (2 * segments), starts + (4 * segments));
            for (var s = 0; s < segments; s++)
            {
                for (var c = U16(starts + (2 * s)); c <= U16(ends + (2 * s)) && c != 0xFFFF; c++)
                {
                    var range = U16(offsets + (2 * s));
                    var glyph = range == 0 ? c : U16(offsets + (2 * s) + range + (2 * (c - U16(starts + (2 * s)))));
                    if (range == 0 || glyph != 0)
                        glyphs[c] = (glyph + U16(deltas + (2 * s))) & 0xFFFF;
                }
            }
            return;
        }
    }

    private byte[] Table(string name) => data.AsSpan(tables[name].Offset, tables[name].Length).ToArray();

    private static uint Checksum(byte[] bytes)
    {
        uint sum = 0;
        for (var i = 0; i < bytes.Length; i += 4)
        {
            uint word = 0;
            for (var j = 0; j < 4; j++)
                word = (word << 8) | (i + j < bytes.Length ? bytes[i + j] : 0u);
            sum = unchecked(sum + word);
        }
        return sum;
    }

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));

    private int S16(int at) => BinaryPrimitives.ReadInt16BigEndian(data.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(at));

    private static void Write16(MemoryStream to, ushort value)
    {
        Span<byte> two = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(two, value);
        to.Write(two);
    }

    private static void Write32(MemoryStream to, uint value)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(four, value);
        to.Write(four);
    }
}
