using ComplaintMailer.Core.Figures.Disclosure;
using ComplaintMailer.Core.Figures.Joint;
using NodaTime;

namespace ComplaintMailer.Core.Figures;

/// <summary>
/// A breakdown and every sum that ties it to what is shown elsewhere: the exact number of each location, the total of each
/// column, and the columns of other reports over parts of the same time or of the same organisation.
/// </summary>
/// <param name="counts">Which complaints it is about, whenever they were.</param>
/// <param name="dateOf">The day on which a complaint counts.</param>
/// <param name="belongs">Whether a complaint counts in a column. One with two natures counts in both.</param>
internal sealed class Grid(
    Scene scene,
    GridKind kind,
    Func<CaseFacts, bool> counts,
    Func<CaseFacts, LocalDate?> dateOf,
    IReadOnlyList<(string Code, Words Label)> columns,
    Func<CaseFacts, string, bool> belongs
)
{
    private readonly CountWeb web = new();

    /// <summary>The numbers of this report's own columns.</summary>
    private readonly int[] totals = new int[columns.Count];

    /// <summary>Where the columns of a report about childcare alone divide into lines.</summary>
    private readonly int[] heads = new int[columns.Count];
    private readonly HashSet<int> already = [];
    private readonly HashSet<int> unprinted = [];

    /// <summary>Printed as not shown although everybody may know it.</summary>
    private readonly HashSet<int> veiled = [];

    /// <summary>Not even that there was nothing of something is told.</summary>
    private bool hidesNothing;

    public GridKind Kind => kind;

    /// <summary>Columns left once those are dropped that are shown to be nothing throughout: leaving them out says the same.</summary>
    public IReadOnlyList<(string Code, Words Label)> Columns { get; private set; } = [];

    private bool IsWhole => scene.Kind != ReportKinds.StatutoryChildcare;

    /// <param name="byLocation">Only for what is about childcare alone: only the law asks for it.</param>
    public (IReadOnlyList<FigureRow> Rows, int Hidden) Make(bool byLocation)
    {
        var facts = Within(scene.Complaints, scene.Period);
        if (facts.Count == 0 || columns.Count == 0)
            return ([], 0);
        var ties = new Ties(scene, kind);
        var lines = byLocation ? BreakdownFigures.Rows(scene, facts).ToList() : [];
        var cells = new int[lines.Count, columns.Count];
        var foresight = new Foresight(scene, kind);
        hidesNothing = IsWhole && foresight.HidesNothing(facts.Count);
        var root = web.AddNode();
        Column(ties, root, byLocation);
        for (var l = 0; l < lines.Count; l++)
            Line(ties, root, lines[l].Key, lines[l].Facts, cells, l);
        Corrected(ties, lines, byLocation, cells);
        if (facts.Count < scene.Threshold)
            already.UnionWith(totals.Where(id => web.Numbers[id].MayHide));

        var chosen = Suppressor.Choose(web, scene.Threshold, already, unprinted);
        // What anybody can work out whatever is hidden here, and is not small, may as well be printed.
        var hidden = chosen
            .Hidden.Where(id => !(chosen.Known.Contains(id) && !IsSmall(web.Numbers[id].Value)))
            .ToHashSet();
        if (IsWhole)
            foresight.Widen(facts, Foreseen(facts), hidden);
        Widen(lines, cells, byLocation, hidden);
        return Print(facts.Count, lines, cells, hidden);
    }

    private List<ForeseenColumn> Foreseen(IReadOnlyList<CaseFacts> facts) =>
        [
            .. columns
                .Select((c, i) => (c.Code, Id: totals[i]))
                .Where(x => web.Numbers[x.Id].MayHide)
                .Select(x => new ForeseenColumn(x.Id, FiguresMaker.Only(facts, f => belongs(f, x.Code)))),
        ];

    /// <summary>Hides more while anything could be narrowed with what other reports show.</summary>
    private void Widen(
        List<(string? Key, Words Label, IReadOnlyList<CaseFacts> Facts)> lines,
        int[,] cells,
        bool byLocation,
        HashSet<int> hidden
    )
    {
        var others = scene.Others;
        // What is not also printed by location and part of the year is one network with what other reports show, and the network
        // holds it exactly; but not what overlaps, or crosses what it does not cross.
        if (others.Count == 0 || (kind != GridKind.Natures && !others.Any(o => o.IsOwn) && !scene.HasOverlaps))
            return;
        var reader = scene.Reader;
        var statements = new List<Statement>(others);
        var numbers = new List<int>();
        IReadOnlyList<string>? services = IsWhole ? null : [Organisations.Services.Childcare];
        for (var c = 0; c < columns.Count; c++)
        {
            Trait[] traits = [new(kind.Trait, [columns[c].Code])];
            Say(totals[c], new(new(kind.Basis, scene.Period, Services: services), traits, IsShown: false));
            for (var l = 0; l < lines.Count; l++)
            {
                var isKnown = veiled.Contains(cells[l, c]);
                var isListed = kind.ListsFew && lines[l].Facts.Count < scene.Threshold && !isKnown;
                Say(
                    cells[l, c],
                    new(
                        new(kind.Basis, scene.Period, Services: services, Where: reader.At(lines[l].Key)),
                        traits,
                        isKnown
                    )
                    {
                        Least = isListed && web.Numbers[cells[l, c]].Value > 0 ? 1 : 0,
                    }
                );
            }
        }
        statements.AddRange(reader.Bare(kind.Basis, scene.Period, services, kind.Basis == Basis.Filed || byLocation));
        if (kind == GridKind.Endings)
            statements.Add(StatementReader.Ended(scene.Period, services, columns));
        // That something stands out somewhere will stand in this report too, and tells that there was so much of it or more.
        if (IsWhole && kind == GridKind.Natures)
            statements.AddRange(
                UnusualFigures
                    .Find(scene.Filed, scene.Past, scene.Threshold)
                    .Select(u => StatementReader.StandsOut(scene.Period, u.Location, u.Nature, scene.Threshold))
            );
        Widening.Run(
            scene.Everybody,
            statements,
            others.Count,
            scene.Threshold,
            numbers,
            id => web.Numbers[id].MayHide,
            hidden
        );

        void Say(int id, Statement statement)
        {
            numbers.Add(id);
            statements.Add(statement);
        }
    }

    /// <summary>
    /// For each column: what it is over the widest time that any report covers, split by time on one side (the periods of
    /// reports and what lies between them) and by service on the other (childcare, of which the law asks a report, and the rest).
    /// </summary>
    private void Column(Ties ties, int root, bool byLocation)
    {
        var all = Within(scene.Everywhere, ties.Span);
        var whole = Count(all);
        var isNow = IsWhole && ties.Span == scene.Period;
        var hasParts = ties.Parts.Count > 0;
        var hasServices = !IsWhole || ties.Statutory is not null;
        var sum = web.AddNode();
        var ins = columns.Select(_ => hasParts ? web.AddNode() : sum).ToArray();
        var outs = columns.Select(_ => hasServices ? web.AddNode() : root).ToArray();
        for (var c = 0; c < columns.Count; c++)
        {
            var id = Edge(ins[c], outs[c], whole[c], ties.Whole, columns[c], isNow);
            if (isNow)
                totals[c] = id;
        }
        if (hasParts)
            ByTime(ties, root, ins, all, whole);
        else
            web.Add(root, sum, whole.Sum(), mayHide: false, sensitive: false);
        if (hasServices)
            ByService(ties, root, outs, all, whole, byLocation);
    }

    private void ByTime(Ties ties, int root, int[] ins, IReadOnlyList<CaseFacts> all, int[] whole)
    {
        var left = (int[])whole.Clone();
        foreach (var part in ties.Parts)
        {
            var value = Count(Within(all, part.Period));
            var isNow = part.Report is null;
            var node = web.AddNode();
            for (var c = 0; c < columns.Count; c++)
            {
                var id = Edge(node, ins[c], value[c], part.Report, columns[c], isNow);
                left[c] -= web.Numbers[id].Value;
                if (isNow)
                    totals[c] = id;
            }
            web.Add(root, node, value.Sum(), mayHide: false, sensitive: false);
        }
        if (ties.PartsCoverAll)
            return;
        var rest = web.AddNode();
        for (var c = 0; c < columns.Count; c++)
            Unprinted(web.Add(rest, ins[c], Math.Max(0, left[c]), mayHide: true, sensitive: false));
        web.Add(root, rest, left.Sum(n => Math.Max(0, n)), mayHide: false, sensitive: false);
    }

    private void ByService(Ties ties, int root, int[] outs, IReadOnlyList<CaseFacts> all, int[] whole, bool byLocation)
    {
        var childcare = Count(FiguresMaker.Only(all, f => f.Service == Organisations.Services.Childcare));
        var sum = web.AddNode();
        var others = web.AddNode();
        var left = 0;
        var isElsewhere = Elsewhere();
        var elsewhere = all.Count(f => f.Service != Organisations.Services.Childcare);
        for (var c = 0; c < columns.Count; c++)
        {
            heads[c] = byLocation ? web.AddNode() : sum;
            var id = Edge(outs[c], heads[c], childcare[c], ties.Statutory, columns[c], isNow: !IsWhole);
            if (!IsWhole)
                totals[c] = id;
            var rest = Math.Max(0, whole[c] - web.Numbers[id].Value);
            left += rest;
            var (least, most) = ties.Bounds(isElsewhere, elsewhere, columns[c]);
            Unprinted(web.Add(outs[c], others, rest, mayHide: true, sensitive: false, least, most));
        }
        web.Add(others, root, left, mayHide: false, sensitive: false);
        if (!byLocation)
            web.Add(sum, root, childcare.Sum(), mayHide: false, sensitive: false);
    }

    /// <summary>Whether a row of a table is about a location without childcare.</summary>
    private Func<string?, bool> Elsewhere()
    {
        var others = scene.OtherLocations;
        return key => key is not null && others.Contains(key);
    }

    private void Line(Ties ties, int root, string? location, IReadOnlyList<CaseFacts> line, int[,] cells, int place)
    {
        var node = web.AddNode();
        var value = Count(line);
        var isFew = line.Count > 0 && line.Count < scene.Threshold;
        // The list of natures that stands beside few complaints tells which there were, and so which there were not.
        var isListed = isFew && kind.ListsFew;
        var listed = value.Count(v => v > 0);
        for (var c = 0; c < columns.Count; c++)
        {
            var (least, most) = ties.Bounds(key => key == location, line.Count, columns[c]);
            if (isListed && value[c] > 0)
                (least, most) = (Math.Max(1, least), Math.Min(most, value.Sum() - listed + 1));
            var isKnown = isListed && value[c] == 0;
            cells[place, c] = web.Add(
                heads[c],
                node,
                value[c],
                mayHide: !isKnown && MayHide(columns[c].Code),
                sensitive: IsSmall(value[c]),
                least,
                most
            );
            // Of few complaints nothing of how they divide is shown, not even what there was none of.
            if (!MayHide(columns[c].Code))
                continue;
            if (isKnown)
                veiled.Add(cells[place, c]);
            else if (isFew)
                already.Add(cells[place, c]);
        }
        web.Add(node, root, value.Sum(), mayHide: false, sensitive: false);
    }

    /// <summary>
    /// A correction stands beside what was printed before: what was hidden then stays hidden, and a number that moved by little
    /// is hidden too, or the difference would tell of those few.
    /// </summary>
    private void Corrected(
        Ties ties,
        List<(string? Key, Words Label, IReadOnlyList<CaseFacts> Facts)> lines,
        bool byLocation,
        int[,] cells
    )
    {
        if (ties.Before is not { } before)
            return;
        var table = before.Table(byLocation ? kind.ByLocation : kind.Single);
        for (var c = 0; c < columns.Count; c++)
            Keep(totals[c], Ties.Total(table, columns[c].Label));
        if (!byLocation)
            return;
        for (var l = 0; l < lines.Count; l++)
        {
            var row = table?.Rows.FirstOrDefault(r => r.Location == lines[l].Key && !r.IsTotal);
            var moved = Math.Abs(lines[l].Facts.Count - (int)(row?.Cells[0].Number ?? 0));
            for (var c = 0; c < columns.Count; c++)
            {
                Keep(cells[l, c], Ties.In(table, row, columns[c].Label));
                if (moved > 0 && moved < scene.Threshold && web.Numbers[cells[l, c]].MayHide)
                    already.Add(cells[l, c]);
            }
        }

        void Keep(int id, (bool Hidden, int Value) was)
        {
            var moved = Math.Abs(web.Numbers[id].Value - was.Value);
            if (web.Numbers[id].MayHide && (was.Hidden || (moved > 0 && moved < scene.Threshold)))
                already.Add(id);
        }
    }

    private (IReadOnlyList<FigureRow> Rows, int Hidden) Print(
        int count,
        List<(string? Key, Words Label, IReadOnlyList<CaseFacts> Facts)> lines,
        int[,] cells,
        IReadOnlySet<int> hidden
    )
    {
        bool IsHidden(int id) => hidden.Contains(id) || veiled.Contains(id);
        bool IsNothing(int id) => !IsHidden(id) && web.Numbers[id].Value == 0;
        var places = Enumerable
            .Range(0, columns.Count)
            .Where(c =>
                !IsNothing(totals[c]) || Enumerable.Range(0, lines.Count).Any(l => hidden.Contains(cells[l, c]))
            )
            .ToList();
        Columns = [.. places.Select(c => columns[c])];
        FigureCell Show(int id) => IsHidden(id) ? FigureCell.Hidden : FigureCell.Of(web.Numbers[id].Value);
        var rows = new List<FigureRow>();
        for (var l = 0; l < lines.Count; l++)
        {
            var place = l;
            rows.Add(
                new(
                    lines[l].Label,
                    [FigureCell.Of(lines[l].Facts.Count), .. places.Select(c => Show(cells[place, c]))],
                    lines[l].Key
                )
            );
        }
        rows.Add(
            new(new("Totaal", "Total"), [FigureCell.Of(count), .. places.Select(c => Show(totals[c]))], IsTotal: true)
        );
        return (rows, rows.Sum(r => r.Cells.Count(c => c.Kind == CellKind.Hidden)));
    }

    /// <summary>A number that another report printed, hid, or that nobody printed.</summary>
    private int Edge(int from, int to, int value, FiguresReport? report, (string Code, Words Label) column, bool isNow)
    {
        if (isNow)
            return web.Add(from, to, value, MayHide(column.Code), IsSmall(value) || (value == 0 && hidesNothing));
        if (report is null)
        {
            var none = web.Add(from, to, value, mayHide: true, sensitive: false);
            unprinted.Add(none);
            return none;
        }
        var shown = Ties.Total(report.Table(kind.Single) ?? report.Table(kind.ByLocation), column.Label);
        // What was printed and is no longer so says nothing of how things are: it waits to be corrected itself.
        var isStale = !shown.Hidden && shown.Value != value;
        var id = web.Add(from, to, value, mayHide: shown.Hidden || isStale, sensitive: false);
        if (shown.Hidden)
            already.Add(id);
        else if (isStale)
            Unprinted(id);
        return id;
    }

    /// <summary>Nobody printed it. It is kept from being worked out where it is small, as if it stood there.</summary>
    private void Unprinted(int id) => (IsSmall(web.Numbers[id].Value) ? already : unprinted).Add(id);

    private IReadOnlyList<CaseFacts> Within(IReadOnlyList<CaseFacts> facts, Period period) =>
        FiguresMaker.Only(facts, f => counts(f) && period.Contains(dateOf(f)));

    private int[] Count(IReadOnlyList<CaseFacts> facts)
    {
        var count = new int[columns.Count];
        foreach (var fact in facts)
        {
            for (var c = 0; c < count.Length; c++)
            {
                if (belongs(fact, columns[c].Code))
                    count[c]++;
            }
        }
        return count;
    }

    /// <summary>That a nature is not known yet tells nothing of a complaint.</summary>
    private static bool MayHide(string code) => code.Length > 0;

    private bool IsSmall(int count) => count > 0 && count < scene.Threshold;
}

/// <param name="Single">Name of the table when it has one line.</param>
/// <param name="ByLocation">Name of the table with a line a location.</param>
/// <param name="Basis">The day by which a complaint counts.</param>
/// <param name="Trait">What its columns tell apart.</param>
/// <param name="ListsFew">Where a location has few complaints, a list without numbers stands beside it.</param>
internal sealed record GridKind(string Single, string ByLocation, Basis Basis, string Trait, bool ListsFew = false)
{
    public static GridKind Natures { get; } =
        new("complaints-by-nature", "complaints-by-location-and-nature", Basis.Filed, Traits.Nature, ListsFew: true);
    public static GridKind Verdicts { get; } = new("verdicts", "verdicts-by-location", Basis.Judged, Traits.Verdict);
    public static GridKind Measures { get; } = new("measures", "measures-by-location", Basis.Judged, Traits.Measure);
    public static GridKind Endings { get; } = new("endings", "endings-by-location", Basis.Closed, Traits.Outcome);
}
