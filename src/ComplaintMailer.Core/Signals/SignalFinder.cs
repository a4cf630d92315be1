using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Signals;

/// <summary>
/// Finds, in a person's own words, what people must look at. It raises a hand and decides nothing. Immutable once made, so
/// that all threads can share one.
/// </summary>
public sealed class SignalFinder
{
    private readonly Language[] languages;

    private enum Role
    {
        Hit,
        Lower,
        Friend,
    }

    /// <summary>A language's words, in the form in which they are looked for.</summary>
    /// <param name="Turns">Words that make something else of a whole sentence.</param>
    private sealed record Language(WordSet Common, PatternIndex<Meaning> Index, Turns Turns);

    private sealed record Turns(
        PatternSet Supposing,
        PatternSet Elsewhere,
        PatternSet Asking,
        WordSet Denying,
        WordSet NotDenying,
        WordSet Clauses
    );

    /// <summary>What a pattern stands for.</summary>
    private sealed class Meaning(SignalList list, Role role, string weight, string language, string pattern)
    {
        private string? rule;

        public SignalList List => list;
        public Role Role => role;
        public string Weight => weight;

        /// <summary>What a hit is told to rest on. Few ever hit.</summary>
        public string Rule => rule ??= $"{list.Code}/{language}: {pattern}";
    }

    public SignalFinder(SignalBook book) =>
        languages = [.. book.Languages.Select(l => Read(l.Key, l.Value, book.Lists))];

    private static Language Read(string name, LanguageWords shared, IReadOnlyList<SignalList> lists)
    {
        var index = new PatternIndex<Meaning>();
        foreach (var list in lists)
        {
            var words = list.Languages[name];
            Add(list, words.Strong, Role.Hit, Weights.Strong);
            Add(list, words.Weak, Role.Hit, Weights.Weak);
            Add(list, words.Look, Role.Hit, Weights.Look);
            Add(list, words.Lower, Role.Lower, "");
            Add(list, words.Friends, Role.Friend, "");
        }
        var turns = new Turns(
            new(shared.Supposing),
            new(shared.Elsewhere),
            new(shared.Asking),
            new(shared.Denying),
            new(shared.NotDenying),
            new(shared.Clauses)
        );
        return new(new(shared.Common), index, turns);

        void Add(SignalList list, IReadOnlyList<Pattern> patterns, Role role, string weight)
        {
            foreach (var pattern in patterns)
                index.Add(pattern, new(list, role, weight, name, pattern.Text));
        }
    }

    /// <param name="subject">What stands above it, read as sentences of their own.</param>
    /// <param name="ownWords">The mail without quoted mail, signature and footers: what is quoted was said by others.</param>
    /// <returns>In the order of the text; one a sentence and code, the weightiest.</returns>
    public IReadOnlyList<SignalHit> Find(string subject, string ownWords)
    {
        var found = new List<SignalHit>();
        Find(subject, found);
        Find(ownWords, found);
        return found;
    }

    private void Find(string text, List<SignalHit> found)
    {
        Span<int> counts = stackalloc int[languages.Length];
        foreach (var sentence in Sentences.Of(WithoutQuotedLines(text)))
        {
            // Of the same sentence only the weightiest of each code is kept.
            var from = found.Count;
            var most = Count(sentence, counts);
            for (var i = 0; i < languages.Length; i++)
                if (counts[i] == most || counts[i] * 2 > most)
                    Weigh(sentence, languages[i], found, from);
        }
    }

    internal static int Rank(string weight) =>
        weight switch
        {
            Weights.Strong => 3,
            Weights.Weak => 2,
            _ => 1,
        };

    /// <summary>
    /// How many of the commonest words of each language: both are looked at, unless these leave no doubt. In a Dutch sentence “rug”
    /// and “die” are no English.
    /// </summary>
    private int Count(Sentence sentence, Span<int> counts)
    {
        counts.Clear();
        foreach (ref readonly var word in sentence.Words)
            for (var i = 0; i < counts.Length; i++)
                counts[i] += languages[i].Common.Contains(word) ? 1 : 0;
        var most = 0;
        foreach (var count in counts)
            most = Math.Max(most, count);
        return most;
    }

