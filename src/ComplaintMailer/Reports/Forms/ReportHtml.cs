using System.Globalization;
using System.Net;
using System.Text;
using ComplaintMailer.Core.Figures;
using NodaTime;

namespace ComplaintMailer.Reports.Forms;

/// <summary>
/// A report as one HTML page that needs nothing else: as a mail, and as a page for the website. Bars are table cells, so every
/// mail program shows them; each table has a caption and row and column heads, so a screen reader can find its way.
/// </summary>
internal static class ReportHtml
{
    private const string Style = """
        body{margin:0;background:#f4f5f6;color:#1d2326;font:16px/1.5 Arial,Helvetica,sans-serif}
        main{display:block;max-width:720px;margin:0 auto;padding:24px 16px;background:#fff}
        h1{font-size:26px;line-height:1.25;margin:0 0 4px}h2{font-size:19px;margin:32px 0 8px}
        p{margin:0 0 12px}.made,.note{color:#4a5358;font-size:14px}
        .words{border-left:4px solid COLOUR;padding:4px 0 4px 16px;margin:20px 0}
        .wide{overflow-x:auto}table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:bold;font-size:19px;padding:0 0 8px}
        th,td{padding:6px 8px;border-bottom:1px solid #d9dee0;text-align:right;vertical-align:top}
        th:first-child{text-align:left}thead th{border-bottom:2px solid #8a969c;font-size:14px;vertical-align:bottom}
        tr.total th,tr.total td{font-weight:bold;border-top:2px solid #8a969c}td.word{text-align:left}
        td.bar{width:35%;padding-left:12px}td.bar div{height:14px;background:COLOUR;border-radius:2px}
        .key{margin:0 0 8px}.key td{text-align:left;border:0;padding:8px 12px 8px 0;width:25%}.key b{display:block;font-size:24px;line-height:1.1}
        .sr{position:absolute;left:-9999px}
        @media (max-width:480px){.key td{display:inline-block;width:45%}}
        @media (prefers-color-scheme:dark){body{background:#15191b;color:#e8ecee}main{background:#1d2326}.made,.note{color:#b6c0c5}th,td{border-color:#3a4449}}
        @media print{body,main{background:#fff;color:#000}}
        """;

    public static string Write(
        FiguresReport report,
        string language,
        LocalDate madeOn,
        string colour,
        IReadOnlyList<(string Heading, string Text)>? written = null
    )
    {
        var title = ReportWords.Title(report, language);
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"").Append(language).Append("\"><head><meta charset=\"utf-8\">");
        html.Append(
            "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">"
        );
        html.Append("<title>")
            .Append(E($"{title} – {report.Organisation} – {report.Period.Name(language)}"))
            .Append("</title><style>");
        html.Append(Style.Replace("COLOUR", colour, StringComparison.Ordinal)).Append("</style></head><body><main>\n");
        html.Append("<h1>")
            .Append(E(title))
            .Append("</h1>\n<p>")
            .Append(E($"{report.Organisation}, {report.Period.Name(language)}"))
            .Append("</p>\n");
        html.Append("<p class=\"made\">").Append(E(ReportWords.Made(report, madeOn, language))).Append("</p>\n");
        if (report.NoReportDue)
            html.Append("<p>").Append(E(ReportWords.NothingDue(language))).Append("</p>\n");
        if (report.Words.GetValueOrDefault(language) is { Count: > 0 } words)
            html.Append("<div class=\"words\">")
                .AppendJoin('\n', words.Select(w => $"<p>{E(w)}</p>"))
                .Append("</div>\n");
        KeyFigures(html, report, language);
        foreach (var (heading, text) in written ?? [])
            html.Append("<h2>")
                .Append(E(heading))
                .Append("</h2>\n")
                .AppendJoin(
                    '\n',
                    text.Split("\n\n").Select(p => $"<p>{E(p).Replace("\n", "<br>", StringComparison.Ordinal)}</p>")
                )
                .Append('\n');
        foreach (var table in report.Tables)
            Table(html, table, language);
        html.Append("<p class=\"note\">")
            .Append(E(ReportWords.Privacy(language)))
            .Append("</p>\n</main></body></html>\n");
        return html.ToString();
    }

    private static void KeyFigures(StringBuilder html, FiguresReport report, string language)
    {
        if (report.Totals.Count == 0)
            return;
        html.Append("<table class=\"key\" role=\"presentation\">");
        foreach (var row in report.Totals.Chunk(4))
        {
            html.Append("<tr>");
            foreach (var total in row)
                html.Append("<td><b>")
                    .Append(total.Value?.ToString(CultureInfo.InvariantCulture) ?? CellText.Hidden)
                    .Append("</b>")
                    .Append(E(total.Label.In(language)))
                    .Append("</td>");
            html.Append("</tr>");
        }
        html.Append("</table>\n");
    }

    private static void Table(StringBuilder html, FigureTable table, string language)
    {
        html.Append("<div class=\"wide\"><table style=\"margin-top:32px\"><caption>")
            .Append(E(table.Title.In(language)))
            .Append("</caption><thead><tr>");
        var bar = table.Bars is { Count: > 0 } bars ? bars[0] : -1;
        for (var i = 0; i < table.Columns.Count; i++)
            html.Append("<th scope=\"col\">").Append(E(table.Columns[i].In(language))).Append("</th>");
        if (bar > 0)
            html.Append("<td class=\"bar\" aria-hidden=\"true\"></td>");
        html.Append("</tr></thead><tbody>\n");
        var most = bar > 0 ? table.Rows.Where(r => !r.IsTotal).Max(r => r.Cells[bar - 1].Number) ?? 0 : 0;
        foreach (var row in table.Rows)
        {
            html.Append(row.IsTotal ? "<tr class=\"total\">" : "<tr>")
                .Append("<th scope=\"row\">")
                .Append(E(row.Label.In(language)))
                .Append("</th>");
            foreach (var cell in row.Cells)
                Cell(html, cell, language);
            if (bar > 0)
                Bar(html, row.IsTotal ? null : row.Cells[bar - 1].Number, most);
            html.Append("</tr>\n");
        }
        html.Append("</tbody></table></div>\n");
        if (table.Note is { } note)
            html.Append("<p class=\"note\">").Append(E(note.In(language))).Append("</p>\n");
    }

    private static void Cell(StringBuilder html, FigureCell cell, string language)
    {
        html.Append(cell.Kind == CellKind.Word ? "<td class=\"word\">" : "<td>");
        if (CellText.Spoken(cell, language) is { } spoken)
            html.Append("<span aria-hidden=\"true\">")
                .Append(E(CellText.Of(cell, language)))
                .Append("</span><span class=\"sr\">")
                .Append(E(spoken))
                .Append("</span>");
        else
            html.Append(E(CellText.Of(cell, language)));
        html.Append("</td>");
    }

    private static void Bar(StringBuilder html, decimal? number, decimal most)
    {
        html.Append("<td class=\"bar\" aria-hidden=\"true\">");
        if (number is > 0 && most > 0)
            html.Append("<div style=\"width:")
                .Append(Math.Max(1, Math.Round(100 * number.Value / most)).ToString(CultureInfo.InvariantCulture))
                .Append("%\"></div>");
        html.Append("</td>");
    }

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
