namespace ComplaintMailer.Core.Figures;

/// <summary>
/// Complaints that ended without a verdict, for the whole organisation only and never by location. How many are open before and
/// after tells how many ended, so a small number cannot just be left out: others are hidden with it, as in every table.
/// </summary>
public static class EndingFigures
{
    internal static readonly IReadOnlyList<(string Code, Words Label)> Endings =
    [
        (Cases.Outcomes.Withdrawn, new("Ingetrokken", "Withdrawn")),
        (Cases.Outcomes.SettledInformally, new("In overleg opgelost", "Settled by talking")),
        (Cases.Outcomes.NotHandled, new("Niet verder behandeld", "Not handled further")),
        (Cases.Outcomes.OutOfScope, new("Buiten de regeling", "Outside the regulation")),
        (Cases.Outcomes.LateRefused, new("Te laat ingediend", "Filed too late")),
        (Cases.Outcomes.External, new("Verder bij een externe instantie", "Continued with an external body")),
        (Cases.Outcomes.ReportingCode, new("Afgesloten: meldcode", "Closed: reporting code")),
        (Cases.Outcomes.ReportingDuty, new("Afgesloten: meldplicht", "Closed: reporting duty")),
    ];

    public static IReadOnlyList<string> Codes { get; } = [.. Endings.Select(e => e.Code)];

    public static bool Is(CaseFacts fact) => Endings.Any(e => e.Code == fact.Outcome);

    internal static (FigureTable Table, int Hidden) Table(Scene scene) =>
        BreakdownFigures.Single(
            scene,
            new(scene, GridKind.Endings, Is, f => f.ClosedOn, Endings, (f, code) => f.Outcome == code),
            new("Anders geëindigd dan met een oordeel", "Ended without a verdict"),
            new("Hoe", "How")
        );
}