    private static void Weigh(Sentence sentence, Language language, List<SignalHit> found, int from)
    {
        var all = language.Index.FindAll(sentence.Words);
        Context? context = null;
        foreach (var (meaning, places) in all)
        {
            if (meaning.Role != Role.Hit || IsFriend(all, meaning.List, places))
                continue;
            var list = meaning.List;
            context ??= new(sentence, language.Turns);
            if (context.Weigh(list, meaning.Weight, places) is not { } weight)
                continue;
            if (IsLowered(all, list))
                weight = Weights.Look;
            var before = from;
            while (before < found.Count && found[before].Code != list.Code)
                before++;
            if (before == found.Count)
                found.Add(new(list.Code, meaning.Rule, sentence.Text, weight));
            else if (Rank(weight) > Rank(found[before].Weight))
                found[before] = new(list.Code, meaning.Rule, sentence.Text, weight);
        }
    }

    /// <summary>Whether one of these words is part of a phrase that only looks like the signal.</summary>
    private static bool IsFriend(List<PatternIndex<Meaning>.Match> all, SignalList list, int[] places)
    {
        foreach (var (meaning, others) in all)
            if (meaning.Role == Role.Friend && meaning.List == list && others.AsSpan().ContainsAny(places))
                return true;
        return false;
    }

    private static bool IsLowered(List<PatternIndex<Meaning>.Match> all, SignalList list)
    {
        foreach (var (meaning, _) in all)
            if (meaning.Role == Role.Lower && meaning.List == list)
                return true;
        return false;
    }

    private static string WithoutQuotedLines(string text) =>
        !text.Contains('>', StringComparison.Ordinal)
            ? text
            : string.Join('\n', text.Split('\n').Select(l => l.TrimStart().StartsWith('>') ? "" : l));

    /// <summary>What the rest of the sentence makes of a hit.</summary>
    private sealed class Context(Sentence sentence, Turns turns)
    {
        private const int DenialBefore = 4;
        private const int DenialAfter = 2;

        private readonly bool supposed = turns.Supposing.IsIn(sentence.Words);
        private readonly bool elsewhere = turns.Elsewhere.IsIn(sentence.Words);

        // “Why did she hit him?” takes it as a fact; “what do you do about hitting?” does not.
        private readonly bool asked = sentence.IsQuestion && !turns.Asking.IsIn(sentence.Words);

        public string? Weigh(SignalList list, string weight, int[] places)
        {
            var denied = IsDenied(sentence.Words, places);
            if (Makes("drop"))
                return null;
            return Makes("look") ? Weights.Look : weight;

            bool Makes(string way) =>
                (denied && list.Denied == way)
                || (supposed && list.Supposed == way)
                || (elsewhere && list.Elsewhere == way)
                || (asked && list.Asked == way);
        }

        private bool IsDenied(ReadOnlySpan<Word> words, int[] places)
        {
            var (first, last) = (places[0], places[^1]);
            for (var i = first - 1; i >= Math.Max(0, first - DenialBefore); i--)
            {
                if (words[i + 1].AfterBreak || turns.Clauses.Contains(words[i]))
                    break;
                if (Denies(words, i))
                    return true;
            }
            for (var i = last + 1; i < Math.Min(words.Length, last + 1 + DenialAfter); i++)
            {
                if (words[i].AfterBreak || turns.Clauses.Contains(words[i]))
                    break;
                if (Denies(words, i))
                    return true;
            }
            for (var (i, next) = (first + 1, 1); i < last; i++)
            {
                while (places[next] < i)
                    next++;
                if (places[next] != i && Denies(words, i) && Reaches(words, i, places[next]))
                    return true;
            }
            return false;
        }

        /// <summary>Whether a denial still holds at a word: no comma and no new clause between them.</summary>
        private bool Reaches(ReadOnlySpan<Word> words, int from, int to)
        {
            if (to - from > DenialBefore + 1)
                return false;
            for (var i = from + 1; i <= to; i++)
                if (words[i].AfterBreak || turns.Clauses.Contains(words[i]))
                    return false;
            return true;
        }

        private bool Denies(ReadOnlySpan<Word> words, int i) =>
            turns.Denying.Contains(words[i]) && !(i + 1 < words.Length && turns.NotDenying.Contains(words[i + 1]));
    }
}
