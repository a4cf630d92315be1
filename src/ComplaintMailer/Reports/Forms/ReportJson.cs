using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Figures;
using NodaTime;

namespace ComplaintMailer.Reports.Forms;

/// <summary>A report as JSON. Others read this: its names don't change. A number that is not shown is null.</summary>
internal static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    public static string Write(FiguresReport report, Instant madeAt, string language) =>
        JsonSerializer.Serialize(
            new
            {
                kind = report.Kind,
                organisation = report.OrganisationKey,
                organisationName = report.Organisation,
                period = new { from = DateWords.Iso(report.Period.From), to = DateWords.Iso(report.Period.To) },
                madeAt = madeAt.ToString(),
                restsOn = report.RestsOn,
                revision = report.Revision,
                noReportDue = report.NoReportDue,
                threshold = report.Threshold,
                words = report.Words.GetValueOrDefault(language) ?? [],
                tables = report.Tables.Select(t => new
                {
                    name = t.Name,
                    title = t.Title.In(language),
                    columns = t.Columns.Select(c => c.In(language)),
                    rows = t.Rows.Select(r =>
                        (object?[])[r.Label.In(language), .. r.Cells.Select(c => Value(c, language))]
                    ),
                }),
                totals = report.Totals.ToDictionary(t => t.Name, t => t.Value),
                // Told together: how many there are of each would narrow all of them.
                suppressed = new { primary = report.Suppressed, secondary = 0 },
            },
            Options
        );

    private static object? Value(FigureCell cell, string language) =>
        cell.Kind switch
        {
            CellKind.Number or CellKind.Percent or CellKind.Days => cell.Number,
            CellKind.Word => language == "nl" ? cell.Text : cell.English,
            CellKind.Small => cell.Text,
            _ => null,
        };
}
