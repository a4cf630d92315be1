using System.Globalization;
using System.Net;
using System.Text;

namespace ComplaintMailer.Dossiers;

/// <summary>A plain page that reads and prints well, and needs nothing but itself.</summary>
internal sealed class Page(string language, string title)
{
    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;color:#1b2530;max-width:60rem;margin:2rem auto;padding:0 1rem}"
        + "h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem;border-bottom:1px solid #c9d3da}"
        + "table{border-collapse:collapse;width:100%;font-size:.95rem}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #e3e9ed}"
        + "th{font-weight:600}td:first-child{white-space:nowrap}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f3f6f8;padding:1rem;font:.9rem/1.45 ui-monospace,monospace}"
        + "code{overflow-wrap:anywhere;font-size:.9em}blockquote{margin:0;padding:.2rem 1rem;border-left:4px solid #c9d3da;white-space:pre-wrap}a{color:#135a7a}"
        + "@media print{body{margin:0;max-width:none;font-size:11pt}tr,blockquote{break-inside:avoid}a{color:inherit;text-decoration:none}}";

    private readonly StringBuilder html = new();

    public void Heading(string text) => html.Append(CultureInfo.InvariantCulture, $"<h2>{Safe(text)}</h2>\n");

    public void Paragraph(string text) => html.Append(CultureInfo.InvariantCulture, $"<p>{Safe(text)}</p>\n");

    public void Quote(string text) =>
        html.Append(CultureInfo.InvariantCulture, $"<blockquote>{Safe(text)}</blockquote>\n");

    public void Source(string text) => html.Append(CultureInfo.InvariantCulture, $"<pre>{Safe(text)}</pre>\n");

    /// <summary>What has no value is left out.</summary>
    public void Facts(params (string Label, string? Value)[] facts)
    {
        html.Append("<table>\n");
        foreach (var (label, value) in facts.Where(f => !string.IsNullOrWhiteSpace(f.Value)))
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr><th scope=\"row\">{Safe(label)}</th><td>{Safe(value!)}</td></tr>\n"
            );
        html.Append("</table>\n");
    }

    public void Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<Cell>> rows)
    {
        html.Append("<table>\n<thead><tr>");
        foreach (var head in heads)
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{Safe(head)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
                html.Append(
                    CultureInfo.InvariantCulture,
                    $"<td>{(cell.Href is null ? Safe(cell.Text) : $"<a href=\"{Safe(cell.Href)}\">{Safe(cell.Text)}</a>")}</td>"
                );
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n</table>\n");
    }

    public override string ToString() =>
        $"""
            <!doctype html>
            <html lang="{Safe(language)}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Safe(
                title
            )}</title><style>{Style}</style></head>
            <body>
            <h1>{Safe(title)}</h1>
            {html}</body>
            </html>

            """;

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}

internal sealed record Cell(string Text, string? Href = null);
