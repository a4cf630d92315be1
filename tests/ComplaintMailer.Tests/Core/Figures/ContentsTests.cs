using ComplaintMailer.Core.Figures;
using ComplaintMailer.Tests.Reports;
using NodaTime;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Tests.Core.Figures;

/// <summary>What stands in each report, on paper anybody can count after.</summary>
public class ContentsTests
{
    private static readonly Period Quarter = Period.Parse("2026-Q4")!;

    [Theory]
    [InlineData(ReportKinds.WeeklyBoard, "open-by-age due terms open-by-stage signals")]
    [InlineData(ReportKinds.Late, "open-by-age due")]
    [InlineData(ReportKinds.PublicExternal, "external external-outcomes")]
    [InlineData(
        ReportKinds.StatutoryChildcare,
        "complaints-by-location-and-nature verdicts-by-location measures-by-location external external-by-location endings terms"
    )]
    [InlineData(
        ReportKinds.Quarterly,
        "complaints-by-location complaints-by-nature complaints-by-channel verdicts measures terms open-by-stage endings external trend unusual"
    )]
    [InlineData(
        ReportKinds.FourMonthly,
        "complaints-by-location complaints-by-nature complaints-by-channel verdicts measures terms open-by-stage endings external trend unusual"
    )]
    [InlineData(
        ReportKinds.Periodic,
        "complaints-by-location complaints-by-nature complaints-by-channel verdicts measures terms open-by-stage endings external trend unusual"
    )]
    public void Each_report_has_its_tables(string kind, string tables)
    {
        var facts = new List<CaseFacts>();
        var period = ReportKinds.LastPeriod(kind, new(2027, 1, 4));
        var day = LocalDate.Min(period.To, new(2026, 12, 31));
        for (var i = 0; i < 30; i++)
            facts.Add(
                Complaint(i, day, took: 0) with
                {
                    ExternalBody = "GCK",
                    ExternalOn = day,
                    ExternalRuledOn = day,
                    ExternalRuling = "founded",
                }
            );
        for (var i = 30; i < 40; i++)
            facts.Add(Complaint(i, day, took: null) with { Natures = [i % 2 == 0 ? "care" : "contract"] });
        for (var i = 40; i < 50; i++)
            facts.Add(
                Complaint(i, day, took: 0) with
                {
                    Natures = [i % 2 == 0 ? "communication" : "procedure"],
                    Verdict = null,
                    DecidedOn = null,
                    Outcome = "withdrawn",
                }
            );

        var report = Make(facts, kind, period);

        Assert.Equal(tables, string.Join(' ', report.Tables.Select(t => t.Name)));
    }

    [Fact]
    public void Terms_tell_the_share_the_median_and_the_slowest_tenth_of_ten_or_more()
    {
        // Answered after 5, 10 … 50 days; six weeks are the term.
        var facts = Enumerable.Range(1, 10).Select(i => Complaint(i, new(2026, 10, 5), took: i * 5)).ToList();

        var row = Assert.Single(Make(facts).Table("terms")!.Rows);
        var few = Assert.Single(Make(facts[..9]).Table("terms")!.Rows);

        Assert.Equal([10, 8, 2, 80, 27.5m, 45], row.Cells.Select(c => c.Number));
        Assert.Equal([9, 8, 1, null, null, null], few.Cells.Select(c => c.Number));
    }

    [Fact]
    public void The_trend_shows_the_four_periods_before_with_displeasure_and_questions_apart()
    {
        var facts = new List<CaseFacts>();
        foreach (var (quarter, count) in new[] { (0, 2), (1, 5), (2, 3), (3, 4), (4, 6) })
        {
            var filed = new LocalDate(2025, 10, 1).PlusMonths(quarter * 3).PlusDays(2);
            facts.AddRange(Enumerable.Range(0, count).Select(i => Complaint((quarter * 100) + i, filed, took: 10)));
            facts.Add(Complaint((quarter * 100) + 90, filed, took: 3) with { Kind = "question", Verdict = null });
        }
        facts.Add(Complaint(999, new(2026, 12, 1), took: 3) with { Kind = "dissatisfaction", Verdict = null });

        var report = Make(facts);

        Assert.Equal(
            [
                "Het vierde kwartaal van 2025: 2 2 0 1",
                "Het eerste kwartaal van 2026: 5 5 0 1",
                "Het tweede kwartaal van 2026: 3 3 0 1",
                "Het derde kwartaal van 2026: 4 4 0 1",
                "Het vierde kwartaal van 2026: 6 6 1 1",
            ],
            report.Table("trend")!.Rows.Select(r => $"{r.Label.Nl}: {string.Join(' ', r.Cells.Select(c => c.Number))}")
        );
        Assert.Equal(1, report.Totals.Single(t => t.Name == "dissatisfaction").Value);
        Assert.Equal(1, report.Totals.Single(t => t.Name == "question").Value);
    }

