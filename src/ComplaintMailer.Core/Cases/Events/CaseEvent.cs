using NodaTime;

namespace ComplaintMailer.Core.Cases;

/// <summary>Something that happened in a case. Past tense, append-only.</summary>
public abstract partial record CaseEvent
{
    private CaseEvent() { }

    public Instant At { get; init; }

    /// <summary><c>complainant</c>, <c>worker</c>, <c>staff:KEY</c>, <c>concerned</c>, <c>other</c>.</summary>
    public string By { get; init; } = "worker";

    /// <summary>The name by which <c>case show</c> lists it, and by which it is kept.</summary>
    public string Kind => GetType().Name;

    public sealed record Registered(
        string Number,
        string Organisation,
        string Regulation,
        string RegulationVersion,
        Instant Received,
        LocalDate DayZero,
        string Channel,
        string Language,
        Complainant Complainant,
        string Subject,
        string Description,
        string? Desired,
        LocalDate? EventDate,
        string? Location,
        string? ProposedLocation,
        string? Service,
        IReadOnlyList<string> Nature,
        string? Concerns,
        IReadOnlyList<string> Missing,
        bool IsAnonymous,
        int LateDays
    ) : CaseEvent
    {
        public string? ConcernsPerson { get; init; }
        public string? Registration { get; init; }
        public string? WhoInvolved { get; init; }
        public string? RegisteredBy { get; init; }
        public string? ProvisionalReason { get; init; }
        public string? PossibleDuplicateOf { get; init; }
        public IReadOnlyList<string> Hints { get; init; } = [];

        /// <summary>What a colleague wrote above the mail that she or he passed on.</summary>
        public string? CoverNote { get; init; }
    }

    /// <summary>Also when a term is moved, begun anew or taken up again: the newest of a kind counts.</summary>
    public sealed record TermStarted(Term Term) : CaseEvent;

    public sealed record TermMet(string Term, LocalDate On) : CaseEvent;

    public sealed record TermMissed(string Term) : CaseEvent;

    public sealed record TermStopped(string Term, string Reason) : CaseEvent;

    /// <param name="Mail">The raw mail; 0: it did not come by mail.</param>
    public sealed record MailAdded(
        long Mail,
        string Party,
        string Text,
        IReadOnlyList<string> Attachments,
        bool Verified
    ) : CaseEvent;

    /// <param name="Mail">The raw mail.</param>
    public sealed record MachineMailNoted(long Mail, string Why) : CaseEvent;

    public sealed record LetterOrdered(int Letter, string LetterKind, string Party, string? To) : CaseEvent;

    /// <param name="Host">The server that accepted it. That is all that is known: not that anybody has it.</param>
    public sealed record LetterAccepted(int Letter, string Host, string Answer) : CaseEvent
    {
        /// <summary>The date in the organisation's zone.</summary>
        public LocalDate? On { get; init; }
    }

    public sealed record LetterFailed(int Letter, string Reason) : CaseEvent;

    public sealed record LetterBounced(int Letter, string Reason) : CaseEvent
    {
        /// <summary>The raw mail that said so.</summary>
        public long? Mail { get; init; }
    }

    public sealed record LetterSuppressed(int Letter, string Reason) : CaseEvent;

    /// <param name="Into">Message-ID of the mail that stands in its place.</param>
    public sealed record LetterBundled(int Letter, string Into) : CaseEvent;

    /// <summary>The whole dossier was given out as files.</summary>
    public sealed record Exported(string Purpose) : CaseEvent;

    /// <param name="Key">The agenda row.</param>
    public sealed record DutyDone(string Key) : CaseEvent;
}
