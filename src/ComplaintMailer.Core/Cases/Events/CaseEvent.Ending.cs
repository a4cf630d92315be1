using NodaTime;

namespace ComplaintMailer.Core.Cases;

public abstract partial record CaseEvent
{
    /// <param name="CaseKind"><c>complaint</c>, <c>dissatisfaction</c> or <c>question</c>.</param>
    public sealed record Triaged(string CaseKind, string Reason) : CaseEvent;

    public sealed record VerdictDrafted(Verdict Verdict, IReadOnlyList<Measure> Measures) : CaseEvent;

    public sealed record VerdictApproved(string Person) : CaseEvent;

    public sealed record VerdictGiven(Verdict Verdict, IReadOnlyList<Measure> Measures) : CaseEvent;

    public sealed record MeasureDone(int Number, LocalDate On) : CaseEvent;

    /// <param name="Outcome">See <see cref="Outcomes"/>.</param>
    /// <param name="On">The date in the organisation's zone; the time of keeping runs from it.</param>
    public sealed record Closed(string Outcome, string? Reason, LocalDate On) : CaseEvent;

    public sealed record Suspended(string Reason, LocalDate? Until) : CaseEvent;

    public sealed record Resumed(string? Reason) : CaseEvent;

    public sealed record Reopened(string Reason) : CaseEvent;

    /// <summary>The complainant agrees with the verdict: nothing is to be expected any more.</summary>
    public sealed record VerdictAgreed : CaseEvent;

    public sealed record ObjectionMade(LocalDate On, string Text) : CaseEvent;

    public sealed record ObjectionDropped(string? Reason) : CaseEvent;

    public sealed record ObjectionTalkPlanned(LocalDate On) : CaseEvent;

    public sealed record ObjectionTalkHeld(LocalDate On, string Result) : CaseEvent;

    public sealed record WentExternal(string Body, LocalDate On, bool DuringInternal) : CaseEvent;

    /// <param name="Text">The ruling itself, as far as it was written down; told later, the event comes once more.</param>
    public sealed record ExternallyRuled(string Ruling, LocalDate On, string? Text = null) : CaseEvent;

    /// <param name="Party"><c>complainant</c> or <c>organisation</c>.</param>
    public sealed record BindingConsentGiven(string Party, bool Agrees, LocalDate On) : CaseEvent;

    /// <summary>The time of keeping begins anew.</summary>
    public sealed record RetentionRestarted(LocalDate From, string Reason) : CaseEvent;

    public sealed record KeepUntilSet(LocalDate Until, string Reason) : CaseEvent;

    public sealed record DestructionListed(LocalDate DestroyOn) : CaseEvent;

    public sealed record DestructionApproved : CaseEvent;

    /// <summary>The file is destroyed: the key of its personal data goes with this event.</summary>
    public sealed record Purged(LocalDate On) : CaseEvent;

    public sealed record MergedInto(string Number) : CaseEvent;

    public sealed record MergedFrom(string Number, LocalDate DayZero) : CaseEvent;

    /// <summary>Part of what was complained about goes on as a case of its own.</summary>
    public sealed record SplitOff(string Text) : CaseEvent;

    public sealed record ComplainantAdded(Complainant Complainant) : CaseEvent;
}
