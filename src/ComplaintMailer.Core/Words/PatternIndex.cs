namespace ComplaintMailer.Core.Words;

/// <summary>
/// Many patterns at once. A word of the text brings up only those that begin with it; of those only the ones are tried all of whose
/// other words are in the sentence too, which next to none are.
/// </summary>
/// <typeparam name="T">What a pattern stands for.</typeparam>
internal sealed class PatternIndex<T>
{
    /// <summary>So many marks are kept on the stack, of so many bits each.</summary>
    private const int OnStack = 32;
    private const int Bits = 64;

    /// <summary>A sentence has fewer words.</summary>
    private const int MostWords = 128;

    private readonly List<Entry> all = [];
    private readonly ElementIndex beginnings = new();

    /// <summary>What patterns need beside the word they begin with.</summary>
    private readonly ElementIndex needed = new();
    private readonly Dictionary<Element, int> numbers = [];

    /// <summary>What the words of the sentence that is looked at bring up.</summary>
    [ThreadStatic]
    private static Brought[]? spare;

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
        beginnings.Add(pattern.Begin);
        all.Add(new(pattern, [.. pattern.Needs.Select(Number).Distinct()], meaning));
    }

    private int Number(Element element)
    {
        if (!numbers.TryGetValue(element, out var number))
            numbers[element] = number = needed.Add(element);
        return number;
    }

    /// <summary>Every match in the sentence, in order of its first word.</summary>
    public List<Match> FindAll(ReadOnlySpan<Word> words)
    {
        List<Match>? found = null;
        Span<ulong> there = Marks(needed.Count, stackalloc ulong[OnStack]);
        var known = Known(words, there, out var begins);
        if (!begins)
            return Nothing;
        for (var i = 0; i < words.Length; i++)
            foreach (var number in known[i].Beginning)
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
        Span<ulong> there = Marks(needed.Count, stackalloc ulong[OnStack]);
        var known = Known(words, there, out var begins);
        if (!begins)
            return false;
        for (var i = 0; i < words.Length; i++)
            foreach (var number in known[i].Beginning)
            {
                var entry = all[number];
                if (AreAll(entry.Needs, there) && entry.Pattern.MatchAt(words, i) is not null)
                    return true;
            }
        return false;
    }

    /// <summary>Room for a mark for each.</summary>
    private static Span<ulong> Marks(int elements, Span<ulong> usual)
    {
        var length = (elements + Bits - 1) / Bits;
        var marks = length <= usual.Length ? usual[..length] : new ulong[length];
        marks.Clear();
        return marks;
    }

    /// <summary>What each word brings up; marks what of that others need.</summary>
    /// <param name="begins">Whether any pattern begins there at all.</param>
    private ReadOnlySpan<Brought> Known(ReadOnlySpan<Word> words, Span<ulong> there, out bool begins)
    {
        var known = spare ??= new Brought[MostWords];
        if (words.Length > known.Length)
            known = new Brought[words.Length];
        begins = false;
        for (var i = 0; i < words.Length; i++)
        {
            var one = known[i] = brought[words[i].Known];
            begins |= one.Beginning.Length > 0;
            foreach (var number in one.Needed)
                there[number / Bits] |= 1UL << (number % Bits);
        }
        return known.AsSpan(0, words.Length);
    }

    private static bool AreAll(int[] needs, ReadOnlySpan<ulong> there)
    {
        foreach (var number in needs)
            if ((there[number / Bits] & (1UL << (number % Bits))) == 0)
                return false;
        return true;
    }

    /// <summary>What a word is, it is wherever it stands: looked at closely once, and then known.</summary>
    private Brought Bring(KnownWord word)
    {
        var (beginning, others) = (beginnings.Of(word), needed.Of(word));
        return beginning.Length == 0 && others.Length == 0 ? Brought.Nothing : new(beginning, others);
    }
}
