using System.Globalization;
using System.Text;

namespace ComplaintMailer.Templates.Builtins;

/// <summary>Dates as text, by patterns of per cent signs: <c>%d %B %Y</c>. Names of days and months are ours: the machine's culture plays no part.</summary>
internal static class DateFormat
{
    public const string Default = "%d %b %Y";

    private static readonly string[] DaysNl =
    [
        "zondag",
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
    ];
    private static readonly string[] DaysEn =
    [
        "Sunday",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
    ];
    private static readonly string[] MonthsNl =
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];
    private static readonly string[] MonthsEn =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    public static string Of(DateTime at, string pattern, string language)
    {
        var nl = language.StartsWith("nl", StringComparison.OrdinalIgnoreCase);
        if (pattern.StartsWith("%g", StringComparison.Ordinal))
        {
            nl = false;
            pattern = pattern[2..].TrimStart();
            pattern = pattern.Length == 0 ? Default : pattern;
        }
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length)
                Write(text, at, pattern[++i], nl);
            else
                text.Append(pattern[i]);
        }
        return text.ToString();
    }

    private static void Write(StringBuilder text, DateTime at, char letter, bool nl) =>
        text.Append(
            letter switch
            {
                'a' => Day(at, nl)[..(nl ? 2 : 3)],
                'A' => Day(at, nl),
                'b' or 'h' => ShortMonth(at, nl),
                'B' => Month(at, nl),
                'c' => Of(at, "%a %b %e %T %Y", nl ? "nl" : "en"),
                'C' => Digits(at.Year / 100, 2),
                'd' => Digits(at.Day, 2),
                'D' => Of(at, "%m/%d/%y", "en"),
                'e' => Blank(at.Day),
                'F' => Of(at, "%Y-%m-%d", "en"),
                'H' => Digits(at.Hour, 2),
                'I' => Digits(Twelve(at), 2),
                'j' => Digits(at.DayOfYear, 3),
                'k' => Blank(at.Hour),
                'l' => Blank(Twelve(at)),
                'L' => Digits(at.Millisecond, 3),
                'm' => Digits(at.Month, 2),
                'M' => Digits(at.Minute, 2),
                'n' => "\n",
                'N' => (at.Ticks % TimeSpan.TicksPerSecond * 100).ToString("000000000", CultureInfo.InvariantCulture),
                'p' => at.Hour < 12 ? "AM" : "PM",
                'P' => at.Hour < 12 ? "am" : "pm",
                'r' => Of(at, "%I:%M:%S %p", "en"),
                'R' => Of(at, "%H:%M", "en"),
                's' => ((at.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond).ToString(
                    CultureInfo.InvariantCulture
                ),
                'S' => Digits(at.Second, 2),
                't' => "\t",
                'T' => Of(at, "%H:%M:%S", "en"),
                'u' => Digits(at.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)at.DayOfWeek, 1),
                'U' => Digits((at.DayOfYear + 6 - (int)at.DayOfWeek) / 7, 2),
                'v' => Of(at, "%e-%b-%Y", "en").ToUpperInvariant(),
                'V' => Digits(ISOWeek.GetWeekOfYear(at), 2),
                'w' => Digits((int)at.DayOfWeek, 1),
                'W' => Digits((at.DayOfYear + 6 - (((int)at.DayOfWeek + 6) % 7)) / 7, 2),
                'x' => Of(at, nl ? "%d-%m-%Y" : "%m/%d/%Y", "en"),
                'X' => Of(at, "%H:%M:%S", "en"),
                'y' => Digits(at.Year % 100, 2),
                'Y' => at.Year.ToString(CultureInfo.InvariantCulture),
                'Z' => at.ToString("zzz", CultureInfo.InvariantCulture),
                '%' => "%",
                _ => $"%{letter}",
            }
        );

    private static string Day(DateTime at, bool nl) => (nl ? DaysNl : DaysEn)[(int)at.DayOfWeek];

    private static string Month(DateTime at, bool nl) => (nl ? MonthsNl : MonthsEn)[at.Month - 1];

    private static string ShortMonth(DateTime at, bool nl) => nl && at.Month == 3 ? "mrt" : Month(at, nl)[..3];

    private static int Twelve(DateTime at) => at.Hour % 12 == 0 ? 12 : at.Hour % 12;

    private static string Digits(int number, int count) =>
        number.ToString(CultureInfo.InvariantCulture).PadLeft(count, '0');

    private static string Blank(int number) => number.ToString(CultureInfo.InvariantCulture).PadLeft(2);
}
