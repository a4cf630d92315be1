namespace ComplaintMailer.Core.Figures;

/// <summary>
/// What a report needs of the periods before its own: counts, not cases. So a report costs what its own period costs, and a
/// database can do the counting.
/// </summary>
/// <param name="Periods">The nearest first.</param>
/// <param name="Natures">Complaints filed in all those periods together, by location and nature.</param>
public sealed record Past(
    IReadOnlyList<PastPeriod> Periods,
    IReadOnlyDictionary<(string Location, string Nature), int> Natures
)
{
    /// <summary>So many periods are looked back.</summary>
    public const int Looked = 4;

    public static IReadOnlyList<Period> PeriodsBefore(Period period)
    {
        var before = new List<Period>();
        for (var p = period.Before(); before.Count < Looked; p = p.Before())
            before.Add(p);
        return before;
    }

    /// <param name="all">Complaints, displeasure and questions; of those periods or of more.</param>
    public static Past From(IReadOnlyList<CaseFacts> all, Period period)
    {
        var periods = PeriodsBefore(period);
        var natures = new Dictionary<(string, string), int>();
        foreach (var fact in all.Where(f => f.IsCountedComplaint && f.Location is not null))
        {
            if (!periods.Any(p => p.Contains(fact.FiledOn)))
                continue;
            foreach (var nature in fact.Natures)
                natures[(fact.Location!, nature)] = natures.GetValueOrDefault((fact.Location!, nature)) + 1;
        }
        return new(
            [
                .. periods.Select(p => new PastPeriod(
                    p,
                    all.Count(f => f.IsCountedComplaint && p.Contains(f.FiledOn)),
                    all.Count(f => f.IsCountedComplaint && f.Verdict is not null && p.Contains(f.DecidedOn)),
                    all.Count(f => f.Kind == "dissatisfaction" && p.Contains(f.FiledOn)),
                    all.Count(f => f.Kind == "question" && p.Contains(f.FiledOn)),
                    p.To.Year == period.To.Year
                        ? all.Count(f => f.IsCountedComplaint && EndingFigures.Is(f) && p.Contains(f.ClosedOn))
                        : 0
                )),
            ],
            natures
        );
    }
}

/// <param name="Ended">Without a verdict. Asked for within the same year only.</param>
public sealed record PastPeriod(
    Period Period,
    int Filed,
    int Judged,
    int Dissatisfaction,
    int Questions,
    int Ended = 0
);
