using System.Buffers;

namespace ComplaintMailer.Mail.Reading;

/// <summary>Lines as one text for one look, in memory that is given back.</summary>
internal ref struct JoinedLines
{
    /// <summary>A paragraph is seldom longer.</summary>
    public const int OnStack = 512;

    private char[]? rented;

    /// <summary>With a space between them, each without the white space around it.</summary>
    public JoinedLines(ReadOnlySpan<TextLine> lines, Span<char> buffer)
    {
        var most = 0;
        foreach (var line in lines)
            most += line.Words.Length + 1;
        if (most > buffer.Length)
            buffer = rented = ArrayPool<char>.Shared.Rent(most);
        var length = 0;
        foreach (var line in lines)
        {
            if (length > 0)
                buffer[length++] = ' ';
            var words = line.Words.AsSpan().Trim();
            words.CopyTo(buffer[length..]);
            length += words.Length;
        }
        Text = buffer[..length];
    }

    public ReadOnlySpan<char> Text { get; }

    public void Dispose()
    {
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        rented = null;
    }
}
