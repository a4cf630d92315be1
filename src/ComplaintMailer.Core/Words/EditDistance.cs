namespace ComplaintMailer.Core.Words;

/// <summary>How far apart two spellings are: letters put in, left out, replaced, or swapped with their neighbour.</summary>
public static class EditDistance
{
    /// <summary>Longer words than people write take memory of the heap.</summary>
    private const int OnStack = 40;

    /// <summary>The distance, or <paramref name="most"/> + 1 when it is more than that.</summary>
    public static int Between(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
            return most + 1;
        var width = b.Length + 1;
        var rows = width <= OnStack ? stackalloc int[3 * OnStack] : new int[3 * width];
        var before = rows[..width];
        var last = rows.Slice(width, width);
        var now = rows.Slice(2 * width, width);
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    best = Math.Min(best, before[j - 2] + 1);
                now[j] = best;
                least = Math.Min(least, best);
            }
            if (least > most)
                return most + 1;
            var free = before;
            before = last;
            last = now;
            now = free;
        }
        return Math.Min(last[b.Length], most + 1);
    }

    /// <summary>The known word somebody most likely meant; null when none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var most = Math.Max(2, word.Length / 3);
        return known
            .Select(k => (Word: k, Distance: Between(word.ToLowerInvariant(), k.ToLowerInvariant(), most)))
            .Where(k => k.Distance <= most)
            .OrderBy(k => k.Distance)
            .ThenBy(k => k.Word, StringComparer.Ordinal)
            .Select(k => k.Word)
            .FirstOrDefault();
    }
}
