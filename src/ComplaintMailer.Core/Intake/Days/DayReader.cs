using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Words;
using NodaTime;

namespace ComplaintMailer.Core.Intake.Days;

/// <summary>
/// Finds the days a text speaks of, seen from the day it was written: “3 maart”, “03-03-2027”, “afgelopen dinsdag”,
/// “gisteren”, “drie weken geleden”, “vorige week”, and the same in English.
/// </summary>
public static class DayReader
{
    /// <summary>A day without a year that lies this far ahead was a year earlier; nearer ones are yet to come.</summary>
    private const int AheadMeansLastYear = 60;
    private const int OldestYears = 30;

    private static readonly HashSet<string> Last =
    [
        "afgelopen",
        "vorige",
        "vorig",
        "verleden",
        "laatste",
        "last",
        "past",
        "previous",
    ];
    private static readonly HashSet<string> Next =
    [
        "aanstaande",
        "komende",
        "volgende",
        "eerstvolgende",
        "next",
        "coming",
        "upcoming",
        "morgen",
        "tomorrow",
    ];
    private static readonly HashSet<string> Every = ["elke", "iedere", "ieder", "elk", "every", "each", "alle"];

    private static readonly HashSet<string> Asides =
    [
        "gebeld",
        "belde",
        "teruggebeld",
        "gemaild",
        "mailde",
        "mail",
        "email",
        "brief",
        "antwoord",
        "gesprek",
        "ingediend",
        "afspraak",
        "herinnering",
        "sinds",
        "called",
        "phoned",
        "emailed",
        "letter",
        "reply",
        "response",
        "filed",
        "meeting",
        "appointment",
        "reminder",
        "since",
        "conversation",
    ];
    private static readonly HashSet<string> Others =
    [
        "geboren",
        "geboortedatum",
        "jarig",
        "contract",
        "factuur",
        "facturen",
        "rekening",
        "ingeschreven",
        "inschrijving",
        "geplaatst",
        "verhuisd",
        "begonnen",
        "vakantie",
        "born",
        "birthday",
        "invoice",
        "enrolled",
        "registered",
        "holiday",
    ];

    /// <summary>First words of what is no name and no number, see the places where they are looked for.</summary>
    private static readonly HashSet<string> Firsts =
    [
        "begin",
        "half",
        "medio",
        "eind",
        "einde",
        "in",
        "mid",
        "early",
        "late",
        "vandaag",
        "vanmorgen",
        "vanochtend",
        "vanmiddag",
        "vanavond",
        "vannacht",
        "zojuist",
        "today",
        "this",
        "gisteren",
        "gisterochtend",
        "gistermorgen",
        "gistermiddag",
        "gisteravond",
        "gisternacht",
        "yesterday",
        "last",
        "eergisteren",
        "day",
        "deze",
        "koningsdag",
        "hemelvaart",
        "hemelvaartsdag",
        "goede",
        "good",
        "tweede",
        "paasmaandag",
        "easter",
        "pinkstermaandag",
        "eerste",
        "christmas",
        "boxing",
        "oudjaarsdag",
        "oudejaarsdag",
        "oudjaarsavond",
        "oudejaarsavond",
        "nieuwjaarsdag",
        "sinterklaasavond",
        "pakjesavond",
        "bevrijdingsdag",
    ];

    private static readonly WordSet Beginnings = new(MayBegin);
    private static readonly WordSet AsideWords = new(Asides);
    private static readonly WordSet OtherWords = new(Others);

    public static List<DayMention> Read(string text, LocalDate writtenOn)
    {
        var found = new List<DayMention>();
        foreach (var sentence in Sentences.Of(text))
        {
            var words = sentence.Words;
            for (var at = 0; at < words.Length; at++)
            {
                if (!Beginnings.Contains(words[at]) || At(text, words, at, writtenOn) is not { } hit)
                    continue;
                if (hit.First <= writtenOn && hit.First > writtenOn.PlusYears(-OldestYears))
                {
                    // What goes on since a day has not ended yet.
                    var goesOn = Text(words, at - 1) is "sinds" or "since";
                    var last = goesOn ? writtenOn : LocalDate.Min(hit.Last, writtenOn);
                    found.Add(new(hit.First, last, sentence.Text, Kind(words)) { GoesOn = goesOn });
                }
                at += hit.Words - 1;
            }
        }
        return found;
    }