    [Theory]
    [InlineData(1, 12, true)] // one a quarter, and now twelve
    [InlineData(9, 12, false)] // nine a quarter: twelve is chance
    public void What_is_clearly_more_than_before_stands_out(int before, int now, bool standsOut)
    {
        var facts = new List<CaseFacts>();
        for (var quarter = 0; quarter < 5; quarter++)
        {
            var filed = new LocalDate(2025, 10, 1).PlusMonths(quarter * 3).PlusDays(2);
            facts.AddRange(
                Enumerable
                    .Range(0, quarter < 4 ? before : now)
                    .Select(i => Complaint((quarter * 100) + i, filed, took: 10))
            );
            // Five of each other nature every quarter.
            foreach (var nature in new[] { "communication", "care", "contract", "procedure" })
                facts.AddRange(
                    Enumerable
                        .Range(0, 5)
                        .Select(i => Complaint((quarter * 100) + i, filed, took: 10) with { Natures = [nature] })
                );
        }

        var unusual = Make(facts).Table("unusual")?.Rows ?? [];

        Assert.Equal(
            standsOut ? ["De 1e Vlinder aan de Kinderdijkstraat: Bejegening"] : [],
            unusual.Select(r => $"{r.Label.Nl}: {r.Cells[0].Text}")
        );
    }

    [Fact]
    public void The_first_page_says_it_in_plain_words()
    {
        var facts = Enumerable
            .Range(0, 11)
            .Select(i => Complaint(i, new(2026, 10, 5), took: i < 10 ? 20 : null))
            .ToList();

        var report = Make(facts);

        Assert.Equal(
            [
                "In dit kwartaal zijn 11 klachten ingediend. In het kwartaal ervoor waren er geen.",
                "De meeste klachten kwamen van De 1e Vlinder aan de Kinderdijkstraat: 11.",
                "Over tien klachten is een oordeel gegeven. Aan het eind stond er één nog open.",
                "Alle termijnen die in deze periode afliepen, zijn gehaald.",
                "Van de oordelen kwam 100% op tijd. De helft kwam binnen 20 dagen.",
            ],
            report.Words["nl"].Take(5)
        );
        Assert.StartsWith("In this quarter 11 complaints were filed.", report.Words["en"][0]);
    }

    [Fact]
    public void Measures_that_are_carried_out_and_that_are_still_open_are_told_in_numbers_and_in_words()
    {
        // Of 24 verdicts with a measure each, fourteen are carried out.
        var facts = Enumerable
            .Range(0, 24)
            .Select(i =>
                Complaint(i, new(2026, 10, 5), took: 20) with
                {
                    Measures = 1,
                    MeasuresDone = i < 14 ? 1 : 0,
                    MeasureScopes = ["location"],
                }
            )
            .ToList();

        var report = Make(facts);

        Assert.Equal((24, 14, 10), Measures(report));
        Assert.Contains(
            "Er zijn 24 maatregelen afgesproken. Daarvan zijn er 14 uitgevoerd en staan er tien nog open.",
            report.Words["nl"]
        );
        // Just one that is open would be somebody's; so nothing of the three is told.
        Assert.Equal(
            (null, null, null),
            Measures(
                Make([
                    .. facts.Select(f => f with { MeasuresDone = 1 }).SkipLast(1),
                    facts[0] with
                    {
                        Id = "x",
                        MeasuresDone = 0,
                    },
                ])
            )
        );
        // And a second report over some of the same days tells nothing that could be taken from the first.
        Assert.Equal(
            (null, null, null),
            Measures(Make(facts, ReportKinds.FourMonthly, Period.Parse("2026-T3")!, [report]))
        );
    }

