using System.Buffers.Binary;
using System.Text;

namespace ComplaintMailer.Mail.Mime;

/// <summary>One property of a mail or a file in winmail.dat.</summary>
internal readonly record struct MapiProperty(ushort Id, ushort Kind, ReadOnlyMemory<byte> Value)
{
    public const ushort Body = 0x1000;
    public const ushort RichText = 0x1009;
    public const ushort Html = 0x1013;
    public const ushort AttachData = 0x3701;
    public const ushort AttachMethod = 0x3705;
    public const ushort AttachLongName = 0x3707;
    public const ushort AttachType = 0x370E;
    public const ushort AttachContentId = 0x3712;
    public const ushort InternetCodePage = 0x3FDE;

    public const ushort Narrow = 0x1E;
    public const ushort Wide = 0x1F;
    public const ushort Object = 0x0D;

    public bool IsText => Kind is Narrow or Wide;
    public bool IsObject => Kind == Object;
    public int Number => Value.Length >= 4 ? BinaryPrimitives.ReadInt32LittleEndian(Value.Span) : 0;

    public string Text(TnefBody codePage) =>
        Kind == Wide ? Encoding.Unicode.GetString(Value.Span).TrimEnd('\0') : codePage.Narrow(Value.Span);
}

/// <summary>A list of MAPI properties, as MS-OXTNEF writes it.</summary>
internal static class MapiProperties
{
    private const int Most = 2000;
    private const ushort Many = 0x1000;

    public static IReadOnlyList<MapiProperty> Read(ReadOnlyMemory<byte> raw)
    {
        var found = new List<MapiProperty>();
        var reader = new Reader(raw);
        var count = reader.Int();
        for (var i = 0; i < count && i < Most && !reader.IsSpent; i++)
        {
            var kind = (ushort)reader.Short();
            var id = (ushort)reader.Short();
            if (id >= 0x8000)
            {
                reader.Take(16);
                if (reader.Int() == 0)
                    reader.Int();
                else
                    reader.Take(Padded(reader.Int()));
            }
            var width = Width((ushort)(kind & ~Many));
            if (width < 0)
                break;
            var values = (kind & Many) != 0 || width == 0 ? reader.Int() : 1;
            var first = ReadOnlyMemory<byte>.Empty;
            for (var v = 0; v < values && !reader.IsSpent; v++)
            {
                var length = width == 0 ? reader.Int() : width;
                var value = reader.Take(Padded(length));
                if (v == 0 && length >= 0 && length <= value.Length)
                    first = value[..length];
            }
            if (!reader.IsSpent)
                found.Add(new MapiProperty(id, (ushort)(kind & ~Many), first));
        }
        return found;
    }

    /// <summary>0 where the length is written with the value, -1 for a kind nobody knows.</summary>
    private static int Width(ushort kind) =>
        kind switch
        {
            0x02 or 0x03 or 0x04 or 0x0A or 0x0B => 4,
            0x05 or 0x06 or 0x07 or 0x14 or 0x40 => 8,
            0x48 => 16,
            MapiProperty.Narrow or MapiProperty.Wide or MapiProperty.Object or 0x102 => 0,
            _ => -1,
        };

    private static int Padded(int length) => length is < 0 or > int.MaxValue - 3 ? -1 : (length + 3) & ~3;

    private sealed class Reader(ReadOnlyMemory<byte> raw)
    {
        private ReadOnlyMemory<byte> rest = raw;

        /// <summary>True when more was asked for than there was.</summary>
        public bool IsSpent { get; private set; }

        public ReadOnlyMemory<byte> Take(int count)
        {
            if (count < 0 || count > rest.Length)
            {
                IsSpent = true;
                rest = default;
                return default;
            }
            var taken = rest[..count];
            rest = rest[count..];
            return taken;
        }

        public int Int() => Take(4) is { Length: 4 } b ? BinaryPrimitives.ReadInt32LittleEndian(b.Span) : 0;

        public int Short() => Take(2) is { Length: 2 } b ? BinaryPrimitives.ReadInt16LittleEndian(b.Span) : 0;
    }
}
