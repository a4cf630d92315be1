using ComplaintMailer.Core.Figures;
using NodaTime;

namespace ComplaintMailer.Tests.Reports.Leaks;

/// <summary>Tables that break the same complaints down in the same way.</summary>
/// <param name="Total">The key figure that counts all of them, where one is printed.</param>
internal sealed record Family(
    string Single,
    string? ByLocation,
    string? Total,
    Func<CaseFacts, LocalDate?> Date,
    IReadOnlyList<(string Label, Func<CaseFacts, bool> Is)> Columns
)
{
    /// <summary>Of parts of the year is also printed how many complaints each location had.</summary>
    public bool IsThreefold => Single == "complaints-by-nature";

    /// <summary>Those that are printed by location, with a total.</summary>
    public static IReadOnlyList<Family> ByPlace { get; } =
    [
        new(
            "complaints-by-nature",
            "complaints-by-location-and-nature",
            "filed",
            f => f.FiledOn,
            [
                ("Bejegening", f => f.Natures[0] == "treatment"),
                ("Communicatie", f => f.Natures[0] == "communication"),
                ("Zorg en begeleiding", f => f.Natures[0] == "care"),
                ("Contract en kosten", f => f.Natures[0] == "contract"),
                ("Procedures en besluiten", f => f.Natures[0] == "procedure"),
            ]
        ),
        new(
            "verdicts",
            "verdicts-by-location",
            "judged",
            f => f.Verdict is null ? null : f.DecidedOn,
            [
                ("Gegrond", f => f.Verdict == "founded"),
                ("Deels gegrond", f => f.Verdict == "partly-founded"),
                ("Ongegrond", f => f.Verdict == "unfounded"),
                ("Geen oordeel", f => f.Verdict == "no-verdict"),
            ]
        ),
        new(
            "measures",
            "measures-by-location",
            "judged",
            f => f.Verdict is null ? null : f.DecidedOn,
            [
                ("Geen maatregel", f => f.Measures == 0),
                ("Op de locatie", f => f.Measures > 0 && f.MeasureScopes[0] == "location"),
                ("In de hele organisatie", f => f.Measures > 0 && f.MeasureScopes[0] == "organisation"),
            ]
        ),
    ];

    public static IReadOnlyList<Family> All { get; } =
    [
        .. ByPlace,
        new(
            "endings",
            null,
            null,
            f => f.Outcome is null or "decided" ? null : f.ClosedOn,
            [
                ("Ingetrokken", f => f.Outcome == "withdrawn"),
                ("In overleg opgelost", f => f.Outcome == "settled-informally"),
                ("Afgesloten: meldcode", f => f.Outcome == "reporting-code"),
                ("Afgesloten: meldplicht", f => f.Outcome == "reporting-duty"),
                ("Niet verder behandeld", _ => false),
                ("Buiten de regeling", _ => false),
                ("Te laat ingediend", _ => false),
                ("Verder bij een externe instantie", _ => false),
            ]
        ),
    ];
}
