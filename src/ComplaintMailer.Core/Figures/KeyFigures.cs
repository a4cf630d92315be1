namespace ComplaintMailer.Core.Figures;

/// <summary>The numbers on top of a report. Bare counts of the whole organisation name nobody.</summary>
internal static class KeyFigures
{
    public static IReadOnlyList<KeyFigure> Of(Scene scene)
    {
        if (scene.Kind == ReportKinds.PublicExternal)
        {
            return
            [
                new(
                    "external",
                    new("Voorgelegd aan een externe instantie", "Brought to an external body"),
                    scene.Complaints.Count(f => scene.Period.Contains(f.ExternalOn))
                ),
                new(
                    "external-ruled",
                    new("Uitspraken van externe instanties", "Rulings of external bodies"),
                    scene.Complaints.Count(f => scene.Period.Contains(f.ExternalRuledOn))
                ),
            ];
        }
        return
        [
            new("filed", new("Klachten ingediend", "Complaints filed"), scene.Filed.Count),
            new("judged", new("Klachten beoordeeld", "Complaints judged"), scene.Judged.Count),
            new(
                "closed",
                new("Klachten afgesloten", "Complaints closed"),
                scene.Complaints.Count(f => scene.Period.Contains(f.ClosedOn))
            ),
            new("open", new("Nog open aan het eind", "Still open at the end"), scene.Open.Count),
            new("dissatisfaction", new("Onvrede, geen klacht", "Displeasure, no complaint"), Count("dissatisfaction")),
            new("question", new("Vragen", "Questions"), Count("question")),
            new("extended", new("Termijn verlengd", "Term extended"), scene.Filed.Count(f => f.Extended)),
            new(
                "objection",
                new("Gesprek met de directie gevraagd", "Talk with directors asked"),
                scene.Filed.Count(f => f.Objection)
            ),
        ];

        int Count(string kind) => scene.All.Count(f => f.Kind == kind && scene.Period.Contains(f.FiledOn));
    }
}
