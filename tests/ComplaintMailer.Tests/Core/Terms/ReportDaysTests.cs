using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace ComplaintMailer.Tests.Core.Terms;

public class ReportDaysTests
{
    // Kind | after | made on
    [Theory]
    [InlineData("weekly-board", "2026-04-20", "2026-04-28")] // Monday 27 April is King's Day
    [InlineData("weekly-board", "2026-04-27", "2026-04-28")]
    [InlineData("weekly-board", "2026-04-28", "2026-05-04")]
    [InlineData("weekly-board", "2026-12-24", "2026-12-28")]
    [InlineData("four-monthly", "2026-09-01", "2027-01-04")] // 1 January is a Friday and a holiday
    [InlineData("four-monthly", "2027-01-04", "2027-05-03")]
    [InlineData("quarterly", "2026-06-30", "2026-07-01")]
    [InlineData("quarterly", "2026-10-01", "2027-01-04")]
    [InlineData("periodic", "2027-03-31", "2027-04-01")]
    [InlineData("statutory-childcare", "2026-06-01", "2027-02-01")]
    [InlineData("public-external", "2027-02-01", "2028-02-01")]
    [InlineData("late", "2026-12-24", "2026-12-28")]
    public void A_report_is_made_on_the_first_working_day_after_its_period(string kind, string after, string on) =>
        Assert.Equal(Day(on), ReportDays.Next(kind, Day(after), WorkingCalendar.Standard));

    [Theory]
    [InlineData(2026, "2027-05-31", "2027-05-31")]
    [InlineData(2025, "2026-05-31", "2026-05-29")] // a Sunday: nothing moves, the work is done on Friday
    public void The_yearly_report_is_due_before_June(int year, string due, string workBy)
    {
        var rule = CoreFiles.Regulation("fluks").Reports.Single(r => r.Kind == "statutory-childcare");

        Assert.Equal((Day(due), Day(workBy)), ReportDays.Due(rule, year, WorkingCalendar.Standard));
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
