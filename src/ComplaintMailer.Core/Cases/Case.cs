using ComplaintMailer.Core.Regulations;
using NodaTime;

namespace ComplaintMailer.Core.Cases;

/// <summary>A complaint as its events have made it. Holds what decisions, letters and figures need; the events are the dossier.</summary>
public sealed record Case
{
    public required string Number { get; init; }
    public required string Organisation { get; init; }
    public required string Regulation { get; init; }
    public required string RegulationVersion { get; init; }

    /// <summary><c>complaint</c>, <c>dissatisfaction</c> or <c>question</c>.</summary>
    public string Kind { get; init; } = "complaint";
    public Stage Stage { get; init; } = Stage.Received;

    /// <summary>See <see cref="Outcomes"/>; null while open.</summary>
    public string? Outcome { get; init; }
    public required Instant Received { get; init; }

    /// <summary>The date in the organisation's zone on which the mail was taken in. Not counted.</summary>
    public required LocalDate DayZero { get; init; }

    /// <summary><c>mail</c>, <c>form</c>, <c>phone</c>, <c>oral</c> or <c>post</c>.</summary>
    public string Channel { get; init; } = "mail";
    public string Language { get; init; } = "nl";
    public required Complainant Complainant { get; init; }

    /// <summary>Further complainants on the same case.</summary>
    public IReadOnlyList<Complainant> CoComplainants { get; init; } = [];
    public string Subject { get; init; } = "";

    /// <summary>The complaint in the complainant's words, or as agreed.</summary>
    public string Description { get; init; } = "";
    public string? Desired { get; init; }
    public LocalDate? EventDate { get; init; }
    public string? WhoInvolved { get; init; }

    /// <summary>Key of the person who wrote down what came by phone, post or at the door; null: it came by itself.</summary>
    public string? RegisteredBy { get; init; }

    /// <summary>Why a mail became a case although it could not be read as it should; null: it could.</summary>
    public string? ProvisionalReason { get; init; }

    /// <summary>What may be the matter besides; nobody has decided on it.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>What a colleague wrote above the mail that she or he passed on. Never for the complainant.</summary>
    public string? CoverNote { get; init; }

    /// <summary>What came with the mails.</summary>
    public IReadOnlyList<CaseFile> Files { get; init; } = [];

    /// <summary>Key of the person handling; null: not assigned.</summary>
    public string? Handler { get; init; }

    /// <summary>Shares the handling where liability is claimed.</summary>
    public string? LiabilityHandler { get; init; }

    /// <summary>Keys of people who may not see the case any more or never might: former handlers, people complained about.</summary>
    public IReadOnlyList<string> Barred { get; init; } = [];
    public string? ProposedHandler { get; init; }
    public string? Location { get; init; }
    public string? ProposedLocation { get; init; }
    public string? Service { get; init; }
    public IReadOnlyList<string> Nature { get; init; } = [];

    /// <summary><c>staff</c>, <c>manager</c>, <c>director</c>, <c>board</c> or <c>policy</c>; null: not known.</summary>
    public string? Concerns { get; init; }

    /// <summary>Key of the person complained about, where she or he is one of ours.</summary>
    public string? ConcernsPerson { get; init; }

    /// <summary><c>SKJ</c>, <c>BIG</c>, <c>none</c>; null: not known.</summary>
    public string? Registration { get; init; }
    public bool Late { get; init; }
    public int LateDays { get; init; }

    /// <summary>Null while nobody has decided; a late complaint is handled meanwhile.</summary>
    public bool? LateAccepted { get; init; }

    /// <summary>The explanation for filing late, or the reason of whoever decided on it.</summary>
    public string? LateReason { get; init; }
    public IReadOnlyList<string> Missing { get; init; } = [];
    public IReadOnlyList<Flag> Flags { get; init; } = [];
    public IReadOnlyList<Term> Terms { get; init; } = [];
    public int Extensions { get; init; }
    public IReadOnlyList<CaseNote> Contacts { get; init; } = [];
    public IReadOnlyList<CaseNote> Hearings { get; init; } = [];
    public IReadOnlyList<CaseNote> Talks { get; init; } = [];

    /// <summary>Hearings that were not held, each with the reason.</summary>
    public IReadOnlyList<CaseNote> Waivers { get; init; } = [];

    /// <summary>Key of the person one level up who has been brought in.</summary>
    public string? EscalatedTo { get; init; }

    /// <summary>The handler has said whether this must go a level up.</summary>
    public bool EscalationAnswered { get; init; }

