namespace ComplaintMailer.Core.Cases;

/// <summary>Folds what ends a case, and what comes after.</summary>
internal static class FoldEnding
{
    public static Case? Apply(Case c, CaseEvent happened) =>
        happened switch
        {
            CaseEvent.Triaged e => c with { Kind = e.CaseKind },
            CaseEvent.VerdictDrafted e => c with
            {
                Draft = e.Verdict,
                DraftMeasures = e.Measures,
                Approvals = [],
                Stage = Stage.VerdictPreviewed,
            },
            CaseEvent.VerdictApproved e => c with { Approvals = [.. c.Approvals.Where(p => p != e.Person), e.Person] },
            CaseEvent.VerdictGiven e => c with
            {
                Verdict = e.Verdict,
                Measures = e.Measures,
                Draft = null,
                DraftMeasures = [],
                Approvals = [],
                Stage = Stage.Decided,
            },
            CaseEvent.MeasureDone e => c with
            {
                Measures = [.. c.Measures.Select(m => m.Number == e.Number ? m with { DoneOn = e.On } : m)],
            },
            CaseEvent.Closed e => c with
            {
                Outcome = e.Outcome,
                ClosedOn = e.On,
                RetentionFrom = e.On,
                SuspendedFrom = null,
                SuspendedUntil = null,
                DestructionApproved = false,
                DestroyOn = null,
                Stage = e.Outcome == Outcomes.Decided ? Stage.Decided : Stage.Closed,
            },
            CaseEvent.Suspended e => c with
            {
                SuspendedFrom = c.Stage == Stage.Suspended ? c.SuspendedFrom : c.Stage,
                SuspendedUntil = e.Until,
                Stage = Stage.Suspended,
            },
            CaseEvent.Resumed => c with
            {
                Stage = c.SuspendedFrom ?? Stage.Assigned,
                SuspendedFrom = null,
                SuspendedUntil = null,
            },
            CaseEvent.Reopened => c with
            {
                Kind = "complaint",
                Outcome = null,
                ClosedOn = null,
                RetentionFrom = null,
                DestructionApproved = false,
                DestroyOn = null,
                MergedInto = null,
                Draft = null,
                DraftMeasures = [],
                Approvals = [],
                Stage = c.Handler is null ? Stage.Triage : Stage.Investigating,
            },
            CaseEvent.VerdictAgreed => c with { Stage = c.IsOpen ? c.Stage : Stage.Closed },
            CaseEvent.ObjectionMade e => c with { Objection = new(e.On, e.Text), Stage = Stage.Objection },
            CaseEvent.ObjectionDropped => c with { Objection = null, Stage = AfterObjection(c) },
            CaseEvent.ObjectionTalkPlanned e => c with { Objection = c.Objection! with { TalkOn = e.On } },
            CaseEvent.ObjectionTalkHeld e => c with
            {
                Objection = c.Objection! with { TalkOn = e.On, Result = e.Result, ClosedOn = e.On },
                Stage = c.IsOpen ? c.Stage : Stage.Closed,
            },
            CaseEvent.WentExternal e => c with
            {
                External = new(e.Body, e.On, e.DuringInternal),
                Stage = c.IsOpen ? c.Stage : Stage.External,
            },
            CaseEvent.ExternallyRuled e => c with
            {
                External = c.External! with
                {
                    Ruling = e.Ruling,
                    RuledOn = e.On,
                    RulingText = e.Text ?? c.External!.RulingText,
                },
            },
            CaseEvent.BindingConsentGiven e => c with { External = Consent(c.External!, e) },
            CaseEvent.RetentionRestarted e => c with
            {
                RetentionFrom = e.From,
                DestructionApproved = false,
                DestroyOn = null,
                Stage = c.IsOpen ? c.Stage : Stage.Closed,
            },
            CaseEvent.KeepUntilSet e => c with
            {
                KeepUntil = e.Until,
                KeepReason = e.Reason,
                DestructionApproved = false,
                DestroyOn = null,
            },
            CaseEvent.DestructionApproved => c with { DestructionApproved = true },
            CaseEvent.Purged => Stripped(c),
            CaseEvent.MergedInto e => c with { MergedInto = e.Number },
            CaseEvent.MergedFrom e => c with
            {
                MergedFrom = [.. c.MergedFrom, e.Number],
                DayZero = NodaTime.LocalDate.Min(c.DayZero, e.DayZero),
            },
            CaseEvent.ComplainantAdded e => c with { CoComplainants = [.. c.CoComplainants, e.Complainant] },
            CaseEvent.DestructionListed e => c with { DestroyOn = e.DestroyOn },
            CaseEvent.SplitOff => c,
            _ => null,
        };

    private static Stage AfterObjection(Case c) => c.IsOpen ? c.Stage : Stage.Decided;

    private static External Consent(External x, CaseEvent.BindingConsentGiven e)
    {
        var next =
            e.Party == "complainant"
                ? x with
                {
                    ComplainantConsents = e.Agrees,
                }
                : x with
                {
                    OrganisationConsents = e.Agrees,
                };
        return next with { AgreedOn = next is { ComplainantConsents: true, OrganisationConsents: true } ? e.On : null };
    }

    /// <summary>What is left once the file is destroyed: codes and dates, nothing that names or tells.</summary>
    private static Case Stripped(Case c) =>
        c with
        {
            Stage = Stage.Purged,
            Complainant = new(null, null, null),
            CoComplainants = [],
            Subject = "",
            Description = "",
            Desired = null,
            WhoInvolved = null,
            LateReason = null,
            Lesson = null,
            KeepReason = null,
            ConcernsPerson = null,
            ProposedLocation = null,
            Contacts = [],
            Hearings = [],
            Talks = [],
            Waivers = [],
            CodeTest = null,
            Draft = null,
            DraftMeasures = [],
            Flags = [.. c.Flags.Select(f => f with { Sentence = "", Reason = null })],
            Verdict = c.Verdict is { } v ? v with { Reasons = "", AnswerToDesired = null } : null,
            Measures = [.. c.Measures.Select(m => m with { Text = "", Who = null })],
            Objection = c.Objection is { } o ? o with { Text = "", Result = null } : null,
            Letters = [.. c.Letters.Select(l => l with { To = null })],
        };
}
