namespace ComplaintMailer.Core.Words;

/// <summary>A list of words that is asked for every word of a text.</summary>
internal sealed class WordSet(IReadOnlySet<string> words)
{
    private static readonly object Yes = new();
    private static readonly object No = new();
    private readonly PerWord<object> known = new(w => words.Contains(w.Text) ? Yes : No);

    public bool Contains(in Word word) => ReferenceEquals(known[word.Known], Yes);

    public bool HasAny(ReadOnlySpan<Word> among)
    {
        foreach (ref readonly var word in among)
            if (Contains(word))
                return true;
        return false;
    }
}
