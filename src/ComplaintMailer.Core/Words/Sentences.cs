using System.Collections.Immutable;
using System.Text;

namespace ComplaintMailer.Core.Words;

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

    /// <summary>Shorter ones are cut as soon as they are found again.</summary>
    private const int LeastKept = 100;

    /// <summary>Words of a long text are kept in several pieces, none so large that the collector would be slow to give it back.</summary>
    private const int MostTogether = 1024;

    /// <summary>So that words without spaces between them don't ask for room one by one.</summary>
    private const int FewestTogether = 32;

    /// <summary>A mail's subject and its text, and the same without what is quoted.</summary>
    private const int Kept = 4;

    /// <summary>
    /// Many look at the same mail for something of their own, one after the other: it is cut once. Nothing is kept alive by this, see
    /// <see cref="Hold"/>.
    /// </summary>
    [ThreadStatic]
    private static WeakReference<CutText>[]? last;

    [ThreadStatic]
    private static int place;

    private sealed record CutText(string Text, ImmutableArray<Sentence> Sentences);

    public static ImmutableArray<Sentence> Of(string text) =>
        text.Length < LeastKept ? Cut(text) : Known(text).Sentences;

    /// <summary>As long as this is held, the same text is not cut again.</summary>
    public static object Hold(string text) => Known(text);

    private static CutText Known(string text)
    {
        var kept = last ??= [.. Enumerable.Range(0, Kept).Select(_ => new WeakReference<CutText>(null!))];
        foreach (var one in kept)
            if (one.TryGetTarget(out var before) && ReferenceEquals(before.Text, text))
                return before;
        var cut = new CutText(text, Cut(text));
        kept[place].SetTarget(cut);
        place = (place + 1) % Kept;
        return cut;
    }

    /// <summary>Its words alone, as they are compared.</summary>
    public static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        foreach (var sentence in Of(text))
        foreach (ref readonly var word in sentence.Words)
            words.Add(word.Text);
        return words;
    }

    private static ImmutableArray<Sentence> Cut(string text)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var words = Room(text, 0, 0);
        // Of the words those of the sentence that is being read begin at “first”.
        var (first, count) = (0, 0);
        var (start, at, breakBefore) = (0, 0, true);
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsLetterOrDigit(c))
            {
                var end = WordEnd(text, at, out var hasApostrophe);
                var letters = text.AsSpan(at, Math.Min(end - at, MostLetters));
                if (first + count == words.Length)
                {
                    var more = Room(text, at, count);
                    words.AsSpan(first, count).CopyTo(more);
                    (words, first) = (more, 0);
                }
                words[first + count++] = new(
                    KnownWords.Of(hasApostrophe ? WithoutApostrophes(letters) : letters),
                    at,
                    end,
                    breakBefore
                );
                breakBefore = false;
                at = end;
                if (count < MostWords)
                    continue;
                Close(at);
                (start, breakBefore) = (at, true);
                continue;
            }
            if (EndsSentence(text, at, start, words.AsSpan(first, count)))
            {
                Close(at + 1);
                (start, breakBefore) = (at + 1, true);
            }
            else if (!char.IsWhiteSpace(c) && c is not ('-' or '\'' or '’' or '/' or '&' or '+'))
                breakBefore = true;
            at++;
        }
        Close(text.Length);
        return sentences.DrainToImmutable();

        void Close(int end)
        {
            if (count > 0)
                sentences.Add(new Sentence(text, start, end, words, first, count));
            (first, count) = (first + count, 0);
        }
    }

    /// <summary>For so many words and those from there on: as many as there seem to be, or some of them.</summary>
    private static Word[] Room(string text, int from, int before)
    {
        // So much text has more words than are kept together.
        var rest = text.AsSpan(from, Math.Min(text.Length - from, MostTogether * 8));
        var likely = rest.Count(' ') + rest.Count('\n') + 1;
        // A word and what stands behind it are two characters at least.
        return new Word[before + Math.Clamp(likely, Math.Min(FewestTogether, rest.Length / 2 + 1), MostTogether)];
    }

    private static int WordEnd(string text, int at, out bool hasApostrophe)
    {
        hasApostrophe = false;
        while (at < text.Length)
        {
            var c = text[at];
            if (!char.IsLetterOrDigit(c) && !IsMark(c))
            {
                if (!IsApostrophe(c) || at + 1 == text.Length || !char.IsLetter(text[at + 1]))
                    break;
                hasApostrophe = true;
            }
            at++;
        }
        return at;
    }

    private static bool IsMark(char c) => c is >= '\u0300' and <= '\u036F';

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '´' or '`';

    private static string WithoutApostrophes(ReadOnlySpan<char> letters)
    {
        var kept = new StringBuilder(letters.Length);
        foreach (var c in letters)
            if (!IsApostrophe(c))
                kept.Append(c);
        return kept.ToString();
    }

    private static bool EndsSentence(string text, int at, int start, ReadOnlySpan<Word> words)
    {
        switch (text[at])
        {
            case '!' or '?' or '…':
                return true;
            case '.':
                if (words.Length > 0 && words[^1].End == at && IsAbbreviation(words[^1].Text, text, at))
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
