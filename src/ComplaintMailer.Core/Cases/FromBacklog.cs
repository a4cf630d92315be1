using ComplaintMailer.Core.Agenda;
using NodaTime;
using NodaTime.Text;

namespace ComplaintMailer.Core.Cases;

/// <summary>
/// Mail from before our time. Whoever it speaks of was written to, or not, outside this program: no letter goes out, and what
/// such a letter would have met is neither met nor missed here. What is still to come stays on the agenda.
/// </summary>
internal static class FromBacklog
{
    /// <summary>Stands as reason in the dossier.</summary>
    private const string Reason = "backlog";

    /// <summary>A repeated duty moves to its next day, which may be past too; more than a few rounds it never takes.</summary>
    private const int RoundsMost = 10;

    public static void Decide(Draft draft, CaseInput.CameFromBacklog input)
    {
        foreach (var id in input.Letters)
            draft.Add(new CaseEvent.LetterSuppressed(id, Reason));
        var kept = draft
            .Case.Letters.Where(l => input.Letters.Contains(l.Id) && CaseFold.IsToComplainant(l.Party))
            .Select(l => l.Kind)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var term in draft.Case.Terms.Where(t => t is { Met: null, State: "running" or "missed" }).ToList())
        {
            var byLetter = draft.Around.Regulation.Terms.Any(r => r.Id == term.Kind && r.MetBy.Any(kept.Contains));
            if (byLetter || (input.IsNew && term.Due < draft.Today))
                draft.Add(new CaseEvent.TermStopped(term.Kind, Reason));
        }
        if (input.IsNew)
            DropPast(draft);
    }

    private static void DropPast(Draft draft)
    {
        for (var round = 0; round < RoundsMost; round++)
        {
            var past = CaseAgenda.Of(draft.Case, draft.Around).Where(d => d.DueAt <= draft.Now).ToList();
            if (past.Count == 0)
                return;
            foreach (var duty in past)
                // The second time the same comes up it is one that repeats: from today on, then.
                draft.Add(new CaseEvent.DutyDone(round == 0 ? duty.Key : Today(duty.Key, draft.Today)));
        }
    }

    /// <summary><c>triage:assign:2024-03-01</c>, of today.</summary>
    private static string Today(string key, LocalDate today) =>
        key[..(key.LastIndexOf(':') + 1)] + LocalDatePattern.Iso.Format(today);
}
