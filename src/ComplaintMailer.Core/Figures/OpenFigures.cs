namespace ComplaintMailer.Core.Figures;

/// <summary>How what is open stands: how old, at which stage, how near its term. Counts of the whole organisation only.</summary>
internal static class OpenFigures
{
    public const string Stages = "open-by-stage";
    public const string Dues = "due";
    public const string SignalsLeft = "signals";
    private static readonly Words Number = new("Aantal", "Number");

    public static FigureTable ByAge(Scene scene)
    {
        (int From, int To, Words Label)[] bands =
        [
            (0, 6, new("Minder dan 1 week", "Less than 1 week")),
            (7, 20, new("1 tot 3 weken", "1 to 3 weeks")),
            (21, 41, new("3 tot 6 weken", "3 to 6 weeks")),
            (42, int.MaxValue, new("6 weken of langer", "6 weeks or longer")),
        ];
        var ages = scene.Open.Select(f => NodaTime.Period.DaysBetween(f.FiledOn, scene.End)).ToList();
        return Table(
            "open-by-age",
            new("Open klachten naar ouderdom", "Open complaints by age"),
            new("Ouderdom", "Age"),
            bands.Select(b => (b.Label, ages.Count(a => a >= b.From && a <= b.To)))
        );
    }

    public static FigureTable ByStage(Scene scene)
    {
        (string Code, Words Label)[] stages =
        [
            ("received", new("Binnengekomen", "Received")),
            ("triage", new("Wordt bekeken", "Being looked at")),
            ("assigned", new("Heeft een behandelaar", "Has a handler")),
            ("in-contact", new("Contact gelegd", "In contact")),
            ("investigating", new("Wordt onderzocht", "Being investigated")),
            ("verdict-previewed", new("Oordeel in concept", "Verdict drafted")),
            ("decided", new("Oordeel verstuurd", "Verdict sent")),
            ("objection", new("Bezwaar", "Objection")),
            ("external", new("Bij een externe instantie", "With an external body")),
            ("suspended", new("Opgeschort", "Suspended")),
        ];
        var known = stages.Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
        return Table(
            Stages,
            new("Waar open klachten staan", "Where open complaints stand"),
            new("Stap", "Stage"),
            stages
                .Select(s => (s.Label, scene.Open.Count(f => f.Stage == s.Code)))
                // Open at the end of the period, but no longer when the report was made.
                .Append((new("Inmiddels afgesloten", "Closed since"), scene.Open.Count(f => !known.Contains(f.Stage))))
                .Where(s => s.Item2 > 0)
        );
    }

    public static FigureTable Due(Scene scene)
    {
        var final = scene
            .Open.SelectMany(f => f.Terms.Where(t => t.Kind == "final" && t.State is "running" or "missed").Take(1))
            .Select(t => NodaTime.Period.DaysBetween(scene.End, t.Due))
            .ToList();
        return Table(
            Dues,
            new("Wanneer oordelen af moeten zijn", "When verdicts are due"),
            new("Termijn", "Term"),
            [
                (new Words("Te laat", "Overdue"), final.Count(d => d < 0)),
                (new Words("Binnen 10 dagen", "Within 10 days"), final.Count(d => d is >= 0 and <= 10)),
                (new Words("Later", "Later"), final.Count(d => d > 10)),
            ]
        );
    }

    public static FigureTable Signals(Scene scene) =>
        Table(
            SignalsLeft,
            new("Signalen die op een mens wachten", "Signals waiting for a person"),
            new("Signaal", "Signal"),
            [(new Words("Nog niet beoordeeld", "Not judged yet"), scene.Open.Sum(f => f.OpenSignals))]
        );

    private static FigureTable Table(
        string name,
        Words title,
        Words head,
        IEnumerable<(Words Label, int Count)> rows
    ) =>
        new(
            name,
            title,
            [head, Number],
            [.. rows.Select(r => new FigureRow(r.Label, [FigureCell.Of(r.Count)]))],
            Bars: [1]
        );
}
