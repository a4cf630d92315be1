using ComplaintMailer.Core.Regulations;
using NodaTime;

namespace ComplaintMailer.Core.Calendars;

/// <summary>
/// The working days of an organisation under a regulation, and beside them the holidays that move a statutory limit.
/// Two calendars on purpose: the first gives the earlier, safe date that letters promise, the second only ever shows how
/// long the law itself would wait.
/// </summary>
public sealed class WorkingCalendar(CalendarRules rules, IEnumerable<LocalDate>? closed = null)
{
    private readonly HashSet<LocalDate> extra = [.. rules.ExtraClosed, .. closed ?? []];

    public static WorkingCalendar Standard { get; } = new(new CalendarRules());

    public bool IsWorkingDay(LocalDate day) =>
        !IsWeekend(day)
        && !DutchHolidays.IsClosedForOrganisations(day)
        && !extra.Contains(day)
        && !(rules.GoodFridayClosed && day == DutchHolidays.GoodFriday(day.Year))
        && !(rules.LiberationDayClosed && day is { Month: 5, Day: 5 });

    /// <summary>The n-th working day after the day, which itself is not counted. Negative counts back.</summary>
    public LocalDate AddWorkingDays(LocalDate day, int n)
    {
        var step = n < 0 ? -1 : 1;
        for (var left = Math.Abs(n); left > 0; )
        {
            day = day.PlusDays(step);
            if (IsWorkingDay(day))
                left--;
        }
        return day;
    }

    /// <summary>The n working days after the day, in order.</summary>
    public IEnumerable<LocalDate> WorkingDaysAfter(LocalDate day, int n)
    {
        while (n > 0)
        {
            day = day.PlusDays(1);
            if (!IsWorkingDay(day))
                continue;
            n--;
            yield return day;
        }
    }

    public LocalDate OnOrBefore(LocalDate day)
    {
        while (!IsWorkingDay(day))
            day = day.PlusDays(-1);
        return day;
    }

    public LocalDate OnOrAfter(LocalDate day)
    {
        while (!IsWorkingDay(day))
            day = day.PlusDays(1);
        return day;
    }

    /// <summary>Where the general act on terms moves the end of a statutory term to.</summary>
    public static LocalDate LegalLimit(LocalDate due)
    {
        while (IsWeekend(due) || DutchHolidays.IsHolidayForStatutes(due))
            due = due.PlusDays(1);
        return due;
    }

    private static bool IsWeekend(LocalDate day) => day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
}
