using ComplaintMailer.Core.Terms;

namespace ComplaintMailer.Core.Cases;

/// <summary>Another case goes up in this one: its complainant comes along, and the earlier day of receipt counts.</summary>
internal static class Merging
{
    public static void Into(Draft draft, CaseInput.MergedHere merged)
    {
        var before = draft.Case.DayZero;
        draft.Add(new CaseEvent.MergedFrom(merged.Number, merged.DayZero));
        foreach (var other in merged.Complainants)
        {
            var known = draft
                .Case.CoComplainants.Prepend(draft.Case.Complainant)
                .Any(c =>
                    string.Equals(c.Email, other.Email, StringComparison.OrdinalIgnoreCase)
                    && (other.Email is not null || c.Name == other.Name)
                );
            if (!known)
                draft.Add(new CaseEvent.ComplainantAdded(other));
        }
        if (merged.DayZero < before && draft.Case.IsOpen)
        {
            foreach (var rule in draft.Around.Regulation.Terms)
            {
                if (draft.Case.Term(rule.Id) is { Met: null, State: "running", FirstDue: null })
                    draft.Add(
                        new CaseEvent.TermStarted(
                            TermCounter.Count(rule, merged.DayZero, draft.Case.Service, draft.Around.Calendar)
                        )
                    );
            }
        }
        draft.ToStaff(
            Routing.Responsible(draft.Case, draft.Around, draft.Today),
            "merged",
            Facts.Of(("into", draft.Case.Number))
        );
    }
}
