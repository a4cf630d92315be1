namespace ComplaintMailer.Core.Figures;

/// <summary>
/// What is known of a case in codes and counts. A hundred thousand cases of a year have some thousands of these between them, so
/// cases that have the same share one.
/// </summary>
public sealed record CaseCodes
{
    public static CaseCodes None { get; } = new();

    public string Organisation { get; init; } = "";
    public string Regulation { get; init; } = "";
    public string Kind { get; init; } = "";
    public string Stage { get; init; } = "";
    public string? Outcome { get; init; }
    public string Channel { get; init; } = "";
    public string? Service { get; init; }
    public IReadOnlyList<string> Natures { get; init; } = [];
    public string? Concerns { get; init; }
    public bool Late { get; init; }
    public string? Verdict { get; init; }
    public int Measures { get; init; }
    public int MeasuresDone { get; init; }
    public IReadOnlyList<string> MeasureScopes { get; init; } = [];
    public bool Extended { get; init; }
    public bool Objection { get; init; }
    public string? ExternalBody { get; init; }
    public string? ExternalRuling { get; init; }
    public bool? ExternalBinding { get; init; }
    public IReadOnlyList<string> ConfirmedSignals { get; init; } = [];
    public int OpenSignals { get; init; }
    public int Bounced { get; init; }
}
