namespace ComplaintMailer.Core.Figures;

/// <summary>This period beside the four before it, and what stands out.</summary>
internal static class TrendFigures
{
    private const int PeriodsBefore = 4;

    public static FigureTable Table(Scene scene)
    {
        var periods = new List<Period> { scene.Period };
        for (var i = 0; i < PeriodsBefore; i++)
            periods.Add(periods[^1].Before());
        periods.Reverse();
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
                .. periods.Select(p => new FigureRow(
                    new(p.Name("nl"), p.Name("en")),
                    [
                        FigureCell.Of(scene.Complaints.Count(f => p.Contains(f.FiledOn))),
                        FigureCell.Of(scene.Complaints.Count(f => f.Verdict is not null && p.Contains(f.DecidedOn))),
                        FigureCell.Of(scene.All.Count(f => f.Kind == "dissatisfaction" && p.Contains(f.FiledOn))),
                        FigureCell.Of(scene.All.Count(f => f.Kind == "question" && p.Contains(f.FiledOn))),
                    ]
                )),
            ],
            Bars: [1]
        );
    }

    public static FigureTable Unusual(Scene scene) =>
        new(
            "unusual",
            new("Wat opvalt", "What stands out"),
            [new("Locatie", "Location"), new("Aard", "Nature")],
            [
                .. UnusualFigures
                    .Find(scene.Complaints, scene.Period, scene.Threshold)
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
