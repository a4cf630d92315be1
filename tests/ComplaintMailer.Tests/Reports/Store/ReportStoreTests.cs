using ComplaintMailer.Core.Figures;
using ComplaintMailer.Database;
using ComplaintMailer.Reports.Store;
using ComplaintMailer.Tests.Reports.Facts;
using Dapper;
using NodaTime;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Tests.Reports.Store;

public class ReportStoreTests
{
    public static TheoryData<string> Kinds => [.. ReportKinds.All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Figures_are_read_back_as_they_were_made(string kind)
    {
        var figures = SampleReports.Make(kind);

        Assert.Equivalent(figures, FiguresJson.Read(FiguresJson.Write(figures)), strict: true);
    }

    [Fact]
    public void A_report_that_was_changed_by_hand_is_noticed()
    {
        using var register = new FactRegister();
        using (var transaction = register.Connection.BeginTransaction())
        {
            ReportStore.Add(register.Connection, transaction, Report(SampleReports.Make(ReportKinds.Quarterly)));
            transaction.Commit();
        }
        register.Connection.Execute(
            "UPDATE made_report SET figures = REPLACE(figures, '\"restsOn\":', '\"restsOn\":1')"
        );

        Assert.Throws<OperatorException>(() =>
            ReportStore.Drafts(register.Connection, null, "o").Count + Find(register)
        );
    }

    [Fact]
    public void A_correction_shows_what_was_printed_and_what_is_right()
    {
        var before = SampleReports.Make(ReportKinds.Quarterly, complaints: 160);
        var now = SampleReports.Make(ReportKinds.Quarterly, complaints: 170);

        var corrected = Corrections.Of(before, now)!;

        Assert.Equal(2, corrected.Revision);
        var row = corrected.Table("corrections")!.Rows.First(r => r.Label.Nl == "Klachten ingediend");
        Assert.Equal(before.Totals.First(t => t.Name == "filed").Value, (int)row.Cells[0].Number!);
        Assert.Equal(now.Totals.First(t => t.Name == "filed").Value, (int)row.Cells[1].Number!);
    }

    [Fact]
    public void A_correction_that_changes_no_figure_is_none()
    {
        var report = SampleReports.Make(ReportKinds.Quarterly);

        Assert.Null(Corrections.Of(report, SampleReports.Make(ReportKinds.Quarterly)));
    }

    private static int Find(FactRegister register) =>
        ReportStore.Over(register.Connection, null, "o", ComplaintMailer.Core.Figures.Period.Year(2026)).Count;

    private static MadeReport Report(FiguresReport figures) =>
        new(0, "o", figures, MadeReport.Issued, Instant.FromUtc(2027, 1, 4, 8, 0), new Dictionary<string, string>());

    [Fact]
    public void That_open_complaints_have_gone_on_since_is_no_correction()
    {
        var facts = SampleReports.Facts(6, 160, 7);
        FiguresReport Make(List<CaseFacts> of) =>
            FiguresMaker.Make(
                ReportKinds.WeeklyBoard,
                Period.Parse("2026-W52")!,
                of,
                SampleReports.Organisation(6),
                SampleReports.Pack,
                [],
                new(2027, 1, 4)
            );

        var later = Make([
            .. facts.Select(f =>
                f.Stage == "investigating" ? f with { Stage = "objection", Terms = [], OpenSignals = 1 } : f
            ),
        ]);

        Assert.Null(Corrections.Of(Make(facts), later));
    }
}
