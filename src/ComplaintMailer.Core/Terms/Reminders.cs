using System.Globalization;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using NodaTime;

namespace ComplaintMailer.Core.Terms;

/// <summary>On which working days a running term is brought to mind.</summary>
public static class Reminders
{
    /// <param name="rules"><c>50%</c>, <c>75%</c>: that part of the way, on the working day on or after it; <c>-5wd</c>: working days before <see cref="Term.WorkBy"/>; <c>workBy</c>.</param>
    public static IReadOnlyList<(string Name, LocalDate On)> Of(
        Term term,
        IReadOnlyList<string> rules,
        WorkingCalendar calendar
    )
    {
        var found = new List<(string, LocalDate)>();
        var length = NodaTime.Period.DaysBetween(term.From, term.Due);
        foreach (var rule in rules)
        {
            LocalDate? on = rule switch
            {
                "workBy" => term.WorkBy,
                _ when rule.EndsWith('%') && Number(rule[..^1]) is { } percent => calendar.OnOrAfter(
                    term.From.PlusDays(length * percent / 100)
                ),
                _ when rule.EndsWith("wd", StringComparison.Ordinal) && Number(rule[..^2]) is { } days =>
                    calendar.AddWorkingDays(term.WorkBy, days),
                _ => null,
            };
            // A short term has no room for them all; what falls on or before the start says nothing.
            if (on is { } day && day > term.From && day <= term.WorkBy)
                found.Add((rule, day));
        }
        return [.. found.OrderBy(r => r.Item2).DistinctBy(r => r.Item2)];
    }

    /// <summary>The day on which a term is first told to be over, working day or not.</summary>
    public static LocalDate OverdueOn(Term term) => term.Due.PlusDays(1);

    /// <summary>Whether a rule is written in a way that is understood.</summary>
    public static bool IsRule(string rule) =>
        rule == "workBy"
        || (rule.EndsWith('%') && Number(rule[..^1]) is > 0 and <= 100)
        || (rule.EndsWith("wd", StringComparison.Ordinal) && Number(rule[..^2]) is < 0);

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;
}
