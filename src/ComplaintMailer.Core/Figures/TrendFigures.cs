namespace ComplaintMailer.Core.Figures;

/// <summary>This period beside the four before it, and what stands out.</summary>
internal static class TrendFigures
{
    public static FigureTable Table(Scene scene)
    {
        var now = new PastPeriod(
            scene.Period,
            scene.Filed.Count,
            scene.Judged.Count,
            scene.All.Count(f => f.Kind == "dissatisfaction" && scene.Period.Contains(f.FiledOn)),
            scene.All.Count(f => f.Kind == "question" && scene.Period.Contains(f.FiledOn))
        );
        return new(
            "trend",
            new("Vergeleken met eerder", "Compared with before"),
            [
                new("Periode", "Period"),
                new("Ingediend", "Filed"),
                new("Beoordeeld", "Judged"),
                new("Onvrede", "Displeasure"),
                new("Vragen", "Questions"),
            ],
            [
                .. scene
                    .Past.Periods.Reverse()
                    .Append(now)
                    .Select(p => new FigureRow(
                        new(Capital(p.Period.Name("nl")), Capital(p.Period.Name("en"))),
                        [
                            FigureCell.Of(p.Filed),
                            FigureCell.Of(p.Judged),
                            FigureCell.Of(p.Dissatisfaction),
                            FigureCell.Of(p.Questions),
                        ]
                    )),
            ],
            Bars: [1]
        );
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <param name="natures">What is printed by nature: of a number that is kept there, nothing is said here either.</param>
    public static FigureTable Unusual(Scene scene, FigureTable? natures) =>
        new(
            "unusual",
            new("Wat opvalt", "What stands out"),
            [new("Locatie", "Location"), new("Aard", "Nature")],
            [
                .. UnusualFigures
                    .Find(scene.Filed, scene.Past, scene.Threshold)
                    .Where(u => !Ties.Total(natures, scene.NatureColumns.First(n => n.Code == u.Nature).Label).Hidden)
                    .Select(u =>
                    {
                        var location = scene.Locations.FirstOrDefault(l => l.Key == u.Location);
                        var nature = scene.NatureColumns.First(n => n.Code == u.Nature).Label;
                        return new FigureRow(
                            Words.Same(location?.Name ?? u.Location),
                            [FigureCell.Word(nature.Nl, nature.En)],
                            u.Location
                        );
                    }),
            ],
            new(
                "Op deze locatie komt dit duidelijk vaker voor dan in de vier periodes ervoor.",
                "At this location this is clearly more frequent than in the four periods before."
            )
        );
}
