using System.Globalization;
using System.Text;
using ComplaintMailer.Core.Figures;

namespace ComplaintMailer.Reports.Forms;

/// <summary>A table of figures in HTML. Bars are cells of a table with a colour, which every mail program shows.</summary>
internal static class HtmlTable
{
    public static void Write(StringBuilder html, FigureTable table, string language, string colour, int rowsMost)
    {
        var title = ReportHtml.E(table.Title.In(language));
        var bar = table.Bars is { Count: > 0 } bars ? bars[0] : -1;
        // The title stays where it is when a wide table is moved beneath it.
        html.Append("<h2 id=\"").Append(table.Name).Append("\">").Append(title).Append("</h2>\n");
        var isLong = table.Rows.Count > rowsMost;
        // Of a long table without totals nothing would be left but its head.
        if (isLong && !table.Rows.Any(r => r.IsTotal))
        {
            Note(html, ReportWords.InAttachment(table.Rows.Count, language));
            return;
        }
        html.Append("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"")
            .Append(table.Name)
            .Append("\"><table class=\"")
            .Append(bar > 0 ? "data bars" : "data")
            .Append("\" width=\"100%\" aria-labelledby=\"")
            .Append(table.Name)
            .Append("\"><thead><tr>");
        for (var i = 0; i < table.Columns.Count; i++)
            html.Append(
                    i > 0 && table.Rows.Any(r => i <= r.Cells.Count && r.Cells[i - 1].Kind == CellKind.Word)
                        ? "<th scope=\"col\" class=\"word\">"
                    : i == 0 ? "<th scope=\"col\" align=\"left\">"
                    : "<th scope=\"col\" align=\"right\">"
                )
                .Append(ReportHtml.E(table.Columns[i].In(language)))
                .Append("</th>");
        if (bar > 0)
            html.Append("<td class=\"bar\" aria-hidden=\"true\"></td>");
        html.Append("</tr></thead><tbody>\n");
        var most = bar > 0 ? table.Rows.Where(r => !r.IsTotal).Max(r => r.Cells[bar - 1].Number) ?? 0 : 0;
        foreach (var row in isLong ? table.Rows.Where(r => r.IsTotal) : table.Rows)
        {
            html.Append(row.IsTotal ? "<tr class=\"total\">" : "<tr>")
                .Append("<th scope=\"row\" align=\"left\">")
                .Append(ReportHtml.E(row.Label.In(language)))
                .Append("</th>");
            foreach (var cell in row.Cells)
                Cell(html, cell, language);
            if (bar > 0)
                Bar(html, row.IsTotal ? null : row.Cells[bar - 1].Number, most, colour);
            html.Append("</tr>\n");
        }
        html.Append("</tbody></table></div>\n");
        if (isLong)
            Note(html, ReportWords.InAttachment(table.Rows.Count, language));
        if (table.Note is { } note)
            Note(html, note.In(language));
    }

    private static void Note(StringBuilder html, string text) =>
        html.Append("<p class=\"note\">").Append(ReportHtml.E(text)).Append("</p>\n");

    private static void Cell(StringBuilder html, FigureCell cell, string language)
    {
        html.Append(cell.Kind == CellKind.Word ? "<td class=\"word\">" : "<td align=\"right\">");
        if (CellText.Spoken(cell, language) is { } spoken)
            html.Append("<span aria-hidden=\"true\">")
                .Append(ReportHtml.E(CellText.Of(cell, language)))
                .Append("</span><span class=\"sr\">")
                .Append(ReportHtml.E(spoken))
                .Append("</span>");
        else
            html.Append(ReportHtml.E(CellText.Of(cell, language)));
        html.Append("</td>");
    }

    private static void Bar(StringBuilder html, decimal? number, decimal most, string colour)
    {
        html.Append("<td class=\"bar\" aria-hidden=\"true\">");
        if (number is > 0 && most > 0)
        {
            var share = Math.Max(1, Math.Round(100 * number.Value / most)).ToString(CultureInfo.InvariantCulture);
            html.Append("<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" width=\"")
                .Append(share)
                .Append("%\" style=\"width:")
                .Append(share)
                .Append("%\"><tr><td height=\"12\" bgcolor=\"")
                .Append(colour)
                .Append("\" style=\"background:")
                .Append(colour)
                .Append(";height:12px;padding:0;border:0;font-size:1px;line-height:12px\">&nbsp;</td></tr></table>");
        }
        html.Append("</td>");
    }
}
