using NodaTime;

namespace ComplaintMailer.Core.Cases;

/// <summary>What a case is told. Where a mail is behind it, <see cref="Mail"/> is the raw mail's number.</summary>
public abstract record CaseInput
{
    private CaseInput() { }

    public long? Mail { get; init; }

    /// <summary>A new complaint, from whatever channel.</summary>
    public sealed record NewComplaint(Filing Filing) : CaseInput;

    public sealed record ComplainantWrote(string Text, IReadOnlyList<string> Attachments) : CaseInput;

    public sealed record StaffWrote(string Person, string Text, IReadOnlyList<string> Attachments, bool Proven)
        : CaseInput;

    /// <summary>Somebody who is no known party names the case.</summary>
    public sealed record StrangerWrote(string Text, IReadOnlyList<string> Attachments) : CaseInput;

    public sealed record MachineWrote(string Why) : CaseInput;

    public sealed record DutyFell(Duty Duty) : CaseInput;

    public sealed record LetterWasAccepted(int Letter, string Host, string Answer) : CaseInput;

    public sealed record LetterDidFail(int Letter, string Reason) : CaseInput;

    public sealed record LetterDidBounce(int Letter, string Reason) : CaseInput;

    public sealed record LetterWasSuppressed(int Letter, string Reason) : CaseInput;
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
    public string? Location { get; init; }
    public string? ProposedLocation { get; init; }
    public IReadOnlyList<string> Nature { get; init; } = [];
    public string? Concerns { get; init; }
    public IReadOnlyList<string> Missing { get; init; } = [];
    public bool IsAnonymous { get; init; }
    public IReadOnlyList<string> Attachments { get; init; } = [];
}
