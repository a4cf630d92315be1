namespace ComplaintMailer.Core.Figures;

/// <summary>How well terms were kept. Percentages, medians and the slowest tenth only from ten on: below that they describe people.</summary>
public static class TermFigures
{
    public const int LeastForShares = 10;

    internal static Words FinalWord { get; } = new("Oordeel", "Verdict");

    private static readonly (string Kind, Words Label)[] Known =
    [
        ("ack", new("Ontvangstbevestiging", "Acknowledgement")),
        ("contact", new("Eerste contact", "First contact")),
        ("contact-week", new("Reactie binnen een week", "Reaction within a week")),
        ("contact-parties", new("Contact met betrokkenen", "Contact with those concerned")),
        ("handler-notice", new("Bericht wie de klacht behandelt", "Word on who handles the complaint")),
        ("target", new("Streeftermijn voor een oplossing", "Aim for a solution")),
        ("final", FinalWord),
    ];

    /// <param name="within">Terms count in the period in which they were met, missed or ran out.</param>
    public static FigureTable Table(IEnumerable<CaseFacts> facts, Period within)
    {
        var terms = new Dictionary<string, (int Ended, int Met, List<int> Days)>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            foreach (var term in fact.Terms)
            {
                if (!Ended(term, within))
                    continue;
                var (count, kept, days) = terms.TryGetValue(term.Kind, out var sum) ? sum : (0, 0, []);
                if (term.Met is { } on)
                    days.Add(NodaTime.Period.DaysBetween(term.From, on));
                terms[term.Kind] = (count + 1, kept + (term.State == "met" ? 1 : 0), days);
            }
        }
        var rows = new List<FigureRow>();
        foreach (var (kind, label) in Known)
        {
            if (!terms.TryGetValue(kind, out var sum))
                continue;
            var (ended, met, days) = sum;
            days.Sort();
            rows.Add(
                new(
                    label,
                    [
                        FigureCell.Of(ended),
                        FigureCell.Of(met),
                        FigureCell.Of(ended - met),
                        ended >= LeastForShares
                            ? FigureCell.Percent(Math.Round(100m * met / ended, 0, MidpointRounding.AwayFromZero))
                            : FigureCell.None,
                        days.Count >= LeastForShares ? FigureCell.Days(Median(days)) : FigureCell.None,
                        days.Count >= LeastForShares
                            ? FigureCell.Days(days[(int)Math.Ceiling(0.9 * days.Count) - 1])
                            : FigureCell.None,
                    ]
                )
            );
        }
        return new(
            "terms",
            new("Termijnen", "Terms"),
            [
                new("Termijn", "Term"),
                new("Afgelopen", "Ended"),
                new("Gehaald", "Met"),
                new("Niet gehaald", "Missed"),
                new("Deel gehaald", "Share met"),
                new("Mediaan (dagen)", "Median (days)"),
                new("Traagste tiende vanaf (dagen)", "Slowest tenth from (days)"),
            ],
            rows,
            new(
                $"Percentages, medianen en de traagste tiende staan er alleen bij {LeastForShares} of meer.",
                $"Percentages, medians and the slowest tenth are shown from {LeastForShares} on."
            )
        );
    }

    private static bool Ended(TermFact term, Period within) =>
        term.State switch
        {
            "met" => within.Contains(term.Met),
            "missed" => within.Contains(term.Due.PlusDays(1)),
            _ => false,
        };

    private static decimal Median(List<int> sorted) =>
        sorted.Count % 2 == 1
            ? sorted[sorted.Count / 2]
            : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2m;
}
