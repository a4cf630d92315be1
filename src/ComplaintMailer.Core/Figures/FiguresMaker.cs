using ComplaintMailer.Core.Figures.Joint;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using NodaTime;

namespace ComplaintMailer.Core.Figures;

/// <summary>From rows of facts to the figures of one report. The same facts give the same figures.</summary>
public static class FiguresMaker
{
    /// <param name="facts">Facts of the organisation: of all cases that were open at some time in the period, or about which something outside happened in it.</param>
    /// <param name="earlier">Reports given out before over parts of this period: what they showed can't be taken back.</param>
    /// <param name="bodies">External bodies, for their names.</param>
    /// <param name="past">The periods before; null: counted from the facts, which must then hold them too.</param>
    public static FiguresReport Make(
        string kind,
        Period period,
        IReadOnlyList<CaseFacts> facts,
        Organisation organisation,
        Regulation regulation,
        IReadOnlyList<FiguresReport> earlier,
        LocalDate today,
        Past? past = null,
        IReadOnlyList<ExternalBody>? bodies = null
    )
    {
        var threshold = regulation.Privacy.SmallCell;
        var isStatutory = kind == ReportKinds.StatutoryChildcare;
        var everybody = Only(facts, f => f.Organisation == organisation.Key);
        var own = isStatutory ? Only(everybody, f => f.Service == Services.Childcare) : everybody;
        var complaints = Only(own, f => f.IsCountedComplaint);
        var locations = organisation.Locations.Where(l => !isStatutory || l.Service == Services.Childcare).ToList();
        var everywhere = own == everybody ? complaints : Only(everybody, f => f.IsCountedComplaint);
        var scene = new Scene(
            kind,
            period,
            own,
            complaints,
            everywhere,
            locations,
            regulation.Natures,
            earlier,
            threshold,
            today,
            past ?? Past.From(own, period)
        )
        {
            Everybody = Only(everybody, f => f.Outcome != Cases.Outcomes.Merged),
            Organisation = organisation,
            Bodies = bodies ?? [],
            OtherLocations = organisation
                .Locations.Where(l => l.Service != Services.Childcare)
                .Select(l => l.Key)
                .ToHashSet(StringComparer.Ordinal),
        };

        var tables = new List<FigureTable>();
        var hidden = 0;
        void Add((FigureTable Table, int Hidden) made)
        {
            tables.Add(made.Table);
            hidden += made.Hidden;
        }

        switch (kind)
        {
            case ReportKinds.WeeklyBoard:
                tables.Add(OpenFigures.ByAge(scene));
                tables.Add(OpenFigures.Due(scene));
                tables.Add(TermFigures.Table(complaints, period));
                tables.Add(OpenFigures.ByStage(scene));
                tables.Add(OpenFigures.Signals(scene));
                break;
            case ReportKinds.Late:
                tables.Add(OpenFigures.ByAge(scene));
                tables.Add(OpenFigures.Due(scene));
                break;
            case ReportKinds.PublicExternal:
                Add(ExternalFigures.ByBody(scene));
                tables.Add(ExternalFigures.Outcomes(scene));
                break;
            case ReportKinds.StatutoryChildcare:
                Add(BreakdownFigures.NatureByLocation(scene));
                Add(BreakdownFigures.VerdictByLocation(scene));
                Add(BreakdownFigures.MeasuresByLocation(scene));
                Add(ExternalFigures.ByBody(scene));
                tables.Add(ExternalFigures.ByLocation(scene));
                Add(EndingFigures.Table(scene));
                tables.Add(TermFigures.Table(complaints, period));
                break;
            default:
                tables.Add(BreakdownFigures.ByLocation(scene));
                Add(BreakdownFigures.ByNature(scene));
                tables.Add(BreakdownFigures.ByChannel(scene));
                Add(BreakdownFigures.ByVerdict(scene));
                Add(BreakdownFigures.ByMeasure(scene));
                tables.Add(TermFigures.Table(complaints, period));
                tables.Add(OpenFigures.ByStage(scene));
                Add(EndingFigures.Table(scene));
                Add(ExternalFigures.ByBody(scene));
                tables.Add(TrendFigures.Table(scene));
                tables.Add(TrendFigures.Unusual(scene, tables.Find(t => t.Name == GridKind.Natures.Single)));
                break;
        }
        tables.RemoveAll(t => t.Rows.Count == 0);

        List<KeyFigure> totals = [.. KeyFigures.Of(scene)];
        if (Ties.WholeKinds.Contains(kind))
            totals.AddRange(MeasureFigures.Of(scene, tables));
        var nothingDue =
            isStatutory
            && !complaints.Any(f =>
                period.Contains(f.FiledOn) || period.Contains(f.DecidedOn) || period.Contains(f.ExternalOn)
            );
        return new()
        {
            Kind = kind,
            Organisation = organisation.Name,
            OrganisationKey = organisation.Key,
            Period = period,
            Threshold = threshold,
            RestsOn = own.Count(f =>
                kind == ReportKinds.PublicExternal
                    ? f.IsCountedComplaint && (period.Contains(f.ExternalOn) || period.Contains(f.ExternalRuledOn))
                    : period.Contains(f.FiledOn)
                        || period.Contains(f.DecidedOn)
                        || period.Contains(f.ClosedOn)
                        || (f.FiledOn <= scene.End && (f.ClosedOn is null || f.ClosedOn > scene.End))
            ),
            Tables = tables,
            Totals = totals,
            // That no report is due is all there is to say then.
            Words = nothingDue ? new Dictionary<string, IReadOnlyList<string>>() : PlainWords.Of(scene, totals, tables),
            Suppressed = hidden,
            NoReportDue = nothingDue,
        };
    }

