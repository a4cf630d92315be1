using ComplaintMailer.Core.Organisations;

namespace ComplaintMailer.Core.Cases;

/// <summary>Who handles a case, and who may no longer see it.</summary>
internal static class Assigning
{
    /// <summary>By the regulation and the location; where that leads to nobody, a person is asked.</summary>
    public static void Route(Draft draft, bool atRegistration)
    {
        BarConcerned(draft);
        var c = draft.Case;
        var around = draft.Around;
        var handler = c.ProvisionalReason is null ? Routing.HandlerFor(c, around) : null;
        var escalated = around.Regulation.Escalation.Any(r => r.Concerns == c.Concerns && r.ReplacesHandler);
        if (handler is not null && c.Barred.Contains(handler.Key))
            handler = null;
        // Where a regulation lets the office choose between kinds of handler, a person chooses.
        if (handler is not null && (around.Regulation.HandlerKinds.Count == 0 || escalated))
        {
            Assign(draft, handler, escalated ? "concerns-" + c.Concerns : null, "worker", atRegistration);
            if (escalated)
                draft.Add(new CaseEvent.Escalated(handler.Key, "concerns-" + c.Concerns, ReplacesHandler: true));
            return;
        }
        Propose(draft, handler, handler is null ? "no-handler-known" : "handler-to-be-chosen");
    }

    public static void Propose(Draft draft, Person? proposed, string reason)
    {
        var asked = Routing.Coordinator(draft.Case, draft.Around);
        var person = proposed ?? asked;
        if (person is not null)
            draft.Add(new CaseEvent.HandlerProposed(person.Key) { Reason = reason });
        draft.ToStaff(asked, "triage", Facts.Of(("reason", reason)));
    }

    public static void Assign(Draft draft, Person handler, string? reason, string by, bool atRegistration = false)
    {
        var previous = draft.Case.Handler;
        draft.Add(new CaseEvent.Assigned(handler.Key, reason), by);
        draft.ToStaff(
            handler,
            "case-assigned",
            Facts.Of(
                ("previous", previous),
                ("reason", reason),
                ("by", by.StartsWith("staff:", StringComparison.Ordinal) ? by[6..] : null)
            )
        );
        // The acknowledgement of the same minute names the handler already, except where the regulation wants a notice of its own.
        var noticeDue = draft.Around.Regulation.Terms.Any(t => t.MetBy.Contains("handler-notice"));
        if (!atRegistration || noticeDue)
            draft.ToComplainant(
                "handler-notice",
                Facts.Of(("changed", previous is not null && previous != handler.Key ? true : null)),
                notice: noticeDue
            );
        foreach (var told in draft.Around.Regulation.InformAlways)
        {
            if (draft.Case.WasOrdered("superior-notice"))
                break;
            var superior =
                told == "next-manager"
                    ? Routing.NextManager(handler, draft.Case, draft.Around)
                    : draft.Organisation.WithRole(told).FirstOrDefault(p => Routing.IsFit(p, draft.Case));
            if (superior is not null && superior.Key != handler.Key)
                draft.ToStaff(superior, "superior-notice");
        }
    }

    /// <summary>Nobody sees a complaint about her- or himself.</summary>
    public static void BarConcerned(Draft draft, string by = "worker")
    {
        foreach (var person in Routing.Concerned(draft.Case, draft.Around).ToList())
        {
            if (!draft.Case.Barred.Contains(person.Key))
                draft.Add(new CaseEvent.PersonBarred(person.Key, "concerned"), by);
        }
    }

    /// <summary>One level up; the handler stays unless the regulation or the command says otherwise.</summary>
    public static Person? Escalate(Draft draft, string reason, string by, bool replaces)
    {
        var from = draft.Organisation.Person(draft.Case.Handler ?? draft.Case.ProposedHandler);
        // Who has it already is not asked again: each step goes one higher.
        var below = draft.Organisation.Person(draft.Case.EscalatedTo) ?? from;
        var up = below is null
            ? draft.Organisation.WithRole(Roles.Director).FirstOrDefault(p => Routing.IsFit(p, draft.Case))
            : Routing.NextManager(below, draft.Case, draft.Around);
        if (up is null || up.Key == below?.Key || (below is not null && Routing.Rank(up) < Routing.Rank(below)))
            return null;
        draft.Add(new CaseEvent.Escalated(up.Key, reason, replaces), by);
        if (replaces)
        {
            if (from is not null)
                draft.Add(new CaseEvent.PersonBarred(from.Key, "former-handler"), by);
            Assign(draft, up, reason, by);
        }
        else
        {
            // Nobody is said to ask for what the worker does by itself.
            var asked = by.StartsWith("staff:", StringComparison.Ordinal) ? by[6..] : null;
            draft.ToStaff(up, "escalation", Facts.Of(("reason", reason), ("from", asked)));
        }
        return up;
    }
}
