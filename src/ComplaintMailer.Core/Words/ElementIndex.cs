namespace ComplaintMailer.Core.Words;

/// <summary>Many elements at once: a word of the text brings up the numbers of those that it is, or is the first word of.</summary>
internal sealed class ElementIndex
{
    /// <summary>Stems are found by their first letters.</summary>
    private const int Stem = 3;

    private readonly List<Element> elements = [];
    private readonly Dictionary<string, List<int>> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> exactSound = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> stems = new(StringComparer.Ordinal);
    private readonly List<int> open = [];

    public int Count => elements.Count;

    /// <returns>Its number: they are counted from nought.</returns>
    public int Add(Element element)
    {
        var number = elements.Count;
        elements.Add(element);
        foreach (var begin in element.PhraseBegins.Prepend(element))
            Put(begin, number);
        return number;
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

    /// <summary>What a word brings up, each once.</summary>
    public int[] Of(KnownWord word)
    {
        List<int>? found = null;
        Add(ref found, open, word);
        Add(ref found, exact.GetValueOrDefault(word.Text), word);
        Add(ref found, exactSound.GetValueOrDefault(word.Sound), word);
        Add(ref found, Stemmed(word.Text), word);
        if (word.Sound.Length >= Stem && !word.Text.AsSpan().StartsWith(word.Sound.AsSpan(0, Stem)))
            Add(ref found, Stemmed(word.Sound), word);
        return found is null ? [] : [.. found];
    }

    /// <summary>Most words bring up nothing, and those take no memory.</summary>
    private void Add(ref List<int>? found, List<int>? candidates, KnownWord word)
    {
        if (candidates is null)
            return;
        foreach (var number in candidates)
            if (found?.Contains(number) != true && elements[number].MayBegin(word))
                (found ??= []).Add(number);
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
