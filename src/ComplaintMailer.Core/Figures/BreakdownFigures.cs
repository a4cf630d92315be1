using ComplaintMailer.Core.Figures.Joint;

namespace ComplaintMailer.Core.Figures;

/// <summary>Numbers broken down by location, nature, verdict, measure. Numbers per location are shown exactly: a count alone names nobody, and the law wants it.</summary>
internal static class BreakdownFigures
{
    internal static readonly IReadOnlyList<(string Code, Words Label)> Verdicts =
    [
        ("founded", new("Gegrond", "Upheld")),
        ("partly-founded", new("Deels gegrond", "Partly upheld")),
        ("unfounded", new("Ongegrond", "Not upheld")),
        ("no-verdict", new("Geen oordeel", "No verdict")),
    ];

    internal static readonly IReadOnlyList<(string Code, Words Label)> Channels =
    [
        ("mail", new("E-mail", "E-mail")),
        ("form", new("Formulier", "Form")),
        ("phone", new("Telefoon", "Phone")),
        ("oral", new("Gesprek", "In person")),
        ("post", new("Brief", "Letter")),
    ];

    private static readonly Words LocationWord = new("Locatie", "Location");
    private static readonly Words TotalWord = new("Totaal", "Total");

    internal static Words HiddenNote(int threshold) =>
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
                .. Channels
                    .Select(c => new FigureRow(c.Label, [FigureCell.Of(scene.Filed.Count(f => f.Channel == c.Code))]))
                    .Where(r => r.Cells[0].Number > 0),
            ],
            Bars: [1]
        );

    public static (FigureTable Table, int Hidden) NatureByLocation(Scene scene)
    {
        var grid = Natures(scene);
        var (made, hidden) = grid.Make(byLocation: true);
        var rows = made.Select(r => r with { Cells = [.. r.Cells, SmallList(scene, r)] }).ToList();
        var isListed = rows.Any(r => r.Cells[^1].Kind == CellKind.Word);
        return (
            new(
                grid.Kind.ByLocation,
                new("Aantal en aard van de klachten per locatie", "Number and nature of complaints by location"),
                [
                    LocationWord,
                    TotalWord,
                    .. grid.Columns.Select(c => c.Label),
                    .. isListed
                        ? [new("Aard bij weinig klachten", "Natures where complaints are few")]
                        : Array.Empty<Words>(),
                ],
                isListed ? rows : made,
                HiddenNote(scene.Threshold)
            ),
            hidden
        );
    }

    public static (FigureTable Table, int Hidden) VerdictByLocation(Scene scene) =>
        ByLocation(
            scene,
            Verdict(scene),
            new("Strekking van de oordelen per locatie", "Tenor of the verdicts by location"),
            TotalWord
        );

    public static (FigureTable Table, int Hidden) MeasuresByLocation(Scene scene) =>
        ByLocation(
            scene,
            Measure(scene),
            new("Aard van de maatregelen per locatie", "Nature of the measures by location"),
            new("Oordelen", "Verdicts")
        );

    public static (FigureTable Table, int Hidden) ByNature(Scene scene) =>
        Single(scene, Natures(scene), new("Aard van de klachten", "Nature of the complaints"), new("Aard", "Nature"));

    public static (FigureTable Table, int Hidden) ByVerdict(Scene scene) =>
        Single(scene, Verdict(scene), new("Oordelen", "Verdicts"), new("Oordeel", "Verdict"));

    public static (FigureTable Table, int Hidden) ByMeasure(Scene scene) =>
        Single(
            scene,
            Measure(scene),
            new("Maatregelen na een oordeel", "Measures after a verdict"),
            new("Maatregelen", "Measures")
        );

    private static Grid Natures(Scene scene) =>
        new(scene, GridKind.Natures, _ => true, f => f.FiledOn, scene.NatureColumns, scene.Has);

    private static Grid Verdict(Scene scene) =>
        new(
            scene,
            GridKind.Verdicts,
            f => f.Verdict is not null,
            f => f.DecidedOn,
            Verdicts,
            (f, code) => f.Verdict == code
        );

    private static Grid Measure(Scene scene) =>
        new(
            scene,
            GridKind.Measures,
            f => f.Verdict is not null,
            f => f.DecidedOn,
            MeasureColumns,
            (f, code) => Traits.MeasureOf(f) == code
        );

    private static (FigureTable, int) ByLocation(Scene scene, Grid grid, Words title, Words total)
    {
        var (rows, hidden) = grid.Make(byLocation: true);
        return (
            new(
                grid.Kind.ByLocation,
                title,
                [LocationWord, total, .. grid.Columns.Select(c => c.Label)],
                rows,
                HiddenNote(scene.Threshold)
            ),
            hidden
        );
    }

    internal static readonly IReadOnlyList<(string Code, Words Label)> MeasureColumns =
    [
        ("none", new("Geen maatregel", "No measure")),
        ("location", new("Op de locatie", "At the location")),
        ("organisation", new("In de hele organisatie", "In the whole organisation")),
    ];

    internal static (FigureTable Table, int Hidden) Single(Scene scene, Grid grid, Words title, Words head)
    {
        var (made, hidden) = grid.Make(byLocation: false);
        if (made.Count == 0)
            return (new(grid.Kind.Single, title, [head, new("Aantal", "Number")], []), 0);
        // One line of cells reads better upright.
        var line = made[^1];
        var rows = grid.Columns.Select((c, i) => new FigureRow(c.Label, [line.Cells[i + 1]])).ToList();
        rows.Add(new(TotalWord, [line.Cells[0]], IsTotal: true));
        return (
            new(
                grid.Kind.Single,
                title,
                [head, new("Aantal", "Number")],
                rows,
                hidden > 0 ? HiddenNote(scene.Threshold) : null,
                Bars: [1]
            ),
            hidden
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
        var known = scene.Locations.Select(l => l.Key).ToHashSet(StringComparer.Ordinal);
        var here = facts.ToLookup(f => f.Location is { } key && known.Contains(key) ? key : null);
        foreach (var location in scene.Locations)
            yield return (location.Key, Words.Same(location.Name), [.. here[location.Key]]);
        var elsewhere = here[null].ToList();
        if (elsewhere.Count > 0)
            yield return (null, new("Geen of andere locatie", "No or another location"), elsewhere);
    }
}
