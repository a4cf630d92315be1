using System.Globalization;
using System.Text;
using ComplaintMailer.Complaints;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Inbox;
using ComplaintMailer.Schedules;
using NodaTime;

namespace ComplaintMailer.Demo;

/// <summary>One case: its timeline as a picture, its terms, and every mail of it in and out.</summary>
internal sealed class DemoCasePage(Worker worker, DemoMails mails, ILookup<string?, DemoPost.Letter> letters)
{
    private sealed record Entry(string Day, bool IsIn, string What, string Who, string Page);

    /// <returns>The name of the page, and how many mails it tells of.</returns>
    public (string Name, int Mails) Write(string folder, Dossier dossier)
    {
        var state = dossier.State;
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"<p><a href=\"../index.html\">All cases</a></p><h1>{state.Number}: {DemoPages.Html(state.Subject)}</h1><pre>{DemoPages.Html(state.Description)}</pre>"
        );
        page.Append(
            Timeline(state, dossier.Events, worker.Offices.First(o => o.Organisation.Key == state.Organisation).Around)
        );
        var terms = state.Terms.Select(t =>
            $"<tr><td>{DemoPages.Html(t.Kind)}</td><td class=\"no\">{DateWords.Iso(t.Due)}</td><td class=\"no\">{(t.Met is { } met ? DateWords.Iso(met) : "–")}</td><td{(t.State == "missed" ? " class=\"missed\"" : "")}>{DemoPages.Html(t.State)}</td><td>{DemoPages.Html(t.How)}</td></tr>"
        );
        page.Append("<h2>Terms</h2>")
            .Append(DemoPages.Table(string.Concat(terms), "term", "due", "met", "state", "how it was counted"));
        var all = Entries(state.Number).OrderBy(e => e.Day, StringComparer.Ordinal).ToList();
        var rows = all.Select(e =>
            $"<tr{(e.IsIn ? " class=\"in\"" : "")}><td class=\"no\">{e.Day}</td><td>{(e.IsIn ? "in" : "out")}</td><td><a href=\"{e.Page}\">{DemoPages.Html(e.What)}</a></td><td>{DemoPages.Html(e.Who)}</td></tr>"
        );
        page.Append("<h2>Mails</h2>")
            .Append(DemoPages.Table(string.Concat(rows), "day", "way", "subject", "from or to"));
        var name = state.Number.ToLowerInvariant() + ".html";
        DemoPages.Save(folder, name, state.Number, page.ToString());
        return (name, all.Count);
    }

    /// <summary>What came in on a day stands before what went out on it.</summary>
    private IEnumerable<Entry> Entries(string number)
    {
        var came = worker.Register.Read(session =>
            session
                .Query(
                    "SELECT id, taken_in_at FROM raw_mail WHERE case_number = @number ORDER BY id",
                    r => (Id: r.GetInt64(0), Day: r.GetString(1)[..10]),
                    ("number", number)
                )
                .ConvertAll(m => (m.Day, Raw: RawMails.Open(session, worker.Keys, m.Id)))
        );
        foreach (var (day, raw) in came)
        {
            if (raw is null)
                continue;
            var read = new Mail.Reading.MailReader().Read(raw);
            yield return new(day, true, read.Subject, read.From?.Address ?? "", mails.Incoming(raw));
        }
        foreach (var letter in letters[number])
            yield return new(
                DemoIndex.Day(letter),
                false,
                letter.Mail.Subject.Replace($"[{number}] ", "", StringComparison.Ordinal),
                letter.To,
                mails.PageOf(letter)
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
            CultureInfo.InvariantCulture,
            $"<div class=\"wide\"><svg viewBox=\"0 0 800 {96 + (12 * Math.Min(5, state.Terms.Count))}\" role=\"img\" aria-label=\"Timeline of the case\"><line x1=\"20\" y1=\"70\" x2=\"780\" y2=\"70\" stroke=\"#135a7a\" stroke-width=\"2\"/>"
        );
        foreach (var e in events.OfType<CaseEvent.LetterOrdered>())
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<circle cx=\"{X(around.DateOf(e.At)):0.#}\" cy=\"{(IsToComplainant(e) ? 50 : 60)}\" r=\"4\" fill=\"{(IsToComplainant(e) ? "#135a7a" : "#9db8c4")}\"><title>{DateWords.Iso(around.DateOf(e.At))} {DemoPages.Html(e.LetterKind)}</title></circle>"
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
                $"<line x1=\"{X(term.Due):0.#}\" y1=\"64\" x2=\"{X(term.Due):0.#}\" y2=\"{y}\" stroke=\"{colour}\"/><text x=\"{Math.Min(700, X(term.Due) + 3):0.#}\" y=\"{y}\" font-size=\"11\" fill=\"{colour}\">{DemoPages.Html(term.Kind)} {DateWords.Iso(term.Due)}</text>"
            );
        }
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"20\" y=\"30\" font-size=\"12\" fill=\"currentColor\">{DateWords.Iso(from)}</text><text x=\"710\" y=\"30\" font-size=\"12\" fill=\"currentColor\">{DateWords.Iso(last)}</text></svg></div><p><small>Dark dots: letters to the complainant; light dots: to staff. Below the line the terms: green met, red missed.</small></p>"
        );
        return svg.ToString();
    }

    private static bool IsToComplainant(CaseEvent.LetterOrdered e) =>
        e.Party.StartsWith("complainant", StringComparison.Ordinal);
}
