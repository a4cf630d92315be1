using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ComplaintMailer.Core.Words;

/// <summary>A word of a sentence.</summary>
/// <param name="Start">Where it stands in the text it was read from.</param>
/// <param name="AfterBreak">A comma, bracket, quote or the like stands before it.</param>
public readonly record struct Word(KnownWord Known, int Start, int End, bool AfterBreak)
{
    /// <summary>Folded: lower case, no accents, no apostrophes.</summary>
    public string Text => Known.Text;

    /// <summary>As it sounds.</summary>
    public string Sound => Known.Sound;
}

/// <summary>A sentence as people write them in mails: ended by a full stop, an empty line, or simply by the next line.</summary>
public sealed class Sentence
{
    private const int MostShown = 400;
    private readonly string source;
    private readonly int start;
    private readonly int end;
    private string? text;

    internal Sentence(string source, int start, int end, ImmutableArray<Word> words)
    {
        (this.source, this.start, this.end) = (source, start, end);
        Words = words;
    }

    public ImmutableArray<Word> Words { get; }

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

/// <summary>Cuts a text into sentences and words, in one pass.</summary>
public static class Sentences
{
    /// <summary>A “sentence” without any end in sight is cut, so that work per word stays bounded.</summary>
    private const int MostWords = 120;

    /// <summary>Longer than any word people write; the rest is noise.</summary>
    private const int MostLetters = 60;

    /// <summary>A line shorter than this that is followed by a capital was ended on purpose, not wrapped by a mail program.</summary>
    private const int WrappedLine = 50;

    private static readonly HashSet<string> Abbreviations =
    [
        "dhr",
        "mw",
        "mevr",
        "mr",
        "mrs",
        "ms",
        "dr",
        "drs",
        "bijv",
        "bv",
        "nr",
        "tel",
        "ca",
        "evt",
        "incl",
        "excl",
        "resp",
        "jl",
        "vb",
        "nl",
        "st",
        "prof",
        "ing",
        "ir",
    ];

    /// <summary>Many look at the same mail for something of their own: it is cut once, and for as long as it is there.</summary>
    private static readonly ConditionalWeakTable<string, IReadOnlyList<Sentence>> Known = [];

    /// <summary>Shorter ones are cut as soon as they are found again; of longer ones the words would take too much memory.</summary>
    private const int LeastKept = 100;
    private const int MostKept = 100_000;

    public static IEnumerable<Sentence> Of(string text) =>
        text.Length is < LeastKept or > MostKept ? Cut(text) : Known.GetValue(text, t => [.. Cut(t)]);

    private static IEnumerable<Sentence> Cut(string text)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        var (start, at, breakBefore) = (0, 0, true);
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsLetterOrDigit(c))
            {
                var end = WordEnd(text, at);
                var word = KnownWords.Of(Letters(text, at, Math.Min(end, at + MostLetters)));
                words.Add(new(word, at, end, breakBefore));
                breakBefore = false;
                at = end;
                if (words.Count < MostWords)
                    continue;
                yield return new Sentence(text, start, at, words.DrainToImmutable());
                (start, breakBefore) = (at, true);
                continue;
            }
            if (EndsSentence(text, at, start, words))
            {
                if (words.Count > 0)
                    yield return new Sentence(text, start, at + 1, words.DrainToImmutable());
                (start, breakBefore) = (at + 1, true);
            }
            else if (!char.IsWhiteSpace(c) && c is not ('-' or '\'' or '’' or '/' or '&' or '+'))
                breakBefore = true;
            at++;
        }
        if (words.Count > 0)
            yield return new Sentence(text, start, text.Length, words.DrainToImmutable());
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length)
        {
            var c = text[at];
            var isInner = c is '\'' or '’' or '´' or '`' && at + 1 < text.Length && char.IsLetter(text[at + 1]);
            if (!char.IsLetterOrDigit(c) && !isInner && !IsMark(c))
                break;
            at++;
        }
        return at;
    }

    private static bool IsMark(char c) => c is >= '\u0300' and <= '\u036F';

    private static ReadOnlySpan<char> Letters(string text, int start, int end)
    {
        var span = text.AsSpan(start, end - start);
        return span.IndexOfAny("'’´`") < 0
            ? span
            : string.Concat(span.ToArray().Where(c => c is not ('\'' or '’' or '´' or '`')));
    }

    private static bool EndsSentence(string text, int at, int start, ImmutableArray<Word>.Builder words)
    {
        switch (text[at])
        {
            case '!' or '?' or '…':
                return true;
            case '.':
                if (words.Count > 0 && words[^1].End == at && IsAbbreviation(words[^1].Text, text, at))
                    return false;
                return at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]) || text[at + 1] is '"' or '”' or ')';
            case '•' or '·' or '|':
                return true;
            case '\n':
                return EndsLine(text, at, start);
            default:
                return false;
        }
    }

    private static bool IsAbbreviation(string word, string text, int at)
    {
        // A single letter with a full stop is an initial or part of “a.u.b.”.
        if (word.Length == 1 && !char.IsDigit(word[0]))
            return at + 1 < text.Length && !StartsNew(text, at + 1);
        return Abbreviations.Contains(word);
    }

    /// <summary>Whether what follows begins a new sentence for sure: the end of the text or an empty line.</summary>
    private static bool StartsNew(string text, int at)
    {
        var lines = 0;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            lines += text[at++] == '\n' ? 1 : 0;
        return at == text.Length || lines > 1;
    }

    private static bool EndsLine(string text, int at, int start)
    {
        var next = at + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r')
            next++;
        if (next >= text.Length || text[next] is '\n' or '-' or '*' or '>' or '•' or '–' or '_' or '=')
            return true;
        var lineStart = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var length = at - Math.Max(lineStart, start);
        return length < WrappedLine && (char.IsUpper(text[next]) || char.IsDigit(text[next]));
    }
}
