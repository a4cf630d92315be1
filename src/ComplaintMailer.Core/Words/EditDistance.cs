namespace ComplaintMailer.Core.Words;

/// <summary>How far apart two spellings are: letters put in, left out, replaced, or swapped with their neighbour.</summary>
public static class EditDistance
{
    /// <summary>The distance, or <paramref name="most"/> + 1 when it is more than that.</summary>
    public static int Between(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
            return most + 1;
        var (before, last, now) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
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
            (before, last, now) = (last, now, before);
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
