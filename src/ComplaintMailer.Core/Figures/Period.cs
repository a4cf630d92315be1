using System.Globalization;
using ComplaintMailer.Core.Calendars;
using NodaTime;
using NodaTime.Calendars;

namespace ComplaintMailer.Core.Figures;

/// <summary>A stretch of days that figures are made of: a week, a month, a quarter, four months, a year, or any days.</summary>
public sealed record Period(PeriodKind Kind, LocalDate From, LocalDate To)
{
    public bool Contains(LocalDate day) => day >= From && day <= To;

    public bool Contains(LocalDate? day) => day is { } d && Contains(d);

    public static Period Week(LocalDate day)
    {
        var monday = day.PlusDays(1 - (int)day.DayOfWeek);
        return new(PeriodKind.Week, monday, monday.PlusDays(6));
    }

    public static Period Month(LocalDate day) => Months(PeriodKind.Month, day, 1);

    public static Period Quarter(LocalDate day) => Months(PeriodKind.Quarter, day, 3);

    public static Period FourMonths(LocalDate day) => Months(PeriodKind.FourMonths, day, 4);

    public static Period Year(int year) => new(PeriodKind.Year, new(year, 1, 1), new(year, 12, 31));

    /// <summary>The period of the same kind that ends the day before this one begins.</summary>
    public Period Before()
    {
        var day = From.PlusDays(-1);
        return Kind switch
        {
            PeriodKind.Week => Week(day),
            PeriodKind.Month => Months(PeriodKind.Month, day, 1),
            PeriodKind.Quarter => Quarter(day),
            PeriodKind.FourMonths => FourMonths(day),
            PeriodKind.Year => Year(day.Year),
            _ => new(PeriodKind.Days, From.PlusDays(-(NodaTime.Period.DaysBetween(From, To) + 1)), day),
        };
    }

    /// <summary><c>2026</c>, <c>2026-Q1</c>, <c>2026-T2</c> (four months), <c>2026-05</c>, <c>2026-W17</c> or <c>2026-01-01..2026-04-30</c>.</summary>
    public static Period? Parse(string text)
    {
        var t = text.Trim();
        if (t.Split("..") is [var first, var last] && Day(first) is { } from && Day(last) is { } to && from <= to)
            return new(PeriodKind.Days, from, to);
        if (
            t.Length < 4
            || !int.TryParse(t[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 1900 or > 9998
        )
            return null;
        if (t.Length == 4)
            return Year(year);
        if (t[4] != '-' || t.Length < 6)
            return null;
        var unit = char.ToUpperInvariant(t[5]);
        var digits = char.IsAsciiDigit(unit) ? t[5..] : t[6..];
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n))
            return null;
        return unit switch
        {
            'Q' or 'K' when n is >= 1 and <= 4 => Quarter(new(year, (n * 3) - 2, 1)),
            'T' when n is >= 1 and <= 3 => FourMonths(new(year, (n * 4) - 3, 1)),
            'W' when n >= 1 && n <= WeekYearRules.Iso.GetWeeksInWeekYear(year) => Week(
                WeekYearRules.Iso.GetLocalDate(year, n, IsoDayOfWeek.Monday)
            ),
            _ when char.IsAsciiDigit(unit) && n is >= 1 and <= 12 => Months(PeriodKind.Month, new(year, n, 1), 1),
            _ => null,
        };
    }

    /// <summary>The way <see cref="Parse"/> reads it.</summary>
    public string Code =>
        Kind switch
        {
            PeriodKind.Week =>
                $"{WeekYearRules.Iso.GetWeekYear(From):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(From):00}",
            PeriodKind.Month => $"{From.Year:0000}-{From.Month:00}",
            PeriodKind.Quarter => $"{From.Year:0000}-Q{((From.Month - 1) / 3) + 1}",
            PeriodKind.FourMonths => $"{From.Year:0000}-T{((From.Month - 1) / 4) + 1}",
            PeriodKind.Year => $"{From.Year:0000}",
            _ => $"{Iso(From)}..{Iso(To)}",
        };

