using System.Globalization;
using System.Net;
using System.Text;
using ComplaintMailer.Core.Figures;
using NodaTime;

namespace ComplaintMailer.Reports.Forms;

/// <summary>
/// A report as one HTML page that needs nothing else: as a mail, and as a page for the website. Each table has a title and row
/// and column heads, so a screen reader can find its way, and one that is too wide for a phone can be moved by itself.
/// </summary>
internal static class ReportHtml
{
    /// <summary>Mail programs cut long mails off; a table with more rows than this is left to the attachments there.</summary>
    public const int MailRowsMost = 60;

    private const string Style = """
        body{margin:0;background:#f4f5f6;color:#1d2326;font:16px/1.5 Arial,Helvetica,sans-serif}
        main{display:block;max-width:760px;margin:0 auto;padding:24px 16px;background:#fff}
        h1{font-size:26px;line-height:1.25;margin:0 0 4px}h1,h2,p{overflow-wrap:break-word;hyphens:auto}h2{font-size:19px;margin:32px 0 8px}
        p{margin:0 0 12px}.made,.note{color:#4a5358;font-size:14px}
        .words{border-left:4px solid COLOUR;padding:4px 0 4px 16px;margin:20px 0}
        .cover{border:1px solid #8a969c;border-radius:6px;padding:16px;margin:0 0 24px}.cover ul{margin:0 0 12px;padding-left:20px}
        .button a{display:inline-block;background:#1d2326;color:#fff;text-decoration:none;padding:12px 18px;border-radius:6px;font-weight:bold}
        .wide{overflow-x:auto;position:relative}.wide:focus{outline:2px solid #1d2326;outline-offset:2px}
        .data{border-collapse:collapse;width:100%}
        .data th,.data td{padding:6px 8px;border-bottom:1px solid #d9dee0;text-align:right;vertical-align:top}
        .data th:first-child{text-align:left;min-width:110px}.data thead th{border-bottom:2px solid #8a969c;font-size:14px;vertical-align:bottom}
        .data tbody th{font-weight:normal}.data tr.total th,.data tr.total td{font-weight:bold;border-top:2px solid #8a969c}.data td.word,.data th.word{text-align:left;min-width:130px}
        .data td.bar,.data th.bar{width:38%;padding:9px 0 6px 12px}.bars tbody th{overflow-wrap:anywhere;hyphens:auto}
        .key{margin:0 0 8px;width:100%}.key td{text-align:left;vertical-align:top;padding:8px 12px 8px 0;width:25%;font-size:14px}.key b{display:block;font-size:24px;line-height:1.1}
        .sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        @media (max-width:520px){main{padding:16px 12px}h1{font-size:23px}.key td{display:inline-block;width:44%}.data th,.data td{font-size:14px;padding:6px 5px}.data thead th{font-size:13px}.data th:first-child{min-width:96px}}
        @media (prefers-color-scheme:dark){body{background:#15191b;color:#e8ecee}main{background:#1d2326}.made,.note{color:#b6c0c5}.data th,.data td{border-color:#3a4449}.button a{background:#e8ecee;color:#1d2326}.wide:focus{outline-color:#e8ecee}.bar td{filter:brightness(1.7)}}
        @media print{body,main{background:#fff;color:#000}.wide{overflow:visible}tr{break-inside:avoid}}
        """;

    /// <param name="written">What a person wrote with it.</param>
    /// <param name="cover">Above it, in a mail; null: a page by itself, with every row.</param>
    public static string Write(
        FiguresReport report,
        string language,
        LocalDate madeOn,
        string colour,
        IReadOnlyList<(string Heading, string Text)>? written = null,
        ReportCover? cover = null
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
        var safe = ReportColour.Parse(colour).ToString();
        html.Append(Style.Replace("COLOUR", safe, StringComparison.Ordinal)).Append("</style></head><body><main>\n");
        if (cover is { IsEmpty: false })
            Cover(html, cover);
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
                    text.ReplaceLineEndings("\n")
                        .Split("\n\n")
                        .Select(p => $"<p>{E(p).Replace("\n", "<br>", StringComparison.Ordinal)}</p>")
                )
                .Append('\n');
        foreach (var table in report.Tables)
            HtmlTable.Write(html, table, language, safe, cover is null ? int.MaxValue : MailRowsMost);
        html.Append("<p class=\"note\">")
            .Append(E(ReportWords.Privacy(report, language)))
            .Append("</p>\n</main></body></html>\n");
        return html.ToString();
    }

    private static void Cover(StringBuilder html, ReportCover cover)
    {
        html.Append("<div class=\"cover\">");
        foreach (var paragraph in cover.Paragraphs)
            html.Append("<p>").Append(E(paragraph)).Append("</p>\n");
        if (cover.Points.Count > 0)
            html.Append("<ul>").AppendJoin('\n', cover.Points.Select(p => $"<li>{E(p)}</li>")).Append("</ul>\n");
        foreach (var (label, href) in cover.Buttons)
            html.Append("<p class=\"button\"><a href=\"")
                .Append(E(href))
                .Append("\">")
                .Append(E(label))
                .Append("</a></p>\n");
        html.Append("</div>\n");
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
        if (ReportWords.NotShown(report, language) is { } note)
            html.Append("<p class=\"note\">").Append(E(note)).Append("</p>\n");
    }

    internal static string E(string text) => WebUtility.HtmlEncode(text);
}
