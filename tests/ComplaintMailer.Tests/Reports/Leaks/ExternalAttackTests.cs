using ComplaintMailer.Core.Figures;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Tests.Reports.Leaks;

/// <summary>How many rulings of an external body bind stands in reports over quarters, over the year, and over childcare alone.</summary>
public class ExternalAttackTests
{
    private const int Threshold = 5;
    private static readonly string[] Bodies = ["GCK", "PKC"];

    [Theory]
    [InlineData(6, 3, false)] // three of six bind
    [InlineData(6, 6, true)] // all do: that tells of no few
    [InlineData(12, 9, false)] // three do not
    [InlineData(12, 6, true)]
    [InlineData(12, 0, true)]
    public void How_many_rulings_bind_is_told_when_neither_those_nor_the_others_are_few(
        int rulings,
        int binding,
        bool isTold
    )
    {
        var year = new RandomYear(1);
        var facts = Enumerable
            .Range(0, rulings)
            .Select(i => Fact(year, i, new(2026, 5, 1), "GCK", i < binding))
            .ToList();

        var report = Make(year, facts, ReportKinds.PublicExternal, "2026", []);

        var row = Assert.Single(report.Table("external")!.Rows);
        Assert.Equal(rulings, row.Cells[1].Number);
        Assert.Equal(isTold ? CellKind.Number : CellKind.Hidden, row.Cells[2].Kind);
        Assert.Equal(isTold ? 0 : 1, report.Suppressed);
    }

    [Fact]
    public void Of_fewer_rulings_than_the_threshold_nothing_is_told()
    {
        var year = new RandomYear(1);
        List<CaseFacts> facts = [.. Enumerable.Range(0, 4).Select(i => Fact(year, i, new(2026, 5, 1), "GCK", true))];

        var report = Make(year, facts, ReportKinds.PublicExternal, "2026", []);

        Assert.Equal(CellKind.None, Assert.Single(report.Table("external")!.Rows).Cells[2].Kind);
    }

    /// <summary>A quarter kept that three of six bind; what a year tells must not give it back.</summary>
    [Fact]
    public void What_a_quarter_kept_a_year_does_not_give_back()
    {
        var year = new RandomYear(1);
        List<CaseFacts> facts =
        [
            .. Enumerable.Range(0, 6).Select(i => Fact(year, i, new(2026, 2, 1), "GCK", i < 3)),
            .. Enumerable.Range(6, 10).Select(i => Fact(year, i, new(2026, 5, 1), "GCK", i < 11)),
        ];
        var first = Make(year, facts, ReportKinds.Quarterly, "2026-Q1", []);
        var second = Make(year, facts, ReportKinds.Quarterly, "2026-Q2", [first]);

        var whole = Make(year, facts, ReportKinds.PublicExternal, "2026", [first, second]);

        Assert.Equal(CellKind.Hidden, first.Table("external")!.Rows[0].Cells[2].Kind);
        Assert.Equal(5, second.Table("external")!.Rows[0].Cells[2].Number);
        Assert.Equal(CellKind.Hidden, whole.Table("external")!.Rows[0].Cells[2].Kind);
    }

