namespace ComplaintMailer.Core.Words;

/// <summary>What holds for some words and not for others, asked for every word of a text.</summary>
internal sealed class WordSet(Func<KnownWord, bool> holds)
{
    private static readonly object Yes = new();
    private static readonly object No = new();
    private readonly PerWord<object> known = new(w => holds(w) ? Yes : No);

    public WordSet(IReadOnlySet<string> words)
        : this(w => words.Contains(w.Text)) { }

    public bool Contains(in Word word) => ReferenceEquals(known[word.Known], Yes);

    public bool HasAny(ReadOnlySpan<Word> among)
    {
        foreach (ref readonly var word in among)
            if (Contains(word))
                return true;
        return false;
    }
}
