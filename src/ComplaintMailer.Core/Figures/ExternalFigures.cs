using ComplaintMailer.Core.Figures.Joint;

namespace ComplaintMailer.Core.Figures;

/// <summary>Complaints that went to an external body, by body. Nothing is printed as nothing: that is an answer too.</summary>
internal static class ExternalFigures
{
    public static (FigureTable Table, int Hidden) ByBody(Scene scene)
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
        var hidden = Hidden(scene, bodies, ruled);
        var rows = bodies
            .Select(body =>
            {
                var rulings = ruled.Where(f => f.ExternalBody == body).ToList();
                return new FigureRow(
                    body == CaseFacts.OtherBody
                        ? new("Andere instantie", "Another body")
                        : Words.Same(scene.Bodies.FirstOrDefault(b => b.Key == body)?.Name ?? body),
                    [
                        FigureCell.Of(went.Count(f => f.ExternalBody == body)),
                        FigureCell.Of(rulings.Count),
                        rulings.Count < scene.Threshold ? FigureCell.None
                        : hidden.Contains(body) ? FigureCell.Hidden
                        : FigureCell.Of(rulings.Count(f => f.ExternalBinding == true)),
                        Natures(scene, went.Where(f => f.ExternalBody == body)),
                    ]
                )
                {
                    Code = body,
                };
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
        var isHidden = rows.Any(r => r.Cells.Any(c => c.Kind == CellKind.Hidden));
        return (
            new(
                ExternalStatements.Table,
                new("Klachten bij een externe instantie", "Complaints with an external body"),
                [
                    new("Instantie", "Body"),
                    new("Voorgelegd", "Brought"),
                    new("Uitspraak gedaan", "Ruled"),
                    new("Bindend geworden", "Became binding"),
                    new("Aard", "Nature"),
                ],
                rows,
                isHidden ? BreakdownFigures.HiddenNote(scene.Threshold) : null
            ),
            rows.Sum(r => r.Cells.Count(c => c.Kind == CellKind.Hidden))
        );
    }

    /// <summary>
    /// Bodies of which is not told how many rulings bind. What was ruled would be a verdict about few people; and so would what is
    /// left when it was about most of them, or what is left when a report over a part is taken from one over the whole.
    /// </summary>
    private static HashSet<string> Hidden(Scene scene, List<string> bodies, List<CaseFacts> ruled)
    {
        bool IsSmall(int count) => count > 0 && count < scene.Threshold;
        var hidden = new HashSet<int>();
        var statements = new List<Statement>(scene.Others);
        IReadOnlyList<string>? services =
            scene.Kind == ReportKinds.StatutoryChildcare ? [Organisations.Services.Childcare] : null;
        for (var i = 0; i < bodies.Count; i++)
        {
            var rulings = ruled.Where(f => f.ExternalBody == bodies[i]).ToList();
            var binding = rulings.Count(f => f.ExternalBinding == true);
            if (rulings.Count < scene.Threshold || IsSmall(binding) || IsSmall(rulings.Count - binding))
                hidden.Add(i);
            statements.Add(ExternalStatements.Binding(scene.Period, services, bodies[i]));
        }
        statements.AddRange(
            ExternalStatements
                .Bodies(scene.Everybody)
                .Select(body => ExternalStatements.Ruled(scene.Period, services, body))
        );
        if (bodies.Count > 0 && scene.Others.Count > 0)
            Widening.Run(
                scene.Everybody,
                statements,
                scene.Others.Count,
                scene.Threshold,
                [.. Enumerable.Range(0, bodies.Count)],
                _ => true,
                hidden
            );
        return [.. hidden.Select(i => bodies[i])];
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

    private static readonly (string Code, Words Label)[] Rulings =
    [
        ("founded", new("Gegrond", "Upheld")),
        ("partly-founded", new("Deels gegrond", "Partly upheld")),
        ("unfounded", new("Ongegrond", "Not upheld")),
        ("inadmissible", new("Niet in behandeling genomen", "Not admitted")),
        ("other", new("Anders", "Otherwise")),
    ];

    /// <summary>
    /// What the rulings were, once a year and only where none of them is one of few; what they came down to is for a person to write.
    /// </summary>
    public static FigureTable Outcomes(Scene scene)
    {
        var ruled = scene
            .Complaints.Where(f => f.ExternalBody is not null && scene.Period.Contains(f.ExternalRuledOn))
            .ToList();
        var counts = Rulings
            .Select(r =>
                (
                    r.Label,
                    Count: ruled.Count(f =>
                        r.Code == "other"
                            ? Rulings.All(x => x.Code == "other" || x.Code != f.ExternalRuling)
                            : f.ExternalRuling == r.Code
                    )
                )
            )
            .ToList();
        var before = scene
            .Earlier.Where(r => r.Kind == scene.Kind && r.Period == scene.Period)
            .Select(r => r.Table(OutcomeTable))
            .LastOrDefault(t => t is not null);
        bool IsFew(int count) => count != 0 && Math.Abs(count) < scene.Threshold;
        var isShown = counts.All(c =>
            !IsFew(c.Count) && (before is null || !IsFew(c.Count - Ties.Total(before, c.Label).Value))
        );
        return new(
            OutcomeTable,
            new("Wat de externe instanties oordeelden", "What the external bodies ruled"),
            [new("Uitspraak", "Ruling"), new("Aantal", "Number")],
            isShown
                ? [.. counts.Where(c => c.Count > 0).Select(c => new FigureRow(c.Label, [FigureCell.Of(c.Count)]))]
                : [],
            Bars: [1]
        );
    }

    public const string OutcomeTable = "external-outcomes";

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
