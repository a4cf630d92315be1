namespace ComplaintMailer.Core.Cases;

/// <summary>Folds what happens while a case is handled.</summary>
internal static class FoldHandling
{
    public static Case? Apply(Case c, CaseEvent happened) =>
        happened switch
        {
            CaseEvent.Assigned e => c with
            {
                Handler = e.Handler,
                ProposedHandler = null,
                Stage = c.Stage is Stage.Received or Stage.Triage ? Stage.Assigned : c.Stage,
            },
            CaseEvent.HandlerProposed e => c with
            {
                ProposedHandler = e.Handler,
                Handler = null,
                Stage = c.Stage is Stage.Received or Stage.Assigned ? Stage.Triage : c.Stage,
            },
            CaseEvent.PersonBarred e => c with
            {
                Barred = [.. c.Barred.Where(p => p != e.Person), e.Person],
                Approvals = [.. c.Approvals.Where(p => p != e.Person)],
                LiabilityHandler = c.LiabilityHandler == e.Person ? null : c.LiabilityHandler,
                EscalatedTo = c.EscalatedTo == e.Person ? null : c.EscalatedTo,
            },
            CaseEvent.PersonReadmitted e => c with { Barred = [.. c.Barred.Where(p => p != e.Person)] },
            CaseEvent.Escalated e => c with { EscalatedTo = e.To, EscalationAnswered = true },
            CaseEvent.EscalationDeclined => c with { EscalationAnswered = true },
            CaseEvent.RoleInvolved e => c with { Involved = [.. c.Involved.Where(r => r != e.Role), e.Role] },
            CaseEvent.LiabilityShared e => c with { LiabilityHandler = e.Person },
            CaseEvent.SignalRaised e => c with { Flags = [.. c.Flags, e.Flag] },
            CaseEvent.SignalConfirmed e => Judge(c, e.Code, true, e.By, e.Reason),
            CaseEvent.SignalRejected e => Judge(c, e.Code, false, e.By, e.Reason),
            CaseEvent.LocationSet e => c with { Location = e.Location, ProposedLocation = null, Service = e.Service },
            CaseEvent.NatureSet e => c with { Nature = e.Nature },
            CaseEvent.ConcernsSet e => c with
            {
                Concerns = e.Concerns,
                ConcernsPerson = e.Person,
                Registration = e.Registration ?? c.Registration,
            },
            CaseEvent.DetailsAdded e => c with
            {
                Missing = e.StillMissing,
                Complainant = c.Complainant with
                {
                    Name = e.Name ?? c.Complainant.Name,
                    Email = e.Email ?? c.Complainant.Email,
                    Phone = e.Phone ?? c.Complainant.Phone,
                },
                IsAnonymous = c.IsAnonymous && e.Name is null,
                Desired = e.Desired ?? c.Desired,
                WhoInvolved = e.WhoInvolved ?? c.WhoInvolved,
                EventDate = e.EventDate ?? c.EventDate,
                Late = e.LateDays is { } days ? days > 0 : c.Late,
                LateDays = e.LateDays ?? c.LateDays,
            },
            CaseEvent.IdentityShielded e => c with { IdentityShielded = e.Shielded },
            CaseEvent.MandateJudged e => c with { Complainant = c.Complainant with { Authorised = e.Authorised } },
            CaseEvent.LateExplained e => c with { LateReason = e.Text },
            CaseEvent.LateJudged e => c with { LateAccepted = e.Accepted, LateReason = e.Reason },
            CaseEvent.ContactMade e => c with
            {
                Contacts = [.. c.Contacts, new(e.On, e.With, e.How, e.Text, e.By)],
                Stage = e.With != "concerned" && c.Stage is Stage.Assigned ? Stage.InContact : c.Stage,
            },
            CaseEvent.Heard e => c with
            {
                Hearings = [.. c.Hearings, new(e.On, e.Who, e.How, e.Text, e.By)],
                Stage = Investigating(c.Stage),
            },
            CaseEvent.HearingWaived e => c with { Waivers = [.. c.Waivers, new(e.On, e.Who, null, e.Reason, e.By)] },
            CaseEvent.TalkHeld e => c with
            {
                Talks = [.. c.Talks, new(e.On, e.Who, null, e.Text, e.By)],
                Stage = Investigating(c.Stage),
            },
            CaseEvent.CodeTested e => c with { CodeTest = new(e.Tested, e.Result, e.On, e.By) },
            CaseEvent.Extended => c with { Extensions = c.Extensions + 1 },
            CaseEvent.DelayTold e => c with { ExpectedOn = e.Expected },
            CaseEvent.Referred => c with { Referred = true },
            CaseEvent.ReferralAnswered => c with { Referred = false },
            CaseEvent.LessonNoted e => c with { Lesson = e.Text, LessonScope = e.Scope },
            CaseEvent.RelationNoted e => c with { RelationRestored = e.Restored },
            CaseEvent.NoticeBrought e => c with
            {
                LastToComplainant = e.On,
                Brought = e.Letter is { } letter ? [.. c.Brought, letter] : c.Brought,
            },
            CaseEvent.AppointmentMade
            or CaseEvent.NoteAdded
            or CaseEvent.ReactionAsked
            or CaseEvent.AbsenceTold
            or CaseEvent.StatusAsked
            or CaseEvent.PrivacyRequestPassed
            or CaseEvent.CommandsRefused
            or CaseEvent.AccessDenied => c,
            _ => null,
        };

    private static Stage Investigating(Stage stage) =>
        stage is Stage.Assigned or Stage.InContact ? Stage.Investigating : stage;

    /// <summary>All open flags of the code: the sentence may have been said twice, the judgment is one.</summary>
    private static Case Judge(Case c, string code, bool confirmed, string by, string? reason) =>
        c with
        {
            Flags =
            [
                .. c.Flags.Select(f =>
                    f.Code == code ? f with { Confirmed = confirmed, JudgedBy = by, Reason = reason } : f
                ),
            ],
        };
}
