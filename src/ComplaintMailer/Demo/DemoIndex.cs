using System.Globalization;
using System.Text;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Schedules;

namespace ComplaintMailer.Demo;

/// <summary>The first page: what happened in the year, organisation by organisation, then every case and every report.</summary>
internal static class DemoIndex
{
    public static string Write(string folder, Worker worker, IReadOnlyList<DemoPost.Letter> letters, int mailsIn)
    {
        var pages = Path.Combine(folder, "pages");
        Directory.CreateDirectory(pages);
        var mails = new DemoMails(pages);
        mails.Write(letters);
        var casePage = new DemoCasePage(worker, mails, letters.ToLookup(l => l.Case, StringComparer.Ordinal));
        var overview = new StringBuilder();
        var sections = new StringBuilder();
        foreach (var office in worker.Offices)
            Section(overview, sections, pages, worker, office, casePage);
        var body = new StringBuilder("<h1>A year of complaints, by e-mail alone</h1>")
            .Append(
                CultureInfo.InvariantCulture,
                $"<p>{mailsIn} mails came in, {letters.Count} letters went out. Nobody opened a web page. All people, addresses and events are made up.</p>"
            )
            .Append(
                DemoPages.Table(
                    overview.ToString(),
                    "organisation",
                    "regulation",
                    "cases",
                    "open",
                    "terms met",
                    "terms missed"
                )
            )
            .Append(
                "<p>Open a case to see its timeline and every mail of it, as those who got it see it. <a href=\"#reports\">Reports</a> stand at the end.</p>"
            )
            .Append(sections);
        var reports = letters
            .Where(l => l.Kind == "report")
            .Select(r =>
                $"<tr><td class=\"no\">{Day(r)}</td><td><a href=\"pages/{mails.PageOf(r)}\">{DemoPages.Html(r.Mail.Subject)}</a></td><td>{DemoPages.Html(r.To)}</td><td class=\"no\">{mails.Attachments(r)}</td></tr>"
            );
        body.Append("<h2 id=\"reports\">Reports</h2>")
            .Append(DemoPages.Table(string.Concat(reports), "sent", "report", "to", "as a file"));
        return DemoPages.Save(folder, "index.html", "A year of complaints", body.ToString());
    }

    private static void Section(
        StringBuilder overview,
        StringBuilder sections,
        string pages,
        Worker worker,
        Office office,
        DemoCasePage casePage
    )
    {
        var key = office.Organisation.Key;
        var title = DemoPages.Html(office.Regulation.Title);
        var rows = new StringBuilder();
        var states = new List<Case>();
        foreach (var number in Numbers(worker, key))
        {
            using var dossier = worker.Register.Read(s => worker.Store.Load(s, number));
            if (dossier is null)
                continue;
            var state = dossier.State;
            states.Add(state);
            var (page, mails) = casePage.Write(pages, dossier);
            var missed = state.Terms.Count(t => t.State == "missed");
            rows.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td class=\"no\"><a href=\"pages/{page}\">{number}</a></td><td class=\"no\">{DateWords.Iso(state.DayZero)}</td><td>{DemoPages.Html(state.Subject)}</td><td>{DemoPages.Html(Place(office, state.Location))}</td><td>{DemoPages.Html((state.Outcome ?? "open").Replace('-', ' '))}</td><td{(missed == 0 ? ">" : " class=\"missed\">")}{TermWords(state, missed)}</td><td>{mails}</td></tr>"
            );
        }
        int Terms(string state) => states.Sum(c => c.Terms.Count(t => t.State == state));
        overview.Append(
            CultureInfo.InvariantCulture,
            $"<tr><td><a href=\"#{key}\">{DemoPages.Html(office.Organisation.Name)}</a></td><td>{title}</td><td>{states.Count}</td><td>{states.Count(c => c.IsOpen)}</td><td>{Terms("met")}</td><td>{Terms("missed")}</td></tr>"
        );
        sections
            .Append(
                CultureInfo.InvariantCulture,
                $"<h2 id=\"{key}\">{DemoPages.Html(office.Organisation.Name)} <small>{title}</small></h2>"
            )
            .Append(
                DemoPages.Table(
                    rows.ToString(),
                    "case",
                    "received",
                    "about",
                    "location",
                    "how it ended",
                    "terms",
                    "mails"
                )
            );
    }

    private static string Place(Office office, string? key) =>
        office.Organisation.Locations.FirstOrDefault(l => l.Key == key)?.Name ?? "–";

    private static string TermWords(Case state, int missed)
    {
        var met = state.Terms.Count(t => t.State == "met");
        return missed > 0 ? $"{missed} missed"
            : met > 0 ? $"{met} met"
            : "";
    }

    private static List<string> Numbers(Worker worker, string organisation) =>
        worker.Register.Read(s =>
            s.Query(
                "SELECT number FROM complaint WHERE organisation = @organisation ORDER BY filed_on, number",
                r => r.GetString(0),
                ("organisation", organisation)
            )
        );

    public static string Day(DemoPost.Letter letter) =>
        letter.Mail.Date is { } date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
}
