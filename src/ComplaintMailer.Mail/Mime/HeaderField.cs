using System.Text;

namespace ComplaintMailer.Mail.Mime;

/// <summary>One header field as it stands in the mail.</summary>
internal readonly struct HeaderField(string name, ReadOnlyMemory<byte> raw)
{
    public string Name { get; } = name;

    /// <summary>Behind the colon, still folded.</summary>
    public ReadOnlyMemory<byte> Raw { get; } = raw;

    /// <summary>Unfolded, not decoded; 8-bit text is read as UTF-8 where it is valid, else as Windows-1252.</summary>
    public string Unfolded()
    {
        var span = Raw.Span;
        var text = Charsets.Decode(span, null);
        if (!text.AsSpan().ContainsAny('\r', '\n') && !text.Contains('\0', StringComparison.Ordinal))
            return text.Trim();
        var unfolded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\r' or '\n' or '\0')
                continue;
            unfolded.Append(c == '\t' ? ' ' : c);
        }
        return unfolded.ToString().Trim();
    }

    public string Decoded() => EncodedWords.Decode(Unfolded());
}
