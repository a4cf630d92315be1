using System.Globalization;

namespace ComplaintMailer.Core.Words;

/// <summary>
/// A phrase to look for, as people can write it in a file:
/// <c>trek|trekken ..5 klacht* ..3 in</c>. Words in order; <c>|</c> between alternatives; <c>_</c> between the words of an
/// alternative of several; <c>*</c> for any letters before or after; <c>=</c> before a word that must be spelled just so; <c>..</c> or <c>..5</c> for up to so many words between (4 when not said); <c>@name</c> for a named list of
/// words; <c>^</c> and <c>$</c> for the ends of the sentence. <c>&amp;</c> joins phrases that must all be in the sentence,
/// <c>!</c> names one that must not.
/// Gaps are short and sentences are cut, so the work grows with the text and with nothing else.
/// </summary>
public sealed class Pattern
{
    private const int UsualGap = 4;
    private const int LongestGap = 8;

    private readonly Sequence first;
    private readonly Sequence[] also;
    private readonly Sequence[] without;

    private Pattern(string text, Sequence first, Sequence[] also, Sequence[] without) =>
        (Text, this.first, this.also, this.without) = (text, first, also, without);

    /// <summary>As it stands in the file.</summary>
    public string Text { get; }

    /// <summary>What a match can begin with; the index is built on it.</summary>
    internal Element Begin => first.Elements[0];

    /// <summary>What else must be in a sentence, wherever it stands, for a match to be possible.</summary>
    internal IEnumerable<Element> Needs => first.Elements.Skip(1).Concat(also.SelectMany(s => s.Elements));

    /// <exception cref="FormatException">The text can't be understood; the message says why.</exception>
    public static Pattern Parse(string text, Func<string, IReadOnlyList<string>?> list) =>
        Parse(text, new ElementBook(list));

    /// <param name="book">Patterns read with the same one share what they have in common.</param>
    internal static Pattern Parse(string text, ElementBook book)
    {
        var (must, mustNot) = (new List<Sequence>(), new List<Sequence>());
        var bucket = must;
        var words = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append("&"))
        {
            if (word is not ("&" or "!"))
            {
                words.Add(word);
                continue;
            }
            bucket.Add(Sequence.Parse(words, text, book));
            words = [];
            bucket = word == "!" ? mustNot : must;
        }
        if (must.Count == 0)
            throw new FormatException($"“{text}” looks for nothing");
        return new(text, must[0], [.. must.Skip(1)], [.. mustNot]);
    }

    /// <summary>Whether a text without named lists can be understood.</summary>
    public static bool IsPattern(string text)
    {
        try
        {
            Parse(text, _ => null);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The places of the words a match uses that begins here; null: none does.</summary>
    public int[]? MatchAt(ReadOnlySpan<Word> words, int start)
    {
        if (first.MatchAt(words, start) is not { } found)
            return null;
        foreach (var sequence in without)
            if (sequence.Find(words) is not null)
                return null;
        if (also.Length == 0)
            return found;
        var all = new List<int>(found);
        foreach (var sequence in also)
        {
            if (sequence.Find(words) is not { } more)
                return null;
            all.AddRange(more);
        }
        all.Sort();
        return [.. all];
    }

    /// <summary>Whether a match can begin with this word, whatever follows.</summary>
    internal bool MayBegin(KnownWord word) => Begin.MayBegin(word);

    /// <summary>The first match in the sentence.</summary>
    public int[]? Find(ReadOnlySpan<Word> words)
    {
        for (var i = 0; i < words.Length; i++)
            if (MatchAt(words, i) is { } found)
                return found;
        return null;
    }

    private sealed class Sequence(Element[] elements, int[] gaps, bool atStart, bool atEnd)
    {
        public Element[] Elements => elements;

        public static Sequence Parse(List<string> words, string whole, ElementBook book)
        {
            var (elements, gaps) = (new List<Element>(), new List<int>());
            var (atStart, atEnd, gap) = (false, false, 0);
            foreach (var word in words)
            {
                if (word == "^" && elements.Count == 0)
                    atStart = true;
                else if (word == "$")
                    atEnd = true;
                else if (word.StartsWith("..", StringComparison.Ordinal))
                    gap = Gap(word, whole);
                else
                {
                    elements.Add(book.Element(word, whole));
                    gaps.Add(elements.Count == 1 ? 0 : gap);
                    gap = 0;
                }
            }
            if (elements.Count == 0)
                throw new FormatException($"“{whole}” has a part without a word");
            return new([.. elements], [.. gaps], atStart, atEnd);
        }

        /// <summary>Most begin and go no further: what they took until then is written in the same place.</summary>
        [ThreadStatic]
        private static List<int>? taken;

        public int[]? MatchAt(ReadOnlySpan<Word> words, int start)
        {
            if (atStart && start != 0)
                return null;
            var length = elements[0].Match(words, start);
            if (length == 0)
                return null;
            if (elements.Length == 1 && length == 1)
                return !atEnd || start == words.Length - 1 ? [start] : null;
            var places = taken ??= [];
            places.Clear();
            Take(places, start, length);
            return Rest(words, places, 1) ? [.. places] : null;
        }

        public int[]? Find(ReadOnlySpan<Word> words)
        {
            for (var i = 0; i < words.Length; i++)
                if (MatchAt(words, i) is { } found)
                    return found;
            return null;
        }

        private bool Rest(ReadOnlySpan<Word> words, List<int> places, int next)
        {
            if (next == elements.Length)
                return !atEnd || places[^1] == words.Length - 1;
            var last = Math.Min(places[^1] + 1 + gaps[next], words.Length - 1);
            for (var i = places[^1] + 1; i <= last; i++)
            {
                var length = elements[next].Match(words, i);
                if (length == 0)
                    continue;
                Take(places, i, length);
                if (Rest(words, places, next + 1))
                    return true;
                places.RemoveRange(places.Count - length, length);
            }
            return false;
        }

        private static void Take(List<int> places, int from, int length)
        {
            for (var i = from; i < from + length; i++)
                places.Add(i);
        }

        private static int Gap(string word, string whole)
        {
            if (word.Length == 2)
                return UsualGap;
            if (
                int.TryParse(word.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                && n is > 0 and <= LongestGap
            )
                return n;
            throw new FormatException($"“{word}” in “{whole}” must be .. or ..1 to ..{LongestGap}");
        }
    }
}
