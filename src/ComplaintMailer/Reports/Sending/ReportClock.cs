using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Core.Figures.Own;
using ComplaintMailer.Core.Terms;
using NodaTime;
using Quartz;

namespace ComplaintMailer.Reports.Sending;

/// <summary>When a report falls due. Depends on nothing but what it is asked: the same question has the same answer.</summary>
internal static class ReportClock
{
    private const int Hour = 8;

    /// <summary>The first moment after the given one; null: never again.</summary>
    public static Instant? Next(ReportPlan plan, Instant after, Surroundings around)
    {
        if (plan.Cron is { } cron)
            return Cron(cron, after, around.Zone);
        var today = around.DateOf(after);
        var day = Day(plan, today.PlusDays(-1), around.Calendar);
        return around.At(day, Hour) > after ? around.At(day, Hour) : around.At(Day(plan, today, around.Calendar), Hour);
    }

    /// <summary>The days on which whoever must release a report hears of it again: each month, then each week, then every day that is left.</summary>
    public static IReadOnlyList<LocalDate> Reminders(
        ReportPlan plan,
        LocalDate draftedOn,
        int year,
        WorkingCalendar calendar
    )
    {
        if (
            plan.Due is null
            || ReportDays.Due(new(plan.Kind, [], null, plan.Due, []), year, calendar) is not var (_, workBy)
        )
            // Nothing says by when: twice will do.
            return [calendar.AddWorkingDays(draftedOn, 2), calendar.AddWorkingDays(draftedOn, 5)];
        var days = new SortedSet<LocalDate>();
        for (
            var month = new LocalDate(draftedOn.Year, draftedOn.Month, 1).PlusMonths(1);
            month < workBy;
            month = month.PlusMonths(1)
        )
            days.Add(calendar.OnOrAfter(month));
        for (var weeks = 1; weeks <= 3; weeks++)
            days.Add(calendar.OnOrBefore(workBy.PlusWeeks(-weeks)));
        days.Add(calendar.OnOrBefore(workBy.PlusDays(-1)));
        days.Add(workBy);
        return [.. days.Where(d => d > draftedOn)];
    }

    /// <summary>Whether a cron expression can be read.</summary>
    public static bool IsCron(string text) => CronExpression.TryParse(text, out _);

    private static LocalDate Day(ReportPlan plan, LocalDate after, WorkingCalendar calendar)
    {
        if (plan.Rhythm is { } rhythm)
            return FirstAfter(rhythm, after, calendar);
        // The law gives until June; a draft in the first days of January leaves time to write what only people can write.
        if (plan.Kind != ReportKinds.StatutoryChildcare)
            return ReportDays.Next(plan.Kind, after, calendar);
        for (var year = after.Year; ; year++)
        {
            var day = calendar.OnOrAfter(new LocalDate(year, 1, 1));
            if (day > after)
                return day;
        }
    }

    private static LocalDate FirstAfter(PeriodKind rhythm, LocalDate after, WorkingCalendar calendar)
    {
        var definition = new OwnDefinition("", Words.Same(""), rhythm, "filed", "location", null, NoFilters);
        for (var day = after; ; day = definition.Containing(day).To.PlusDays(1))
        {
            var made = calendar.OnOrAfter(definition.Containing(day).From);
            if (made > after)
                return made;
        }
    }

    private static readonly Dictionary<string, IReadOnlyList<string>> NoFilters = [];

    /// <summary>
    /// Cron is about the clock on the wall. It is asked as if that clock were UTC, and the answer is put into the zone: an hour
    /// that a spring night skips becomes the first moment after it, and the machine needs no zone tables of its own.
    /// </summary>
    private static Instant? Cron(string text, Instant after, DateTimeZone zone)
    {
        var cron = new CronExpression(text, TimeZoneInfo.Utc);
        var wall = after.InZone(zone).LocalDateTime;
        while (true)
        {
            if (
                cron.GetNextValidTimeAfter(new DateTimeOffset(wall.ToDateTimeUnspecified(), TimeSpan.Zero))
                is not { } next
            )
                return null;
            wall = LocalDateTime.FromDateTime(next.DateTime);
            // In the hour that an autumn night repeats, the wall clock has been there before.
            if (zone.AtLeniently(wall).ToInstant() is var at && at > after)
                return at;
        }
    }
}
