using ComplaintMailer.Core.Calendars;
using NodaTime;

namespace ComplaintMailer.Core.Terms;

/// <summary>How a date was counted, so that anybody can check it on a calendar.</summary>
internal static class TermWords
{
    private const int MostDaysNamed = 15;

    /// <summary>“5 working days after Mon 23 Nov: 24, 25, 26, 27, 30 Nov”.</summary>
    public static string How(int count, string unit, LocalDate dayZero, LocalDate due, WorkingCalendar calendar)
    {
        var start = DateWords.Brief(dayZero, "en");
        if (unit != "working-days" || count > MostDaysNamed)
        {
            var word = count == 1 ? unit.TrimEnd('s') : unit;
            return $"{count} {word.Replace('-', ' ')} after {start}: {DateWords.InFull(due, "en")}";
        }
        var days = calendar.WorkingDaysAfter(dayZero, count).ToList();
        var named = new List<string>();
        for (var i = 0; i < days.Count; i++)
        {
            var lastOfMonth = i == days.Count - 1 || days[i + 1].Month != days[i].Month;
            named.Add(lastOfMonth ? $"{days[i].Day} {DateWords.ShortMonth(days[i].Month, "en")}" : $"{days[i].Day}");
        }
        return $"{count} working {(count == 1 ? "day" : "days")} after {start}: {string.Join(", ", named)}";
    }
}
