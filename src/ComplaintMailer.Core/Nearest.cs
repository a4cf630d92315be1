namespace ComplaintMailer.Core;

/// <summary>The known word that was probably meant.</summary>
public static class Nearest
{
    public static string? Of(string word, IEnumerable<string> known) =>
        known
            .OrderBy(k => Distance(word.ToUpperInvariant(), k.ToUpperInvariant()))
            .ThenBy(k => k, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>Insertions, deletions and changes that make one word of the other (Levenshtein).</summary>
    public static int Distance(string a, string b)
    {
        var before = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var now = new int[b.Length + 1];
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
                now[j] = Math.Min(Math.Min(now[j - 1], before[j]) + 1, before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            before = now;
        }
        return before[b.Length];
    }
}
