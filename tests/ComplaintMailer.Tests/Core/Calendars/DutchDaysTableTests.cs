using ComplaintMailer.Core.Calendars;
using NodaTime;
using NodaTime.Text;

namespace ComplaintMailer.Tests.Core.Calendars;

/// <summary>The days of rest year by year, as the collective agreement, the general act on terms and the decrees have them.</summary>
public class DutchDaysTableTests
{
    // Day | closed for organisations | holiday for statutes
    [Theory]
    [InlineData("2026-01-01", true, true)]
    [InlineData("2026-01-02", false, true)]
    [InlineData("2026-04-03", false, true)]
    [InlineData("2026-04-05", true, true)]
    [InlineData("2026-04-06", true, true)]
    [InlineData("2026-04-27", true, true)]
    [InlineData("2026-05-05", false, true)]
    [InlineData("2026-05-14", true, true)]
    [InlineData("2026-05-15", false, true)]
    [InlineData("2026-05-24", true, true)]
    [InlineData("2026-05-25", true, true)]
    [InlineData("2026-12-24", false, false)]
    [InlineData("2026-12-25", true, true)]
    [InlineData("2026-12-26", true, true)]
    [InlineData("2027-03-26", false, true)]
    [InlineData("2027-03-29", true, true)]
    [InlineData("2027-04-27", true, true)]
    [InlineData("2027-05-05", false, true)]
    [InlineData("2027-05-06", true, true)]
    [InlineData("2027-05-07", false, true)]
    [InlineData("2027-05-17", true, true)]
    [InlineData("2028-04-14", false, true)]
    [InlineData("2028-04-17", true, true)]
    [InlineData("2028-04-28", false, true)]
    [InlineData("2028-05-05", false, true)]
    [InlineData("2028-05-25", true, true)]
    [InlineData("2028-05-26", false, true)]
    [InlineData("2028-06-05", true, true)]
    [InlineData("2025-04-26", true, true)] // King's Day on Saturday, as 27 April is a Sunday
    [InlineData("2025-04-27", false, false)]
    [InlineData("2025-05-05", true, true)]
    [InlineData("2030-05-05", true, true)]
    [InlineData("2031-04-26", true, true)]
    [InlineData("2031-04-14", true, true)]
    [InlineData("2026-12-31", false, false)]
    [InlineData("2026-11-11", false, false)]
    public void A_day_is_closed_or_not(string date, bool organisation, bool statute)
    {
        var day = LocalDatePattern.Iso.Parse(date).Value;

        Assert.Equal(organisation, DutchHolidays.IsClosedForOrganisations(day));
        Assert.Equal(statute, DutchHolidays.IsHolidayForStatutes(day));
    }

    [Fact]
    public void Easter_is_a_Sunday_between_22_March_and_25_April_in_every_year()
    {
        for (var year = 1900; year < 2400; year++)
        {
            var easter = DutchHolidays.Easter(year);
            Assert.Equal(IsoDayOfWeek.Sunday, easter.DayOfWeek);
            Assert.InRange(easter, new LocalDate(year, 3, 22), new LocalDate(year, 4, 25));
        }
    }

    [Theory]
    [InlineData("nl", "maandag 4 januari 2027", "ma 4 jan")]
    [InlineData("en", "Monday 4 January 2027", "Mon 4 Jan")]
    public void A_date_is_said_in_the_readers_language(string language, string full, string brief)
    {
        Assert.Equal(full, DateWords.InFull(new(2027, 1, 4), language));
        Assert.Equal(brief, DateWords.Brief(new(2027, 1, 4), language));
    }

    [Fact]
    public void An_organisation_can_close_further_days()
    {
        var calendar = new WorkingCalendar(new() { ExtraClosed = [new(2026, 12, 28)] }, [new(2026, 12, 29)]);

        Assert.Equal(new LocalDate(2026, 12, 30), calendar.AddWorkingDays(new(2026, 12, 24), 1));
    }
}
