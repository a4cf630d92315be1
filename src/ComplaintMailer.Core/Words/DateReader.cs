using System.Globalization;
using NodaTime;

namespace ComplaintMailer.Core.Words;

/// <summary>Dates as people type them in a command: 18-11-2026, 18/11, 2026-11-18, 18 november 2026, Wed 18 Nov, vandaag, gisteren, morgen.</summary>
public static class DateReader
{
    private static readonly string[] Months =
    [
        "jan",
        "feb",
        "maa,mrt,mar",
        "apr",
        "mei,may",
        "jun",
        "jul",
        "aug",
        "sep",
        "okt,oct",
        "nov",
        "dec",
    ];

    private static readonly string[] Days =
    [
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "ma",
        "di",
        "wo",
        "do",
        "vr",
        "za",
        "zo",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "op",
        "on",
        "dd",
        "d.d.",
        "per",
        "uiterlijk",
        "by",
        "before",
        "voor",
        "the",
    ];

    /// <summary>The date that a text begins with, and what follows it.</summary>
    /// <param name="future">A date without a year is the next one; else the one nearest to today.</param>
    public static (LocalDate Date, string After)? Leading(string text, LocalDate today, bool future = false)
    {
        var words = Split(text);
        var i = 0;
        while (i < words.Count && Days.Contains(words[i].Word))
            i++;
        return i < words.Count ? At(text, words, i, today, future) : null;
    }

    /// <summary>The first date anywhere in a text, and the text around it.</summary>
    public static (LocalDate Date, string After)? Anywhere(string text, LocalDate today, bool future = false)
    {
        var words = Split(text);
        for (var i = 0; i < words.Count; i++)
        {
            if (At(text, words, i, today, future) is { } found)
            {
                var from = i;
                while (from > 0 && Days.Contains(words[from - 1].Word))
                    from--;
                var before = text[..words[from].Start].TrimEnd(' ', ',', ';', '(', '\n');
                return (
                    found.Date,
                    (before + (before.Length > 0 && found.After.Length > 0 ? ", " : "") + found.After).Trim()
                );
            }
        }
        return null;
    }

    private static (LocalDate Date, string After)? At(
        string text,
        List<(string Word, int Start, int End)> words,
        int i,
        LocalDate today,
        bool future
    )
    {
        var word = words[i].Word;
        if (Relative(word, today) is { } relative)
            return (relative, Behind(text, words[i].End));
        if (Numeric(word, today, future) is { } numeric)
            return (numeric, Behind(text, words[i].End));
        // “18 november 2026”, “18 nov”, “november 18, 2026”
        if (Day(word) is { } day && i + 1 < words.Count && Month(words[i + 1].Word) is { } month)
            return Named(day, month, i + 2);
        if (Month(word) is { } first && i + 1 < words.Count && Day(words[i + 1].Word) is { } second)
            return Named(second, first, i + 2);
        return null;

        (LocalDate, string)? Named(int d, int m, int next)
        {
            int? year = next < words.Count && words[next].Word.Length == 4 ? Number(words[next].Word) : null;
            var end = words[year is null ? next - 1 : next].End;
            return Make(year, m, d, today, future) is { } date ? (date, Behind(text, end)) : null;
        }
    }

    private static LocalDate? Relative(string word, LocalDate today) =>
        word switch
        {
            "vandaag" or "today" => today,
            "gisteren" or "yesterday" => today.PlusDays(-1),
            "eergisteren" => today.PlusDays(-2),
            "morgen" or "tomorrow" => today.PlusDays(1),
            "overmorgen" => today.PlusDays(2),
            _ => null,
        };

    private static LocalDate? Numeric(string word, LocalDate today, bool future)
    {
        foreach (var mark in "-/.")
        {
            var parts = word.Split(mark, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length is not (2 or 3) || parts.Any(p => Number(p) is null))
                continue;
            var numbers = parts.Select(p => Number(p)!.Value).ToArray();
            if (parts[0].Length == 4 && parts.Length == 3)
                return Make(numbers[0], numbers[1], numbers[2], today, future);
            if (mark == '.' && parts.Length == 2)
                continue;
            int? year =
                parts.Length < 3 ? null
                : parts[2].Length <= 2 ? 2000 + numbers[2]
                : numbers[2];
            return Make(year, numbers[1], numbers[0], today, future);
        }
        return null;
    }

    private static LocalDate? Make(int? year, int month, int day, LocalDate today, bool future)
    {
        if (month is < 1 or > 12 || day is < 1 or > 31)
            return null;
        if (year is { } y)
            return y is >= 1990 and <= 2200 && day <= CalendarSystem.Iso.GetDaysInMonth(y, month)
                ? new LocalDate(y, month, day)
                : null;
        return Enumerable
            .Range(today.Year - 1, 3)
            .Where(candidate => day <= CalendarSystem.Iso.GetDaysInMonth(candidate, month))
            .Select(candidate => new LocalDate(candidate, month, day))
            .Where(date => !future || date >= today)
            .OrderBy(date => Math.Abs(NodaTime.Period.DaysBetween(today, date)))
            .Select(date => (LocalDate?)date)
            .FirstOrDefault();
    }

    private static int? Month(string word)
    {
        for (var m = 0; m < 12; m++)
        {
            if (
                word.Length >= 3
                && Months[m].Split(',').Any(p => word.StartsWith(p, StringComparison.Ordinal))
                && word.All(char.IsLetter)
                && word.Length <= 9
            )
                return m + 1;
        }
        return null;
    }

    private static int? Day(string word)
    {
        var digits = word.TrimEnd('e', 's', 't', 'n', 'd', 'r', 'h');
        return digits.Length is 1 or 2 && Number(digits) is >= 1 and <= 31 and var day ? day : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    private static string Behind(string text, int end) =>
        text[end..].TrimStart(' ', ',', ';', ':', '.', ')', '-', '–', '\n').Trim();

    private static List<(string Word, int Start, int End)> Split(string text)
    {
        var words = new List<(string, int, int)>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isEnd = i == text.Length || char.IsWhiteSpace(text[i]) || text[i] is ',' or ';' or ':' or '(' or ')';
            if (isEnd && start >= 0)
            {
                words.Add((text[start..i].TrimEnd('.').ToLowerInvariant(), start, i));
                start = -1;
            }
            else if (!isEnd && start < 0)
            {
                start = i;
            }
        }
        return words;
    }
}
