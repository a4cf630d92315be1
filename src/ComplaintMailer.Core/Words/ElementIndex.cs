namespace ComplaintMailer.Core.Words;

/// <summary>Many elements at once: a word of the text brings up the numbers of those that may match it.</summary>
internal sealed class ElementIndex
{
    /// <summary>Stems are found by their first letters.</summary>
    private const int Stem = 3;

    /// <summary>So many a word may bring up before their list has to grow.</summary>
    private const int Usual = 32;

    private readonly Dictionary<string, List<int>> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> exactSound = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> stems = new(StringComparer.Ordinal);
    private readonly List<int> open = [];

    /// <param name="number">What is brought up for it; several elements may have the same.</param>
    public void Add(Element element, int number)
    {
        foreach (var begin in element.PhraseBegins.Prepend(element))
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

    /// <summary>Each once. Not all of them match: who asks looks closer.</summary>
    public IEnumerable<int> Candidates(KnownWord word)
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
        return found.Distinct();
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