    private static MentionKind Kind(ReadOnlySpan<Word> words)
    {
        if (OtherWords.HasAny(words))
            return MentionKind.Other;
        return AsideWords.HasAny(words) ? MentionKind.Aside : MentionKind.Event;
    }

    /// <summary>Whether any of the ways below can begin with this word: next to none can, and that is known of a word once and for all.</summary>
    private static bool MayBegin(KnownWord word) =>
        char.IsAsciiDigit(word.Text.FirstOrDefault())
        || DayNames.Month(word.Text) is not null
        || DayNames.Number(word.Text) is not null
        || DayNames.WeekDay(word.Text) is not null
        || Last.Contains(word.Text)
        || Firsts.Contains(word.Text);

    private sealed record Hit(LocalDate First, LocalDate Last, int Words);

    private static Hit? At(string text, ReadOnlySpan<Word> words, int at, LocalDate today) =>
        Figures(text, words, at, today)
        ?? Named(words, at, today)
        ?? Ago(words, at, today)
        ?? Near(words, at, today)
        ?? Weekday(words, at, today)
        ?? Stretch(words, at, today)
        ?? Feast(words, at, today);

    /// <summary>“03-03-2027”, “3/3/27”, “2027-03-03”, “3.3.2027”, “03-03”.</summary>
    private static Hit? Figures(string text, ReadOnlySpan<Word> words, int at, LocalDate today)
    {
        if (Digits(words[at]) is not { } a || Joined(text, words, at) is not { } mark)
            return null;
        if (Digits(words[at + 1]) is not { } b)
            return null;
        var third = Joined(text, words, at + 1) == mark ? Digits(words[at + 2]) : null;
        if (third is { } c && words[at].Text.Length == 4)
            return One(Day(a, b, c), 3);
        if (third is { } year && words[at + 2].Text.Length is 2 or 4)
        {
            var full = year < 100 ? 2000 + year : year;
            return One(Day(full, b, a) ?? Day(full, a, b), 3);
        }
        // Two figures alone are a date only when a word says so: “op 03-03”, not “10-12 kinderen” or “2.5”.
        var isSaid = at == 0 || Text(words, at - 1) is "op" or "dd" or "datum" or "date" or "on" or "d";
        return
            third is null
            && isSaid
            && (mark is '-' or '/')
            && words[at].Text.Length <= 2
            && words[at + 1].Text.Length == 2
            ? One(Yearless(b, a, today), 2)
            : null;
    }

    private static char? Joined(string text, ReadOnlySpan<Word> words, int at) =>
        at + 1 < words.Length && words[at + 1].Start == words[at].End + 1 && text[words[at].End] is '-' or '/' or '.'
            ? text[words[at].End]
            : null;

    /// <summary>“3 maart”, “3e mrt 2027”, “3rd of March, 2027”, “March 3rd”, “begin maart”, “in maart”.</summary>
    private static Hit? Named(ReadOnlySpan<Word> words, int at, LocalDate today)
    {
        if (DayNames.DayOfMonth(words[at].Text) is { } day)
        {
            var of = Text(words, at + 1) is "of" or "van" ? 1 : 0;
            if (DayNames.Month(Text(words, at + 1 + of)) is { } month)
                return Year(words, at + 2 + of) is { } year
                    ? One(Day(year, month, day), 3 + of)
                    : One(Yearless(month, day, today), 2 + of);
        }
        if (DayNames.Month(words[at].Text) is { } before && DayNames.DayOfMonth(Text(words, at + 1)) is { } after)
            return Year(words, at + 2) is { } year
                ? One(Day(year, before, after), 3)
                : One(Yearless(before, after, today), 2);
        if (
            words[at].Text is "begin" or "half" or "medio" or "eind" or "einde" or "in" or "mid" or "early" or "late"
            && DayNames.Month(Text(words, at + 1)) is { } whole
        )
        {
            var year = Year(words, at + 2);
            var first = year is { } y ? Day(y, whole, 1) : Yearless(whole, 1, today);
            if (first is not { } start)
                return null;
            var (from, to) = words[at].Text switch
            {
                "begin" or "early" => (start, start.PlusDays(9)),
                "half" or "medio" or "mid" => (start.PlusDays(9), start.PlusDays(19)),
                "eind" or "einde" or "late" => (start.PlusDays(19), start.PlusMonths(1).PlusDays(-1)),
                _ => (start, start.PlusMonths(1).PlusDays(-1)),
            };
            return new(from, to, year is null ? 2 : 3);
        }
        return null;
    }

