namespace ComplaintMailer.Mail.Reading;

/// <summary>What the markup around a line says about it. Plain text says it in words only.</summary>
internal enum LineMark : byte
{
    None,

    /// <summary>Here begins what the mail program itself marked as the quoted mail.</summary>
    QuoteBegins,

    /// <summary>Quoted by its looks, though no program said so: perhaps a mail, perhaps something the person cites.</summary>
    Aside,

    /// <summary>The line “-- ” of plain text: below it stands the signature.</summary>
    SignatureBegins,

    /// <summary>Within what the mail program marked as the signature.</summary>
    Signature,

    /// <summary>A short line wholly in bold: in mails of web forms, the name of a field.</summary>
    Heading,
}

/// <summary>One line of readable text.</summary>
internal readonly record struct TextLine(string Words, LineMark Mark = LineMark.None)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Words);

    /// <summary>No words, though perhaps the marks of a quote.</summary>
    public bool IsEmpty => !Words.AsSpan().ContainsAnyExcept("> \t");

    /// <summary>Marked as quoted by its sender's program: “&gt; ” in front.</summary>
    public bool IsQuoted => Words.StartsWith('>');
}

/// <summary>A body as a person reads it, and the fields of a form where its tables show them.</summary>
internal sealed class ReadableText
{
    public List<TextLine> Lines { get; } = [];
    public List<KeyValuePair<string, string>> Fields { get; } = [];

    public bool HasWords => Lines.Exists(l => !l.IsBlank);

    public override string ToString() => string.Join('\n', Lines.Select(l => l.Words)).Trim();

    /// <summary>Puts another piece below, with a blank line between.</summary>
    public void Append(ReadableText other)
    {
        if (HasWords && other.HasWords)
            Lines.Add(new(""));
        Lines.AddRange(other.Lines);
        Fields.AddRange(other.Fields);
    }

    /// <summary>Never more than two blank lines on end, none first or last, no line ends in spaces.</summary>
    public ReadableText Tidied()
    {
        var tidy = new ReadableText();
        tidy.Fields.AddRange(Fields);
        var blanks = 0;
        foreach (var line in Lines)
        {
            if (line.IsBlank)
            {
                blanks++;
                continue;
            }
            for (var i = 0; tidy.Lines.Count > 0 && i < Math.Min(blanks, 2); i++)
                tidy.Lines.Add(new(""));
            blanks = 0;
            tidy.Lines.Add(line with { Words = line.Words.TrimEnd() });
        }
        return tidy;
    }
}
