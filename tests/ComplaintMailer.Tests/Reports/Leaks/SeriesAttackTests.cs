using ComplaintMailer.Core.Figures;
using NodaTime;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Tests.Reports.Leaks;

/// <summary>Rows of reports that tie each other in other ways than parts to a whole.</summary>
public class SeriesAttackTests
{
    private const int Threshold = 5;
    private static readonly LocalDate Later = new(2027, 1, 4);

    [Fact]
    public void Reports_over_stretches_of_time_that_overlap_narrow_nothing_of_each_other() =>
        Attack(
            RandomYear.Tried(30),
            seed =>
                InOrder(
                    (ReportKinds.Quarterly, ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
                    (ReportKinds.FourMonthly, ["2026-T1", "2026-T2", "2026-T3"]),
                    (ReportKinds.StatutoryChildcare, ["2026"])
                )
        );

    [Fact]
    public void Weekly_figures_one_after_the_other_narrow_nothing_that_others_keep() =>
        Attack(
            RandomYear.Tried(6),
            seed =>
                InOrder(
                    (
                        ReportKinds.WeeklyBoard,
                        [
                            .. Enumerable
                                .Range(1, 52)
                                .Select(w => Period.Week(new LocalDate(2025, 12, 29).PlusWeeks(w - 1)).Code),
                        ]
                    ),
                    (ReportKinds.Quarterly, ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
                    (ReportKinds.StatutoryChildcare, ["2026"])
                )
        );

    /// <summary>What a corrected report no longer says is told beside it; so whoever has both knows what still holds.</summary>
    [Fact]
    public void A_correction_tells_no_more_than_that_something_was_corrected()
    {
        var failures = new List<string>();
        var hidden = 0;
        for (var seed = 1; seed <= RandomYear.Tried(30); seed++)
        {
            var year = new RandomYear(seed);
            var readings = Family.ByPlace.Select(f => new Reading(year, f)).ToList();
            var made = new List<FiguresReport>();
            foreach (var part in year.Parts)
                Publish(part, year.Facts);
            Publish(year.Yearly, year.Facts);
            // One or two complaints turn out to have been about something else, or to have been judged otherwise.
            List<CaseFacts> facts = [.. year.Facts];
            for (var change = 0; change <= seed % 2; change++)
            {
                var at = ((seed * 7) + (change * 11)) % facts.Count;
                facts[at] = facts[at] with
                {
                    Natures = [facts[at].Natures[0] == "treatment" ? "communication" : "treatment"],
                    Verdict =
                        facts[at].Verdict is null ? null
                        : facts[at].Verdict == "founded" ? "unfounded"
                        : "founded",
                };
            }
            foreach (var report in made.ToList())
            {
                var again = FiguresMaker.Make(
                    report.Kind,
                    report.Period,
                    facts,
                    year.Organisation,
                    SampleReports.Pack,
                    made,
                    Later
                );
                if (Corrections.Of(report, again) is not { } corrected)
                    continue;
                // The table that says what was corrected tells nothing that neither of the two does.
                var (was, now) = (ByLabel(report), ByLabel(again));
                foreach (var row in corrected.Table(Corrections.Name)!.Rows.Where(r => now.ContainsKey(r.Label.Nl)))
                {
                    Assert.Equal(was.GetValueOrDefault(row.Label.Nl, FigureCell.None), row.Cells[0]);
                    Assert.Equal(now[row.Label.Nl], row.Cells[1]);
                }
                Publish(corrected, facts);
            }

            void Publish(FiguresReport report, IReadOnlyList<CaseFacts> now)
            {
                made.Add(report);
                foreach (var reading in readings)
                {
                    reading.Read(report);
                    if (report.Revision == 1)
                        continue;
                    var (targets, narrowed) = reading.Attack(now, Threshold);
                    hidden += targets;
                    failures.AddRange(
                        narrowed.Select(n => $"seed {seed}, {report.Kind} {report.Period.Code} v{report.Revision}: {n}")
                    );
                }
            }
        }
        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(20)) + $"\n{failures.Count} in all");
        Assert.True(hidden > 100, $"{hidden} hidden numbers");
    }

    private static Dictionary<string, FigureCell> ByLabel(FiguresReport report) =>
        report
            .Tables.Where(t => t.Name != "unusual")
            .SelectMany(t =>
                t.Rows.SelectMany(r =>
                    r.Cells.Select((cell, i) => ($"{t.Title.Nl}: {r.Label.Nl}, {t.Columns[i + 1].Nl}", Cell: cell))
                )
            )
            .ToDictionary(x => x.Item1, x => x.Cell);

    private static void Attack(int years, Func<int, IEnumerable<(string Kind, Period Period)>> series)
    {
        var failures = new List<string>();
        var hidden = 0;
        for (var seed = 1; seed <= years; seed++)
        {
            var year = new RandomYear(seed);
            var readings = Family.ByPlace.Select(f => new Reading(year, f)).ToList();
            var made = new List<FiguresReport>();
            foreach (var (kind, period) in series(seed))
            {
                var report = FiguresMaker.Make(
                    kind,
                    period,
                    year.Facts,
                    year.Organisation,
                    SampleReports.Pack,
                    made,
                    Later
                );
                made.Add(report);
                foreach (var reading in readings)
                {
                    reading.Read(report);
                    if (kind == ReportKinds.WeeklyBoard)
                        continue;
                    var (targets, narrowed) = reading.Attack(year.Facts, Threshold);
                    hidden += targets;
                    failures.AddRange(narrowed.Select(n => $"seed {seed}, {kind} {period.Code}: {n}"));
                }
            }
        }
        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(20)) + $"\n{failures.Count} in all");
        Assert.True(hidden > 20 * years, $"{hidden} hidden numbers");
    }

    /// <summary>As they come out: when their time is over.</summary>
    private static IEnumerable<(string Kind, Period Period)> InOrder(params (string Kind, string[] Codes)[] series) =>
        series
            .SelectMany(s => s.Codes.Select(code => (s.Kind, Period: Period.Parse(code)!)))
            .OrderBy(x => x.Period.To)
            .ThenBy(x => x.Kind == ReportKinds.StatutoryChildcare);
}
