namespace ComplaintMailer.Templates.Builtins;

/// <summary>Dates out of text, by the same patterns that write them.</summary>
internal static class DateReader
{
    private static readonly string[] Times =
    [
        "",
        " H:mm",
        " H:mm:ss",
        " H:mm:ssK",
        " H:mm:ss K",
        "'T'HH:mm",
        "'T'HH:mm:ssK",
        "'T'HH:mm:ss.FFFFFFFK",
    ];
    private static readonly string[] YearFirst = WithTimes("yyyy-M-d", "yyyy/M/d");
    private static readonly string[] DayFirst =
    [
        .. YearFirst,
        .. WithTimes("d/M/yyyy", "d-M-yyyy", "d MMM yyyy", "d MMMM yyyy"),
    ];
    private static readonly string[] MonthFirst =
    [
        .. YearFirst,
        .. WithTimes("M/d/yyyy", "M-d-yyyy", "d MMM yyyy", "d MMMM yyyy"),
    ];

    public static string[] Forms(bool dayFirst) => dayFirst ? DayFirst : MonthFirst;

    public static DateTime? Read(string text, string pattern)
    {
        int year = 1,
            month = 1,
            day = 1,
            hour = 0,
            minute = 0,
            second = 0;
        var afternoon = false;
        var at = 0;
        pattern = Written(pattern);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
            {
                if (at >= text.Length || text[at++] != pattern[i])
                    return null;
                continue;
            }
            switch (pattern[++i])
            {
                case 'Y' when Number(text, ref at, 4) is { } n:
                    year = n;
                    break;
                case 'y' when Number(text, ref at, 2) is { } n:
                    year = 2000 + n;
                    break;
                case 'm' when Number(text, ref at, 2) is { } n:
                    month = n;
                    break;
                case 'd' or 'e' when Number(text, ref at, 2) is { } n:
                    day = n;
                    break;
                case 'H' or 'k' or 'I' or 'l' when Number(text, ref at, 2) is { } n:
                    hour = n;
                    break;
                case 'M' when Number(text, ref at, 2) is { } n:
                    minute = n;
                    break;
                case 'S' when Number(text, ref at, 2) is { } n:
                    second = n;
                    break;
                case 'b' or 'B' or 'h' when Month(text, ref at) is { } n:
                    month = n;
                    break;
                case 'p' or 'P' when at + 2 <= text.Length:
                    afternoon = text[at] is 'p' or 'P';
                    at += 2;
                    break;
                default:
                    return null;
            }
        }
        if (afternoon && hour < 12)
            hour += 12;
        var exists =
            year is >= 1 and <= 9999
            && month is >= 1 and <= 12
            && day >= 1
            && day <= DateTime.DaysInMonth(year, month)
            && hour < 24
            && minute < 60
            && second < 60;
        return exists && at == text.Length ? new DateTime(year, month, day, hour, minute, second) : null;
    }

    private static string Written(string pattern) =>
        pattern
            .Replace("%F", "%Y-%m-%d", StringComparison.Ordinal)
            .Replace("%D", "%m/%d/%y", StringComparison.Ordinal)
            .Replace("%T", "%H:%M:%S", StringComparison.Ordinal)
            .Replace("%R", "%H:%M", StringComparison.Ordinal);

    private static int? Number(string text, ref int at, int digits)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        var start = at;
        var number = 0;
        for (; at < text.Length && at - start < digits && char.IsAsciiDigit(text[at]); at++)
            number = (number * 10) + text[at] - '0';
        return at > start ? number : null;
    }

    private static int? Month(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsLetter(text[at]))
            at++;
        var word = text[start..at];
        for (var month = 1; month <= 12; month++)
        {
            foreach (var language in new[] { "en", "nl" })
            {
                var day = new DateTime(2000, month, 1);
                if (
                    word.Equals(DateFormat.Of(day, "%B", language), StringComparison.OrdinalIgnoreCase)
                    || word.Equals(DateFormat.Of(day, "%b", language), StringComparison.OrdinalIgnoreCase)
                )
                    return month;
            }
        }
        return null;
    }

    private static string[] WithTimes(params string[] days) => [.. days.SelectMany(d => Times.Select(t => d + t))];
}
