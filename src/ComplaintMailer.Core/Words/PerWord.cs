namespace ComplaintMailer.Core.Words;

/// <summary>What was found out about words that come back, for all threads: looked up by a word's number, which costs next to nothing.</summary>
internal sealed class PerWord<T>(Func<KnownWord, T> findOut)
    where T : class
{
    private const int Least = 256;
    private readonly Lock turn = new();
    private T?[] known = [];

    public T this[KnownWord word]
    {
        get
        {
            var before = known;
            if ((uint)word.Id < (uint)before.Length && before[word.Id] is { } there)
                return there;
            var found = findOut(word);
            if (word.Id != KnownWord.None)
                Keep(word.Id, found);
            return found;
        }
    }

    private void Keep(int id, T found)
    {
        lock (turn)
        {
            if (id >= known.Length)
            {
                var length = Math.Max(Least, known.Length);
                while (length <= id)
                    length *= 2;
                var larger = new T?[length];
                known.CopyTo(larger, 0);
                known = larger;
            }
            known[id] = found;
        }
    }
}
