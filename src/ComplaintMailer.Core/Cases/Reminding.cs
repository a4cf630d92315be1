using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Organisations;

namespace ComplaintMailer.Core.Cases;

/// <summary>A row of the agenda has come due.</summary>
internal static class Reminding
{
    public static void Decide(Draft draft, Duty duty)
    {
        if (draft.Case.DutiesDone.Contains(duty.Key))
            return;
        var parts = duty.Key.Split(':');
        var term = draft.Case.Term(parts[0]);
        draft.Add(new CaseEvent.DutyDone(duty.Key));
        if (term is null || term.State != "running")
            return;
        var overdue = parts.Length > 1 && parts[1] == "overdue";
        if (overdue)
            draft.Add(new CaseEvent.TermMissed(term.Kind));
        var organisation = draft.Around.Organisation;
        var person =
            organisation.Person(draft.Case.Handler) ?? organisation.WithRole(Roles.Coordinator).FirstOrDefault();
        if (person is null)
            return;
        var language = person.Language ?? organisation.Language;
        draft.Write(
            new()
            {
                Kind = overdue ? "overdue" : "reminder",
                To = new($"staff:{person.Key}", person.Name, person.Email, language),
                Facts = new Dictionary<string, object?>
                {
                    ["term"] = term.Kind,
                    ["due"] = DateWords.InFull(term.Due, language),
                    ["work_by"] = DateWords.InFull(term.WorkBy, language),
                },
                ByItself = true,
            }
        );
    }
}
