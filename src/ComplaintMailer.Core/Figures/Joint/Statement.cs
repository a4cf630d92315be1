namespace ComplaintMailer.Core.Figures.Joint;

/// <summary>A number that stands in a report or is kept out of it: how many complaints of this scope have these traits.</summary>
/// <param name="Traits">What few should learn of a complaint; without any it is a bare count.</param>
/// <param name="IsShown">It can be read, or follows from what can be read.</param>
internal sealed record Statement(Scope Scope, IReadOnlyList<Trait> Traits, bool IsShown)
{
    /// <summary>It is not printed, but it is known to be so much or more.</summary>
    public int Least { get; init; }

    /// <summary>Nobody tries to keep it secret: it is there only for what it ties.</summary>
    public bool IsOpen { get; init; }

    /// <summary>It belongs to a report that an organisation defined itself.</summary>
    public bool IsOwn { get; init; }

    /// <summary>What it was printed as; null: as what it is now.</summary>
    public int? Printed { get; init; }
}

/// <summary>Which complaints are meant, as far as that may be known of each of them: when, of what kind and service, where.</summary>
/// <param name="Kinds">Complaints, displeasure, questions; null: complaints.</param>
/// <param name="Services">Null: every service.</param>
/// <param name="Where">Null: everywhere.</param>
internal sealed record Scope(
    Basis Basis,
    Period Period,
    IReadOnlyList<string>? Kinds = null,
    IReadOnlyList<string>? Services = null,
    Func<string?, bool>? Where = null
)
{
    public bool Holds(Spot spot) =>
        (Kinds?.Contains(spot.Kind) ?? spot.Kind == "complaint")
        && (Services?.Contains(spot.Service ?? "") ?? true)
        && (Where?.Invoke(spot.Location) ?? true);
}

/// <summary>The day by which a complaint is counted.</summary>
internal enum Basis
{
    Filed,
    Judged,
    Closed,

    /// <summary>When an external body ruled.</summary>
    Ruled,
}

/// <summary>Complaints of which the same may be known.</summary>
/// <param name="Times">One bit for each stretch of time that some report is about.</param>
internal readonly record struct Spot(UInt128 Times, string? Location, string? Service, string Kind);

/// <param name="Name">One of <see cref="Traits.Names"/>.</param>
/// <param name="Codes">Any of these.</param>
internal sealed record Trait(string Name, IReadOnlyList<string> Codes);

internal static class Traits
{
    public const string Nature = "nature";
    public const string Verdict = "verdict";
    public const string Measure = "measure";
    public const string Outcome = "outcome";
    public const string Channel = "channel";
    public const string Concerns = "concerns";

    public const string Body = "external-body";
    public const string Binding = "binding";

    public static IReadOnlyList<string> Names { get; } =
    [Nature, Verdict, Measure, Outcome, Channel, Concerns, Body, Binding];

    public const string IsBinding = "yes";

    /// <summary>Codes that are possible although no table prints them.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Always(string trait) =>
        trait == Binding
            ?
            [
                [""],
                [IsBinding],
            ]
            : [];

    /// <summary>The codes of one case. Only natures can be several.</summary>
    public static IReadOnlyList<string> Of(CaseFacts fact, string trait) =>
        trait switch
        {
            Nature => fact.Natures.Count == 0 ? [""] : fact.Natures,
            Verdict => [fact.Verdict ?? ""],
            Measure => [MeasureOf(fact)],
            Outcome => [fact.Outcome ?? ""],
            Channel => [fact.Channel],
            Body => [fact.ExternalBody ?? ""],
            Binding => [fact.ExternalBinding == true ? IsBinding : ""],
            _ => [fact.Concerns ?? ""],
        };

    /// <summary>Each verdict counts once: with the widest measure that followed from it.</summary>
    public static string MeasureOf(CaseFacts fact) =>
        fact.Verdict is null ? ""
        : fact.Measures == 0 ? "none"
        : fact.MeasureScopes.Contains("organisation") ? "organisation"
        : "location";
}
