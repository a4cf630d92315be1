using System.Buffers;
using System.Text;

namespace ComplaintMailer.Mail.Writing;

/// <summary>The bytes of a mail while it is being written, in memory that is borrowed: only what comes out is new.</summary>
public sealed class MailBytes : IDisposable
{
    private byte[] bytes;

    internal MailBytes(int room) => bytes = ArrayPool<byte>.Shared.Rent(room);

    /// <summary>How much is written. Set back, it takes back what was written since.</summary>
    internal int Length
    {
        get;
        set
        {
            most = Math.Max(most, field);
            field = value;
        }
    }

    private int most;

    /// <summary>Good until this is disposed of.</summary>
    public ReadOnlyMemory<byte> Memory => bytes.AsMemory(0, Length);
    internal ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    internal void Write(ReadOnlySpan<byte> more)
    {
        more.CopyTo(Room(more.Length));
        Length += more.Length;
    }

    /// <summary>As UTF-8.</summary>
    internal void Write(ReadOnlySpan<char> text)
    {
        // Most of a mail is ASCII, and then the room for three bytes a letter need not be there.
        while (!text.IsEmpty)
        {
            var piece = text[..Math.Min(text.Length, 4096)];
            if (piece.Length < text.Length && char.IsHighSurrogate(piece[^1]))
                piece = piece[..^1];
            Length += Encoding.UTF8.GetBytes(piece, Room(Encoding.UTF8.GetMaxByteCount(piece.Length)));
            text = text[piece.Length..];
        }
    }

    internal void Line(ReadOnlySpan<char> line)
    {
        Write(line);
        Write("\r\n"u8);
    }

    public byte[] ToArray() => Written.ToArray();

    public void Dispose()
    {
        Return();
        bytes = [];
    }

    private void Return()
    {
        // It held somebody's words.
        bytes.AsSpan(0, Math.Max(most, Length)).Clear();
        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <summary>Where what comes next may be written, by whoever then sets <see cref="Length"/>.</summary>
    internal Span<byte> Room(int more)
    {
        if (bytes.Length - Length < more)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, Length + more));
            bytes.AsSpan(0, Length).CopyTo(larger);
            Return();
            bytes = larger;
        }
        return bytes.AsSpan(Length);
    }
}
