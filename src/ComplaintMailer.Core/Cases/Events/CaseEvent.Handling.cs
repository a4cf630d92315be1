using NodaTime;

namespace ComplaintMailer.Core.Cases;

public abstract partial record CaseEvent
{
    public sealed record Assigned(string Handler, string? Reason) : CaseEvent;

    public sealed record HandlerProposed(string Handler) : CaseEvent
    {
        public string? Reason { get; init; }
    }

    /// <summary>May not see the case any more, or never might.</summary>
    public sealed record PersonBarred(string Person, string Reason) : CaseEvent;

    public sealed record PersonReadmitted(string Person) : CaseEvent;

    public sealed record Escalated(string To, string Reason, bool ReplacesHandler) : CaseEvent;

    public sealed record EscalationDeclined(string Reason) : CaseEvent;

    public sealed record RoleInvolved(string Role, string Reason) : CaseEvent;

    /// <summary>Shares the handling from now on: no verdict goes out without both.</summary>
    public sealed record LiabilityShared(string Person) : CaseEvent;

    public sealed record SignalRaised(Flag Flag) : CaseEvent;

    public sealed record SignalConfirmed(string Code, string? Reason) : CaseEvent;

    public sealed record SignalRejected(string Code, string? Reason) : CaseEvent;

    public sealed record LocationSet(string Location, string? Service) : CaseEvent;

    public sealed record NatureSet(IReadOnlyList<string> Nature) : CaseEvent;

    public sealed record ConcernsSet(string? Concerns, string? Person, string? Registration) : CaseEvent;

    /// <summary>What was missing has been told: only what is filled in here changes.</summary>
    public sealed record DetailsAdded(IReadOnlyList<string> StillMissing) : CaseEvent
    {
        public string? Name { get; init; }
        public string? Email { get; init; }
        public string? Phone { get; init; }
        public string? Desired { get; init; }
        public string? WhoInvolved { get; init; }
        public LocalDate? EventDate { get; init; }
        public int? LateDays { get; init; }
    }

    public sealed record IdentityShielded(bool Shielded) : CaseEvent;

    public sealed record MandateJudged(bool Authorised, string? Text) : CaseEvent;

    public sealed record LateExplained(string Text) : CaseEvent;

    public sealed record LateJudged(bool Accepted, string Reason) : CaseEvent;

    /// <param name="With"><c>complainant</c>, <c>concerned</c> or <c>both</c>.</param>
    public sealed record ContactMade(LocalDate On, string With, string? How, string Text) : CaseEvent;

    /// <param name="Who"><c>complainant</c>, <c>concerned</c>, <c>both</c> or <c>file</c> for a study of documents.</param>
    public sealed record Heard(LocalDate On, string Who, string? How, string Text) : CaseEvent;

    public sealed record HearingWaived(LocalDate On, string Who, string Reason) : CaseEvent;

    public sealed record TalkHeld(LocalDate On, string Who, string Text) : CaseEvent;

    public sealed record NoteAdded(string Text) : CaseEvent;

    public sealed record CodeTested(string Tested, string Result, LocalDate On) : CaseEvent;

    public sealed record Extended(LocalDate TalkedOn, string Reasons, LocalDate NewDue) : CaseEvent;

    public sealed record DelayTold(LocalDate Expected, string Reasons) : CaseEvent;

    public sealed record ReactionAsked(string Points, LocalDate AnswerBy) : CaseEvent;

    public sealed record Referred(string Question) : CaseEvent;

    public sealed record ReferralAnswered(string Text) : CaseEvent;

    public sealed record AbsenceTold(string Person, LocalDate? Until, string? Deputy) : CaseEvent;

    public sealed record StatusAsked : CaseEvent;

    public sealed record PrivacyRequestPassed(LocalDate AnswerBy) : CaseEvent;

    /// <summary>Commands that changed nothing, and why.</summary>
    public sealed record CommandsRefused(IReadOnlyList<string> Reasons) : CaseEvent;

    /// <summary>A mail on a case from somebody who may not see it: kept, answered as if there were no such case.</summary>
    public sealed record AccessDenied(string Person) : CaseEvent;

    /// <summary>The complainant was promised to hear again on a day: a term of its own.</summary>
    public sealed record AppointmentMade(LocalDate On, string Text) : CaseEvent;

    /// <param name="Scope"><c>location</c> or <c>organisation</c>; null: not said.</param>
    public sealed record LessonNoted(string Text, string? Scope) : CaseEvent;

    /// <param name="Restored"><c>yes</c>, <c>partly</c>, <c>no</c> or <c>unknown</c>.</param>
    public sealed record RelationNoted(string Restored) : CaseEvent;

    /// <summary>A letter that no server could bring was brought otherwise: by phone, by post or by hand.</summary>
    public sealed record NoticeBrought(string LetterKind, LocalDate On, string How, int? Letter = null) : CaseEvent;
}
