namespace ComplaintMailer.Core.Words;

/// <summary>A sentence as people write them in mails: ended by a full stop, an empty line, or simply by the next line.</summary>
public sealed class Sentence
{
    private const int MostShown = 400;
    private readonly string source;
    private readonly int start;
    private readonly int end;
    private readonly Word[] words;
    private readonly int first;
    private readonly int count;
    private string? text;

    /// <param name="words">Those of many sentences: of this one those from <paramref name="first"/> on.</param>
    internal Sentence(string source, int start, int end, Word[] words, int first, int count) =>
        (this.source, this.start, this.end, this.words, this.first, this.count) = (
            source,
            start,
            end,
            words,
            first,
            count
        );

    public ReadOnlySpan<Word> Words => words.AsSpan(first, count);

    public bool IsQuestion => source[end - 1] == '?';

    /// <summary>As it was written, on one line. Of few sentences anybody asks it.</summary>
    public string Text => text ??= Shown();

    private string Shown()
    {
        var shown = OnOneLine(source.AsSpan(start, end - start));
        return shown.Length > MostShown ? shown[..MostShown] + "…" : shown;
    }

    private static string OnOneLine(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var isOneLine = true;
        for (var i = 1; i < text.Length && isOneLine; i++)
            isOneLine = !char.IsWhiteSpace(text[i]) || (text[i] == ' ' && text[i - 1] != ' ');
        return isOneLine
            ? text.ToString()
            : string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
