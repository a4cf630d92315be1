using System.Text;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Reports.Store;
using NodaTime;

namespace ComplaintMailer.Reports.Forms;

/// <summary>The forms a report can be had in. All print the same figures.</summary>
internal static class ReportForms
{
    public static IReadOnlyList<string> All { get; } = ["html", "pdf", "xlsx", "csv", "json", "txt"];

    public static byte[] Write(MadeReport report, string form, string language, string colour, DateTimeZone zone)
    {
        var on = report.MadeAt.InZone(zone).Date;
        var written = WrittenParts.Of(report, language);
        var figures = Marked(report);
        return form switch
        {
            "html" => Encoding.UTF8.GetBytes(ReportHtml.Write(figures, language, on, colour, written)),
            "pdf" => ReportPdf.Write(figures, language, on, colour, written),
            "xlsx" => ReportXlsx.Write(figures, language, on, written),
            "csv" => ReportCsv.Write(figures, language, on),
            "json" => Encoding.UTF8.GetBytes(ReportJson.Write(figures, report.MadeAt, language)),
            "txt" => Encoding.UTF8.GetBytes(ReportText.Write(figures, language, on, written)),
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, null),
        };
    }

    /// <summary>What is not final says so before anything else.</summary>
    public static FiguresReport Marked(MadeReport report)
    {
        if (report.State == MadeReport.Issued)
            return report.Figures;
        string Mark(string language) => report.IsDraft ? ReportWords.Draft(language) : ReportWords.StillOpen(language);
        return report.Figures with
        {
            Words = new[] { "nl", "en" }.ToDictionary(
                language => language,
                IReadOnlyList<string> (language) =>
                    [Mark(language), .. report.Figures.Words.GetValueOrDefault(language) ?? []],
                StringComparer.Ordinal
            ),
        };
    }

    /// <summary><c>zonnebloem-statutory-childcare-2026</c></summary>
    public static string FileName(MadeReport report, string form) =>
        $"{report.Organisation}-{report.Figures.Kind}-{report.Figures.Period.Code.Replace("..", "-", StringComparison.Ordinal)}{(report.Revision > 1 ? $"-v{report.Revision}" : "")}.{form}";
}
