using System.Buffers.Binary;
using System.Numerics;

namespace ComplaintMailer.Outbox.Packing;

/// <summary>
/// Packs letters as what they have in common with a known text and with what stood in them before, in the form of LZ4 blocks:
/// a letter is mostly layout, the same in each, and a copy of a thousand bytes costs no more than one of ten. Quicker than any
/// packer that has to learn the layout from each letter anew, and what comes out is shorter.
/// </summary>
internal static class LetterPacker
{
    /// <summary>How far back a copy can begin: two bytes say it.</summary>
    public const int Reach = ushort.MaxValue;

    private const int HashBits = 13;
    private const int LeastCopy = 5;

    /// <summary>So many bytes at the end are never the beginning of a copy, so that eight can be looked at wherever one begins.</summary>
    private const int Tail = 12;

    public static int MostPacked(int length) => length + (length / 255) + 16;

    /// <summary>Where each beginning of some bytes stood last.</summary>
    public static ushort[] Places(ReadOnlySpan<byte> known)
    {
        var places = new ushort[1 << HashBits];
        for (var at = 0; at + sizeof(ulong) <= known.Length; at++)
            places[Hash(Eight(known, at))] = (ushort)at;
        return places;
    }

    /// <param name="whole">The known text and the letter behind it, together no longer than <see cref="Reach"/>.</param>
    /// <param name="from">Where the letter begins.</param>
    /// <param name="places">Of the known text; changed by this.</param>
    /// <returns>How much was written.</returns>
    public static int Pack(ReadOnlySpan<byte> whole, int from, Span<ushort> places, Span<byte> to)
    {
        var written = 0;
        // Where what has been read and not yet been written begins.
        var plain = from;
        var misses = 0;
        for (var at = from; at <= whole.Length - Tail; )
        {
            var eight = Eight(whole, at);
            ref var place = ref places[Hash(eight)];
            int before = place;
            place = (ushort)at;
            if (before >= at || ((Eight(whole, before) ^ eight) & 0xFF_FFFF_FFFF) != 0)
            {
                // What can't be packed, such as a picture, is soon gone through.
                at += 1 + (misses++ >> 5);
                continue;
            }
            misses = 0;
            while (at > plain && before > 0 && whole[at - 1] == whole[before - 1])
                (at, before) = (at - 1, before - 1);
            var length = LeastCopy + Same(whole, before + LeastCopy, at + LeastCopy);
            written += Copy(to[written..], whole[plain..at], at - before, length);
            at += length;
            plain = at;
            if (at <= whole.Length - Tail)
                places[Hash(Eight(whole, at - 2))] = (ushort)(at - 2);
        }
        return written + Copy(to[written..], whole[plain..], 0, 0);
    }

    /// <param name="whole">Begins with the known text; the letter is written behind it.</param>
    /// <param name="from">Where the letter begins.</param>
    /// <returns>False: this is no packed letter of that length.</returns>
    public static bool Unpack(ReadOnlySpan<byte> packed, Span<byte> whole, int from)
    {
        for (var at = from; ; )
        {
            if (packed.IsEmpty)
                return false;
            var token = packed[0];
            packed = packed[1..];
            if (!Length(ref packed, token >> 4, out var plain) || plain > packed.Length || plain > whole.Length - at)
                return false;
            packed[..plain].CopyTo(whole[at..]);
            packed = packed[plain..];
            at += plain;
            // Nothing but the end stands without a copy behind it.
            if (packed.IsEmpty)
                return at == whole.Length;
            if (packed.Length < sizeof(ushort))
                return false;
            var back = BinaryPrimitives.ReadUInt16LittleEndian(packed);
            packed = packed[sizeof(ushort)..];
            if (!Length(ref packed, token & 15, out var more))
                return false;
            var length = more + LeastCopy;
            if (back == 0 || back > at || length < LeastCopy || length > whole.Length - at)
                return false;
            // A copy may reach into itself: then what it begins with comes again and again.
            for (var left = length; left > 0; )
            {
                var piece = Math.Min(left, back);
                whole.Slice(at - back, piece).CopyTo(whole[at..]);
                (at, left) = (at + piece, left - piece);
            }
        }
    }

    private static int Copy(Span<byte> to, ReadOnlySpan<byte> plain, int back, int length)
    {
        var more = back == 0 ? 0 : length - LeastCopy;
        to[0] = (byte)((Math.Min(plain.Length, 15) << 4) | Math.Min(more, 15));
        var at = 1 + Rest(to[1..], plain.Length);
        plain.CopyTo(to[at..]);
        at += plain.Length;
        if (back == 0)
            return at;
        BinaryPrimitives.WriteUInt16LittleEndian(to[at..], (ushort)back);
        at += sizeof(ushort);
        return at + Rest(to[at..], more);
    }

    /// <summary>What of a length has no room in half a byte.</summary>
    private static int Rest(Span<byte> to, int length)
    {
        if (length < 15)
            return 0;
        var at = 0;
        for (length -= 15; length >= 255; length -= 255)
            to[at++] = 255;
        to[at++] = (byte)length;
        return at;
    }

    private static bool Length(ref ReadOnlySpan<byte> packed, int half, out int length)
    {
        length = half;
        if (half < 15)
            return true;
        while (!packed.IsEmpty)
        {
            var b = packed[0];
            packed = packed[1..];
            length += b;
            if (b < 255 || length > Reach)
                return b < 255;
        }
        return false;
    }

    private static int Same(ReadOnlySpan<byte> whole, int one, int other)
    {
        var start = other;
        while (other + sizeof(ulong) <= whole.Length)
        {
            var difference = Eight(whole, one) ^ Eight(whole, other);
            if (difference != 0)
                return other - start + (BitOperations.TrailingZeroCount(difference) >> 3);
            (one, other) = (one + sizeof(ulong), other + sizeof(ulong));
        }
        while (other < whole.Length && whole[one] == whole[other])
            (one, other) = (one + 1, other + 1);
        return other - start;
    }

    private static ulong Eight(ReadOnlySpan<byte> whole, int at) =>
        BinaryPrimitives.ReadUInt64LittleEndian(whole[at..]);

    /// <summary>Of five bytes.</summary>
    private static int Hash(ulong eight) => (int)(((eight << 24) * 889523592379UL) >> (64 - HashBits));
}
