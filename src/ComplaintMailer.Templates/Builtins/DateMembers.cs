namespace ComplaintMailer.Templates.Builtins;

/// <summary>What dates and time spans tell of themselves.</summary>
internal static class DateMembers
{
    public static bool TryGet(DateTime at, string name, out object? value)
    {
        value = name switch
        {
            "year" => (long)at.Year,
            "month" => (long)at.Month,
            "day" => (long)at.Day,
            "day_of_year" => (long)at.DayOfYear,
            "day_of_week" => (long)at.DayOfWeek,
            "hour" => (long)at.Hour,
            "minute" => (long)at.Minute,
            "second" => (long)at.Second,
            "millisecond" => (long)at.Millisecond,
            "date" => at.Date,
            _ => null,
        };
        return value is not null;
    }

    public static bool TryGet(TimeSpan span, string name, out object? value)
    {
        value = name switch
        {
            "days" => (long)span.Days,
            "hours" => (long)span.Hours,
            "minutes" => (long)span.Minutes,
            "seconds" => (long)span.Seconds,
            "milliseconds" => (long)span.Milliseconds,
            "total_days" => span.TotalDays,
            "total_hours" => span.TotalHours,
            "total_minutes" => span.TotalMinutes,
            "total_seconds" => span.TotalSeconds,
            "total_milliseconds" => span.TotalMilliseconds,
            _ => null,
        };
        return value is not null;
    }
}
