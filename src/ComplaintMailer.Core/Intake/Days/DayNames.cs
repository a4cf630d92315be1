using NodaTime;

namespace ComplaintMailer.Core.Intake.Days;

/// <summary>Names of days and months, folded, as people write them in Dutch and English, in full and short.</summary>
internal static class DayNames
{
    private static readonly string[][] MonthNames =
    [
        ["januari", "january", "jan"],
        ["februari", "february", "feb", "febr"],
        ["maart", "march", "mrt", "mar"],
        ["april", "apr"],
        ["mei", "may"],
        ["juni", "june", "jun"],
        ["juli", "july", "jul"],
        ["augustus", "august", "aug"],
        ["september", "sept", "sep"],
        ["oktober", "october", "okt", "oct"],
        ["november", "nov"],
        ["december", "dec"],
    ];

    private static readonly string[][] WeekDayNames =
    [
        ["maandag", "monday", "mon"],
        ["dinsdag", "tuesday", "tue", "tues"],
        ["woensdag", "wednesday", "wed"],
        ["donderdag", "thursday", "thu", "thurs"],
        ["vrijdag", "friday", "fri"],
        ["zaterdag", "saturday", "sat"],
        ["zondag", "sunday", "sun"],
    ];

    private static readonly string[] PartsOfDay = ["ochtend", "morgen", "middag", "avond", "nacht", "vroeg"];

    // “May”, “march”, “mar”, “sat”, “sun” and “wed” are other words too; a day's number beside them tells.
    private static readonly HashSet<string> AlsoOtherWords = ["mon", "wed", "sat", "sun", "fri", "thu", "tue"];

    private static readonly Dictionary<string, int> Months = Numbered(MonthNames);
    private static readonly Dictionary<string, int> WeekDays = Numbered(WeekDayNames);

    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal)
    {
        ["een"] = 1,
        ["one"] = 1,
        ["a"] = 1,
        ["an"] = 1,
        ["twee"] = 2,
        ["two"] = 2,
        ["paar"] = 2,
        ["couple"] = 2,
        ["drie"] = 3,
        ["three"] = 3,
        ["vier"] = 4,
        ["four"] = 4,
        ["vijf"] = 5,
        ["five"] = 5,
        ["zes"] = 6,
        ["six"] = 6,
        ["zeven"] = 7,
        ["seven"] = 7,
        ["acht"] = 8,
        ["eight"] = 8,
        ["negen"] = 9,
        ["nine"] = 9,
        ["tien"] = 10,
        ["ten"] = 10,
        ["elf"] = 11,
        ["eleven"] = 11,
        ["twaalf"] = 12,
        ["twelve"] = 12,
    };

    public static int? Month(string word) => Months.TryGetValue(word, out var month) ? month : null;

    public static IsoDayOfWeek? WeekDay(string word)
    {
        if (AlsoOtherWords.Contains(word))
            return null;
        if (WeekDays.TryGetValue(word, out var day))
            return (IsoDayOfWeek)day;
        foreach (var part in PartsOfDay)
            if (word.EndsWith(part, StringComparison.Ordinal) && WeekDays.TryGetValue(word[..^part.Length], out day))
                return (IsoDayOfWeek)day;
        return null;
    }

    public static int? Number(string word)
    {
        if (Numbers.TryGetValue(word, out var number))
            return number;
        return word.Length <= 4 && int.TryParse(word, out number) ? number : null;
    }

    /// <summary>“3”, “3e”, “3de”, “3rd”, “21st”.</summary>
    public static int? DayOfMonth(string word)
    {
        var digits = word.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
            digits = word.Length;
        if (digits is 0 or > 2)
            return null;
        var day = int.Parse(word.AsSpan(0, digits), System.Globalization.CultureInfo.InvariantCulture);
        return day is >= 1 and <= 31 && word[digits..] is "" or "e" or "de" or "ste" or "st" or "nd" or "rd" or "th"
            ? day
            : null;
    }

    private static Dictionary<string, int> Numbered(string[][] names) =>
        names.SelectMany((same, i) => same.Select(n => (n, i + 1))).ToDictionary(n => n.n, n => n.Item2);
}