    /// <summary>“drie weken geleden”, “een maand terug”, “two days ago”.</summary>
    private static Hit? Ago(ReadOnlySpan<Word> words, int at, LocalDate today)
    {
        if (DayNames.Number(words[at].Text) is not { } count || count is 0 or > 400)
            return null;
        for (var i = at + 1; i <= at + 2 && i + 1 < words.Length; i++)
        {
            if (words[i + 1].Text is not ("geleden" or "terug" or "ago"))
                continue;
            LocalDate? day = words[i].Text switch
            {
                "dag" or "dagen" or "day" or "days" => today.PlusDays(-count),
                "week" or "weken" or "weeks" => today.PlusWeeks(-count),
                "maand" or "maanden" or "month" or "months" => today.PlusMonths(-count),
                "jaar" or "jaren" or "year" or "years" => today.PlusYears(-count),
                _ => null,
            };
            return day is null ? null : One(day, i + 2 - at);
        }
        return null;
    }

    private static Hit? Near(ReadOnlySpan<Word> words, int at, LocalDate today)
    {
        int? back = words[at].Text switch
        {
            "vandaag" or "vanmorgen" or "vanochtend" or "vanmiddag" or "vanavond" or "vannacht" or "zojuist" => 0,
            "today" => 0,
            "this" when Text(words, at + 1) is "morning" or "afternoon" or "evening" => 0,
            "gisteren" or "gisterochtend" or "gistermorgen" or "gistermiddag" or "gisteravond" or "gisternacht" => 1,
            "yesterday" => 1,
            "last" when Text(words, at + 1) is "night" or "evening" => 1,
            "eergisteren" => 2,
            "day" when Text(words, at + 1) == "before" && Text(words, at + 2) == "yesterday" => 2,
            _ => null,
        };
        return back is { } days ? One(today.PlusDays(-days), days == 2 && words[at].Text == "day" ? 3 : 1) : null;
    }

    /// <summary>“afgelopen dinsdag”, “dinsdag jl.”, “dinsdagmiddag”, “last Tuesday”; with “vorige week” the one of that week.</summary>
    private static Hit? Weekday(ReadOnlySpan<Word> words, int at, LocalDate today)
    {
        if (DayNames.WeekDay(words[at].Text) is not { } day)
            return null;
        // “dinsdag 3 maart”: the date tells.
        if (DayNames.DayOfMonth(Text(words, at + 1)) is not null)
            return null;
        var before = Text(words, at - 1);
        // “op zondag te sluiten”: on every one. “Zondag te laat” was one.
        if (Text(words, at + 1) == "te" && Text(words, at + 2).EndsWith("en", StringComparison.Ordinal))
            return null;
        if (Next.Contains(before) || Every.Contains(before) || before is "op" && Every.Contains(Text(words, at - 2)))
            return null;
        var lastWeek =
            (Last.Contains(Text(words, at - 2)) && before == "week")
            || (Last.Contains(Text(words, at + 1)) && Text(words, at + 2) == "week");
        if (lastWeek)
            return One(MondayOf(today).PlusWeeks(-1).PlusDays((int)day - 1), before == "week" ? 1 : 3);
        return One(today.Previous(day), 1);
    }

