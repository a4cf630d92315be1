namespace ComplaintMailer.Core.Figures;

/// <summary>Complaints that went to an external body, by body. Nothing is printed as nothing: that is an answer too.</summary>
internal static class ExternalFigures
{
    public static FigureTable ByBody(Scene scene)
    {
        var went = scene
            .Complaints.Where(f => f.ExternalBody is not null && scene.Period.Contains(f.ExternalOn))
            .ToList();
        var ruled = scene
            .Complaints.Where(f => f.ExternalBody is not null && scene.Period.Contains(f.ExternalRuledOn))
            .ToList();
        var bodies = went.Concat(ruled)
            .Select(f => f.ExternalBody!)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        var rows = bodies
            .Select(body =>
            {
                var rulings = ruled.Where(f => f.ExternalBody == body).ToList();
                return new FigureRow(
                    Words.Same(body),
                    [
                        FigureCell.Of(went.Count(f => f.ExternalBody == body)),
                        FigureCell.Of(rulings.Count),
                        Binding(scene, rulings),
                        Natures(scene, went.Where(f => f.ExternalBody == body)),
                    ]
                );
            })
            .ToList();
        if (rows.Count == 0)
        {
            rows.Add(
                new(
                    new("Geen enkele externe instantie", "No external body"),
                    [FigureCell.Of(0), FigureCell.Of(0), FigureCell.None, FigureCell.None]
                )
            );
        }
        return new(
            "external",
            new("Klachten bij een externe instantie", "Complaints with an external body"),
            [
                new("Instantie", "Body"),
                new("Voorgelegd", "Brought"),
                new("Uitspraak gedaan", "Ruled"),
                new("Bindend geworden", "Became binding"),
                new("Aard", "Nature"),
            ],
            rows
        );
    }

    /// <summary>What was ruled would be a verdict about few people; and so would what is left when it was about most of them.</summary>
    private static FigureCell Binding(Scene scene, List<CaseFacts> rulings)
    {
        var binding = rulings.Count(f => f.ExternalBinding == true);
        bool IsSmall(int count) => count > 0 && count < scene.Threshold;
        return rulings.Count < scene.Threshold ? FigureCell.None
            : IsSmall(binding) || IsSmall(rulings.Count - binding) ? FigureCell.Hidden
            : FigureCell.Of(binding);
    }

    /// <summary>The law wants to know of each location how many disputes there were.</summary>
    public static FigureTable ByLocation(Scene scene)
    {
        var went = scene
            .Complaints.Where(f => f.ExternalBody is not null && scene.Period.Contains(f.ExternalOn))
            .ToList();
        return new(
            "external-by-location",
            new("Geschillen per locatie", "Disputes by location"),
            [new("Locatie", "Location"), new("Voorgelegd", "Brought")],
            went.Count == 0
                ? []
                :
                [
                    .. BreakdownFigures
                        .Rows(scene, went)
                        .Select(r => new FigureRow(r.Label, [FigureCell.Of(r.Facts.Count)], r.Key)),
                ],
            Bars: [1]
        );
    }

    private static FigureCell Natures(Scene scene, IEnumerable<CaseFacts> facts)
    {
        var list = facts.ToList();
        var named = scene.NatureColumns.Where(n => n.Code.Length > 0 && list.Any(f => scene.Has(f, n.Code))).ToList();
        return named.Count == 0
            ? FigureCell.None
            : FigureCell.Word(
                string.Join(", ", named.Select(n => n.Label.Nl)),
                string.Join(", ", named.Select(n => n.Label.En))
            );
    }
}
