using ComplaintMailer.Core.Calendars;
using NodaTime;

namespace ComplaintMailer.Tests.Core.Calendars;

public class DutchHolidaysTests
{
    [Theory]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2028, 4, 16)]
    [InlineData(2031, 4, 13)]
    public void Easter_falls_where_the_church_says(int year, int month, int day) =>
        Assert.Equal(new LocalDate(year, month, day), DutchHolidays.Easter(year));

    [Theory]
    [InlineData(2025, 26)]
    [InlineData(2026, 27)]
    [InlineData(2031, 26)]
    public void Kings_Day_gives_way_to_Sunday(int year, int day) =>
        Assert.Equal(new LocalDate(year, 4, day), DutchHolidays.KingsDay(year));

    [Fact]
    public void The_organisations_calendar_closes_fewer_days_than_the_statutes()
    {
        Assert.True(WorkingCalendar.Standard.IsWorkingDay(new(2026, 4, 3)), "Good Friday is a working day");
        Assert.True(WorkingCalendar.Standard.IsWorkingDay(new(2026, 5, 5)), "an ordinary 5 May is a working day");
        Assert.False(WorkingCalendar.Standard.IsWorkingDay(new(2028, 12, 25)), "Christmas is closed");
        Assert.True(DutchHolidays.IsClosedForOrganisations(new(2030, 5, 5)), "5 May closes in lustrum years");
        Assert.True(DutchHolidays.IsHolidayForStatutes(new(2026, 4, 3)));
        Assert.True(DutchHolidays.IsHolidayForStatutes(new(2027, 5, 7)), "equated by decree");
    }

    [Fact]
    public void A_regulation_can_close_Good_Friday() =>
        Assert.Equal(
            new LocalDate(2027, 3, 31),
            new WorkingCalendar(new() { GoodFridayClosed = true }).AddWorkingDays(new(2027, 3, 22), 5)
        );
}
