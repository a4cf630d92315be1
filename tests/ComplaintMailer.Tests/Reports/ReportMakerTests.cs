using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Reports;
using ComplaintMailer.Reports.Store;
using ComplaintMailer.Tests.Reports.Facts;
using NodaTime;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Tests.Reports;

public class ReportMakerTests
{
    private static readonly Instant January = Instant.FromUtc(2027, 1, 4, 8, 0);

    [Fact]
    public void A_closed_period_gives_the_same_figures_ever_after()
    {
        using var register = new FactRegister();
        register.Fill(SampleReports.Facts(6, 160, 7));
        var first = Make(register, ReportKinds.Quarterly, "2026-Q4", January);

        register.Fill(SampleReports.Facts(6, 90, 8).Select(f => f with { Id = "late" + f.Id }), from: 1000);
        var again = Make(register, ReportKinds.Quarterly, "2026-Q4", January + Duration.FromDays(40));

        Assert.Equal(first.Id, again.Id);
        Assert.Equivalent(first.Figures, again.Figures, strict: true);
        Assert.Equal(first.MadeAt, again.MadeAt);
    }

    [Fact]
    public void What_came_in_late_is_a_correction_and_the_first_report_stays()
    {
        using var register = new FactRegister();
        register.Fill(SampleReports.Facts(6, 160, 7));
        var first = Make(register, ReportKinds.Quarterly, "2026-Q4", January);
        register.Fill(SampleReports.Facts(6, 90, 8).Select(f => f with { Id = "late" + f.Id }), from: 1000);

        var corrected = Make(
            register,
            ReportKinds.Quarterly,
            "2026-Q4",
            January + Duration.FromDays(40),
            correct: true
        );

        Assert.Equal(2, corrected.Revision);
        Assert.NotNull(corrected.Figures.Table("corrections"));
        Assert.Equal(2, ReportStore.Over(register.Connection, null, "o", Period.Parse("2026-Q4")!).Count);
        Assert.Equal(first.Figures.Totals, ReportStore.Find(register.Connection, null, first.Id)!.Figures.Totals);
    }

    [Fact]
    public void A_period_that_still_runs_is_not_kept()
    {
        using var register = new FactRegister();
        register.Fill(SampleReports.Facts(6, 160, 7));

        var report = Make(register, ReportKinds.Quarterly, "2027-Q1", January);

        Assert.Equal(MadeReport.Open, report.State);
        Assert.Empty(ReportStore.Over(register.Connection, null, "o", Period.Year(2027)));
    }

    internal static MadeReport Make(
        FactRegister register,
        string kind,
        string period,
        Instant now,
        bool correct = false,
        Regulation? pack = null
    )
    {
        using var transaction = register.Connection.BeginTransaction();
        var made = ReportMaker.Make(
            register.Connection,
            transaction,
            Office(pack ?? SampleReports.Pack),
            kind,
            Period.Parse(period)!,
            now,
            correct
        );
        transaction.Commit();
        return made;
    }

    internal static Office Office(Regulation pack, int locations = 6)
    {
        var organisation = SampleReports.Organisation(locations);
        return new(
            new OrganisationSettings { Key = organisation.Key },
            organisation,
            pack,
            new Surroundings(
                organisation,
                pack,
                WorkingCalendar.Standard,
                DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]
            )
        );
    }
}
