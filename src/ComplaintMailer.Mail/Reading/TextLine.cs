using System.Buffers;
using System.Runtime.InteropServices;

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
    public List<TextLine> Lines { get; private set; } = [];
    public List<KeyValuePair<string, string>> Fields { get; private set; } = [];

    public bool HasWords => Lines.Exists(l => !l.IsBlank);

    public override string ToString() => Text(CollectionsMarshal.AsSpan(Lines));

    /// <summary>Puts another piece below, with a blank line between. The other is not to be used any more.</summary>
    public void Append(ReadableText other)
    {
        if (Lines.Count == 0 && Fields.Count == 0)
        {
            (Lines, Fields) = (other.Lines, other.Fields);
            return;
        }
        if (HasWords && other.HasWords)
            Lines.Add(new(""));
        Lines.AddRange(other.Lines);
        Fields.AddRange(other.Fields);
    }

    /// <summary>Never more than two blank lines on end, none first or last, no line ends in spaces.</summary>
    public ReadableText Tidied()
    {
        var kept = Tidied(CollectionsMarshal.AsSpan(Lines));
        Lines.RemoveRange(kept, Lines.Count - kept);
        return this;
    }

    /// <summary>The lines tidied and joined; the same string as <paramref name="whole"/> where that is what they say.</summary>
    public static string Text(List<TextLine> lines, string whole = "")
    {
        var copy = ArrayPool<TextLine>.Shared.Rent(lines.Count);
        lines.CopyTo(copy);
        var kept = Tidied(copy.AsSpan(0, lines.Count));
        var text = Text(copy.AsSpan(0, kept), whole);
        ArrayPool<TextLine>.Shared.Return(copy, clearArray: true);
        return text;
    }

    /// <summary>How many lines are left; those stand first.</summary>
    private static int Tidied(Span<TextLine> lines)
    {
        var kept = 0;
        var blanks = 0;
        foreach (var line in lines)
        {
            if (line.IsBlank)
            {
                blanks++;
                continue;
            }
            for (var i = 0; kept > 0 && i < Math.Min(blanks, 2); i++)
                lines[kept++] = new("");
            blanks = 0;
            lines[kept++] = line with { Words = line.Words.TrimEnd() };
        }
        return kept;
    }

    private static string Text(ReadOnlySpan<TextLine> lines, string whole = "")
    {
        var length = 0;
        foreach (var line in lines)
            length += line.Words.Length + 1;
        var letters = ArrayPool<char>.Shared.Rent(length);
        var at = 0;
        foreach (var line in lines)
        {
            line.Words.CopyTo(letters.AsSpan(at));
            at += line.Words.Length;
            letters[at++] = '\n';
        }
        var text = letters.AsSpan(0, length).Trim();
        var made = text.SequenceEqual(whole) ? whole : text.ToString();
        ArrayPool<char>.Shared.Return(letters);
        return made;
    }
}
