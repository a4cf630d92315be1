using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ComplaintMailer.Core.Figures;

namespace ComplaintMailer.Reports.Store;

/// <summary>Figures as the register keeps them: everything a form prints, in both languages, and nothing else.</summary>
internal static class FiguresJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(FiguresReport r) =>
        JsonSerializer.Serialize(
            new Sheet(
                r.Kind,
                r.Organisation,
                r.OrganisationKey,
                r.Period.Code,
                r.Threshold,
                r.RestsOn,
                r.NoReportDue,
                r.Revision,
                r.Suppressed,
                r.Title is { } title ? Two(title) : null,
                r.Definition is { } own
                    ? new(own.Name, own.Period, own.Count, own.Rows, own.Columns, new(own.Filters))
                    : null,
                [.. r.Totals.Select(t => new Total(t.Name, Two(t.Label), t.Value))],
                r.Words.ToDictionary(w => w.Key, w => w.Value.ToArray()),
                [
                    .. r.Tables.Select(t => new Table(
                        t.Name,
                        Two(t.Title),
                        [.. t.Columns.Select(Two)],
                        [
                            .. t.Rows.Select(row => new Line(
                                Two(row.Label),
                                [.. row.Cells.Select(CellOf)],
                                row.Location,
                                row.IsTotal,
                                row.Code
                            )),
                        ],
                        t.Note is { } note ? Two(note) : null,
                        t.Bars?.ToArray(),
                        t.Codes?.ToArray()
                    )),
                ]
            ),
            Options
        );

    public static FiguresReport Read(string json)
    {
        var s = JsonSerializer.Deserialize<Sheet>(json, Options)!;
        return new()
        {
            Kind = s.Kind,
            Organisation = s.Organisation,
            OrganisationKey = s.OrganisationKey,
            Period = Period.Parse(s.Period)!,
            Threshold = s.Threshold,
            RestsOn = s.RestsOn,
            NoReportDue = s.NoReportDue,
            Revision = s.Revision,
            Suppressed = s.Suppressed,
            Title = s.Title is { } title ? Both(title) : null,
            Definition = s.Own is { } own
                ? new(own.Name, Both(s.Title!), own.Period, own.Count, own.Rows, own.Columns, own.Filters)
                : null,
            Totals = [.. s.Totals.Select(t => new KeyFigure(t.Name, Both(t.Label), t.Value))],
            Words = s.Words.ToDictionary(w => w.Key, IReadOnlyList<string> (w) => w.Value, StringComparer.Ordinal),
            Tables =
            [
                .. s.Tables.Select(t => new FigureTable(
                    t.Name,
                    Both(t.Title),
                    [.. t.Columns.Select(Both)],
                    [
                        .. t.Rows.Select(row => new FigureRow(
                            Both(row.Label),
                            [.. row.Cells.Select(CellOf)],
                            row.Location,
                            row.IsTotal
                        )
                        {
                            Code = row.Code,
                        }),
                    ],
                    t.Note is { } note ? Both(note) : null,
                    t.Bars
                )
                {
                    Codes = t.Codes,
                }),
            ],
        };
    }

    private static Cell CellOf(FigureCell cell) => new(cell.Kind, cell.Number, cell.Text, cell.English);

    private static FigureCell CellOf(Cell cell) =>
        cell.Kind switch
        {
            CellKind.Number => FigureCell.Of((int)cell.Number!.Value),
            CellKind.Percent => FigureCell.Percent(cell.Number!.Value),
            CellKind.Days => FigureCell.Days(cell.Number!.Value),
            CellKind.Word => FigureCell.Word(cell.Nl ?? "", cell.En ?? ""),
            CellKind.Small => FigureCell.Small(cell.Nl ?? "", cell.En ?? ""),
            CellKind.Hidden => FigureCell.Hidden,
            _ => FigureCell.None,
        };

    private static string[] Two(Words words) => words.Nl == words.En ? [words.Nl] : [words.Nl, words.En];

    private static Words Both(string[] two) => new(two[0], two[^1]);

    private sealed record Sheet(
        string Kind,
        string Organisation,
        string OrganisationKey,
        string Period,
        int Threshold,
        int RestsOn,
        bool NoReportDue,
        int Revision,
        int Suppressed,
        string[]? Title,
        Definition? Own,
        Total[] Totals,
        Dictionary<string, string[]> Words,
        Table[] Tables
    );

    private sealed record Total(string Name, string[] Label, int? Value);

    private sealed record Table(
        string Name,
        string[] Title,
        string[][] Columns,
        Line[] Rows,
        string[]? Note,
        int[]? Bars,
        string[]? Codes
    );

    private sealed record Definition(
        string Name,
        PeriodKind Period,
        string Count,
        string Rows,
        string? Columns,
        Dictionary<string, IReadOnlyList<string>> Filters
    );

    private sealed record Line(string[] Label, Cell[] Cells, string? Location, bool IsTotal, string? Code);

    private sealed record Cell(CellKind Kind, decimal? Number, string? Nl, string? En);
}
