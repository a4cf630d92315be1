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

    /// <summary>Of words that are not kept the last ones met, by their hashes. Threads may overwrite each other's: a word is kept a little later then.</summary>
    private static readonly int[] Met = new int[4096];
    private static int count;

    public static KnownWord Of(ReadOnlySpan<char> letters)
    {
        if (Find.TryGetValue(letters, out var known))
            return known;
        var text = Folding.Fold(letters);
        var sound = Folding.Sound(text);
        if (letters.Length > LongestKept || count >= Most || !IsMetAgain(letters))
            return new(text, sound, KnownWord.None);
        var id = Interlocked.Increment(ref count) - 1;
        var made = new KnownWord(text, sound, id < Most ? id : KnownWord.None);
        if (made.Id != KnownWord.None)
            Find.TryAdd(letters, made);
        return made;
    }

    /// <summary>Whether it was met a short while ago. What is met but once, such as nonsense and most names, takes no place.</summary>
    private static bool IsMetAgain(ReadOnlySpan<char> letters)
    {
        var hash = string.GetHashCode(letters, StringComparison.Ordinal);
        ref var place = ref Met[(uint)hash % Met.Length];
        var before = place;
        place = hash;
        return before == hash;
    }
}