    [Fact]
    public void No_number_of_binding_rulings_that_is_kept_can_be_worked_out()
    {
        var failures = new List<string>();
        var (hidden, told) = (0, 0);
        for (var seed = 1; seed <= 28; seed++)
        {
            var year = new RandomYear(seed);
            var chance = new Random(seed);
            var facts = Enumerable
                .Range(0, 10 + chance.Next(70))
                .Select(i =>
                    Fact(
                        year,
                        i,
                        new NodaTime.LocalDate(2026, 1, 1).PlusDays(chance.Next(365)),
                        Bodies[chance.Next(4) / 3],
                        chance.Next(100) < 20 + (seed % 7 * 12)
                    )
                )
                .ToList();
            var made = new List<FiguresReport>();
            foreach (var code in new[] { "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4" })
                made.Add(Make(year, facts, ReportKinds.Quarterly, code, made));
            made.Add(Make(year, facts, ReportKinds.StatutoryChildcare, "2026", made));
            made.Add(Make(year, facts, ReportKinds.PublicExternal, "2026", made));
            foreach (var body in Bodies)
            {
                for (var count = 1; count <= made.Count; count++)
                {
                    var (targets, names, now) = Read(facts, body, made[..count], isLastRead: true);
                    var (_, _, before) = Read(facts, body, made[..count], isLastRead: false);
                    var values = now.Values(targets, Threshold);
                    var could = before.Values(targets, Threshold);
                    for (var t = 0; t < targets.Count; t++)
                    {
                        if (values[t].Count < Math.Min(Threshold, could[t].Count))
                            failures.Add(
                                $"seed {seed}, {body}: {names[t]} is one of {string.Join(", ", values[t])} with {made[count - 1].Kind} {made[count - 1].Period.Code}"
                            );
                    }
                    hidden += targets.Count;
                }
                told += made.Count(r => Row(r, body)?.Cells[2].Number is not null);
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(20)) + $"\n{failures.Count} in all");
        Assert.True(hidden > 200 && told > 25, $"{hidden} hidden, {told} told");
    }

    private static FigureRow? Row(FiguresReport report, string body) =>
        report.Table("external")?.Rows.FirstOrDefault(r => r.Label.Nl == body);

    /// <summary>Of each quarter, within and without childcare: how many rulings bind, and how many do not.</summary>
    private static (List<int[]> Targets, List<string> Names, Puzzle Puzzle) Read(
        List<CaseFacts> facts,
        string body,
        List<FiguresReport> reports,
        bool isLastRead
    )
    {
        var puzzle = new Puzzle();
        var quarters = Enumerable.Range(0, 4).Select(q => Period.Quarter(new(2026, 1 + (3 * q), 1))).ToList();
        foreach (var quarter in quarters)
        foreach (var childcare in new[] { true, false })
        foreach (var binding in new[] { true, false })
            puzzle.Add(
                facts.Count(f =>
                    f.ExternalBody == body
                    && quarter.Contains(f.ExternalRuledOn)
                    && f.Service == "childcare" == childcare
                    && f.ExternalBinding == binding
                )
            );
        var targets = new List<int[]>();
        var names = new List<string>();
        foreach (var report in reports)
        {
            var row = Row(report, body);
            int[] Of(bool withRest) =>
                [
                    .. Enumerable
                        .Range(0, 16)
                        .Where(n =>
                            report.Period.Contains(quarters[n / 4].From)
                            && (report.Kind != ReportKinds.StatutoryChildcare || n / 2 % 2 == 0)
                            && (withRest || n % 2 == 0)
                        ),
                ];
            puzzle.Know(Of(true), (int)(row?.Cells[1].Number ?? 0));
            if (row?.Cells[2].Number is { } binding)
            {
                if (isLastRead || report != reports[^1])
                    puzzle.Know(Of(false), (int)binding);
            }
            else if (row is not null)
            {
                targets.Add(Of(false));
                names.Add($"{report.Kind} {report.Period.Code}");
            }
        }
        return (targets, names, puzzle);
    }

    private static FiguresReport Make(
        RandomYear year,
        List<CaseFacts> facts,
        string kind,
        string code,
        List<FiguresReport> earlier
    ) =>
        FiguresMaker.Make(
            kind,
            Period.Parse(code)!,
            facts,
            year.Organisation,
            SampleReports.Pack,
            [.. earlier],
            new(2027, 1, 4)
        );

    private static CaseFacts Fact(RandomYear year, int i, NodaTime.LocalDate ruled, string body, bool binding)
    {
        var location = year.Organisation.Locations[i % year.Organisation.Locations.Count];
        return year.Facts[0] with
        {
            Id = $"e{i}",
            FiledOn = ruled.PlusDays(-60),
            DecidedOn = ruled.PlusDays(-40),
            ClosedOn = ruled.PlusDays(-40),
            Location = location.Key,
            Service = location.Service,
            ExternalBody = body,
            ExternalOn = ruled.PlusDays(-30),
            ExternalRuling = "founded",
            ExternalRuledOn = ruled,
            ExternalBinding = binding,
        };
    }
}
