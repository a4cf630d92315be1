namespace ComplaintMailer.Templates.Running;

/// <summary>The known name that was probably meant. The templates stand on their own, so this does not come from the core.</summary>
internal static class Nearest
{
    /// <summary>“; did you mean …?”, or nothing when nothing is known.</summary>
    public static string Of(string name, IEnumerable<string> known)
    {
        var near = known
            .Where(k => k.Length < 100)
            .Distinct(StringComparer.Ordinal)
            .Select(k => (Name: k, Distance: Distance(name.Length > 100 ? name[..100] : name, k)))
            .OrderBy(k => k.Distance)
            .ThenBy(k => k.Name, StringComparer.Ordinal)
            .Select(k => k.Name)
            .FirstOrDefault();
        return near is null ? "" : $"; nearest known: `{near}`";
    }

    private static int Distance(string a, string b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = corner + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                corner = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, change);
            }
        }
        return row[b.Length];
    }
}
