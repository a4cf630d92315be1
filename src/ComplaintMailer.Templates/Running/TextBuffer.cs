using System.Buffers;

namespace ComplaintMailer.Templates.Running;

/// <summary>Text that grows, in memory that is borrowed: only the text that comes out is new.</summary>
internal sealed class TextBuffer : IDisposable
{
    private const int AtFirst = 1 << 14;

    private char[] room = ArrayPool<char>.Shared.Rent(AtFirst);
    private int length;
    private int most;

    public ReadOnlyMemory<char> Memory => room.AsMemory(0, length);

    public void Append(ReadOnlySpan<char> text)
    {
        if (room.Length - length < text.Length)
            Grow(text.Length);
        text.CopyTo(room.AsSpan(length));
        length += text.Length;
        most = Math.Max(most, length);
    }

    /// <returns>What was appended since the last time.</returns>
    public string Take()
    {
        var text = new string(room, 0, length);
        length = 0;
        return text;
    }

    public void Dispose()
    {
        Return();
        room = [];
    }

    private void Return()
    {
        // What a template wrote is about people.
        room.AsSpan(0, most).Clear();
        ArrayPool<char>.Shared.Return(room);
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(room.Length * 2, length + more));
        room.AsSpan(0, length).CopyTo(larger);
        Return();
        room = larger;
    }
}
