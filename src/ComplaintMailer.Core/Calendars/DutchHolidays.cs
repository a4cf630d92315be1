using NodaTime;

namespace ComplaintMailer.Core.Calendars;

/// <summary>Dutch days of rest, computed for any year; nothing is fetched from anywhere.</summary>
public static class DutchHolidays
{
    /// <summary>Days equated with holidays  a term that a statute sets, never a working day of the organisation.</summary>
    private static readonly HashSet<LocalDate> Equated =
    [
        new(2026, 1, 2),
        new(2026, 5, 15),
        new(2027, 5, 7),
        new(2028, 4, 28),
        new(2028, 5, 26),
    ];

    /// <summary>Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).</summary>
    public static LocalDate Easter(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new LocalDate(year, n / 31, (n % 31) + 1);
    }

    public static LocalDate GoodFriday(int year) => Easter(year).PlusDays(-2);

    /// <summary>27 April, or the Saturday before when that is a Sunday.</summary>
    public static LocalDate KingsDay(int year)
    {
        var day = new LocalDate(year, 4, 27);
        return day.DayOfWeek == IsoDayOfWeek.Sunday ? day.PlusDays(-1) : day;
    }

    /// <summary>Days on which organisations are closed: those of the collective agreement for childcare, article 7.7.</summary>
    public static bool IsClosedForOrganisations(LocalDate day) =>
        IsAlways(day) || (day.Month == 5 && day.Day == 5 && day.Year % 5 == 0);

    /// <summary>Holidays of the general act on terms (article 3), with the days equated by decree.</summary>
    public static bool IsHolidayForStatutes(LocalDate day) =>
        IsAlways(day) || (day.Month == 5 && day.Day == 5) || day == GoodFriday(day.Year) || Equated.Contains(day);

    private static bool IsAlways(LocalDate day)
    {
        if (day is { Month: 1, Day: 1 } or { Month: 12, Day: 25 } or { Month: 12, Day: 26 })
            return true;
        if (day == KingsDay(day.Year))
            return true;
        var fromEaster = NodaTime.Period.DaysBetween(Easter(day.Year), day);
        return fromEaster is 0 or 1 or 39 or 49 or 50;
    }
}
