using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Reports.Sending;
using NodaTime;
using NodaTime.Text;

namespace ComplaintMailer.Tests.Reports.Sending;

public class ReportClockTests
{
    // Kind | cron | after | next, both on the wall clock in Amsterdam
    [Theory]
    [InlineData("weekly-board", null, "2026-11-23T07:59", "2026-11-23T08:00")]
    [InlineData("weekly-board", null, "2026-11-23T08:00", "2026-11-30T08:00")]
    [InlineData("four-monthly", null, "2026-12-01T12:00", "2027-01-04T08:00")]
    [InlineData("statutory-childcare", null, "2026-06-01T12:00", "2027-01-04T08:00")] // the first working day of January
    [InlineData("public-external", null, "2026-06-01T12:00", "2027-02-01T08:00")]
    [InlineData("quarterly", "0 0 8 ? * MON", "2026-11-23T08:00", "2026-11-30T08:00")]
    [InlineData("late", "0 30 2 ? * *", "2026-03-28T12:00", "2026-03-29T03:30")] // half past two does not exist that night
    [InlineData("late", "0 30 2 ? * *", "2026-10-24T12:00", "2026-10-25T02:30")] // and that night twice: once is enough
    public void A_report_falls_due_by_the_clock_on_the_wall(string kind, string? cron, string after, string next)
    {
        var around = ReportMakerTests.Office(SampleReports.Pack).Around;

        var due = ReportClock.Next(new(kind, [], null, null, cron), At(after, around.Zone), around);

        Assert.Equal(
            LocalDateTimePattern.GeneralIso.Parse(next + ":00").Value,
            due!.Value.InZone(around.Zone).LocalDateTime
        );
    }

    [Fact]
    public void An_hour_that_comes_twice_brings_one_report()
    {
        var around = ReportMakerTests.Office(SampleReports.Pack).Around;
        var plan = new ReportPlan("late", [], null, null, "0 30 2 ? * *");
        var first = ReportClock.Next(plan, At("2026-10-24T12:00", around.Zone), around)!.Value;

        var second = ReportClock.Next(plan, first, around)!.Value;

        Assert.Equal(new LocalDate(2026, 10, 26), around.DateOf(second));
    }

    [Fact]
    public void Whoever_must_release_the_yearly_report_is_reminded_until_it_must_be_out()
    {
        var plan = new ReportPlan("statutory-childcare", [], "quality", "05-31", null);

        var days = ReportClock.Reminders(plan, new(2026, 1, 2), 2025, WorkingCalendar.Standard);

        // 31 May 2026 is a Sunday: the work must be done on Friday the 29th.
        Assert.Equal(
            [
                "2026-02-02",
                "2026-03-02",
                "2026-04-01",
                "2026-05-01",
                "2026-05-08",
                "2026-05-15",
                "2026-05-22",
                "2026-05-28",
                "2026-05-29",
            ],
            days.Select(DateWords.Iso)
        );
    }

    private static Instant At(string local, DateTimeZone zone) =>
        LocalDateTimePattern.GeneralIso.Parse(local + ":00").Value.InZoneLeniently(zone).ToInstant();
}
