using System.Text;
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
        return form switch
        {
            "html" => Encoding.UTF8.GetBytes(ReportHtml.Write(report.Figures, language, on, colour, written)),
            "pdf" => ReportPdf.Write(report.Figures, language, on, colour, written),
            "xlsx" => ReportXlsx.Write(report.Figures, language),
            "csv" => ReportCsv.Write(report.Figures, language),
            "json" => Encoding.UTF8.GetBytes(ReportJson.Write(report.Figures, report.MadeAt, language)),
            "txt" => Encoding.UTF8.GetBytes(ReportText.Write(report.Figures, language, on, written)),
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, null),
        };
    }

    /// <summary><c>zonnebloem-statutory-childcare-2026</c></summary>
    public static string FileName(MadeReport report, string form) =>
        $"{report.Organisation}-{report.Figures.Kind}-{report.Figures.Period.Code.Replace("..", "-", StringComparison.Ordinal)}{(report.Revision > 1 ? $"-v{report.Revision}" : "")}.{form}";
}
