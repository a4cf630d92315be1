using ComplaintMailer.Core.Figures;
using ComplaintMailer.Tests.Reports;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Tests.Core.Figures;

public class WideningTests
{
    /// <summary>Nobody can look what so many reports tell together. So the next one tells what the law wants, and nothing else.</summary>
    [Fact]
    public void A_report_that_cannot_be_proved_safe_hides_all_that_it_may()
    {
        var facts = SampleReports.Facts(3, 900, 7);
        var quarter = Make(ReportKinds.Quarterly, Period.Parse("2026-Q1")!, facts, []);
        List<FiguresReport> many =
        [
            .. Enumerable
                .Range(0, 140)
                .Select(i => quarter with { Period = Period.Parse($"{Day(i)}..{Day(i + 20)}")! }),
        ];

        var alone = Make(ReportKinds.StatutoryChildcare, Period.Year(2026), facts, []);
        var beside = Make(ReportKinds.StatutoryChildcare, Period.Year(2026), facts, many);

        var table = beside.Table("complaints-by-location-and-nature")!;
        Assert.All(table.Rows, r => Assert.All(r.Cells.Skip(1), c => Assert.Null(c.Number)));
        // How many complaints there were at each location is never kept from anybody.
        Assert.All(table.Rows, r => Assert.True(r.Cells[0].Number > 0));
        Assert.Contains(alone.Table("complaints-by-location-and-nature")!.Rows, r => r.Cells[1].Number > 0);

        static string Day(int i) =>
            ComplaintMailer.Core.Calendars.DateWords.Iso(new NodaTime.LocalDate(2026, 1, 5).PlusDays(i * 2));
    }

    private static FiguresReport Make(
        string kind,
        Period period,
        List<CaseFacts> facts,
        IReadOnlyList<FiguresReport> earlier
    ) =>
        FiguresMaker.Make(
            kind,
            period,
            facts,
            SampleReports.Organisation(3),
            SampleReports.Pack,
            earlier,
            new(2027, 1, 4)
        );
}
