using NodaTime;

namespace ComplaintMailer.Core.Figures;

/// <summary>
/// What figures are made of: one plain row a case with codes and dates only. No name, no text, no case number.
/// It outlives the case: when a file is destroyed its row of facts stays.
/// </summary>
public sealed record CaseFacts
{
    /// <summary>Meaningless and unique.</summary>
    public required string Id { get; init; }
    public required string Organisation { get; init; }
    public required string Regulation { get; init; }
    public required string Kind { get; init; }
    public required string Stage { get; init; }
    public string? Outcome { get; init; }
    public required LocalDate FiledOn { get; init; }
    public LocalDate? DecidedOn { get; init; }
    public LocalDate? ClosedOn { get; init; }
    public required string Channel { get; init; }
    public string? Location { get; init; }
    public string? Service { get; init; }
    public IReadOnlyList<string> Natures { get; init; } = [];
    public string? Concerns { get; init; }
    public bool Late { get; init; }

    /// <summary>founded, partly-founded, unfounded, no-verdict.</summary>
    public string? Verdict { get; init; }
    public int Measures { get; init; }
    public int MeasuresDone { get; init; }

    /// <summary>Scopes of the measures: location, organisation.</summary>
    public IReadOnlyList<string> MeasureScopes { get; init; } = [];
    public bool Extended { get; init; }
    public bool Objection { get; init; }
    public string? ExternalBody { get; init; }
    public LocalDate? ExternalOn { get; init; }
    public string? ExternalRuling { get; init; }
    public LocalDate? ExternalRuledOn { get; init; }
    public bool? ExternalBinding { get; init; }
    public IReadOnlyList<string> ConfirmedSignals { get; init; } = [];
    public int OpenSignals { get; init; }
    public IReadOnlyList<TermFact> Terms { get; init; } = [];
    public int Bounced { get; init; }

    /// <summary>A complaint, and not one that went up in another: two mails about one thing count once.</summary>
    public bool IsCountedComplaint => Kind == "complaint" && Outcome != Cases.Outcomes.Merged;
}

/// <param name="State">running, met, missed or stopped.</param>
public sealed record TermFact(string Kind, LocalDate From, LocalDate Due, string State, LocalDate? Met);
