namespace ComplaintMailer.Core.Cases;

/// <summary>How a procedure ends. Always by a person's command.</summary>
internal static class Ending
{
    public static void Close(Draft draft, string outcome, string? reason, string by)
    {
        draft.Add(new CaseEvent.Closed(outcome, reason, draft.Today), by);
        foreach (var term in draft.Case.Terms.Where(t => t.State == "running" && t.Met is null).ToList())
        {
            // The verdict's term runs until a server has accepted the letter.
            if (outcome == Outcomes.Decided && MetByVerdict(draft, term.Kind))
                continue;
            draft.Add(new CaseEvent.TermStopped(term.Kind, outcome), by);
        }
    }

    public static bool MetByVerdict(Draft draft, string kind) =>
        draft.Around.Regulation.Terms.Any(t => t.Id == kind && t.MetBy.Contains("verdict"));

    /// <summary>The filled-in form of the case, for who handled it.</summary>
    public static void TellHandler(Draft draft, string? text = null) =>
        draft.ToStaff(
            Routing.Responsible(draft.Case, draft.Around, draft.Today),
            "closed",
            Facts.Of(
                ("outcome", draft.Case.Outcome),
                ("keep_until", Keeping.Until(draft.Case, draft.Around)),
                ("text", text)
            )
        );
}
