using System.Collections.Concurrent;

namespace ComplaintMailer.Core.Words;

/// <summary>What was worked out for words that come back, for all threads. Bounded: when it is full, it learns no more.</summary>
internal sealed class Remembered<T>
{
    private const int Most = 8192;

    private readonly ConcurrentDictionary<string, T> kept = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> find;
    private int count;

    public Remembered() => find = kept.GetAlternateLookup<ReadOnlySpan<char>>();

    public bool TryGet(ReadOnlySpan<char> word, out T value) => find.TryGetValue(word, out value!);

    public void Keep(ReadOnlySpan<char> word, T value)
    {
        if (count < Most && find.TryAdd(word, value))
            Interlocked.Increment(ref count);
    }
}
