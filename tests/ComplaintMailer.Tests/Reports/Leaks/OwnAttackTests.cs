using ComplaintMailer.Core.Figures;
using ComplaintMailer.Core.Figures.Own;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Tests.Reports.Leaks;

/// <summary>
/// An organisation defines reports of its own on the same complaints, before the others are made or after. Whoever has all of them
/// learns from each no more than he is meant to.
/// </summary>
public class OwnAttackTests
{
    private const int Threshold = 5;

    private static readonly (string Code, string Label)[] Natures =
    [
        ("treatment", "Bejegening"),
        ("communication", "Communicatie"),
        ("care", "Zorg en begeleiding"),
        ("contract", "Contract en kosten"),
    ];

    [Fact]
    public void No_report_of_an_organisations_own_narrows_what_another_keeps_and_none_narrows_what_it_keeps()
    {
        var failures = new List<string>();
        var hidden = 0;
        for (var seed = 1; seed <= 60; seed++)
        {
            var year = new RandomYear(seed);
            var made = new List<(FiguresReport Report, OwnDefinition? Own)>();
            var cells = new List<Cell>();
            foreach (var (kind, period, own) in InOrder(year, seed))
            {
                var earlier = made.ConvertAll(m => m.Report);
                var report = own is null
                    ? FiguresMaker.Make(
                        kind,
                        period,
                        year.Facts,
                        year.Organisation,
                        SampleReports.Pack,
                        earlier,
                        new(2027, 1, 4)
                    )
                    : OwnFigures.Make(own, period, year.Facts, year.Organisation, SampleReports.Pack, earlier);
                made.Add((report, own));
                var fresh = Cells(year, report, own).ToList();
                var targets = cells.Concat(fresh).Where(c => c.Value is null && c.IsPrinted).ToList();
                hidden += fresh.Count(c => c.Value is null);
                List<int[]> of = [.. targets.Select(c => c.Of)];
                var now = Printed(year, [.. cells, .. fresh]).Values(of, Threshold);
                var few = Enumerable.Range(0, of.Count).Where(i => now[i].Count < Threshold).ToList();
                var before = Printed(year, [.. cells, .. fresh.Where(c => c.IsOpen)])
                    .Values([.. few.Select(i => of[i])], Threshold);
                for (var i = 0; i < few.Count; i++)
                {
                    if (now[few[i]].Count < Math.Min(Threshold, before[i].Count))
                        failures.Add(
                            $"seed {seed}, {kind} {period.Code}: {targets[few[i]].Name} is one of {string.Join(", ", now[few[i]])}; before {string.Join(", ", before[i])}"
                        );
                }
                cells.AddRange(fresh);
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(20)) + $"\n{failures.Count} in all");
        Assert.True(hidden > 600, $"{hidden} hidden numbers");
    }

    private static IEnumerable<(string Kind, Period Period, OwnDefinition? Own)> InOrder(RandomYear year, int seed)
    {
        var own = Definition(seed);
        foreach (var part in year.Parts)
        {
            if (seed % 2 == 0)
                yield return (own.Name, part.Period, own);
            yield return (part.Kind, part.Period, null);
            if (seed % 2 == 1)
                yield return (own.Name, part.Period, own);
        }
        if (seed % 3 == 0)
            yield return (own.Name, Period.Year(2026), own);
        yield return (ReportKinds.StatutoryChildcare, Period.Year(2026), null);
        if (seed % 3 == 1)
            yield return (own.Name, Period.Year(2026), own);
    }

