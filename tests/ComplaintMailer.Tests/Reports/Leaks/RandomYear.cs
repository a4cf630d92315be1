using ComplaintMailer.Core.Figures;
using ComplaintMailer.Core.Organisations;
using NodaTime;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Tests.Reports.Leaks;

/// <summary>
/// A year of made-up complaints and all reports on it, in the order they appear. Where nothing is asked for it is a small
/// organisation, where hiding is hardest.
/// </summary>
internal sealed class RandomYear
{
    private static readonly string[] Natures = ["treatment", "communication", "care", "contract"];
    private static readonly string[] Outcomes = ["withdrawn", "settled-informally", "reporting-code", "reporting-duty"];
    private uint state;

    public RandomYear(int seed, int? size = null)
    {
        state = (uint)seed * 2654435761u;
        var locations = size ?? (2 + Next(3));
        var allChildcare = Next(3) > 0;
        Organisation = SampleReports.Organisation(locations) with
        {
            Locations =
            [
                .. Enumerable
                    .Range(1, locations)
                    .Select(i => new Location(
                        $"l{i}",
                        $"Locatie {i}",
                        [],
                        allChildcare || i < locations ? "childcare" : "social-work",
                        null
                    )
                    {
                        Supervisor = i % 2 == 0 ? "GGD Oost" : "GGD West",
                    }),
            ],
        };
        var natures = 2 + Next(3);
        var complaints = size is { } large ? large * (3 + Next(12)) : 6 + Next(50);
        // Some years lean to one location or one nature: there cells are large beside small ones.
        var lean = Next(3);
        Facts = [.. Enumerable.Range(0, complaints).Select(i => Fact(i, locations, natures, lean))];
        var kind = Next(2) == 0 ? ReportKinds.Quarterly : ReportKinds.FourMonthly;
        var made = new List<FiguresReport>();
        for (var day = new LocalDate(2026, 1, 1); day.Year == 2026; day = Parts[^1].Period.To.PlusDays(1))
        {
            var period = kind == ReportKinds.Quarterly ? Period.Quarter(day) : Period.FourMonths(day);
            Parts.Add(Make(kind, period, made));
            made.Add(Parts[^1]);
        }
        Yearly = Make(ReportKinds.StatutoryChildcare, Period.Year(2026), made);
        Public = Make(ReportKinds.PublicExternal, Period.Year(2026), made);
        Extracts =
        [
            .. Organisation
                .Locations.Where(l => l.Service == "childcare")
                .GroupBy(l => l.Supervisor)
                .Select(g => FiguresMaker.ForLocations(Yearly, g.Select(l => l.Key).ToHashSet(StringComparer.Ordinal))),
        ];
    }

    /// <summary>So many years a test tries; <c>ATTACK_YEARS</c> in the environment says otherwise.</summary>
    public static int Tried(int years) =>
        int.TryParse(Environment.GetEnvironmentVariable("ATTACK_YEARS"), out var more) ? more : years;

    public Organisation Organisation { get; }
    public IReadOnlyList<CaseFacts> Facts { get; }
    public List<FiguresReport> Parts { get; } = [];
    public FiguresReport Yearly { get; }
    public FiguresReport Public { get; }
    public IReadOnlyList<FiguresReport> Extracts { get; }

    private FiguresReport Make(string kind, Period period, List<FiguresReport> earlier) =>
        FiguresMaker.Make(kind, period, Facts, Organisation, SampleReports.Pack, [.. earlier], new(2027, 1, 4));

    private CaseFacts Fact(int i, int locations, int natures, int lean)
    {
        var filed = new LocalDate(2026, 1, 1).PlusDays(Next(365));
        var location = lean == 1 && Next(3) > 0 ? 1 : 1 + Next(locations);
        var nature = lean == 2 && Next(3) > 0 ? 0 : Next(natures);
        var isJudged = Next(10) < 7;
        var isEnded = !isJudged && Next(2) == 0;
        // Within the year, so that what an attacker adds up is all there is.
        var ended = LocalDate.Min(filed.PlusDays(Next(30)), new LocalDate(2026, 12, 31));
        var measures = Next(3);
        return new()
        {
            Id = $"{i}",
            Organisation = "o",
            Regulation = "t",
            Kind = "complaint",
            Stage = isJudged || isEnded ? "closed" : "investigating",
            Outcome =
                isJudged ? "decided"
                : isEnded ? Outcomes[Next(4)]
                : null,
            FiledOn = filed,
            DecidedOn = isJudged ? ended : null,
            ClosedOn = isJudged || isEnded ? ended : null,
            Channel = "mail",
            Location = $"l{location}",
            Service = Organisation.Location($"l{location}")!.Service,
            Natures = [Natures[nature]],
            Verdict = isJudged ? new[] { "founded", "partly-founded", "unfounded" }[Next(3)] : null,
            Measures = isJudged ? measures : 0,
            MeasureScopes = measures == 0 ? [] : [Next(2) == 0 ? "location" : "organisation"],
        };
    }

    private int Next(int below)
    {
        state = (state * 1664525u) + 1013904223u;
        return (int)((state >> 9) % (uint)below);
    }
}
