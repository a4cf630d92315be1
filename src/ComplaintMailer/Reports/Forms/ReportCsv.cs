using System.Globalization;
using System.Text;
using ComplaintMailer.Core.Figures;
using NodaTime;

namespace ComplaintMailer.Reports.Forms;

/// <summary>One line a number: table, row, column, value (RFC 4180). Any spreadsheet can turn that into any table.</summary>
internal static class ReportCsv
{
    public static byte[] Write(FiguresReport report, string language, LocalDate madeOn)
    {
        var csv = new StringBuilder();
        Line(csv, language == "nl" ? ["tabel", "rij", "kolom", "waarde"] : ["table", "row", "column", "value"]);
        foreach (var (name, value) in ReportWords.About(report, madeOn, language))
            Line(csv, ["report", name, "", value]);
        foreach (var total in report.Totals)
            Line(
                csv,
                [
                    "totals",
                    total.Label.In(language),
                    "",
                    total.Value?.ToString(CultureInfo.InvariantCulture) ?? CellText.Hidden,
                ]
            );
        foreach (var table in report.Tables)
        {
            foreach (var row in table.Rows)
            {
                for (var i = 0; i < row.Cells.Count; i++)
                    Line(
                        csv,
                        [
                            table.Name,
                            row.Label.In(language),
                            table.Columns[i + 1].In(language),
                            CellText.Of(row.Cells[i], language),
                        ]
                    );
            }
        }
        // The mark makes Excel read it as UTF-8.
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static void Line(StringBuilder csv, IReadOnlyList<string> fields) =>
        csv.AppendJoin(';', fields.Select(Field)).Append("\r\n");

    private static string Field(string text)
    {
        // A location called “=SUM(…)” stays a name, also in a spreadsheet.
        if (text.Length > 0 && text[0] is '=' or '+' or '@' or '\t')
            text = "'" + text;
        return text.AsSpan().ContainsAny("\";\r\n")
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }
}
