using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Regulations;
using NodaTime;

namespace ComplaintMailer.Core.Terms;

/// <summary>How a date was counted, so that anybody can check it on a calendar.</summary>
public static class TermWords
{
    private const int MostDaysNamed = 15;

    /// <summary>The same as <see cref="Term.How"/>, in a letter's language and from the rule itself.</summary>
    public static string How(TermRule rule, Term term, WorkingCalendar calendar, string language)
    {
        var first = term.FirstDue ?? term.Due;
        var how = How(rule.Count, rule.Unit, term.From, first, calendar, language);
        return term.Due == first ? how : How(how, NodaTime.Period.DaysBetween(first, term.Due) / 7, term.Due, language);
    }

    /// <summary>“5 working days after Mon 23 Nov: 24, 25, 26, 27, 30 Nov”; “5 werkdagen na ma 23 nov: …”.</summary>
    internal static string How(
        int count,
        string unit,
        LocalDate dayZero,
        LocalDate due,
        WorkingCalendar calendar,
        string language = "en"
    )
    {
        var start =
            $"{Amount(count, unit, language)} {(language == "nl" ? "na" : "after")} {DateWords.Brief(dayZero, language)}";
        if (unit != "working-days" || count > MostDaysNamed)
            return $"{start}: {DateWords.InFull(due, language)}";
        var days = calendar.WorkingDaysAfter(dayZero, count).ToList();
        var named = new List<string>();
        for (var i = 0; i < days.Count; i++)
        {
            var lastOfMonth = i == days.Count - 1 || days[i + 1].Month != days[i].Month;
            named.Add(
                lastOfMonth ? $"{days[i].Day} {DateWords.ShortMonth(days[i].Month, language)}" : $"{days[i].Day}"
            );
        }
        return $"{start}: {string.Join(", ", named)}";
    }

    /// <summary>What an extension adds to it.</summary>
    internal static string How(string before, int weeks, LocalDate due, string language = "en") =>
        $"{before}; + {Amount(weeks, "weeks", language)}: {DateWords.InFull(due, language)}";

    /// <summary>“5 working days”, “6 weken”.</summary>
    public static string Amount(int count, string unit, string language)
    {
        var (one, more) = (unit, language) switch
        {
            ("working-days", "nl") => ("werkdag", "werkdagen"),
            ("days", "nl") => ("dag", "dagen"),
            ("weeks", "nl") => ("week", "weken"),
            ("months", "nl") => ("maand", "maanden"),
            ("working-days", _) => ("working day", "working days"),
            ("days", _) => ("day", "days"),
            ("weeks", _) => ("week", "weeks"),
            _ => ("month", "months"),
        };
        return $"{count} {(count == 1 ? one : more)}";
    }
}
