using System.Net;
using System.Text;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;

namespace ComplaintMailer.Letters.Samples;

/// <summary>Every letter of an organisation as files to look at, with a page that leads to them.</summary>
internal static class LetterGallery
{
    private static readonly string[] Languages = ["nl", "en"];

    /// <returns>Faults, each with its place.</returns>
    public static IReadOnlyList<string> Write(
        string folder,
        LetterWriter writer,
        IEnumerable<(Organisation Organisation, Regulation Regulation)> organisations,
        string? only = null
    )
    {
        Directory.CreateDirectory(folder);
        List<string> faults = [];
        var index = new StringBuilder(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                + "<title>Letters</title><style>body{font:16px/1.5 system-ui,sans-serif;margin:1rem;max-width:70rem}"
                + "td,th{padding:.2rem 1rem .2rem 0;overflow-wrap:anywhere;text-align:left;vertical-align:top}</style><h1>Letters</h1>"
        );
        foreach (var (organisation, regulation) in organisations)
        {
            index.Append("<h2>").Append(WebUtility.HtmlEncode($"{organisation.Name} ({regulation.Title})"));
            index.Append("</h2><table><tr><th>Letter<th>Subject");
            foreach (var language in Languages)
            {
                var service = organisation.Locations.FirstOrDefault()?.Service ?? Services.Childcare;
                var letters = new SampleLetters(organisation, regulation, service, language);
                foreach (var sample in only is null ? letters.All() : letters.Of(only))
                {
                    var letter = writer.Write(
                        sample.Order,
                        sample.Case,
                        organisation,
                        regulation,
                        ReplyTo(organisation),
                        SampleLetters.Now
                    );
                    faults.AddRange(letter.Faults);
                    var name = $"{organisation.Key}.{language}.{sample.Name}";
                    File.WriteAllText(Path.Combine(folder, name + ".txt"), letter.Text);
                    File.WriteAllText(Path.Combine(folder, name + ".html"), Standalone(letter));
                    index.Append("<tr><td>").Append(language).Append(' ').Append(sample.Name);
                    index.Append("<td><a href=\"").Append(name).Append(".html\">");
                    index.Append(WebUtility.HtmlEncode(letter.Subject)).Append("</a> (<a href=\"");
                    index.Append(name).Append(".txt\">text</a>)");
                }
            }
            index.Append("</table>");
        }
        File.WriteAllText(Path.Combine(folder, "index.html"), index.ToString());
        return [.. faults.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>An address as a real letter has: with a plus and a token.</summary>
    public static string ReplyTo(Organisation organisation)
    {
        var at = organisation.Address.LastIndexOf('@');
        return at < 0
            ? organisation.Address
            : $"{organisation.Address[..at]}+{organisation.CasePrefix.ToLowerInvariant()}-2026-0042.h.abcdefghjkmnpqrstvwxyz2345{organisation.Address[at..]}";
    }

    /// <summary>A browser knows no parts of a mail: pictures are put into the page.</summary>
    private static string Standalone(WrittenLetter letter)
    {
        var html = letter.Html ?? $"<pre>{WebUtility.HtmlEncode(letter.Text)}</pre>";
        foreach (var part in letter.Related)
            html = html.Replace(
                "cid:" + part.ContentId,
                $"data:{part.Type};base64,{Convert.ToBase64String(part.Content.Span)}",
                StringComparison.Ordinal
            );
        return html;
    }
}
