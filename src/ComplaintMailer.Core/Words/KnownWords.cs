using System.Collections.Concurrent;

namespace ComplaintMailer.Core.Words;

/// <summary>
/// Words as they are compared and as they sound. People use the same few thousand: those are worked out once. What is kept is
/// bounded, and of a mail no more than single words.
/// </summary>
internal static class KnownWords
{
    private const int Most = 8192;

    /// <summary>Longer ones seldom come back.</summary>
    private const int LongestKept = 20;

    private static readonly ConcurrentDictionary<string, (string Text, string Sound)> Kept = new(
        StringComparer.Ordinal
    );
    private static readonly ConcurrentDictionary<string, (string Text, string Sound)>.AlternateLookup<
        ReadOnlySpan<char>
    > Find = Kept.GetAlternateLookup<ReadOnlySpan<char>>();

    private static int count;

    public static (string Text, string Sound) Of(ReadOnlySpan<char> letters)
    {
        if (Find.TryGetValue(letters, out var known))
            return known;
        var text = Folding.Fold(letters);
        var made = (text, Folding.Sound(text));
        if (letters.Length <= LongestKept && count < Most && Kept.TryAdd(letters.ToString(), made))
            Interlocked.Increment(ref count);
        return made;
    }
}