    /// <summary>“vorige week”, “afgelopen maand”, “last year”.</summary>
    private static Hit? Stretch(ReadOnlySpan<Word> words, int at, LocalDate today)
    {
        if (!Last.Contains(words[at].Text) && words[at].Text is not "deze" and not "this")
            return null;
        var isThis = words[at].Text is "deze" or "this";
        var isRolling = words[at].Text is "afgelopen" or "past";
        // The day of that week stands behind it: “vorige week dinsdag”.
        if (DayNames.WeekDay(Text(words, at + 2)) is not null)
            return null;
        switch (Text(words, at + 1))
        {
            case "week" when isThis:
                return new(MondayOf(today), today, 2);
            case "week" when isRolling:
                return new(today.PlusDays(-7), today.PlusDays(-1), 2);
            case "week":
                var monday = MondayOf(today).PlusWeeks(-1);
                return new(monday, monday.PlusDays(6), 2);
            case "weekend":
                var saturday = MondayOf(today).PlusDays(-2);
                return new(saturday, saturday.PlusDays(1), 2);
            case "maand" or "month" when !isThis:
                var month = new LocalDate(today.Year, today.Month, 1).PlusMonths(-1);
                return new(month, month.PlusMonths(1).PlusDays(-1), 2);
            case "jaar" or "year" when !isThis:
                return new(new(today.Year - 1, 1, 1), new(today.Year - 1, 12, 31), 2);
            default:
                return null;
        }
    }

    private static Hit? Feast(ReadOnlySpan<Word> words, int at, LocalDate today)
    {
        Func<int, LocalDate>? of = (words[at].Text, Text(words, at + 1)) switch
        {
            ("koningsdag", _) => DutchHolidays.KingsDay,
            ("hemelvaart" or "hemelvaartsdag", _) => y => DutchHolidays.Easter(y).PlusDays(39),
            ("goede", "vrijdag") or ("good", "friday") => DutchHolidays.GoodFriday,
            ("tweede", "paasdag") or ("paasmaandag", _) or ("easter", "monday") => y =>
                DutchHolidays.Easter(y).PlusDays(1),
            ("tweede", "pinksterdag") or ("pinkstermaandag", _) => y => DutchHolidays.Easter(y).PlusDays(50),
            ("eerste", "kerstdag") or ("christmas", "day") => y => new(y, 12, 25),
            ("tweede", "kerstdag") or ("boxing", "day") => y => new(y, 12, 26),
            ("oudjaarsdag" or "oudejaarsdag" or "oudjaarsavond" or "oudejaarsavond", _) => y => new(y, 12, 31),
            ("nieuwjaarsdag", _) => y => new(y, 1, 1),
            ("sinterklaasavond" or "pakjesavond", _) => y => new(y, 12, 5),
            ("bevrijdingsdag", _) => y => new(y, 5, 5),
            _ => null,
        };
        if (of is null || Next.Contains(Text(words, at - 1)))
            return null;
        var day = of(today.Year);
        // The Friday of “Goede Vrijdag” is no Friday besides.
        var length = words[at].Text is "goede" or "good" or "tweede" or "eerste" or "easter" or "christmas" or "boxing"
            ? 2
            : 1;
        return One(day <= today ? day : of(today.Year - 1), length);
    }

    private static LocalDate MondayOf(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    private static Hit? One(LocalDate? day, int words) => day is { } d ? new(d, d, words) : null;

    private static LocalDate? Yearless(int month, int day, LocalDate today)
    {
        if (Day(today.Year, month, day) is { } thisYear && thisYear <= today.PlusDays(AheadMeansLastYear))
            return thisYear;
        return Day(today.Year - 1, month, day);
    }

    private static LocalDate? Day(int year, int month, int day) =>
        year is >= 1900 and <= 2200
        && month is >= 1 and <= 12
        && day >= 1
        && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new(year, month, day)
            : null;

    private static int? Digits(Word word) =>
        word.Text.Length <= 4 && !word.Text.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? int.Parse(word.Text, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private static int? Year(ReadOnlySpan<Word> words, int at) =>
        at < words.Length && words[at].Text.Length == 4 && Digits(words[at]) is { } y and >= 1990 and <= 2100
            ? y
            : null;

    private static string Text(ReadOnlySpan<Word> words, int at) => at >= 0 && at < words.Length ? words[at].Text : "";
}