    /// <summary>Those that fit: the same list where all do, and none larger than it must be. There may be a hundred thousand.</summary>
    internal static IReadOnlyList<CaseFacts> Only(IReadOnlyList<CaseFacts> facts, Func<CaseFacts, bool> fits)
    {
        var count = facts.Count(fits);
        if (count == facts.Count)
            return facts;
        var only = new CaseFacts[count];
        var at = 0;
        foreach (var fact in facts)
        {
            if (fits(fact))
                only[at++] = fact;
        }
        return only;
    }

    /// <summary>The part of a report that one supervisor gets: the rows of its own locations, as they stand in the whole report.</summary>
    public static FiguresReport ForLocations(FiguresReport report, IReadOnlySet<string> locations) =>
        report with
        {
            Tables =
            [
                .. report
                    .Tables.Where(t => t.Rows.Any(r => r.Location is not null))
                    .Select(t =>
                        t with
                        {
                            Rows = [.. t.Rows.Where(r => r.Location is { } key && locations.Contains(key))],
                        }
                    )
                    .Where(t => t.Rows.Count > 0),
            ],
            // Sums over these locations alone would be new sums over hidden cells; the whole report's words tell of others.
            Totals = [],
            Words = new Dictionary<string, IReadOnlyList<string>>(),
        };
}

public static class ReportKinds
{
    public const string WeeklyBoard = "weekly-board";
    public const string Quarterly = "quarterly";
    public const string FourMonthly = "four-monthly";
    public const string Periodic = "periodic";
    public const string StatutoryChildcare = "statutory-childcare";
    public const string PublicExternal = "public-external";
    public const string Late = "late";

    public static IReadOnlyList<string> All { get; } =
    [WeeklyBoard, Quarterly, FourMonthly, Periodic, StatutoryChildcare, PublicExternal, Late];

    /// <summary>The last whole period of a report made on this day.</summary>
    public static Period LastPeriod(string kind, LocalDate today) =>
        kind switch
        {
            WeeklyBoard => Period.Week(today).Before(),
            FourMonthly => Period.FourMonths(today).Before(),
            StatutoryChildcare or PublicExternal => Period.Year(today.Year).Before(),
            Late => Period.Week(today),
            _ => Period.Quarter(today).Before(),
        };
}

