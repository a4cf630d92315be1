namespace ComplaintMailer.Core.Words;

/// <summary>
/// Words as they are compared and as they sound. People use the same few thousand: those are worked out once. What is kept is
/// bounded, and of a mail no more than single words.
/// </summary>
internal static class KnownWords
{
    /// <summary>Longer ones seldom come back.</summary>
    private const int LongestKept = 20;

    private static readonly Remembered<(string Text, string Sound)> Kept = new();

    public static (string Text, string Sound) Of(ReadOnlySpan<char> letters)
    {
        if (Kept.TryGet(letters, out var known))
            return known;
        var text = Folding.Fold(letters);
        var made = (text, Folding.Sound(text));
        if (letters.Length <= LongestKept)
            Kept.Keep(letters, made);
        return made;
    }
}
