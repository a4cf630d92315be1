using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Core.Regulations;
using NodaTime;

namespace ComplaintMailer.Core.Terms;

/// <summary>When a report is made: the first working day after its period; yearly ones as a draft in February.</summary>
public static class ReportDays
{
    /// <summary>The day on which a report of this kind is made next, after the given day.</summary>
    public static LocalDate Next(string kind, LocalDate after, WorkingCalendar calendar)
    {
        // The one of this period may still lie ahead: a Monday that is a holiday, a month that begins at a weekend.
        for (var start = StartOfPeriod(kind, after); ; start = NextStart(kind, start))
        {
            var day = calendar.OnOrAfter(start);
            if (day > after)
                return day;
        }
    }

    /// <summary>The day by which a report over the year must be out, and the last working day for it.</summary>
    public static (LocalDate Due, LocalDate WorkBy)? Due(ReportRule rule, int year, WorkingCalendar calendar)
    {
        if (rule.Due is null || NodaTime.Text.AnnualDatePattern.Iso.Parse(rule.Due) is not { Success: true } parsed)
            return null;
        var due = parsed.Value.InYear(year + 1);
        return (due, calendar.OnOrBefore(due));
    }

    private static LocalDate StartOfPeriod(string kind, LocalDate day) =>
        kind switch
        {
            ReportKinds.WeeklyBoard => day.PlusDays(1 - (int)day.DayOfWeek),
            ReportKinds.Late => day,
            ReportKinds.FourMonthly => new(day.Year, ((day.Month - 1) / 4 * 4) + 1, 1),
            ReportKinds.StatutoryChildcare or ReportKinds.PublicExternal => new(day.Year, 2, 1),
            _ => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        };

    private static LocalDate NextStart(string kind, LocalDate start) =>
        kind switch
        {
            ReportKinds.WeeklyBoard => start.PlusWeeks(1),
            ReportKinds.Late => start.PlusDays(1),
            ReportKinds.FourMonthly => start.PlusMonths(4),
            ReportKinds.StatutoryChildcare or ReportKinds.PublicExternal => start.PlusYears(1),
            _ => start.PlusMonths(3),
        };
}
