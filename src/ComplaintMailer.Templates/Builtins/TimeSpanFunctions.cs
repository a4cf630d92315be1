using System.Globalization;

namespace ComplaintMailer.Templates.Builtins;

internal static class TimeSpanFunctions
{
    public static BuiltinObject Make() =>
        new BuiltinObject("timespan")
            .With("zero", TimeSpan.Zero)
            .With("from_days", "days", g => Of(g, TimeSpan.TicksPerDay))
            .With("from_hours", "hours", g => Of(g, TimeSpan.TicksPerHour))
            .With("from_minutes", "minutes", g => Of(g, TimeSpan.TicksPerMinute))
            .With("from_seconds", "seconds", g => Of(g, TimeSpan.TicksPerSecond))
            .With("from_milliseconds", "millis", g => Of(g, TimeSpan.TicksPerMillisecond))
            .With(
                "parse",
                "text",
                g =>
                    TimeSpan.TryParse(g.Text(0), CultureInfo.InvariantCulture, out var span)
                        ? span
                        : throw g.Fault($"`{g.Text(0)}` is no time span")
            );

    private static object Of(Given given, long unit)
    {
        var ticks = given.Real(0) * unit;
        return Math.Abs(ticks) < 9e18 ? new TimeSpan((long)ticks) : throw given.Fault("this time span is too long");
    }
}
