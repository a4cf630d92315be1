using ComplaintMailer.Core.Figures.Own;
using ComplaintMailer.Core.Organisations;

namespace ComplaintMailer.Core.Figures.Joint;

/// <summary>What a report that was given out says and keeps to itself, statement by statement.</summary>
/// <param name="natures">The columns natures are printed in.</param>
/// <param name="facts">Of the whole organisation: a code that occurs and is not printed was nothing.</param>
/// <param name="locations">Of the organisation.</param>
internal sealed class StatementReader(
    IReadOnlyList<(string Code, Words Label)> natures,
    IReadOnlyList<CaseFacts> facts,
    IReadOnlyList<Location> locations
)
{
    private readonly IReadOnlyList<string> bodies = ExternalStatements.Bodies(facts);
    private readonly HashSet<string> known = [.. locations.Select(l => l.Key)];
    private readonly HashSet<string> childcare =
    [
        .. locations.Where(l => l.Service == Services.Childcare).Select(l => l.Key),
    ];

    private static readonly string[] OnlyChildcare = [Services.Childcare];

    public IReadOnlyList<Statement> Read(IReadOnlyList<FiguresReport> reports) => [.. reports.SelectMany(One)];

    private IEnumerable<Statement> One(FiguresReport report) =>
        report.Definition is { } own ? Own(report, own)
        : Ties.WholeKinds.Contains(report.Kind)
            ?
            [
                .. Bare(Basis.Filed, report.Period, null, byLocation: true),
                .. Bare(Basis.Judged, report.Period, null, byLocation: false),
                .. Upright(report, GridKind.Natures, natures),
                .. Upright(report, GridKind.Verdicts, BreakdownFigures.Verdicts),
                .. Upright(report, GridKind.Measures, BreakdownFigures.MeasureColumns),
                .. Upright(report, GridKind.Endings, EndingFigures.Endings),
                .. Channels(report),
                .. Unusual(report),
                .. ExternalStatements.Of(report, null, bodies),
            ]
        : report.Kind == ReportKinds.StatutoryChildcare
            ?
            [
                .. Bare(Basis.Filed, report.Period, OnlyChildcare, byLocation: true),
                .. Bare(Basis.Judged, report.Period, OnlyChildcare, byLocation: true),
                .. ByLocation(report, GridKind.Natures, natures),
                .. ByLocation(report, GridKind.Verdicts, BreakdownFigures.Verdicts),
                .. ByLocation(report, GridKind.Measures, BreakdownFigures.MeasureColumns),
                .. Upright(report, GridKind.Endings, EndingFigures.Endings, OnlyChildcare),
                .. ExternalStatements.Of(report, OnlyChildcare, bodies),
            ]
        : report.Kind == ReportKinds.PublicExternal ? [.. ExternalStatements.Of(report, null, bodies)]
        : [];

    /// <summary>How many there are in all, and at each location: that is never kept from anybody.</summary>
    public IEnumerable<Statement> Bare(Basis basis, Period period, IReadOnlyList<string>? services, bool byLocation)
    {
        yield return new(new(basis, period, Services: services), [], IsShown: true) { IsOpen = true };
        if (!byLocation)
            yield break;
        foreach (var key in (services is null ? known : childcare).Order(StringComparer.Ordinal))
            yield return new(new(basis, period, Services: services, Where: k => k == key), [], IsShown: true)
            {
                IsOpen = true,
            };
    }

    private static IEnumerable<Statement> Upright(
        FiguresReport report,
        GridKind kind,
        IReadOnlyList<(string Code, Words Label)> columns,
        IReadOnlyList<string>? services = null
    )
    {
        var table = report.Table(kind.Single);
        foreach (var (code, label) in columns)
        {
            var (hidden, value) = Ties.Total(table, label);
            yield return new(new(kind.Basis, report.Period, Services: services), [new(kind.Trait, [code])], !hidden)
            {
                Printed = hidden ? null : value,
            };
        }
        // How many there are in all is a bare count, but where not all that is counted is in the table it ties its numbers.
        if (kind == GridKind.Endings)
            yield return Ended(report.Period, services, columns);
    }

    public static Statement Ended(
        Period period,
        IReadOnlyList<string>? services,
        IReadOnlyList<(string Code, Words Label)> columns
    ) =>
        new(
            new(Basis.Closed, period, Services: services),
            [new(Traits.Outcome, [.. columns.Select(c => c.Code)])],
            IsShown: true
        )
        {
            IsOpen = true,
        };

    private IEnumerable<Statement> ByLocation(
        FiguresReport report,
        GridKind kind,
        IReadOnlyList<(string Code, Words Label)> columns
    )
    {
        var table = report.Table(kind.ByLocation);
        foreach (var (code, label) in columns)
        {
            var (hidden, value) = Ties.Total(table, label);
            Trait[] traits = [new(kind.Trait, [code])];
            yield return new(new(kind.Basis, report.Period, Services: OnlyChildcare), traits, !hidden)
            {
                Printed = hidden ? null : value,
            };
            foreach (var row in table?.Rows.Where(r => !r.IsTotal) ?? [])
            {
                var list = kind.ListsFew && row.Cells[^1] is { Kind: CellKind.Word } few ? few.Text : null;
                var isListed = list?.Split(", ").Contains(label.Nl, StringComparer.Ordinal) == true;
                (hidden, value) = Ties.In(table, row, label);
                if (list is not null && !isListed && code.Length > 0)
                    (hidden, value) = (false, 0);
                yield return new(
                    new(kind.Basis, report.Period, Services: OnlyChildcare, Where: At(row.Location)),
                    traits,
                    !hidden
                )
                {
                    Printed = hidden ? null : value,
                    Least = isListed ? 1 : 0,
                };
            }
        }
    }

    /// <summary>One location; null: all that are none of the known ones.</summary>
    public Func<string?, bool> At(string? location) =>
        location is null ? key => key is null || !childcare.Contains(key) : key => key == location;

    private static IEnumerable<Statement> Channels(FiguresReport report)
    {
        var table = report.Table("complaints-by-channel");
        foreach (var (code, label) in BreakdownFigures.Channels)
        {
            var (_, value) = Ties.Total(table, label);
            yield return new(new(Basis.Filed, report.Period), [new(Traits.Channel, [code])], IsShown: true)
            {
                Printed = value,
                IsOpen = true,
            };
        }
    }

    private IEnumerable<Statement> Unusual(FiguresReport report)
    {
        foreach (var row in report.Table("unusual")?.Rows ?? [])
        {
            var nature = natures.FirstOrDefault(n => n.Label.Nl == row.Cells[0].Text);
            if (row.Location is { } location && nature.Label is not null)
                yield return StandsOut(report.Period, location, nature.Code, report.Threshold);
        }
    }

    /// <summary>Said without a number, but never of fewer than the threshold.</summary>
    public static Statement StandsOut(Period period, string location, string nature, int threshold) =>
        new(new(Basis.Filed, period, Where: key => key == location), [new(Traits.Nature, [nature])], IsShown: false)
        {
            IsOpen = true,
            Least = threshold,
        };

    private IEnumerable<Statement> Own(FiguresReport report, OwnDefinition own)
    {
        var counted = report.Totals.FirstOrDefault(t => t.Name == "counted");
        yield return OwnStatements.Of(own, report.Period, null, null) with
        {
            IsShown = counted?.Value is not null,
            Printed = counted?.Value,
            IsOpen = true,
        };
        if (report.Tables.FirstOrDefault() is not { Codes: { } columns } table)
            yield break;
        foreach (var row in table.Rows)
        {
            for (var c = 0; c < row.Cells.Count; c++)
            {
                var number = row.Cells[c].Number;
                // The first column of a crossed table is what a row comes to.
                var column = own.Columns is null || c == 0 ? null : columns[c - 1];
                if (row.Code is null && column is null)
                    continue;
                var statement = OwnStatements.Of(own, report.Period, row.Code, column);
                yield return statement with
                {
                    IsShown = number is not null,
                    Printed = (int?)number,
                    IsOpen = statement.Traits.Count == 0,
                };
            }
        }
        var left = OwnStatements.CodesOf(facts, own.Rows).Except(table.Rows.Select(r => r.Code)).OfType<string>();
        foreach (var code in left)
            yield return OwnStatements.Of(own, report.Period, code, null) with
            {
                IsShown = true,
                Printed = 0,
            };
    }
}
