namespace ComplaintMailer.Core.Figures;

/// <summary>The other reports that a report is read beside: over parts of its time, over more time, over part of the organisation.</summary>
internal sealed class Ties
{
    public static readonly string[] WholeKinds = [ReportKinds.Quarterly, ReportKinds.FourMonthly, ReportKinds.Periodic];

    private readonly Scene scene;
    private readonly GridKind kind;

    public Ties(Scene scene, GridKind kind)
    {
        this.scene = scene;
        this.kind = kind;
        var others = scene
            .Earlier.Where(r => WholeKinds.Contains(r.Kind) || r.Kind == ReportKinds.StatutoryChildcare)
            .GroupBy(r => (r.Kind, r.Period))
            .Select(g => g.MaxBy(r => r.Revision)!)
            .ToList();
        Before = others.FirstOrDefault(r => r.Kind == scene.Kind && r.Period == scene.Period);
        others.RemoveAll(r => r == Before);
        Span = others
            .Select(r => r.Period)
            .Where(p => p.From <= scene.Period.From && p.To >= scene.Period.To)
            .Append(scene.Period)
            .MaxBy(p => NodaTime.Period.DaysBetween(p.From, p.To))!;
        var isWhole = scene.Kind != ReportKinds.StatutoryChildcare;
        Whole = others.FirstOrDefault(r => WholeKinds.Contains(r.Kind) && Same(r.Period, Span));
        Statutory = others.FirstOrDefault(r => r.Kind == ReportKinds.StatutoryChildcare && Same(r.Period, Span));
        var parts = new List<TimePart>();
        if (isWhole && !Same(Span, scene.Period))
            parts.Add(new(scene.Period, null));
        // Periods that overlap can't stand in one sum; the finer ones bind more.
        foreach (
            var part in others
                .Where(r => WholeKinds.Contains(r.Kind) && !Same(r.Period, Span))
                .Where(r => r.Period.From >= Span.From && r.Period.To <= Span.To)
                .OrderBy(r => NodaTime.Period.DaysBetween(r.Period.From, r.Period.To))
                .ThenBy(r => r.Period.From)
        )
        {
            if (parts.All(p => p.Period.To < part.Period.From || p.Period.From > part.Period.To))
                parts.Add(new(part.Period, part));
        }
        Parts = parts;
        PartsCoverAll =
            parts.Sum(p => NodaTime.Period.DaysBetween(p.Period.From, p.Period.To) + 1)
            == NodaTime.Period.DaysBetween(Span.From, Span.To) + 1;
    }

    /// <summary>The same report as it was printed before a correction.</summary>
    public FiguresReport? Before { get; }

    /// <summary>The widest period that holds this one and that a report is about.</summary>
    public Period Span { get; }

    /// <summary>Over all of the span, the whole organisation.</summary>
    public FiguresReport? Whole { get; }

    /// <summary>Over all of the span, childcare.</summary>
    public FiguresReport? Statutory { get; }

    /// <summary>Over parts of the span, the whole organisation.</summary>
    public IReadOnlyList<TimePart> Parts { get; }
    public bool PartsCoverAll { get; }

    /// <summary>
    /// What the reports over parts of the time tell of one cell: of each part is printed how many complaints each location had and
    /// how many there were of the nature, and neither can be more than the other leaves room for.
    /// </summary>
    /// <param name="isHere">The locations the cell is about.</param>
    /// <param name="total">How many complaints they had in all.</param>
    public (int Least, int Most) Bounds(Func<string?, bool> isHere, int total, (string Code, Words Label) column)
    {
        if (kind != GridKind.Natures)
            return (0, int.MaxValue);
        var least = 0;
        var most = 0;
        var covered = 0;
        foreach (var part in Parts)
        {
            if (part.Report?.Table("complaints-by-location") is not { } table)
                continue;
            var (here, elsewhere) = (0, 0);
            foreach (var row in table.Rows)
            {
                var count = (int)(row.Cells[0].Number ?? 0);
                if (isHere(row.Location))
                    here += count;
                else
                    elsewhere += count;
            }
            var (hidden, value) = Total(part.Report.Table(kind.Single), column.Label);
            var isUnusual =
                part.Report.Table("unusual")?.Rows.Any(r => isHere(r.Location) && r.Cells[0].Text == column.Label.Nl)
                == true;
            covered += here;
            most += hidden ? here : Math.Min(here, value);
            least += Math.Max(hidden ? 0 : Math.Max(0, value - elsewhere), isUnusual ? scene.Threshold : 0);
        }
        return covered == 0 ? (0, int.MaxValue) : (least, most + Math.Max(0, total - covered));
    }

    /// <summary>What a table printed for a column as a whole. What it left out it showed to be nothing.</summary>
    public static (bool Hidden, int Value) Total(FigureTable? table, Words column)
    {
        if (table is null)
            return (false, 0);
        // A table of one line stands upright: its columns are rows.
        if (table.Columns.Count == 2)
            return table.Rows.FirstOrDefault(r => !r.IsTotal && r.Label == column) is { } upright
                ? Read(upright.Cells[0])
                : (false, 0);
        return In(table, table.Rows.FirstOrDefault(r => r.IsTotal), column);
    }

    public static (bool Hidden, int Value) In(FigureTable? table, FigureRow? row, Words column)
    {
        if (table is null || row is null)
            return (false, 0);
        for (var i = 1; i < table.Columns.Count; i++)
        {
            if (table.Columns[i] == column)
                return Read(row.Cells[i - 1]);
        }
        return (false, 0);
    }

    private static (bool, int) Read(FigureCell cell) => (cell.Number is null, (int)(cell.Number ?? 0));

    private static bool Same(Period a, Period b) => a.From == b.From && a.To == b.To;
}

/// <param name="Report">Null: the report that is being made.</param>
internal sealed record TimePart(Period Period, FiguresReport? Report);
