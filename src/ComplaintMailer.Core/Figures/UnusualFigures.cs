namespace ComplaintMailer.Core.Figures;

/// <summary>
/// A plain control chart: a nature at a location stands out when its number is over what the periods before lead one to
/// expect (mean plus three times the root of the mean, as for rare and independent events).
/// </summary>
public static class UnusualFigures
{
    /// <param name="filed">Complaints filed in the period.</param>
    public static IReadOnlyList<(string Location, string Nature)> Find(
        IReadOnlyList<CaseFacts> filed,
        Past past,
        int threshold
    )
    {
        var found = new List<(string, string)>();
        var everywhere = filed.SelectMany(f => f.Natures).CountBy(n => n).ToDictionary(StringComparer.Ordinal);
        foreach (
            var location in filed
                .Where(f => f.Location is not null)
                .GroupBy(f => f.Location!, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
        )
        {
            // Saying that a nature stands out tells that there were at least `threshold` of it. That leaves the rest of the
            // location's complaints a mystery only when there are enough of them.
            if (location.Count() < (2 * threshold) - 1)
                continue;
            var said = 0;
            foreach (
                var nature in location
                    .SelectMany(f => f.Natures)
                    .GroupBy(n => n, StringComparer.Ordinal)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
            )
            {
                var count = nature.Count();
                var mean = past.Natures.GetValueOrDefault((location.Key, nature.Key)) / (double)Past.Looked;
                // And it leaves as many fewer of the nature for all other locations.
                if (location.Count() < filed.Count && everywhere[nature.Key] < (2 * threshold) - 1)
                    continue;
                // Each further one takes as many out of what is left.
                if (location.Count() < ((said + 2) * threshold) - 1)
                    break;
                if (count >= threshold && count > mean + (3 * Math.Sqrt(Math.Max(mean, 0.25))))
                {
                    found.Add((location.Key, nature.Key));
                    said++;
                }
            }
        }
        return found;
    }
}