/// <summary>What every table is made from.</summary>
/// <param name="All">Complaints, displeasure and questions.</param>
/// <param name="Everywhere">The complaints of the whole organisation, also where the report is about childcare alone.</param>
internal sealed record Scene(
    string Kind,
    Period Period,
    IReadOnlyList<CaseFacts> All,
    IReadOnlyList<CaseFacts> Complaints,
    IReadOnlyList<CaseFacts> Everywhere,
    IReadOnlyList<Location> Locations,
    IReadOnlyList<NatureRule> Natures,
    IReadOnlyList<FiguresReport> Earlier,
    int Threshold,
    LocalDate Today,
    Past Past
)
{
    public IReadOnlyList<CaseFacts> Filed { get; } = FiguresMaker.Only(Complaints, f => Period.Contains(f.FiledOn));
    public IReadOnlyList<CaseFacts> Judged { get; } =
        FiguresMaker.Only(Complaints, f => f.Verdict is not null && Period.Contains(f.DecidedOn));

    /// <summary>Filed by the end of the period (or today, if that is earlier) and not closed by then.</summary>
    public IReadOnlyList<CaseFacts> Open { get; } =
        FiguresMaker.Only(
            Complaints,
            f =>
            {
                var end = LocalDate.Min(Period.To, Today);
                return f.FiledOn <= end && (f.ClosedOn is null || f.ClosedOn > end);
            }
        );

    /// <summary>Keys of locations this report is not about.</summary>
    public IReadOnlySet<string> OtherLocations { get; init; } = new HashSet<string>();

    /// <summary>All cases of the organisation, of every kind and service.</summary>
    public IReadOnlyList<CaseFacts> Everybody { get; init; } = [];

    public required Organisation Organisation { get; init; }

    public IReadOnlyList<ExternalBody> Bodies { get; init; } = [];

    /// <summary>Reads what other reports say.</summary>
    public StatementReader Reader => reader ??= new(NatureColumns, Everybody, Organisation.Locations);

    /// <summary>What other reports say that this one is read beside, and what an earlier version of it said.</summary>
    public IReadOnlyList<Statement> Others => others ??= Reader.Read(Earlier);

    /// <summary>Reports on the whole organisation are about stretches of time that overlap without one holding the other.</summary>
    public bool HasOverlaps
    {
        get
        {
            var periods = Earlier
                .Where(r => Ties.WholeKinds.Contains(r.Kind))
                .Select(r => r.Period)
                .Append(Period)
                .Distinct()
                .ToList();
            return periods.Any(p =>
                periods.Any(q => p.From < q.From && q.From <= p.To && p.To < q.To)
                || periods.Any(q => q != p && p.From == q.From && p.To == q.To)
            );
        }
    }

    private StatementReader? reader;
    private IReadOnlyList<Statement>? others;

    public LocalDate End => LocalDate.Min(Period.To, Today);

    public IReadOnlyList<(string Code, Words Label)> NatureColumns { get; } = Columns(Natures, Complaints);

    /// <summary>The natures of the regulation, and those that stand in the facts beside them.</summary>
    public static IReadOnlyList<(string Code, Words Label)> Columns(
        IReadOnlyList<NatureRule> natures,
        IReadOnlyList<CaseFacts> complaints
    ) =>
        [
            .. natures.Select(n => (n.Code, new Words(n.Nl, n.En))),
            .. complaints
                .SelectMany(f => f.Natures)
                .Distinct(StringComparer.Ordinal)
                .Where(code => natures.All(n => n.Code != code))
                .Order(StringComparer.Ordinal)
                .Select(code => (code, Words.Same(code))),
            ("", new("Aard nog niet bepaald", "Nature not yet known")),
        ];

    public bool Has(CaseFacts fact, string nature) =>
        nature.Length == 0 ? fact.Natures.Count == 0 : fact.Natures.Contains(nature);
}
