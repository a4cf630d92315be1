using ComplaintMailer.Templates.Running;

namespace ComplaintMailer.Templates;

/// <summary>What a template gave, in memory that is borrowed until this is disposed of.</summary>
public sealed class RenderedText : IDisposable
{
    private TextBuffer? buffer;

    internal RenderedText(TextBuffer buffer) => this.buffer = buffer;

    /// <exception cref="ObjectDisposedException">The memory has been given back.</exception>
    public ReadOnlyMemory<char> Memory
    {
        get
        {
            ObjectDisposedException.ThrowIf(buffer is null, this);
            return buffer.Memory;
        }
    }

    public override string ToString() => Memory.ToString();

    public void Dispose()
    {
        buffer?.Dispose();
        buffer = null;
    }
}
