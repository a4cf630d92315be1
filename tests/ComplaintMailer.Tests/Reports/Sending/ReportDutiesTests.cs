using ComplaintMailer.Core.Figures;
using ComplaintMailer.Core.Figures.Own;
using ComplaintMailer.Reports.Sending;
using ComplaintMailer.Reports.Store;
using ComplaintMailer.Tests.Reports.Facts;
using NodaTime;

namespace ComplaintMailer.Tests.Reports.Sending;

public class ReportDutiesTests
{
    [Theory]
    [InlineData("report:quarterly:2027-04-01T07:00:00Z", "Quarterly complaints report")]
    [InlineData("report:statutory-childcare:2027-01-04T07:00:00Z", "Annual complaints report childcare")]
    [InlineData("report:by-hour:2027-01-04T07:00:00Z", "Complaints by hour")]
    [InlineData("report-reminder:77:2027-02-01", "Reminder to release a report")]
    [InlineData("purge", null)]
    public void The_agenda_calls_a_report_by_its_title(string key, string? title)
    {
        using var register = new FactRegister();
        var own = new OwnDefinition(
            "by-hour",
            new("Klachten per uur", "Complaints by hour"),
            PeriodKind.Quarter,
            "filed",
            "location",
            null,
            new Dictionary<string, IReadOnlyList<string>>()
        );

        Assert.Equal(title, ReportDuties.Title(register.Session, key, [own]));
    }

    [Fact]
    public void A_reminder_says_which_report_of_which_period_waits()
    {
        using var register = new FactRegister();
        var report = SampleReports.Make(ReportKinds.StatutoryChildcare);
        using var transaction = register.Connection.BeginTransaction();
        var made = ReportStore.Add(
            register.Connection,
            transaction,
            new(0, "o", report, MadeReport.Draft, Instant.FromUtc(2027, 1, 4, 7, 0), new Dictionary<string, string>())
        );
        transaction.Commit();

        Assert.Equal(
            "Reminder to release: Annual complaints report childcare, the year 2026",
            ReportDuties.Title(register.Session, $"report-reminder:{made.Id}:2027-02-01")
        );
    }
}
