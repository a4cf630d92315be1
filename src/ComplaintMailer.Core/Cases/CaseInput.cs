using ComplaintMailer.Core.Signals;
using NodaTime;

namespace ComplaintMailer.Core.Cases;

/// <summary>What a case is told. Where a mail is behind it, <see cref="Mail"/> is the raw mail's number.</summary>
public abstract record CaseInput
{
    private CaseInput() { }

    public long? Mail { get; init; }

    /// <summary>A new complaint, from whatever channel.</summary>
    public sealed record NewComplaint(Filing Filing) : CaseInput;

    /// <param name="Text">The own words, without quoted mail.</param>
    public sealed record ComplainantWrote(string Text, IReadOnlyList<string> Attachments) : CaseInput
    {
        /// <summary><c>complainant</c> or <c>complainant:2</c> and on.</summary>
        public string Party { get; init; } = "complainant";
        public IReadOnlyList<SignalHit> Signals { get; init; } = [];

        /// <summary>What may be the matter besides: codes of <see cref="Core.Signals.Hints"/>.</summary>
        public IReadOnlyList<string> Hints { get; init; } = [];

        /// <summary>Kind of the letter this answers, where that is known.</summary>
        public string? Answers { get; init; }

        /// <summary>What the words tell of what was missing.</summary>
        public Details? Details { get; init; }
    }

    /// <param name="Text">The own words: commands, or a note.</param>
    /// <param name="Proven">False: not proven to come from that person, so no command counts.</param>
    public sealed record StaffWrote(string Person, string Text, IReadOnlyList<string> Attachments, bool Proven)
        : CaseInput
    {
        /// <summary>Numbers of other cases named in the text that exist and that this person may see; null: not looked up.</summary>
        public IReadOnlyList<string>? KnownCases { get; init; }
    }

    /// <summary>The person complained about answers what was put to her or him.</summary>
    public sealed record ConcernedWrote(string Text, IReadOnlyList<string> Attachments) : CaseInput;

    /// <summary>Somebody who is no known party names the case.</summary>
    public sealed record StrangerWrote(string Text, IReadOnlyList<string> Attachments) : CaseInput;

    public sealed record MachineWrote(string Why) : CaseInput;

    /// <summary>An automatic answer of one of our people, or a note of the organisation, says that she or he is away.</summary>
    public sealed record AbsenceNoted(string Person, LocalDate? Until) : CaseInput;

    /// <summary>Another case goes up in this one.</summary>
    public sealed record MergedHere(string Number, LocalDate DayZero, IReadOnlyList<Complainant> Complainants)
        : CaseInput;

    /// <summary>The whole dossier is given out as files.</summary>
    public sealed record WasExported(string Purpose) : CaseInput;

    public sealed record DutyFell(Duty Duty) : CaseInput;

    public sealed record LetterWasAccepted(int Letter, string Host, string Answer) : CaseInput;

    public sealed record LetterDidFail(int Letter, string Reason) : CaseInput;

    public sealed record LetterDidBounce(int Letter, string Reason) : CaseInput;

    public sealed record LetterWasSuppressed(int Letter, string Reason) : CaseInput;

    /// <summary>What was just decided came of old mail, which nobody is answered any more.</summary>
    /// <param name="Letters">The letters that were ordered for it.</param>
    /// <param name="IsNew">The case began with it.</param>
    public sealed record CameFromBacklog(IReadOnlyList<int> Letters, bool IsNew) : CaseInput;

    /// <summary>Several reminders went to one person as one mail.</summary>
    public sealed record LetterWasBundled(int Letter, string Into) : CaseInput;
}

/// <summary>A complaint as it came in, with what its words told.</summary>
public sealed record Filing
{
    public required string Number { get; init; }
    public required Instant Received { get; init; }
    public required string Channel { get; init; }
    public required string Language { get; init; }
    public required Complainant Complainant { get; init; }
    public required string Subject { get; init; }
    public required string Description { get; init; }
    public string? Desired { get; init; }
    public LocalDate? EventDate { get; init; }
    public string? WhoInvolved { get; init; }
    public string? Location { get; init; }
    public string? ProposedLocation { get; init; }

    /// <summary>Known without a location: by the address it came in at.</summary>
    public string? Service { get; init; }
    public IReadOnlyList<string> Nature { get; init; } = [];
    public string? Concerns { get; init; }

    /// <summary>Key of the person complained about, where her or his name was found.</summary>
    public string? ConcernsPerson { get; init; }
    public IReadOnlyList<string> Missing { get; init; } = [];
    public bool IsAnonymous { get; init; }
    public IReadOnlyList<string> Attachments { get; init; } = [];
    public IReadOnlyList<SignalHit> Signals { get; init; } = [];

    /// <summary>What may be the matter besides, for a person to look at: codes of <see cref="Core.Signals.Hints"/>.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>Key of the person who wrote it down; null: it came by itself.</summary>
    public string? RegisteredBy { get; init; }

    /// <summary>What that person wrote above a mail that was passed on: for staff alone.</summary>
    public string Note { get; init; } = "";

    /// <summary>Why it became a case although it could not be read as it should.</summary>
    public string? ProvisionalReason { get; init; }

    /// <summary>Number of a case that looks the same.</summary>
    public string? PossibleDuplicateOf { get; init; }

    /// <summary>Not clear whether it is a complaint: it is handled as one, and the sender is asked.</summary>
    public bool IsUnclear { get; init; }
}

/// <summary>What an answer of the complainant fills in; null: says nothing of it.</summary>
public sealed record Details
{
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? Desired { get; init; }
    public string? WhoInvolved { get; init; }
    public string? Location { get; init; }
    public LocalDate? EventDate { get; init; }
}
