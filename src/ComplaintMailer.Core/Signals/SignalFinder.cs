using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Signals;

/// <summary>
/// Finds, in a person's own words, what people must look at. It raises a hand and decides nothing. Immutable once made, so
/// that all threads can share one.
/// </summary>
public sealed class SignalFinder
{
    private readonly IReadOnlyDictionary<string, LanguageWords> languages;
    private readonly string[] names;
    private readonly WordSet[] common;
    private readonly Dictionary<string, PatternIndex<Meaning>> indexes = [];
    private readonly Dictionary<string, Turns> turns = [];

    /// <summary>Words that make something else of a whole sentence.</summary>
    private sealed record Turns(PatternSet Supposing, PatternSet Elsewhere, PatternSet Asking);

    private enum Role
    {
        Hit,
        Lower,
        Friend,
    }

    private sealed record Meaning(SignalList List, Role Role, string Weight);

    public SignalFinder(SignalBook book)
    {
        languages = book.Languages;
        names = [.. languages.Keys];
        common = [.. names.Select(n => new WordSet(languages[n].Common))];
        foreach (var language in languages.Keys)
        {
            var shared = languages[language];
            turns[language] = new(new(shared.Supposing), new(shared.Elsewhere), new(shared.Asking));
            var index = indexes[language] = new();
            foreach (var list in book.Lists)
            {
                var words = list.Languages[language];
                Add(index, words.Strong, new(list, Role.Hit, Weights.Strong));
                Add(index, words.Weak, new(list, Role.Hit, Weights.Weak));
                Add(index, words.Look, new(list, Role.Hit, Weights.Look));
                Add(index, words.Lower, new(list, Role.Lower, ""));
                Add(index, words.Friends, new(list, Role.Friend, ""));
            }
        }
    }

    private static void Add(PatternIndex<Meaning> index, IReadOnlyList<Pattern> patterns, Meaning meaning)
    {
        foreach (var pattern in patterns)
            index.Add(pattern, meaning);
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
        Span<int> counts = stackalloc int[names.Length];
        foreach (var sentence in Sentences.Of(WithoutQuotedLines(text)))
        {
            // Of the same sentence only the weightiest of each code is kept.
            var from = found.Count;
            var most = Count(sentence, counts);
            for (var i = 0; i < names.Length; i++)
                foreach (var hit in counts[i] == most || counts[i] * 2 > most ? InSentence(sentence, names[i]) : [])
                {
                    var before = found.FindIndex(from, h => h.Code == hit.Code);
                    if (before < 0)
                        found.Add(hit);
                    else if (Rank(hit.Weight) > Rank(found[before].Weight))
                        found[before] = hit;
                }
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
        foreach (ref readonly var word in sentence.Words.AsSpan())
            for (var i = 0; i < counts.Length; i++)
                counts[i] += common[i].Contains(word) ? 1 : 0;
        var most = 0;
        foreach (var count in counts)
            most = Math.Max(most, count);
        return most;
    }

    private IEnumerable<SignalHit> InSentence(Sentence sentence, string language)
    {
        var all = indexes[language].FindAll(sentence.Words);
        return all.Count == 0 ? [] : Weighed(sentence, language, all);
    }

    private IEnumerable<SignalHit> Weighed(
        Sentence sentence,
        string language,
        IReadOnlyList<(Meaning Meaning, Pattern Pattern, IReadOnlyList<int> Places)> all
    )
    {
        var context = new Context(sentence, languages[language], turns[language]);
        foreach (var (meaning, pattern, places) in all.Where(m => m.Meaning.Role == Role.Hit))
        {
            var list = meaning.List;
            var isFriend = all.Any(f =>
                f.Meaning.Role == Role.Friend && f.Meaning.List == list && f.Places.Intersect(places).Any()
            );
            if (isFriend)
                continue;
            var weight = context.Weigh(list, meaning.Weight, places);
            if (weight is null)
                continue;
            if (all.Any(l => l.Meaning.Role == Role.Lower && l.Meaning.List == list))
                weight = Weights.Look;
            yield return new(list.Code, $"{list.Code}/{language}: {pattern.Text}", sentence.Text, weight);
        }
    }

    private static string WithoutQuotedLines(string text) =>
        !text.Contains('>', StringComparison.Ordinal)
            ? text
            : string.Join('\n', text.Split('\n').Select(l => l.TrimStart().StartsWith('>') ? "" : l));

    /// <summary>What the rest of the sentence makes of a hit.</summary>
    private sealed class Context(Sentence sentence, LanguageWords words, Turns turns)
    {
        private const int DenialBefore = 4;
        private const int DenialAfter = 2;

        private readonly bool supposed = turns.Supposing.IsIn(sentence.Words);
        private readonly bool elsewhere = turns.Elsewhere.IsIn(sentence.Words);

        // “Why did she hit him?” takes it as a fact; “what do you do about hitting?” does not.
        private readonly bool asked = sentence.IsQuestion && !turns.Asking.IsIn(sentence.Words);

        public string? Weigh(SignalList list, string weight, IReadOnlyList<int> places)
        {
            var ways = new List<string>();
            if (IsDenied(places))
                ways.Add(list.Denied);
            if (supposed)
                ways.Add(list.Supposed);
            if (elsewhere)
                ways.Add(list.Elsewhere);
            if (asked)
                ways.Add(list.Asked);
            if (ways.Contains("drop"))
                return null;
            return ways.Contains("look") ? Weights.Look : weight;
        }

        private bool IsDenied(IReadOnlyList<int> places)
        {
            var (first, last) = (places[0], places[^1]);
            for (var i = first - 1; i >= Math.Max(0, first - DenialBefore); i--)
            {
                if (sentence.Words[i + 1].AfterBreak || words.Clauses.Contains(sentence.Words[i].Text))
                    break;
                if (Denies(i))
                    return true;
            }
            for (var i = last + 1; i < Math.Min(sentence.Words.Length, last + 1 + DenialAfter); i++)
            {
                if (sentence.Words[i].AfterBreak || words.Clauses.Contains(sentence.Words[i].Text))
                    break;
                if (Denies(i))
                    return true;
            }
            for (var i = first + 1; i < last; i++)
                if (!places.Contains(i) && Denies(i) && Reaches(i, places.First(p => p > i)))
                    return true;
            return false;
        }

        /// <summary>Whether a denial still holds at a word: no comma and no new clause between them.</summary>
        private bool Reaches(int from, int to)
        {
            if (to - from > DenialBefore + 1)
                return false;
            for (var i = from + 1; i <= to; i++)
                if (sentence.Words[i].AfterBreak || words.Clauses.Contains(sentence.Words[i].Text))
                    return false;
            return true;
        }

        private bool Denies(int i) =>
            words.Denying.Contains(sentence.Words[i].Text)
            && !(i + 1 < sentence.Words.Length && words.NotDenying.Contains(sentence.Words[i + 1].Text));
    }
}
