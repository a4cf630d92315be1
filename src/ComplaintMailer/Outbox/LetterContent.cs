using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using ComplaintMailer.Secrets;

namespace ComplaintMailer.Outbox;

/// <summary>What is sealed of a letter: its envelope, and the very bytes that go out.</summary>
internal sealed record LetterContent(string From, string? To, ReadOnlyMemory<byte> Mail)
{
    /// <summary>What a mail that stands in this one's place says of it.</summary>
    public LetterGist? Gist { get; init; }

    private sealed record Envelope(string From, string? To, LetterGist? Gist);

    /// <summary>
    /// Begins a piece that was packed; its length unpacked follows. Letters are mostly layout and pack to a quarter, and what is
    /// written to the disk is what a batch of mails waits for. A piece of an earlier version begins with its envelope, a brace.
    /// </summary>
    private const byte Packed = 1;
    private const int HeadBytes = 5;

    /// <summary>The quickest that Brotli has; more would save little of a text this short.</summary>
    private const int Quality = 0;
    private const int Window = 16;

    public static string Place(string messageId) => $"letter {messageId}";

    public byte[] Seal(DataKey key, string messageId)
    {
        var envelope = JsonSerializer.SerializeToUtf8Bytes(new Envelope(From, To, Gist));
        var length = envelope.Length + 1 + Mail.Length;
        var room = BrotliEncoder.GetMaxCompressedLength(length) + HeadBytes;
        var borrowed = ArrayPool<byte>.Shared.Rent(length + room);
        try
        {
            var whole = borrowed.AsSpan(0, length);
            envelope.CopyTo(whole);
            whole[envelope.Length] = (byte)'\n';
            Mail.Span.CopyTo(whole[(envelope.Length + 1)..]);
            var packed = borrowed.AsSpan(length, room);
            packed[0] = Packed;
            BinaryPrimitives.WriteInt32LittleEndian(packed[1..], length);
            return BrotliEncoder.TryCompress(whole, packed[HeadBytes..], out var written, Quality, Window)
                ? key.Seal(packed[..(HeadBytes + written)], Place(messageId))
                : key.Seal(whole, Place(messageId));
        }
        finally
        {
            borrowed.AsSpan(0, length + room).Clear();
            ArrayPool<byte>.Shared.Return(borrowed);
        }
    }

    public static LetterContent Open(DataKey key, byte[] piece, string messageId)
    {
        var whole = key.Open(piece, Place(messageId));
        if (whole.Length >= HeadBytes && whole[0] == Packed)
        {
            var unpacked = new byte[BinaryPrimitives.ReadInt32LittleEndian(whole.AsSpan(1))];
            if (
                !BrotliDecoder.TryDecompress(whole.AsSpan(HeadBytes), unpacked, out var length)
                || length != unpacked.Length
            )
                throw new CryptographicException($"The {Place(messageId)} can't be unpacked.");
            whole = unpacked;
        }
        var end = Array.IndexOf(whole, (byte)'\n');
        var envelope = JsonSerializer.Deserialize<Envelope>(whole.AsSpan(0, end))!;
        return new(envelope.From, envelope.To, whole.AsMemory(end + 1)) { Gist = envelope.Gist };
    }
}
