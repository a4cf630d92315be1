using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Regulations;
using NodaTime;

namespace ComplaintMailer.Core.Terms;

/// <param name="Due">As it was promised.</param>
/// <param name="Counted">As it would be counted today.</param>
public sealed record ChangedDate(string Number, string Term, LocalDate Due, LocalDate Counted);

/// <summary>Promised dates that today's rules would count otherwise. They stay as they are; a person is told.</summary>
public static class ChangedDates
{
    public static IEnumerable<ChangedDate> Of(Case c, Regulation regulation, WorkingCalendar calendar)
    {
        // What a person moved was decided by that person, and counts from there.
        foreach (var term in c.Terms.Where(t => t is { Met: null, State: "running", FirstDue: null }))
        {
            if (regulation.Terms.FirstOrDefault(r => r.Id == term.Kind) is not { } rule)
                continue;
            var counted = TermCounter.Count(rule, term.From, c.Service, calendar).Due;
            if (counted != term.Due)
                yield return new(c.Number, term.Kind, term.Due, counted);
        }
    }
}
