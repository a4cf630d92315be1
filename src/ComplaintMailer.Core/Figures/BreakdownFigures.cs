namespace ComplaintMailer.Core.Figures;

/// <summary>Numbers broken down by location, nature, verdict, measure. Numbers per location are shown exactly: a count alone names nobody, and the law wants it.</summary>
internal static class BreakdownFigures
{
    private static readonly (string Code, Words Label)[] Verdicts =
    [
        ("founded", new("Gegrond", "Upheld")),
        ("partly-founded", new("Deels gegrond", "Partly upheld")),
        ("unfounded", new("Ongegrond", "Not upheld")),
        ("no-verdict", new("Geen oordeel", "No verdict")),
    ];

    private static readonly Words LocationWord = new("Locatie", "Location");
    private static readonly Words TotalWord = new("Totaal", "Total");

    private static Words HiddenNote(int threshold) =>
        new(
            $"· betekent: niet getoond. Het aantal is kleiner dan {threshold}, of het zou zo'n klein aantal verraden.",
            $"· means: not shown. The number is under {threshold}, or it would give such a small number away."
        );

    public static FigureTable ByLocation(Scene scene) =>
        new(
            "complaints-by-location",
            new("Klachten per locatie", "Complaints by location"),
            [LocationWord, new("Aantal", "Number")],
            [.. Rows(scene, scene.Filed).Select(r => new FigureRow(r.Label, [FigureCell.Of(r.Facts.Count)], r.Key))],
            Bars: [1]
        );

    public static FigureTable ByChannel(Scene scene) =>
        new(
            "complaints-by-channel",
            new("Hoe klachten binnenkwamen", "How complaints came in"),
            [new("Weg", "Channel"), new("Aantal", "Number")],
            [
                .. new (string Code, Words Label)[]
                {
                    ("mail", new("E-mail", "E-mail")),
                    ("form", new("Formulier", "Form")),
                    ("phone", new("Telefoon", "Phone")),
                    ("oral", new("Gesprek", "In person")),
                    ("post", new("Brief", "Letter")),
                }
                    .Select(c => new FigureRow(c.Label, [FigureCell.Of(scene.Filed.Count(f => f.Channel == c.Code))]))
                    .Where(r => r.Cells[0].Number > 0),
            ],
            Bars: [1]
        );

    public static (FigureTable, int, int) NatureByLocation(Scene scene)
    {
        var grid = new Grid(
            scene,
            "complaints-by-nature",
            scene.Filed,
            scene.NatureColumns.Where(n => scene.Filed.Any(f => scene.Has(f, n.Code))).ToList(),
            scene.Has
        );
        var made = grid.Make(byLocation: true);
        var rows = made.Rows.Select(r => r with { Cells = [.. r.Cells, SmallList(scene, r)] }).ToList();
        return (
            new(
                "complaints-by-location-and-nature",
                new("Aantal en aard van de klachten per locatie", "Number and nature of complaints by location"),
                [
                    LocationWord,
                    TotalWord,
                    .. grid.Columns.Select(c => c.Label),
                    new("Aard bij weinig klachten", "Natures where complaints are few"),
                ],
                rows,
                HiddenNote(scene.Threshold)
            ),
            made.Primary,
            made.Secondary
        );
    }

    public static (FigureTable, int, int) VerdictByLocation(Scene scene)
    {
        var grid = new Grid(scene, "verdicts", scene.Judged, VerdictColumns(scene), (f, code) => f.Verdict == code);
        var made = grid.Make(byLocation: true);
        return (
            new(
                "verdicts-by-location",
                new("Strekking van de oordelen per locatie", "Tenor of the verdicts by location"),
                [LocationWord, TotalWord, .. grid.Columns.Select(c => c.Label)],
                made.Rows,
                HiddenNote(scene.Threshold)
            ),
            made.Primary,
            made.Secondary
        );
    }

    public static (FigureTable, int, int) MeasuresByLocation(Scene scene)
    {
        var grid = new Grid(scene, "measures", scene.Judged, MeasureColumns, Measured);
        var made = grid.Make(byLocation: true);
        return (
            new(
                "measures-by-location",
                new("Aard van de maatregelen per locatie", "Nature of the measures by location"),
                [LocationWord, new("Oordelen", "Verdicts"), .. grid.Columns.Select(c => c.Label)],
                made.Rows,
                HiddenNote(scene.Threshold)
            ),
            made.Primary,
            made.Secondary
        );
    }