    private static OwnDefinition Definition(int seed)
    {
        var one = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["location"] = ["l1"] };
        var (rows, columns, filters) = (seed / 2 % 3) switch
        {
            0 => ("nature", null, []),
            1 => ("location", "nature", []),
            _ => ("nature", (string?)null, one),
        };
        return new($"own-{seed}", new("Eigen", "Own"), PeriodKind.Quarter, "filed", rows, columns, filters);
    }

    /// <summary>Every number of a report that is about natures: which complaints it counts, and what stands there.</summary>
    private static IEnumerable<Cell> Cells(RandomYear year, FiguresReport report, OwnDefinition? own)
    {
        var printed = new PrintedReport(report);
        var locations = year.Organisation.Locations;
        var parts = Enumerable
            .Range(0, year.Parts.Count)
            .Where(p => report.Period.Contains(year.Parts[p].Period.From))
            .ToList();
        IEnumerable<int> Of(Func<int, bool> place, int? nature) =>
            from p in parts
            from l in Enumerable.Range(0, locations.Count)
            where place(l)
            from c in Enumerable.Range(0, Natures.Length)
            where nature is null || c == nature
            select (((p * locations.Count) + l) * Natures.Length) + c;
        Cell Make(string what, Func<int, bool> place, int nature, int? value) =>
            new($"{report.Kind} {report.Period.Code} {what}, {Natures[nature].Label}", [.. Of(place, nature)], value);

        for (var c = 0; c < Natures.Length; c++)
        {
            var label = Natures[c].Label;
            if (own is null && report.Kind != ReportKinds.StatutoryChildcare)
            {
                yield return Make("all", _ => true, c, printed.Cell("complaints-by-nature", label, "Aantal"));
                // What stands out somewhere is said without a number, but never of fewer than the threshold.
                for (var l = 0; l < locations.Count; l++)
                {
                    var place = l;
                    if (
                        printed
                            .Rows()
                            .Any(r =>
                                r.Table == "unusual"
                                && r.Row == locations[place].Name
                                && r.Cells.Contains(label, StringComparison.Ordinal)
                            )
                    )
                        yield return Make("stands out", x => x == place, c, null) with
                        {
                            Least = Threshold,
                            IsOpen = true,
                            IsPrinted = false,
                        };
                }
                continue;
            }
            if (own is { Columns: null })
            {
                // Nothing at all is shown where there are too few.
                if (report.Totals[0].Value is not null)
                    yield return Make(
                        "all",
                        l => own.Filters.Count == 0 || l == 0,
                        c,
                        printed.Cell("own", label, "Aantal")
                    );
                continue;
            }
            var table = own is null ? "complaints-by-location-and-nature" : "own";
            bool IsIn(int l) => own is not null || locations[l].Service == "childcare";
            yield return Make("all", IsIn, c, printed.Cell(table, "Totaal", label));
            for (var l = 0; l < locations.Count; l++)
            {
                var place = l;
                if (!IsIn(l))
                    continue;
                var list = own is null ? printed.List(table, locations[l].Name) : null;
                var isNone = list?.Contains(label, StringComparison.Ordinal) == false;
                // The law's list is not ours to keep from anybody.
                yield return Make(
                    locations[l].Name,
                    x => x == place,
                    c,
                    isNone ? 0 : printed.Cell(table, locations[l].Name, label)
                ) with
                {
                    IsOpen = list is not null,
                    Least = list is not null && !isNone ? 1 : 0,
                };
            }
        }
    }

    /// <summary>How many complaints each location had in each part of the year is told to everybody; and what these cells print.</summary>
    private static Puzzle Printed(RandomYear year, List<Cell> cells)
    {
        var puzzle = new Puzzle();
        var locations = year.Organisation.Locations;
        foreach (var part in year.Parts)
        foreach (var location in locations)
        {
            var here = Natures
                .Select(n =>
                    puzzle.Add(
                        year.Facts.Count(f =>
                            part.Period.Contains(f.FiledOn) && f.Location == location.Key && f.Natures[0] == n.Code
                        )
                    )
                )
                .ToList();
            puzzle.Know(here, puzzle.True(here));
        }
        foreach (var cell in cells)
        {
            if (cell.Value is { } value)
                puzzle.Know(cell.Of, value);
            else if (cell.Least > 0)
                puzzle.SumAtLeast(cell.Of, cell.Least);
        }
        return puzzle;
    }

    /// <param name="Value">Null: it is not printed.</param>
    private sealed record Cell(string Name, int[] Of, int? Value)
    {
        /// <summary>False: no table has a place for it.</summary>
        public bool IsPrinted { get; init; } = true;
        public bool IsOpen { get; init; }
        public int Least { get; init; }
    }
}
