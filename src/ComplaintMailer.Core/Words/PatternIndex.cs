namespace ComplaintMailer.Core.Words;

/// <summary>
/// Many patterns at once. A word of the text brings up only those that begin with it; of those only the ones are tried all of whose
/// other words are in the sentence too, which next to none are.
/// </summary>
/// <typeparam name="T">What a pattern stands for.</typeparam>
internal sealed class PatternIndex<T>
{
    /// <summary>Marks for so many elements are kept on the stack.</summary>
    private const int OnStack = 32 * Marks;
    private const int Marks = 64;

    private readonly List<Entry> all = [];
    private readonly ElementIndex beginnings = new();

    /// <summary>What patterns need beside the word they begin with, by number.</summary>
    private readonly List<Element> needed = [];
    private readonly Dictionary<Element, int> numbers = [];
    private readonly ElementIndex needs = new();

    /// <summary>What words of earlier texts brought up; most bring up nothing.</summary>
    private readonly PerWord<Brought> brought;

    public PatternIndex() => brought = new(Bring);

    /// <summary>Most sentences hold nothing of what is looked for.</summary>
    private static readonly List<Match> Nothing = [];

    private readonly record struct Entry(Pattern Pattern, int[] Needs, T Meaning);

    /// <param name="Beginning">Numbers of the patterns that begin with the word.</param>
    /// <param name="Needed">Numbers of the elements that others need and that it is.</param>
    private sealed record Brought(int[] Beginning, int[] Needed)
    {
        public static readonly Brought Nothing = new([], []);
    }

    public readonly record struct Match(T Meaning, int[] Places);

    public void Add(Pattern pattern, T meaning)
    {
        beginnings.Add(pattern.Begin, all.Count);
        all.Add(new(pattern, [.. pattern.Needs.Select(Number).Distinct()], meaning));
    }

    private int Number(Element element)
    {
        if (!numbers.TryGetValue(element, out var number))
        {
            numbers[element] = number = needed.Count;
            needed.Add(element);
            needs.Add(element, number);
        }
        return number;
    }

    /// <summary>Every match in the sentence, in order of its first word.</summary>
    public List<Match> FindAll(ReadOnlySpan<Word> words)
    {
        List<Match>? found = null;
        Span<ulong> there =
            needed.Count <= OnStack ? stackalloc ulong[OnStack / Marks] : new ulong[Marked(needed.Count)];
        if (!Mark(words, there))
            return Nothing;
        for (var i = 0; i < words.Length; i++)
            foreach (var number in brought[words[i].Known].Beginning)
            {
                var entry = all[number];
                if (AreAll(entry.Needs, there) && entry.Pattern.MatchAt(words, i) is { } places)
                    (found ??= []).Add(new(entry.Meaning, places));
            }
        return found ?? Nothing;
    }

    /// <summary>Whether there is any match in the sentence.</summary>
    public bool IsIn(ReadOnlySpan<Word> words)
    {
        Span<ulong> there =
            needed.Count <= OnStack ? stackalloc ulong[OnStack / Marks] : new ulong[Marked(needed.Count)];
        if (!Mark(words, there))
            return false;
        for (var i = 0; i < words.Length; i++)
            foreach (var number in brought[words[i].Known].Beginning)
            {
                var entry = all[number];
                if (AreAll(entry.Needs, there) && entry.Pattern.MatchAt(words, i) is not null)
                    return true;
            }
        return false;
    }

    private static int Marked(int elements) => (elements + Marks - 1) / Marks;

    /// <summary>Marks the elements that are in the sentence.</summary>
    /// <returns>False when no pattern begins there at all.</returns>
    private bool Mark(ReadOnlySpan<Word> words, Span<ulong> there)
    {
        there.Clear();
        var begins = false;
        foreach (ref readonly var word in words)
        {
            var known = brought[word.Known];
            begins |= known.Beginning.Length > 0;
            foreach (var number in known.Needed)
                there[number / Marks] |= 1UL << (number % Marks);
        }
        return begins;
    }

    private static bool AreAll(int[] needs, ReadOnlySpan<ulong> there)
    {
        foreach (var number in needs)
            if ((there[number / Marks] & (1UL << (number % Marks))) == 0)
                return false;
        return true;
    }

    /// <summary>What a word is, it is wherever it stands: looked at closely once, and then known.</summary>
    private Brought Bring(KnownWord word)
    {
        int[] beginning = [.. beginnings.Candidates(word).Where(n => all[n].Pattern.MayBegin(word))];
        int[] others = [.. needs.Candidates(word).Where(n => needed[n].MayBegin(word))];
        return beginning.Length == 0 && others.Length == 0 ? Brought.Nothing : new(beginning, others);
    }
}