    public static (FigureTable, int, int) ByNature(Scene scene)
    {
        var grid = new Grid(
            scene,
            "complaints-by-nature",
            scene.Filed,
            scene.NatureColumns.Where(n => scene.Filed.Any(f => scene.Has(f, n.Code))).ToList(),
            scene.Has
        );
        return Single(scene, grid, new("Aard van de klachten", "Nature of the complaints"), new("Aard", "Nature"));
    }

    public static (FigureTable, int, int) ByVerdict(Scene scene) =>
        Single(
            scene,
            new Grid(scene, "verdicts", scene.Judged, VerdictColumns(scene), (f, code) => f.Verdict == code),
            new("Oordelen", "Verdicts"),
            new("Oordeel", "Verdict")
        );

    public static (FigureTable, int, int) ByMeasure(Scene scene) =>
        Single(
            scene,
            new Grid(scene, "measures", scene.Judged, MeasureColumns, Measured),
            new("Maatregelen na een oordeel", "Measures after a verdict"),
            new("Maatregelen", "Measures")
        );

    private static readonly IReadOnlyList<(string Code, Words Label)> MeasureColumns =
    [
        ("none", new("Geen maatregel", "No measure")),
        ("location", new("Op de locatie", "At the location")),
        ("organisation", new("In de hele organisatie", "In the whole organisation")),
    ];

    /// <summary>Each verdict counts once: with the widest measure that followed from it.</summary>
    private static bool Measured(CaseFacts fact, string code) =>
        code
        == (
            fact.Measures == 0 ? "none"
            : fact.MeasureScopes.Contains("organisation") ? "organisation"
            : "location"
        );

    private static List<(string Code, Words Label)> VerdictColumns(Scene scene) =>
        [.. Verdicts.Where(v => v.Code != "no-verdict" || scene.Judged.Any(f => f.Verdict == "no-verdict"))];

    private static (FigureTable, int, int) Single(Scene scene, Grid grid, Words title, Words head)
    {
        var made = grid.Make(byLocation: false);
        if (made.Rows.Count == 0)
            return (new(grid.Name, title, [head, new("Aantal", "Number")], []), 0, 0);
        // One line of cells reads better upright.
        var line = made.Rows[^1];
        var rows = grid.Columns.Select((c, i) => new FigureRow(c.Label, [line.Cells[i + 1]])).ToList();
        rows.Add(new(TotalWord, [line.Cells[0]], IsTotal: true));
        return (
            new(grid.Name, title, [head, new("Aantal", "Number")], rows, HiddenNote(scene.Threshold), Bars: [1]),
            made.Primary,
            made.Secondary
        );
    }

    /// <summary>For a location with few complaints the law's "nature" is a list of natures without numbers.</summary>
    private static FigureCell SmallList(Scene scene, FigureRow row)
    {
        if (row.IsTotal || row.Location is null)
            return FigureCell.None;
        var here = scene.Filed.Where(f => f.Location == row.Location).ToList();
        if (here.Count == 0 || here.Count >= scene.Threshold)
            return FigureCell.None;
        var natures = scene.NatureColumns.Where(n => n.Code.Length > 0 && here.Any(f => scene.Has(f, n.Code))).ToList();
        return natures.Count == 0
            ? FigureCell.None
            : FigureCell.Word(
                string.Join(", ", natures.Select(n => n.Label.Nl)),
                string.Join(", ", natures.Select(n => n.Label.En))
            );
    }

    internal static IEnumerable<(string? Key, Words Label, IReadOnlyList<CaseFacts> Facts)> Rows(
        Scene scene,
        IReadOnlyList<CaseFacts> facts
    )
    {
        foreach (var location in scene.Locations)
            yield return (location.Key, Words.Same(location.Name), [.. facts.Where(f => f.Location == location.Key)]);
        var elsewhere = facts.Where(f => scene.Locations.All(l => l.Key != f.Location)).ToList();
        if (elsewhere.Count > 0)
            yield return (null, new("Geen of andere locatie", "No or another location"), elsewhere);
    }
}
