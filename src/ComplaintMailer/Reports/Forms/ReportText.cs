using System.Globalization;
using System.Text;
using ComplaintMailer.Core.Figures;
using NodaTime;

namespace ComplaintMailer.Reports.Forms;

/// <summary>A report for whoever reads mail as plain text.</summary>
internal static class ReportText
{
    public static string Write(
        FiguresReport report,
        string language,
        LocalDate madeOn,
        IReadOnlyList<(string Heading, string Text)>? written = null,
        ReportCover? cover = null
    )
    {
        var text = new StringBuilder();
        if (cover is { IsEmpty: false })
        {
            foreach (var paragraph in cover.Paragraphs)
                text.AppendLine(paragraph).AppendLine();
            foreach (var point in cover.Points)
                text.AppendLine($"- {point}");
            text.AppendLine().AppendLine(new string('-', 60)).AppendLine();
        }
        text.AppendLine(ReportWords.Title(report, language))
            .AppendLine($"{report.Organisation}, {report.Period.Name(language)}")
            .AppendLine();
        if (report.NoReportDue)
            text.AppendLine(ReportWords.NothingDue(language)).AppendLine();
        foreach (var words in report.Words.GetValueOrDefault(language) ?? [])
            text.AppendLine(words);
        text.AppendLine();
        foreach (var total in report.Totals)
            text.AppendLine(
                $"{total.Label.In(language)}: {total.Value?.ToString(CultureInfo.InvariantCulture) ?? CellText.Hidden}"
            );
        if (ReportWords.NotShown(report, language) is { } hidden)
            text.AppendLine(hidden);
        foreach (var (heading, words) in written ?? [])
            text.AppendLine().AppendLine(heading.ToUpperInvariant()).AppendLine(words);
        foreach (var table in report.Tables)
        {
            text.AppendLine().AppendLine(table.Title.In(language).ToUpperInvariant());
            foreach (var row in table.Rows)
            {
                var cells = row.Cells.Select(
                    (c, i) =>
                        row.Cells.Count == 1
                            ? CellText.Of(c, language)
                            : $"{table.Columns[i + 1].In(language)} {CellText.Of(c, language)}"
                );
                text.AppendLine($"{row.Label.In(language)}: {string.Join(", ", cells)}");
            }
            if (table.Note is { } note)
                text.AppendLine(note.In(language));
        }
        text.AppendLine()
            .AppendLine(ReportWords.Made(report, madeOn, language))
            .AppendLine(ReportWords.Privacy(report, language));
        return text.ToString().ReplaceLineEndings("\n");
    }
}
