namespace ComplaintMailer.Core.Figures;

/// <summary>
/// Complaints that ended without a verdict, for the whole organisation only. The two that say most about people, the
/// reporting code and the reporting duty, are never told apart by location and are not printed as small numbers.
/// </summary>
internal static class EndingFigures
{
    private static readonly (string Code, Words Label, bool IsSafety)[] Endings =
    [
        (Cases.Outcomes.Withdrawn, new("Ingetrokken", "Withdrawn"), false),
        (Cases.Outcomes.SettledInformally, new("In overleg opgelost", "Settled by talking"), false),
        (Cases.Outcomes.NotHandled, new("Niet verder behandeld", "Not handled further"), false),
        (Cases.Outcomes.OutOfScope, new("Buiten de regeling", "Outside the regulation"), false),
        (Cases.Outcomes.LateRefused, new("Te laat ingediend", "Filed too late"), false),
        (Cases.Outcomes.External, new("Verder bij een externe instantie", "Continued with an external body"), false),
        (Cases.Outcomes.ReportingCode, new("Afgesloten: meldcode", "Closed: reporting code"), true),
        (Cases.Outcomes.ReportingDuty, new("Afgesloten: meldplicht", "Closed: reporting duty"), true),
    ];

    public static FigureTable Table(Scene scene)
    {
        var rows = new List<FigureRow>();
        foreach (var (code, label, isSafety) in Endings)
        {
            var count = scene.Complaints.Count(f => f.Outcome == code && scene.Period.Contains(f.ClosedOn));
            if (count == 0 && !isSafety)
                continue;
            // These stand in no printed sum, so a small one can be called small.
            var isSmall = isSafety && count > 0 && count < scene.Threshold;
            rows.Add(new(label, [isSmall ? FigureCell.Small(scene.Threshold) : FigureCell.Of(count)]));
        }
        return new(
            "endings",
            new("Anders geëindigd dan met een oordeel", "Ended without a verdict"),
            [new("Hoe", "How"), new("Aantal", "Number")],
            rows
        );
    }
}