    [Fact]
    public void Measures_carried_out_since_a_report_was_printed_are_not_told_by_its_correction_one_by_one()
    {
        var facts = Enumerable
            .Range(0, 24)
            .Select(i => Complaint(i, new(2026, 10, 5), took: 20) with { Measures = 1, MeasuresDone = i < 12 ? 1 : 0 })
            .ToList();
        var printed = Make(facts);

        var one = Make([.. facts.Select((f, i) => f with { MeasuresDone = i < 13 ? 1 : 0 })], earlier: [printed]);
        var all = Make([.. facts.Select(f => f with { MeasuresDone = 1 })], earlier: [printed]);

        Assert.Equal((24, 12, 12), Measures(printed));
        Assert.Equal((24, 12, 12), Measures(one));
        Assert.Equal((24, 24, 0), Measures(all));
    }

    [Fact]
    public void What_external_bodies_ruled_is_told_where_no_ruling_is_one_of_few()
    {
        List<CaseFacts> Ruled(int founded, int unfounded) =>
            [
                .. Enumerable
                    .Range(0, founded + unfounded)
                    .Select(i =>
                        Complaint(i, new(2026, 3, 5), took: 20) with
                        {
                            ExternalBody = "GCK",
                            ExternalOn = new LocalDate(2026, 5, 5),
                            ExternalRuledOn = new LocalDate(2026, 9, 9),
                            ExternalRuling = i < founded ? "founded" : "unfounded",
                        }
                    ),
            ];
        FiguresReport Public(int founded, int unfounded) =>
            Make(Ruled(founded, unfounded), ReportKinds.PublicExternal, Period.Year(2026));

        Assert.Equal(
            ["Gegrond 6", "Ongegrond 8"],
            Public(6, 8).Table("external-outcomes")!.Rows.Select(r => $"{r.Label.Nl} {r.Cells[0].Number}")
        );
        Assert.Null(Public(1, 8).Table("external-outcomes"));
        Assert.Equal(
            "In het jaar 2026 zijn negen klachten voorgelegd aan een externe instantie. Over negen klachten is een uitspraak gedaan.",
            Assert.Single(Public(1, 8).Words["nl"])
        );
    }

    [Fact]
    public void The_state_of_the_terms_says_first_what_is_overdue_and_what_is_due()
    {
        var facts = Enumerable.Range(0, 3).Select(i => Complaint(i, new(2026, 10, 5), took: null)).ToList();
        facts.Add(Complaint(3, new(2026, 11, 30), took: null));
        facts.Add(Complaint(4, new(2026, 12, 30), took: null));

        var report = Make(facts, ReportKinds.Late, Period.Week(new(2027, 1, 4)));

        Assert.Equal(
            [
                "Nu staan er vijf klachten open.",
                "Drie oordelen zijn te laat.",
                "Eén oordeel moet binnen tien dagen af zijn.",
            ],
            report.Words["nl"]
        );
        Assert.Equal(5, report.RestsOn);
    }

    private static (int?, int?, int?) Measures(FiguresReport report)
    {
        int? Total(string name) => report.Totals.Single(t => t.Name == name).Value;
        return (Total("measures-agreed"), Total("measures-done"), Total("measures-open"));
    }

    private static FiguresReport Make(
        List<CaseFacts> facts,
        string kind = ReportKinds.Quarterly,
        Period? period = null,
        IReadOnlyList<FiguresReport>? earlier = null
    ) =>
        FiguresMaker.Make(
            kind,
            period ?? Quarter,
            facts,
            SampleReports.Organisation(2),
            SampleReports.Pack,
            earlier ?? [],
            new(2027, 1, 4)
        );

    /// <param name="took">Days to the verdict; null: still open.</param>
    private static CaseFacts Complaint(int i, LocalDate filed, int? took)
    {
        var decided = took is { } days ? filed.PlusDays(days) : (LocalDate?)null;
        var due = filed.PlusDays(42);
        return new()
        {
            Id = $"{i}",
            Organisation = "o",
            Regulation = "T",
            Kind = "complaint",
            Stage = decided is null ? "investigating" : "closed",
            Outcome = decided is null ? null : "decided",
            FiledOn = filed,
            DecidedOn = decided,
            ClosedOn = decided,
            Channel = "mail",
            Location = "l1",
            Service = "childcare",
            Natures = ["treatment"],
            Verdict = decided is null ? null : "founded",
            Terms =
            [
                new(
                    "final",
                    filed,
                    due,
                    decided is null ? "running"
                        : decided <= due ? "met"
                        : "missed",
                    decided
                ),
            ],
        };
    }
}
