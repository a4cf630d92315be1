using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace ComplaintMailer.Core.Figures;

/// <summary>
/// What figures are made of: one plain row a case with codes and dates only. No name, no text, no case number.
/// It outlives the case: when a file is destroyed its row of facts stays.
/// </summary>
public sealed record CaseFacts
{
    /// <summary>An external body that has no key.</summary>
    public const string OtherBody = "other";

    // A year of a large organisation is held in memory at once: no day takes more than it must, and what cases share is held once.
    private readonly LocalDate decidedOn;
    private readonly LocalDate closedOn;
    private readonly LocalDate externalOn;
    private readonly LocalDate externalRuledOn;
    private readonly CaseCodes codes = CaseCodes.None;

    public CaseFacts() { }

#pragma warning disable CS8618 // All that is required stands in the codes.
    [SetsRequiredMembers]
    public CaseFacts(CaseCodes codes, LocalDate filedOn)
    {
        this.codes = codes;
        FiledOn = filedOn;
    }
#pragma warning restore CS8618

    /// <summary>Meaningless and unique where it is kept. Figures have no use for it.</summary>
    public string Id { get; init; } = "";
    public required string Organisation
    {
        get => codes.Organisation;
        init => codes = codes with { Organisation = value };
    }
    public required string Regulation
    {
        get => codes.Regulation;
        init => codes = codes with { Regulation = value };
    }
    public required string Kind
    {
        get => codes.Kind;
        init => codes = codes with { Kind = value };
    }
    public required string Stage
    {
        get => codes.Stage;
        init => codes = codes with { Stage = value };
    }
    public string? Outcome
    {
        get => codes.Outcome;
        init => codes = codes with { Outcome = value };
    }
    public required LocalDate FiledOn { get; init; }
    public LocalDate? DecidedOn
    {
        get => Day(decidedOn);
        init => decidedOn = value ?? default;
    }
    public LocalDate? ClosedOn
    {
        get => Day(closedOn);
        init => closedOn = value ?? default;
    }
    public required string Channel
    {
        get => codes.Channel;
        init => codes = codes with { Channel = value };
    }
    public string? Location { get; init; }
    public string? Service
    {
        get => codes.Service;
        init => codes = codes with { Service = value };
    }
    public IReadOnlyList<string> Natures
    {
        get => codes.Natures;
        init => codes = codes with { Natures = value };
    }
    public string? Concerns
    {
        get => codes.Concerns;
        init => codes = codes with { Concerns = value };
    }
    public bool Late
    {
        get => codes.Late;
        init => codes = codes with { Late = value };
    }

    /// <summary>founded, partly-founded, unfounded, no-verdict.</summary>
    public string? Verdict
    {
        get => codes.Verdict;
        init => codes = codes with { Verdict = value };
    }
    public int Measures
    {
        get => codes.Measures;
        init => codes = codes with { Measures = value };
    }
    public int MeasuresDone
    {
        get => codes.MeasuresDone;
        init => codes = codes with { MeasuresDone = value };
    }

    /// <summary>Scopes of the measures: location, organisation.</summary>
    public IReadOnlyList<string> MeasureScopes
    {
        get => codes.MeasureScopes;
        init => codes = codes with { MeasureScopes = value };
    }
    public bool Extended
    {
        get => codes.Extended;
        init => codes = codes with { Extended = value };
    }
    public bool Objection
    {
        get => codes.Objection;
        init => codes = codes with { Objection = value };
    }

    /// <summary>With nothing of what a person typed for an external body.</summary>
    public CaseFacts Knowing(IReadOnlyList<Regulations.ExternalBody> bodies) =>
        ExternalBody is { } body && body != OtherBody && bodies.All(b => b.Key != body)
            ? this with
            {
                ExternalBody = OtherBody,
            }
            : this;

    /// <summary>Its key; <see cref="OtherBody"/> for one that the table of bodies does not hold: what a person typed may hold a name.</summary>
    public string? ExternalBody
    {
        get => codes.ExternalBody;
        init => codes = codes with { ExternalBody = value };
    }
    public LocalDate? ExternalOn
    {
        get => Day(externalOn);
        init => externalOn = value ?? default;
    }
    public string? ExternalRuling
    {
        get => codes.ExternalRuling;
        init => codes = codes with { ExternalRuling = value };
    }
    public LocalDate? ExternalRuledOn
    {
        get => Day(externalRuledOn);
        init => externalRuledOn = value ?? default;
    }
    public bool? ExternalBinding
    {
        get => codes.ExternalBinding;
        init => codes = codes with { ExternalBinding = value };
    }
    public IReadOnlyList<string> ConfirmedSignals
    {
        get => codes.ConfirmedSignals;
        init => codes = codes with { ConfirmedSignals = value };
    }
    public int OpenSignals
    {
        get => codes.OpenSignals;
        init => codes = codes with { OpenSignals = value };
    }
    public IReadOnlyList<TermFact> Terms { get; init; } = [];
    public int Bounced
    {
        get => codes.Bounced;
        init => codes = codes with { Bounced = value };
    }

    private static LocalDate? Day(LocalDate day) => day == default ? null : day;

    /// <summary>A complaint, and not one that went up in another: two mails about one thing count once.</summary>
    public bool IsCountedComplaint => Kind == "complaint" && Outcome != Cases.Outcomes.Merged;
}

/// <summary>A term of a case as figures count it.</summary>
public readonly record struct TermFact
{
    private readonly LocalDate met;

    /// <param name="state">running, met, missed or stopped.</param>
    public TermFact(string kind, LocalDate from, LocalDate due, string state, LocalDate? met)
    {
        Kind = kind;
        From = from;
        Due = due;
        State = state;
        this.met = met ?? default;
    }

    public string Kind { get; }
    public string State { get; }
    public LocalDate From { get; }
    public LocalDate Due { get; }
    public LocalDate? Met => met == default ? null : met;
}
