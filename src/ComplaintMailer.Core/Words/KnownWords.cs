using System.Collections.Concurrent;

namespace ComplaintMailer.Core.Words;

/// <summary>
/// Words as they are compared and as they sound. People use the same few thousand: those are worked out once, for all threads.
/// What is kept is bounded (when it is full, it learns no more), and of a mail no more than single words.
/// </summary>
internal static class KnownWords
{
    /// <summary>Numbers given to words stay below this.</summary>
    public const int Most = 8192;

    /// <summary>Longer ones seldom come back.</summary>
    private const int LongestKept = 20;

    private static readonly ConcurrentDictionary<string, KnownWord> Kept = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, KnownWord>.AlternateLookup<ReadOnlySpan<char>> Find =
        Kept.GetAlternateLookup<ReadOnlySpan<char>>();
    private static int count;

    public static KnownWord Of(ReadOnlySpan<char> letters)
    {
        if (Find.TryGetValue(letters, out var known))
            return known;
        var text = Folding.Fold(letters);
        var sound = Folding.Sound(text);
        if (letters.Length > LongestKept || count >= Most)
            return new(text, sound, KnownWord.None);
        var id = Interlocked.Increment(ref count) - 1;
        var made = new KnownWord(text, sound, id < Most ? id : KnownWord.None);
        if (made.Id != KnownWord.None)
            Find.TryAdd(letters, made);
        return made;
    }
}
