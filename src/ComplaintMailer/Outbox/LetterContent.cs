using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using ComplaintMailer.Outbox.Packing;
using ComplaintMailer.Secrets;

namespace ComplaintMailer.Outbox;

/// <summary>What is sealed of a letter: its envelope, and the very bytes that go out.</summary>
internal sealed record LetterContent(string From, string? To, ReadOnlyMemory<byte> Mail)
{
    /// <summary>What a mail that stands in this one's place says of it.</summary>
    public LetterGist? Gist { get; init; }

    private sealed record Envelope(string From, string? To, LetterGist? Gist);

    /// <summary>
    /// Begin a piece that was packed. Letters are mostly layout, and what is written to the disk is what a batch of mails waits for.
    /// A piece of the first versions begins with its envelope, a brace.
    /// </summary>
    private enum Form : byte
    {
        /// <summary>Its length unpacked, then Brotli: what is long.</summary>
        Brotli = 1,

        /// <summary>The number of the text that is known beforehand, its length unpacked, then what <see cref="LetterPacker"/> made.</summary>
        Known = 2,
    }

    private const int HeadBytes = 5;
    private const int KnownHeadBytes = 6;

    /// <summary>The quickest that Brotli has: what makes a letter long is mostly packed already.</summary>
    private const int Quality = 0;
    private const int Window = 16;

    public static string Place(string messageId) => $"letter {messageId}";

    public byte[] Seal(DataKey key, string messageId)
    {
        var known = KnownText.Newest;
        var envelope = JsonSerializer.SerializeToUtf8Bytes(new Envelope(From, To, Gist));
        var length = envelope.Length + 1 + Mail.Length;
        var start = known.Bytes.Length;
        var isLong = start + length > LetterPacker.Reach;
        var room =
            (isLong ? BrotliEncoder.GetMaxCompressedLength(length) : LetterPacker.MostPacked(length)) + KnownHeadBytes;
        var borrowed = ArrayPool<byte>.Shared.Rent(start + length + room);
        try
        {
            var whole = borrowed.AsSpan(start, length);
            envelope.CopyTo(whole);
            whole[envelope.Length] = (byte)'\n';
            Mail.Span.CopyTo(whole[(envelope.Length + 1)..]);
            var packed = borrowed.AsSpan(start + length, room);
            if (!isLong)
            {
                known.Bytes.CopyTo(borrowed, 0);
                packed[0] = (byte)Form.Known;
                packed[1] = known.Number;
                BinaryPrimitives.WriteInt32LittleEndian(packed[2..], length);
                var made = known.Pack(borrowed.AsSpan(0, start + length), packed[KnownHeadBytes..]);
                return key.Seal(packed[..(KnownHeadBytes + made)], Place(messageId));
            }
            packed[0] = (byte)Form.Brotli;
            BinaryPrimitives.WriteInt32LittleEndian(packed[1..], length);
            return BrotliEncoder.TryCompress(whole, packed[HeadBytes..], out var written, Quality, Window)
                ? key.Seal(packed[..(HeadBytes + written)], Place(messageId))
                : key.Seal(whole, Place(messageId));
        }
        finally
        {
            borrowed.AsSpan(0, start + length + room).Clear();
            ArrayPool<byte>.Shared.Return(borrowed);
        }
    }

    public static LetterContent Open(DataKey key, byte[] piece, string messageId)
    {
        var whole = Unpacked(key.Open(piece, Place(messageId)), messageId);
        var end = whole.Span.IndexOf((byte)'\n');
        var envelope = JsonSerializer.Deserialize<Envelope>(whole.Span[..end])!;
        return new(envelope.From, envelope.To, whole[(end + 1)..]) { Gist = envelope.Gist };
    }

    private static ReadOnlyMemory<byte> Unpacked(byte[] piece, string messageId)
    {
        if (piece.Length < HeadBytes)
            return piece;
        switch ((Form)piece[0])
        {
            case Form.Brotli:
                var unpacked = new byte[BinaryPrimitives.ReadInt32LittleEndian(piece.AsSpan(1))];
                if (
                    BrotliDecoder.TryDecompress(piece.AsSpan(HeadBytes), unpacked, out var length)
                    && length == unpacked.Length
                )
                    return unpacked;
                break;
            case Form.Known when piece.Length >= KnownHeadBytes && KnownText.Of(piece[1]) is { } known:
                var start = known.Bytes.Length;
                var whole = new byte[start + BinaryPrimitives.ReadInt32LittleEndian(piece.AsSpan(2))];
                known.Bytes.CopyTo(whole, 0);
                if (LetterPacker.Unpack(piece.AsSpan(KnownHeadBytes), whole, start))
                    return whole.AsMemory(start);
                break;
            case Form.Known:
                break;
            default:
                return piece;
        }
        throw new CryptographicException($"The {Place(messageId)} can't be unpacked.");
    }
}