    /// <summary>When the complainant was told to expect word, after a delay. Moves no term.</summary>
    public LocalDate? ExpectedOn { get; init; }
    public CodeTest? CodeTest { get; init; }
    public Verdict? Draft { get; init; }
    public IReadOnlyList<Measure> DraftMeasures { get; init; } = [];

    /// <summary>Who has approved the verdict as it was last previewed.</summary>
    public IReadOnlyList<string> Approvals { get; init; } = [];
    public Verdict? Verdict { get; init; }
    public IReadOnlyList<Measure> Measures { get; init; } = [];
    public Objection? Objection { get; init; }
    public External? External { get; init; }

    /// <summary>What the organisation learns from it, in a line without names.</summary>
    public string? Lesson { get; init; }
    public string? LessonScope { get; init; }

    /// <summary><c>yes</c>, <c>partly</c>, <c>no</c> or <c>unknown</c>; null: not said.</summary>
    public string? RelationRestored { get; init; }

    /// <summary>Roles that have been brought in: <c>hr</c>, <c>finance</c>, <c>quality</c>, …</summary>
    public IReadOnlyList<string> Involved { get; init; } = [];

    /// <summary>A question lies with the chair of the external committee.</summary>
    public bool Referred { get; init; }
    public bool IdentityShielded { get; init; }
    public bool IsAnonymous { get; init; }

    /// <summary>The stage to go back to when a suspended case is resumed.</summary>
    public Stage? SuspendedFrom { get; init; }
    public LocalDate? SuspendedUntil { get; init; }
    public LocalDate? ClosedOn { get; init; }
    public LocalDate? RetentionFrom { get; init; }
    public LocalDate? KeepUntil { get; init; }
    public string? KeepReason { get; init; }

    /// <summary>Somebody with the right role has said that the file may be destroyed when its time comes.</summary>
    public bool DestructionApproved { get; init; }

    /// <summary>The file has been listed for destruction on this day; null: not listed.</summary>
    public LocalDate? DestroyOn { get; init; }
    public string? MergedInto { get; init; }

    /// <summary>Numbers of the cases that went up in this one.</summary>
    public IReadOnlyList<string> MergedFrom { get; init; } = [];
    public string? PossibleDuplicateOf { get; init; }

    /// <summary>Keys of agenda rows that have been dealt with, so that none is dealt with twice.</summary>
    public IReadOnlySet<string> DutiesDone { get; init; } = new HashSet<string>();

    /// <summary>Letters ordered so far, oldest first, with what became of them.</summary>
    public IReadOnlyList<CaseLetter> Letters { get; init; } = [];

    /// <summary>Letters that a person brought otherwise, since no server could.</summary>
    public IReadOnlyList<int> Brought { get; init; } = [];

    /// <summary>Letters the complainant does not have: no server could bring them, or there is no address, and no person has brought them yet.</summary>
    public IEnumerable<CaseLetter> Unbrought =>
        Letters.Where(l =>
            CaseFold.IsToComplainant(l.Party)
            && (l.State is "bounced" or "failed" or "suppressed" || Complainant.Email is null)
            && !Brought.Contains(l.Id)
        );

    /// <summary>The date of the last letter to the complainant that a server has accepted.</summary>
    public LocalDate? LastToComplainant { get; init; }

    /// <summary>Number of events folded so far.</summary>
    public int Version { get; init; }

    public bool IsOpen => Outcome is null;

    /// <summary>An external body has it, and has not ended it.</summary>
    public bool IsExternal =>
        External is { } x
        && (x.Ruling is null || (x.ComplainantConsents is null && x.OrganisationConsents is not null));

    /// <summary>The letter that meets it lies in the outbox: nobody needs to be told to write it.</summary>
    public bool IsUnderWay(Term term, Regulation regulation) =>
        term.Met is null
        && regulation.Terms.FirstOrDefault(r => r.Id == term.Kind) is { } rule
        && Letters.Any(l =>
            l.State == "queued"
            && rule.MetBy.Contains(l.Kind)
            && l.Party.StartsWith("complainant", StringComparison.Ordinal)
        );

    public Term? Term(string kind) => Terms.FirstOrDefault(t => t.Kind == kind);

    /// <summary>The complaint is about people of ours, not about policy.</summary>
    public bool IsAboutPerson => Concerns is "staff" or "manager" or "director" or "board";

    public bool WasOrdered(string letter) => Letters.Any(l => l.Kind == letter);

    /// <summary>The newest flag with this code.</summary>
    public Flag? Flag(string code) => Flags.LastOrDefault(f => f.Code == code);

    public bool IsConfirmed(string code) => Flag(code) is { Confirmed: true };
}

