using ComplaintMailer.Core.Figures;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using NodaTime;

namespace ComplaintMailer.Tests.Reports;

/// <summary>Two years of made-up complaints, the same ones every time.</summary>
internal static class SampleReports
{
    private static readonly string[] Natures = ["treatment", "communication", "care", "contract", "procedure"];

    public static Regulation Pack { get; } =
        new()
        {
            Code = "T",
            Version = "1",
            Title = "Proefregeling",
            Intake = new(),
            Terms = [],
            Natures =
            [
                new("treatment", "Bejegening", "Treatment", []),
                new("communication", "Communicatie", "Communication", []),
                new("care", "Zorg en begeleiding", "Care and support", []),
                new("contract", "Contract en kosten", "Contract and costs", []),
                new("procedure", "Procedures en besluiten", "Procedures and decisions", []),
            ],
        };

    public static Organisation Organisation(int locations) =>
        new()
        {
            Key = "o",
            Name = "Kinderopvang Zonnebloem",
            Regulation = "t",
            CasePrefix = "ZON",
            Address = "klachten@zonnebloem.example",
            Locations =
            [
                .. Enumerable
                    .Range(1, locations)
                    .Select(i => new Location(
                        $"l{i}",
                        $"De {i}e Vlinder aan de Kinderdijkstraat",
                        [],
                        "childcare",
                        null
                    )),
            ],
        };

    public static FiguresReport Make(string kind, int locations = 6, int complaints = 160, uint seed = 7) =>
        FiguresMaker.Make(
            kind,
            ReportKinds.LastPeriod(kind, new(2027, 1, 4)),
            Facts(locations, complaints, seed),
            Organisation(locations),
            Pack,
            [],
            new(2027, 1, 4)
        );

    public static List<CaseFacts> Facts(int locations, int complaints, uint seed)
    {
        var state = seed;
        int Next(int below)
        {
            state = (state * 1664525u) + 1013904223u;
            return (int)((state >> 8) % (uint)below);
        }
        return
        [
            .. Enumerable
                .Range(0, complaints)
                .Select(i =>
                {
                    var filed = new LocalDate(2025, 1, 1).PlusDays(Next(730));
                    var days = 5 + Next(45);
                    var decided = Next(10) < 8 ? filed.PlusDays(days) : (LocalDate?)null;
                    var measures = Next(3);
                    return new CaseFacts
                    {
                        Id = $"{i}",
                        Organisation = "o",
                        Regulation = "T",
                        Kind =
                            i % 13 == 0 ? "question"
                            : i % 11 == 0 ? "dissatisfaction"
                            : "complaint",
                        Stage = decided is null ? "investigating" : "closed",
                        Outcome = decided is null ? null : "decided",
                        FiledOn = filed,
                        DecidedOn = decided,
                        ClosedOn = decided,
                        Channel = Next(3) == 0 ? "form" : "mail",
                        Location = $"l{1 + Next(locations)}",
                        Service = "childcare",
                        Natures = [Natures[Next(Natures.Length)]],
                        Verdict = decided is null ? null : new[] { "founded", "partly-founded", "unfounded" }[Next(3)],
                        Measures = measures,
                        MeasureScopes = measures == 0 ? [] : [Next(2) == 0 ? "location" : "organisation"],
                        ExternalBody = i % 29 == 0 ? "GCK" : null,
                        ExternalOn = i % 29 == 0 ? filed.PlusDays(60) : null,
                        Terms = [new("final", filed, filed.PlusDays(42), days > 42 ? "missed" : "met", decided)],
                    };
                }),
        ];
    }
}
