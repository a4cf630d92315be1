using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Terms;

namespace ComplaintMailer.Core.Agenda;

/// <summary>All that time will bring a case, as its state stands. Pure: rows that are no longer in it are off the agenda.</summary>
public static class CaseAgenda
{
    /// <summary>Reminders go out when people are at work, not at midnight.</summary>
    private const int Hour = 9;

    public static IReadOnlyList<Duty> Of(Case state, Surroundings around)
    {
        if (!state.IsOpen)
            return [];
        var duties = new List<Duty>();
        foreach (var term in state.Terms.Where(t => t.State == "running" && t.Met is null))
        {
            foreach (var (name, on) in Reminders.Of(term, around.Regulation.Reminders, around.Calendar))
                duties.Add(new(term.Kind, $"{term.Kind}:{name}:{DateWords.Iso(on)}", around.At(on, Hour)));
            var after = term.Due.PlusDays(1);
            duties.Add(new(term.Kind, $"{term.Kind}:overdue:{DateWords.Iso(after)}", around.At(after, Hour)));
        }
        return [.. duties.Where(d => !state.DutiesDone.Contains(d.Key)).OrderBy(d => d.DueAt)];
    }
}