    public string Name(string language)
    {
        var nl = language == "nl";
        var year = From.Year;
        return Kind switch
        {
            PeriodKind.Week => nl
                ? $"week {WeekYearRules.Iso.GetWeekOfWeekYear(From)} van {WeekYearRules.Iso.GetWeekYear(From)}"
                : $"week {WeekYearRules.Iso.GetWeekOfWeekYear(From)} of {WeekYearRules.Iso.GetWeekYear(From)}",
            PeriodKind.Month => $"{MonthName(From.Month, nl)} {year}",
            PeriodKind.Quarter => nl
                ? $"het {Ordinal(((From.Month - 1) / 3) + 1, nl)} kwartaal van {year}"
                : $"the {Ordinal(((From.Month - 1) / 3) + 1, nl)} quarter of {year}",
            PeriodKind.FourMonths => nl
                ? $"{MonthName(From.Month, nl)} tot en met {MonthName(To.Month, nl)} {year}"
                : $"{MonthName(From.Month, nl)} to {MonthName(To.Month, nl)} {year}",
            PeriodKind.Year => nl ? $"het jaar {year}" : $"the year {year}",
            _ => nl ? $"{Short(From, nl)} tot en met {Short(To, nl)}" : $"{Short(From, nl)} to {Short(To, nl)}",
        };
    }

    /// <summary>The way one speaks of the period a page is about: <c>dit kwartaal</c>.</summary>
    public string This(string language) =>
        (Kind, language == "nl") switch
        {
            (PeriodKind.Week, true) => "deze week",
            (PeriodKind.Week, _) => "this week",
            (PeriodKind.Month, true) => "deze maand",
            (PeriodKind.Month, _) => "this month",
            (PeriodKind.Quarter, true) => "dit kwartaal",
            (PeriodKind.Quarter, _) => "this quarter",
            (PeriodKind.FourMonths, true) => "deze vier maanden",
            (PeriodKind.FourMonths, _) => "these four months",
            (PeriodKind.Year, true) => "dit jaar",
            (PeriodKind.Year, _) => "this year",
            (_, true) => "deze periode",
            _ => "this period",
        };

    /// <summary>“de week ervoor”: the period before this one.</summary>
    public string OneBefore(string language) =>
        (Kind, language == "nl") switch
        {
            (PeriodKind.Week, true) => "de week ervoor",
            (PeriodKind.Week, _) => "the week before",
            (PeriodKind.Month, true) => "de maand ervoor",
            (PeriodKind.Month, _) => "the month before",
            (PeriodKind.Quarter, true) => "het kwartaal ervoor",
            (PeriodKind.Quarter, _) => "the quarter before",
            (PeriodKind.FourMonths, true) => "de vier maanden ervoor",
            (PeriodKind.FourMonths, _) => "the four months before",
            (PeriodKind.Year, true) => "het jaar ervoor",
            (PeriodKind.Year, _) => "the year before",
            (_, true) => "de periode ervoor",
            _ => "the period before",
        };

    /// <summary>“vier weken”: so many of them.</summary>
    public string FourOf(string language) =>
        (Kind, language == "nl") switch
        {
            (PeriodKind.Week, true) => "vier weken",
            (PeriodKind.Week, _) => "four weeks",
            (PeriodKind.Month, true) => "vier maanden",
            (PeriodKind.Month, _) => "four months",
            (PeriodKind.Quarter, true) => "vier kwartalen",
            (PeriodKind.Quarter, _) => "four quarters",
            (PeriodKind.Year, true) => "vier jaren",
            (PeriodKind.Year, _) => "four years",
            (_, true) => "vier periodes",
            _ => "four periods",
        };

    private static Period Months(PeriodKind kind, LocalDate day, int months)
    {
        var first = new LocalDate(day.Year, ((day.Month - 1) / months * months) + 1, 1);
        return new(kind, first, first.PlusMonths(months).PlusDays(-1));
    }

    private static string Iso(LocalDate day) => DateWords.Iso(day);

    private static string Short(LocalDate day, bool nl) => DateWords.Plain(day, nl ? "nl" : "en");

    private static LocalDate? Day(string text) =>
        text.Split('-') is [var y, var m, var d]
        && int.TryParse(y, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && int.TryParse(m, NumberStyles.None, CultureInfo.InvariantCulture, out var month)
        && int.TryParse(d, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
        && year is >= 1 and <= 9998
        && month is >= 1 and <= 12
        && day >= 1
        && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    private static string Ordinal(int n, bool nl) =>
        (nl ? ["eerste", "tweede", "derde", "vierde"] : new[] { "first", "second", "third", "fourth" })[n - 1];

    private static string MonthName(int month, bool nl) => DateWords.MonthName(month, nl ? "nl" : "en");
}

public enum PeriodKind
{
    Week,
    Month,
    Quarter,
    FourMonths,
    Year,
    Days,
}
