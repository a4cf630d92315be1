using System.Globalization;
using ComplaintMailer.Templates.Running;

namespace ComplaintMailer.Templates.Builtins;

internal static class DateFunctions
{
    public static BuiltinObject Make() =>
        new BuiltinObject("date")
            .With("format", DateFormat.Default)
            .With("default_format", DateFormat.Default)
            .With("now", "", g => g.Context.Options.Now ?? TimeProvider.System.GetLocalNow().DateTime)
            .With("add_days", "date days", g => Added(g, (d, n) => d.AddDays(n)))
            .With("add_months", "date months", g => Added(g, (d, n) => d.AddMonths((int)n)))
            .With("add_years", "date years", g => Added(g, (d, n) => d.AddYears((int)n)))
            .With("add_hours", "date hours", g => Added(g, (d, n) => d.AddHours(n)))
            .With("add_minutes", "date minutes", g => Added(g, (d, n) => d.AddMinutes(n)))
            .With("add_seconds", "date seconds", g => Added(g, (d, n) => d.AddSeconds(n)))
            .With("add_milliseconds", "date millis", g => Added(g, (d, n) => d.AddMilliseconds(n)))
            .With("parse", "text pattern? culture?", g => Parsed(g, g[0], g.Text(1), g.Text(2)))
            .With(
                "parse_to_string",
                "text output_pattern? output_culture? input_pattern? input_culture?",
                g => Parsed(g, g[0], g.Text(3), g.Text(4)) is DateTime at ? Text(g, at, 1, 2) : null
            )
            .With("to_string", "datetime pattern? culture?", g => g.Has(0) ? Text(g, Day(g), 1, 2) : null);

    private static DateTime Day(Given given) =>
        given[0] switch
        {
            DateTime at => at,
            string text when Parsed(given, text, "", "") is DateTime at => at,
            _ => throw given.Fault($"a date is needed, this is {Value.KindOf(given[0])}"),
        };

    private static object? Added(Given given, Func<DateTime, double, DateTime> add)
    {
        if (!given.Has(0))
            return null;
        try
        {
            return add(Day(given), given.Real(1));
        }
        catch (ArgumentOutOfRangeException)
        {
            throw given.Fault("there is no such date");
        }
    }

    private static string Text(Given given, DateTime at, int pattern, int culture) =>
        DateFormat.Of(
            at,
            given.Has(pattern) ? given.Text(pattern) : given.Context.DateFormat ?? DateFormat.Default,
            given.Has(culture) ? given.Text(culture) : given.Context.Options.Language
        );

    /// <summary>A date from text: by a pattern, else year first, or in the order of the culture's language.</summary>
    private static object? Parsed(Given given, object? value, string pattern, string culture)
    {
        if (value is null or "" or DateTime)
            return value is DateTime ? value : null;
        var text = given.Context.Text(value).Trim();
        if (pattern.Length > 0)
            return DateReader.Read(text, pattern) ?? throw given.Fault($"`{text}` is no date of the form `{pattern}`");
        var dayFirst = culture is not ("" or "en-US" or "en") || given.Context.Options.Language == "nl";
        foreach (var known in DateReader.Forms(dayFirst))
        {
            if (
                DateTime.TryParseExact(
                    text,
                    known,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AdjustToUniversal,
                    out var at
                )
            )
                return DateTime.SpecifyKind(at, DateTimeKind.Unspecified);
        }
        throw given.Fault($"`{text}` is no date");
    }
}
