using System.Collections.Concurrent;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Core.Figures.Own;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Reports.Store;
using NodaTime;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Tests.Reports;

/// <summary>Every report there is, of a small, a usual and a very large organisation, with few and with many complaints: to be looked at.</summary>
internal static class Gallery
{
    public static readonly LocalDate MadeOn = new(2027, 1, 4);
    private static readonly string[] Places =
    [
        "De Vlinder",
        "BSO 't Zonnetje",
        "Kinderdagverblijf De Regenboog aan de Burgemeester van Nispen van Sevenaerstraat",
        "Peuterspeelzaal Ukkepuk",
        "Buitenschoolseopvangvoorziening Noordwesterkwartier",
        "Het Nest",
    ];
    private static readonly string[] Outcomes =
    [
        "withdrawn",
        "settled-informally",
        "not-handled",
        "out-of-scope",
        "late-refused",
        "external",
        "reporting-code",
        "reporting-duty",
    ];
    private static readonly string[] Channels = ["mail", "form", "phone", "oral", "post"];

    /// <summary>Locations and complaints in two years.</summary>
    public static IReadOnlyList<(int Locations, int Complaints)> Sizes { get; } =
    [(1, 0), (1, 3), (1, 400), (6, 200), (200, 60), (200, 5000)];

    public static IEnumerable<string> Names =>
        from kind in ReportKinds.All.Append("own")
        from size in Sizes
        select $"{kind}-{size.Locations}-{size.Complaints}";

    private static readonly ConcurrentDictionary<string, MadeReport> Made = new();

    /// <summary>Each is made once, for several tests look at it.</summary>
    public static MadeReport Get(string name) => Made.GetOrAdd(name, Make);

    private static MadeReport Make(string name)
    {
        var parts = name.Split('-');
        var kind = string.Join('-', parts[..^2]);
        var (locations, complaints) = (Number(parts[^2]), Number(parts[^1]));
        var organisation = SampleReports.Organisation(locations) with
        {
            Locations =
            [
                .. Enumerable
                    .Range(0, locations)
                    .Select(i => new Location(
                        $"l{i + 1}",
                        i < Places.Length ? Places[i] : $"{Places[i % Places.Length]} {i + 1}",
                        [],
                        Services.Childcare,
                        null
                    )),
            ],
        };
        var facts = Facts(locations, complaints);
        var figures =
            kind == "own"
                ? OwnFigures.Make(Own, Period.Parse("2026-Q4")!, facts, organisation, SampleReports.Pack)
                : FiguresMaker.Make(
                    kind,
                    ReportKinds.LastPeriod(kind, MadeOn),
                    facts,
                    organisation,
                    SampleReports.Pack,
                    [],
                    MadeOn
                );
        return new(
            1,
            organisation.Key,
            figures,
            MadeReport.Issued,
            Instant.FromUtc(2027, 1, 4, 7, 0),
            new Dictionary<string, string>
            {
                ["regeling"] = "Ouders klagen bij de manager van de locatie. Die antwoordt binnen zes weken.",
                ["bekendmaking"] =
                    "Op de website, in het informatieboekje en tijdens het intakegesprek.\n\nIn maart stond het ook in de nieuwsbrief.",
            }
        );
    }

    private static OwnDefinition Own { get; } =
        new(
            "channels-by-location",
            new("Hoe klachten op elke locatie binnenkomen", "How complaints come in at each location"),
            PeriodKind.Quarter,
            "filed",
            "location",
            "channel",
            new Dictionary<string, IReadOnlyList<string>>()
        );

    /// <summary>A bit of everything that a report can tell of.</summary>
    private static List<CaseFacts> Facts(int locations, int complaints) =>
        [
            .. SampleReports
                .Facts(locations, complaints, 7)
                .Select(
                    (f, i) =>
                        f with
                        {
                            Channel = Channels[i % 17 % Channels.Length],
                            Outcome = i % 7 == 3 ? Outcomes[i / 7 % Outcomes.Length] : f.Outcome,
                            Verdict = i % 7 == 3 ? null : f.Verdict,
                            DecidedOn = i % 7 == 3 ? null : f.DecidedOn,
                            ClosedOn = i % 7 == 3 ? f.FiledOn.PlusDays(9) : f.ClosedOn,
                            Stage =
                                i % 7 == 3 ? "closed"
                                : f.ClosedOn is null && i % 3 == 0 ? "assigned"
                                : f.Stage,
                            MeasuresDone = f.Measures > 0 && i % 4 == 0 ? f.Measures : 0,
                            Extended = i % 19 == 0,
                            Objection = i % 23 == 0,
                            OpenSignals = f.ClosedOn is null && i % 31 == 0 ? 1 : 0,
                            ExternalRuledOn = i % 58 == 0 ? f.ExternalOn?.PlusDays(30) : null,
                            ExternalRuling = i % 58 == 0 ? "founded" : null,
                            Terms =
                            [
                                new(
                                    "ack",
                                    f.FiledOn,
                                    f.FiledOn.PlusDays(2),
                                    i % 9 == 0 ? "missed" : "met",
                                    f.FiledOn.PlusDays(i % 9 == 0 ? 4 : 1)
                                ),
                                new(
                                    "contact-parties",
                                    f.FiledOn,
                                    f.FiledOn.PlusDays(14),
                                    "met",
                                    f.FiledOn.PlusDays(1 + (i % 14))
                                ),
                                .. f.Terms,
                            ],
                        }
                ),
        ];

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
