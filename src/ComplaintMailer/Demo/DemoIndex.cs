using System.Globalization;
using System.Net;
using System.Text;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Mail.Mime;
using ComplaintMailer.Schedules;
using NodaTime;

namespace ComplaintMailer.Demo;

/// <summary>Pages of all that happened: cases with their timelines, every letter as its reader sees it, every report. They need no network.</summary>
internal static class DemoIndex
{
    private const string Style = """
        body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1d2b33;background:#fff}
        a{color:#135a7a} table{border-collapse:collapse;width:100%} td,th{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #d5dde1;vertical-align:top}
        h1{font-size:1.6rem} h2{margin-top:2.5rem} pre{white-space:pre-wrap;background:#f4f7f8;padding:1rem} svg{max-width:100%;height:auto} small{color:#55666f}
        @media (prefers-color-scheme:dark){body{background:#14191c;color:#e3eaed}a{color:#8fc9e6}pre{background:#20282c}td,th{border-color:#39454b}small{color:#a5b4bb}}
        """;

    public static string Write(string folder, Worker worker, IReadOnlyList<DemoPost.Letter> letters)
    {
        var pages = Path.Combine(folder, "pages");
        Directory.CreateDirectory(pages);
        var names = new Dictionary<DemoPost.Letter, string>();
        for (var i = 0; i < letters.Count; i++)
            names[letters[i]] = LetterPage(pages, letters[i], i + 1);
        var body = new StringBuilder();
        body.Append(
            "<h1>A year of complaints, by e-mail alone</h1><p>All people, addresses and events are made up.</p>"
        );
        var reports = letters.Where(l => l.Kind == "report").ToList();
        body.Append("<h2>Reports</h2><table><tr><th>sent</th><th>to</th><th>subject</th><th>attachments</th></tr>");
        foreach (var report in reports)
            body.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{Day(report)}</td><td>{Html(report.To)}</td><td><a href=\"pages/{names[report]}\">{Html(report.Mail.Subject)}</a></td><td>{Attachments(pages, report)}</td></tr>"
            );
        body.Append("</table>");
        foreach (var office in worker.Offices)
        {
            body.Append(
                CultureInfo.InvariantCulture,
                $"<h2>{Html(office.Organisation.Name)} <small>{Html(office.Regulation.Title)}</small></h2><table><tr><th>case</th><th>received</th><th>location</th><th>how it ended</th><th>letters</th></tr>"
            );
            foreach (var number in Numbers(worker, office.Organisation.Key))
                Row(body, pages, worker, number, letters, names);
            body.Append("</table>");
        }
        return Save(folder, "index.html", "A year of complaints", body.ToString());
    }

    private static void Row(
        StringBuilder body,
        string pages,
        Worker worker,
        string number,
        IReadOnlyList<DemoPost.Letter> letters,
        Dictionary<DemoPost.Letter, string> names
    )
    {
        using var dossier = worker.Register.Read(s => worker.Store.Load(s, number));
        if (dossier is null)
            return;
        var state = dossier.State;
        var own = letters.Where(l => l.Case == number).ToList();
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"<p><a href=\"../index.html\">All cases</a></p><h1>{number}: {Html(state.Subject)}</h1><pre>{Html(state.Description)}</pre>"
        );
        page.Append(
            Timeline(state, dossier.Events, worker.Offices.First(o => o.Organisation.Key == state.Organisation).Around)
        );
        page.Append(
            "<h2>Terms</h2><table><tr><th>term</th><th>due</th><th>met</th><th>state</th><th>how it was counted</th></tr>"
        );
        foreach (var term in state.Terms)
            page.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{Html(term.Kind)}</td><td>{DateWords.Iso(term.Due)}</td><td>{(term.Met is { } met ? DateWords.Iso(met) : "–")}</td><td>{Html(term.State)}</td><td>{Html(term.How)}</td></tr>"
            );
        page.Append("</table><h2>Letters</h2><table><tr><th>sent</th><th>kind</th><th>to</th></tr>");
        foreach (var letter in own)
            page.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{Day(letter)}</td><td><a href=\"{names[letter]}\">{Html(letter.Kind)}</a></td><td>{Html(letter.To)}</td></tr>"
            );
        page.Append("</table>");
        Save(pages, number.ToLowerInvariant() + ".html", number, page.ToString());
        body.Append(
            CultureInfo.InvariantCulture,
            $"<tr><td><a href=\"pages/{number.ToLowerInvariant()}.html\">{number}</a></td><td>{DateWords.Iso(state.DayZero)}</td><td>{Html(state.Location ?? "–")}</td><td>{Html(state.Outcome ?? "open")}</td><td>{own.Count}</td></tr>"
        );
    }

    /// <summary>A line from the day of receipt to the last event: letters above it, terms below.</summary>
    private static string Timeline(Case state, IReadOnlyList<CaseEvent> events, Surroundings around)
    {
        var from = state.DayZero;
        var last = events.Select(e => around.DateOf(e.At)).Concat(state.Terms.Select(t => t.Due)).Max();
        var days = Math.Max(1, Period.DaysBetween(from, last));
        double X(LocalDate on) => 20 + (760.0 * Math.Clamp(Period.DaysBetween(from, on), 0, days) / days);
        var svg = new StringBuilder();
        svg.Append(
            "<svg viewBox=\"0 0 800 150\" role=\"img\" aria-label=\"Timeline of the case\"><line x1=\"20\" y1=\"70\" x2=\"780\" y2=\"70\" stroke=\"#135a7a\" stroke-width=\"2\"/>"
        );
        foreach (var e in events.OfType<CaseEvent.LetterOrdered>())
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<circle cx=\"{X(around.DateOf(e.At)):0.#}\" cy=\"{(IsToComplainant(e) ? 50 : 60)}\" r=\"4\" fill=\"{(IsToComplainant(e) ? "#135a7a" : "#9db8c4")}\"><title>{DateWords.Iso(around.DateOf(e.At))} {Html(e.LetterKind)}</title></circle>"
            );
        var row = 0;
        foreach (var term in state.Terms)
        {
            var colour = term.State switch
            {
                "met" => "#2e7d32",
                "missed" => "#b3261e",
                _ => "#8a6d00",
            };
            var y = 84 + (12 * (row++ % 5));
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{X(term.Due):0.#}\" y1=\"64\" x2=\"{X(term.Due):0.#}\" y2=\"{y}\" stroke=\"{colour}\"/><text x=\"{Math.Min(700, X(term.Due) + 3):0.#}\" y=\"{y}\" font-size=\"11\" fill=\"{colour}\">{Html(term.Kind)} {DateWords.Iso(term.Due)}</text>"
            );
        }
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"20\" y=\"30\" font-size=\"12\" fill=\"currentColor\">{DateWords.Iso(from)}</text><text x=\"710\" y=\"30\" font-size=\"12\" fill=\"currentColor\">{DateWords.Iso(last)}</text></svg><p><small>Dark dots: letters to the complainant; light dots: to staff. Below the line the terms: green met, red missed.</small></p>"
        );
        return svg.ToString();
    }

    private static string LetterPage(string pages, DemoPost.Letter letter, int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"letter-{number:00000}.html");
        var html = Part(letter.File, "text/html");
        var head =
            $"<p><a href=\"../index.html\">All cases</a></p><p><b>To:</b> {Html(letter.To)}<br><b>Subject:</b> {Html(letter.Mail.Subject)}<br><b>Date:</b> {Day(letter)}</p>";
        var shown = html is null
            ? ""
            : $"<iframe title=\"The letter as its reader sees it\" sandbox=\"\" style=\"width:100%;height:60rem;border:1px solid #d5dde1\" srcdoc=\"{WebUtility.HtmlEncode(html)}\"></iframe>";
        Save(
            pages,
            name,
            letter.Mail.Subject,
            $"{head}{shown}<h2>As plain text</h2><pre>{Html(letter.Mail.Text)}</pre>"
        );
        return name;
    }

    private static bool IsToComplainant(CaseEvent.LetterOrdered e) =>
        e.Party.StartsWith("complainant", StringComparison.Ordinal);

    private static string? Part(string file, string type)
    {
        List<string> defects = [];
        var waiting = new Stack<MimeEntity>([MimeParser.Parse(File.ReadAllBytes(file), new(), defects)]);
        while (waiting.TryPop(out var part))
        {
            if (part.Type == type)
                return part.DecodeText(defects);
            foreach (var child in part.Children)
                waiting.Push(child);
        }
        return null;
    }

    private static string Attachments(string pages, DemoPost.Letter letter)
    {
        List<string> defects = [];
        var links = new List<string>();
        var waiting = new Stack<MimeEntity>([MimeParser.Parse(File.ReadAllBytes(letter.File), new(), defects)]);
        while (waiting.TryPop(out var part))
        {
            if (part.FileName is { } name && !part.IsMultipart)
            {
                var safe =
                    Path.GetFileNameWithoutExtension(letter.File)
                    + "-"
                    + string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-'));
                File.WriteAllBytes(Path.Combine(pages, safe), part.DecodeBytes().ToArray());
                links.Add($"<a href=\"pages/{safe}\">{Html(name)}</a>");
            }
            foreach (var child in part.Children)
                waiting.Push(child);
        }
        return string.Join("<br>", links);
    }

    private static List<string> Numbers(Worker worker, string organisation) =>
        worker.Register.Read(s =>
            s.Query(
                "SELECT number FROM complaint WHERE organisation = @organisation ORDER BY filed_on, number",
                r => r.GetString(0),
                ("organisation", organisation)
            )
        );

    private static string Day(DemoPost.Letter letter) =>
        letter.Mail.Date is { } date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    private static string Html(string text) => WebUtility.HtmlEncode(text);

    private static string Save(string folder, string name, string title, string body)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(
            path,
            $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Html(title)}</title><style>{Style}</style></head><body>{body}</body></html>"
        );
        return path;
    }
}
