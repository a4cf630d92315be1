using System.Collections.Immutable;

namespace ComplaintMailer.Core.Words;

/// <summary>Many patterns at once: a word of the text brings up only those that can begin with it.</summary>
/// <typeparam name="T">What a pattern stands for.</typeparam>
internal sealed class PatternIndex<T>
{
    /// <summary>Stems are found by their first letters.</summary>
    private const int Stem = 3;

    /// <summary>So many patterns a word may bring up before their list has to grow.</summary>
    private const int Usual = 32;

    private readonly List<(Pattern Pattern, T Meaning)> all = [];
    private readonly Dictionary<string, List<int>> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> exactSound = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> stems = new(StringComparer.Ordinal);
    private readonly List<int> open = [];

    /// <summary>What words of earlier texts brought up; most bring up nothing.</summary>
    private readonly PerWord<int[]> brought;

    public PatternIndex() => brought = new(Candidates);

    /// <summary>Most sentences hold nothing of what is looked for.</summary>
    private static readonly IReadOnlyList<(T Meaning, Pattern Pattern, IReadOnlyList<int> Places)> Nothing = [];

    public void Add(Pattern pattern, T meaning)
    {
        var number = all.Count;
        all.Add((pattern, meaning));
        foreach (var begin in pattern.Begin.PhraseBegins.Prepend(pattern.Begin))
            Put(begin, number);
    }

    private void Put(Element begin, int number)
    {
        foreach (var word in begin.Exact)
            Put(exact, word, number);
        foreach (var sound in begin.ExactSound)
            Put(exactSound, sound, number);
        foreach (var prefix in begin.Prefixes)
            if (prefix.Length >= Stem)
                Put(stems, prefix[..Stem], number);
            else
                open.Add(number);
        if (begin.IsOpen)
            open.Add(number);
    }

    /// <summary>Every match in the sentence, in order of its first word.</summary>
    public IReadOnlyList<(T Meaning, Pattern Pattern, IReadOnlyList<int> Places)> FindAll(ImmutableArray<Word> words)
    {
        List<(T, Pattern, IReadOnlyList<int>)>? found = null;
        for (var i = 0; i < words.Length; i++)
            foreach (var number in brought[words.ItemRef(i).Known])
                if (all[number].Pattern.MatchAt(words, i) is { } places)
                    (found ??= []).Add((all[number].Meaning, all[number].Pattern, places));
        return found ?? Nothing;
    }

    /// <summary>Whether there is any match in the sentence.</summary>
    public bool IsIn(ImmutableArray<Word> words)
    {
        for (var i = 0; i < words.Length; i++)
            foreach (var number in brought[words.ItemRef(i).Known])
                if (all[number].Pattern.MatchAt(words, i) is not null)
                    return true;
        return false;
    }

    /// <summary>The patterns that may begin with a word, each once.</summary>
    private int[] Candidates(KnownWord word)
    {
        var found = new List<int>(open.Count + Usual);
        found.AddRange(open);
        if (exact.TryGetValue(word.Text, out var byWord))
            found.AddRange(byWord);
        if (exactSound.TryGetValue(word.Sound, out var bySound))
            found.AddRange(bySound);
        if (Stemmed(word.Text) is { } byStem)
            found.AddRange(byStem);
        if (
            word.Sound.Length >= Stem
            && !word.Text.AsSpan().StartsWith(word.Sound.AsSpan(0, Stem))
            && Stemmed(word.Sound) is { } bySoundStem
        )
            found.AddRange(bySoundStem);
        // What a word is, it is wherever it stands: those that it can't begin are left out for good.
        return found.Count == 0 ? [] : [.. found.Distinct().Where(n => all[n].Pattern.MayBegin(word))];
    }

    private List<int>? Stemmed(string word) =>
        word.Length >= Stem
        && stems.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.AsSpan(0, Stem), out var found)
            ? found
            : null;

    private static void Put(Dictionary<string, List<int>> map, string key, int number)
    {
        if (!map.TryGetValue(key, out var list))
            map[key] = list = [];
        if (!list.Contains(number))
            list.Add(number);
    }
}