/// <summary>Stages as <c>case show</c> names them, in kebab case.</summary>
public enum Stage
{
    Received,
    Triage,
    Assigned,
    InContact,
    Investigating,
    VerdictPreviewed,
    Decided,
    Objection,
    External,
    Suspended,
    Closed,
    Purged,
}

public static class Outcomes
{
    public const string Decided = "decided";
    public const string Withdrawn = "withdrawn";
    public const string NotHandled = "not-handled";
    public const string OutOfScope = "out-of-scope";
    public const string LateRefused = "late-refused";
    public const string External = "external";
    public const string ReportingCode = "reporting-code";
    public const string ReportingDuty = "reporting-duty";
    public const string SettledInformally = "settled-informally";
    public const string Merged = "merged";
}

/// <param name="ActsFor">For whom, where not for herself or himself.</param>
/// <param name="Capacity">Code of the capacity (client, legal-representative, surviving-relative, authorised, prospective, former, parents-committee); null: not known.</param>
public sealed record Complainant(
    string? Name,
    string? Email,
    string? Phone,
    string? ActsFor = null,
    string? Capacity = null,
    bool? Authorised = null
);

/// <summary>A signal raised from words in a mail. Only a person confirms or rejects it.</summary>
/// <param name="Rule">Which entry of which word list.</param>
/// <param name="Sentence">The sentence, for the person who judges it.</param>
/// <param name="Weight"><c>strong</c>, <c>weak</c> or <c>look</c>.</param>
/// <param name="Confirmed">Null: nobody has judged yet.</param>
public sealed record Flag(
    string Code,
    string Rule,
    string Sentence,
    string Weight,
    Instant RaisedAt,
    bool? Confirmed = null,
    string? JudgedBy = null,
    string? Reason = null
);

/// <summary>A term that runs. Dates move only by a person's decision.</summary>
public sealed record Term
{
    public required string Kind { get; init; }
    public required LocalDate From { get; init; }

    /// <summary>The date letters promise.</summary>
    public required LocalDate Due { get; init; }

    /// <summary>The last working day on or before <see cref="Due"/>; reminders run on it.</summary>
    public required LocalDate WorkBy { get; init; }

    /// <summary>Only for terms in a statute; never promised.</summary>
    public LocalDate? LegalLimit { get; init; }
    public bool Hard { get; init; }

    /// <summary><c>running</c>, <c>met</c>, <c>missed</c> (met too late or not at all) or <c>stopped</c>.</summary>
    public string State { get; init; } = "running";
    public LocalDate? Met { get; init; }

    /// <summary>How the date was counted, for people.</summary>
    public string How { get; init; } = "";

    /// <summary>The date before an extension.</summary>
    public LocalDate? FirstDue { get; init; }
}

/// <param name="Who"><c>complainant</c>, <c>concerned</c>, <c>both</c>, or free text.</param>
public sealed record CaseNote(LocalDate On, string Who, string? How, string Text, string By);

public sealed record CodeTest(string Tested, string Result, LocalDate On, string By);

/// <param name="Kind"><c>founded</c>, <c>partly-founded</c>, <c>unfounded</c> or <c>no-verdict</c>.</param>
public sealed record Verdict(string Kind, string Reasons, string? AnswerToDesired, LocalDate On, string By);

/// <param name="Scope"><c>location</c> or <c>organisation</c>; null: not said.</param>
public sealed record Measure(int Number, string Text, LocalDate? Due, string? Who, string? Scope, LocalDate? DoneOn);

public sealed record Objection(
    LocalDate On,
    string Text,
    LocalDate? TalkOn = null,
    string? Result = null,
    LocalDate? ClosedOn = null
);

/// <param name="Body">Key of the external body, or its name where the table does not hold it.</param>
/// <param name="Ruling"><c>founded</c>, <c>partly-founded</c>, <c>unfounded</c>, <c>inadmissible</c> or <c>other</c>; the text is a note.</param>
public sealed record External(
    string Body,
    LocalDate On,
    bool DuringInternal,
    string? Ruling = null,
    LocalDate? RuledOn = null,
    bool? ComplainantConsents = null,
    bool? OrganisationConsents = null,
    LocalDate? AgreedOn = null,
    string? RulingText = null
);

/// <param name="Id">Number of the letter within the case.</param>
/// <param name="State"><c>queued</c>, <c>sent</c>, <c>failed</c>, <c>bounced</c>, <c>suppressed</c>, <c>bundled</c>.</param>
public sealed record CaseLetter(int Id, string Kind, string Party, string? To, string State, Instant At);

/// <param name="Mail">The raw mail it is in.</param>
/// <param name="Verified">The sender is who she or he says to be.</param>
public sealed record CaseFile(long Mail, string Name, bool Verified);
