namespace ComplaintMailer.Core.Words;

/// <summary>Patterns of which any will do, looked for together.</summary>
internal sealed class PatternSet
{
    private readonly PatternIndex<bool> index = new();

    public PatternSet(IEnumerable<Pattern> patterns)
    {
        foreach (var pattern in patterns)
            index.Add(pattern, true);
    }

    /// <summary>Whether one of them is in the sentence.</summary>
    public bool IsIn(ReadOnlySpan<Word> words) => index.IsIn(words);
}
