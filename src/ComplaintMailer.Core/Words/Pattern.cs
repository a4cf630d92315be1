using System.Collections.Immutable;
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
    private readonly IReadOnlyList<Sequence> also;
    private readonly IReadOnlyList<Sequence> without;

    private Pattern(string text, Sequence first, IReadOnlyList<Sequence> also, IReadOnlyList<Sequence> without) =>
        (Text, this.first, this.also, this.without) = (text, first, also, without);

    /// <summary>As it stands in the file.</summary>
    public string Text { get; }

    /// <summary>What a match can begin with; the index is built on it.</summary>
    internal Element Begin => first.Elements[0];

    /// <exception cref="FormatException">The text can't be understood; the message says why.</exception>
    public static Pattern Parse(string text, Func<string, IReadOnlyList<string>?> list)
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
            bucket.Add(Sequence.Parse(words, text, list));
            words = [];
            bucket = word == "!" ? mustNot : must;
        }
        if (must.Count == 0)
            throw new FormatException($"“{text}” looks for nothing");
        return new(text, must[0], [.. must.Skip(1)], mustNot);
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
    public IReadOnlyList<int>? MatchAt(ImmutableArray<Word> words, int start)
    {
        if (first.MatchAt(words, start) is not { } found)
            return null;
        foreach (var sequence in without)
            if (sequence.Find(words) is not null)
                return null;
        if (also.Count == 0)
            return found;
        var all = new List<int>(found);
        foreach (var sequence in also)
        {
            if (sequence.Find(words) is not { } more)
                return null;
            all.AddRange(more);
        }
        all.Sort();
        return all;
    }

    /// <summary>Whether a match can begin with this word, whatever follows.</summary>
    internal bool MayBegin(KnownWord word) => Begin.MayBegin(word);

    /// <summary>The first match in the sentence.</summary>
    public IReadOnlyList<int>? Find(ImmutableArray<Word> words)
    {
        for (var i = 0; i < words.Length; i++)
            if (MatchAt(words, i) is { } found)
                return found;
        return null;
    }

    private sealed class Sequence(Element[] elements, int[] gaps, bool atStart, bool atEnd)
    {
        public IReadOnlyList<Element> Elements => elements;

        public static Sequence Parse(
            IReadOnlyList<string> words,
            string whole,
            Func<string, IReadOnlyList<string>?> list
        )
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
                    elements.Add(Element.Parse(word, whole, list));
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

        public List<int>? MatchAt(ImmutableArray<Word> words, int start)
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

        public List<int>? Find(ImmutableArray<Word> words)
        {
            for (var i = 0; i < words.Length; i++)
                if (MatchAt(words, i) is { } found)
                    return found;
            return null;
        }

        private bool Rest(ImmutableArray<Word> words, List<int> places, int next)
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

/// <summary>One word of a pattern: its alternatives.</summary>
internal sealed class Element
{
    /// <summary>Short words differ by one sound from too many others.</summary>
    private const int LeastToSound = 6;

    private readonly HashSet<string> exact = [];
    private readonly HashSet<string> exactSound = [];
    private readonly List<(string Plain, string? Sound)> prefixes = [];
    private readonly List<string> suffixes = [];
    private readonly List<string> inner = [];
    private readonly List<Element[]> phrases = [];

    /// <summary>What its words and their sounds begin with: nearly all words of a text are told apart by that alone.</summary>
    private ulong begins;
    private ulong soundBegins;

    public IReadOnlyCollection<string> Exact => exact;
    public IReadOnlyCollection<string> ExactSound => exactSound;
    public IEnumerable<string> Prefixes =>
        prefixes.SelectMany(p => p.Sound is null ? [p.Plain] : (string[])[p.Plain, p.Sound]);

    /// <summary>What its alternatives of several words begin with.</summary>
    public IEnumerable<Element> PhraseBegins => phrases.Select(p => p[0]);

    /// <summary>It can begin with any letter.</summary>
    public bool IsOpen => suffixes.Count > 0 || inner.Count > 0;

    public static Element Parse(string text, string whole, Func<string, IReadOnlyList<string>?> list)
    {
        var element = new Element();
        foreach (var part in text.Split('|'))
        {
            if (part.StartsWith('@'))
                foreach (var word in list(part[1..]) ?? throw new FormatException($"“{part}” in “{whole}” is no list"))
                    element.Add(word, whole);
            else
                element.Add(part, whole);
        }
        foreach (var word in element.exact.Concat(element.prefixes.Select(p => p.Plain)))
            element.begins |= Letter(word);
        foreach (var sound in element.exactSound.Concat(element.prefixes.Select(p => p.Sound).OfType<string>()))
            element.soundBegins |= Letter(sound);
        return element;
    }

    /// <summary>A sign for the first letter, the same for some.</summary>
    private static ulong Letter(string word) => word.Length == 0 ? 1 : 1UL << (word[0] & 63);

    private void Add(string part, string whole)
    {
        if (part.Contains('_', StringComparison.Ordinal))
        {
            phrases.Add([.. part.Split('_').Select(w => Parse(w, whole, _ => null))]);
            return;
        }
        var justSo = part.StartsWith('=');
        var word = Folding.Fold(part.Trim('*', '=').Replace("'", "", StringComparison.Ordinal));
        if (word.Length == 0 || !word.All(char.IsLetterOrDigit))
            throw new FormatException($"“{part}” in “{whole}” is no word");
        var sound = word.Length >= LeastToSound && !justSo ? Folding.Sound(word) : null;
        switch (part.StartsWith('*'), part.EndsWith('*'))
        {
            case (true, true):
                inner.Add(word);
                break;
            case (true, false):
                suffixes.Add(word);
                break;
            case (false, true):
                // The last sound of a stem may be another one before an ending: leave it to the plain letters.
                prefixes.Add((word, sound is { Length: >= LeastToSound } ? Folding.Sound(word[..^1]) : null));
                break;
            default:
                exact.Add(word);
                if (sound is not null)
                    exactSound.Add(sound);
                break;
        }
    }

    /// <summary>How many words from there it takes; 0: it does not match.</summary>
    public int Match(ImmutableArray<Word> words, int at)
    {
        foreach (var phrase in phrases)
        {
            if (at + phrase.Length > words.Length)
                continue;
            var i = 0;
            while (i < phrase.Length && phrase[i].IsWord(words.ItemRef(at + i).Known))
                i++;
            if (i == phrase.Length)
                return i;
        }
        return IsWord(words.ItemRef(at).Known) ? 1 : 0;
    }

    /// <summary>Whether this word is one of its words, or the first of several.</summary>
    public bool MayBegin(KnownWord word)
    {
        foreach (var phrase in phrases)
            if (phrase[0].IsWord(word))
                return true;
        return IsWord(word);
    }

    private bool IsWord(KnownWord word)
    {
        if (((begins & Letter(word.Text)) | (soundBegins & Letter(word.Sound))) != 0 && Begins(word))
            return true;
        foreach (var suffix in suffixes)
            if (word.Text.EndsWith(suffix, StringComparison.Ordinal))
                return true;
        foreach (var part in inner)
            if (word.Text.Contains(part, StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>Whether it is one of the words, or begins with one of the stems.</summary>
    private bool Begins(KnownWord word)
    {
        if (exact.Contains(word.Text) || (word.Text.Length >= LeastToSound - 1 && exactSound.Contains(word.Sound)))
            return true;
        foreach (var (plain, sound) in prefixes)
            if (
                word.Text.StartsWith(plain, StringComparison.Ordinal)
                || (sound is not null && word.Sound.StartsWith(sound, StringComparison.Ordinal))
            )
                return true;
        return false;
    }
}
