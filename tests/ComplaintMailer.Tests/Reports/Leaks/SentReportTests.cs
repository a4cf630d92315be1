using ComplaintMailer.Core.Figures;
using ComplaintMailer.Reports.Store;
using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Pipeline;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Tests.Reports.Leaks;

/// <summary>What lies in the mail that goes out, opened by whoever gets it.</summary>
public class SentReportTests
{
    [Fact]
    public async Task A_mail_and_all_that_is_attached_to_it_tell_what_the_register_keeps_of_the_report()
    {
        using var place = new Workplace();
        for (var i = 0; i < 7; i++)
            place.Arrives(
                "zonnebloem",
                $"""
                From: Ouder {i} <ouder{i}@gezin.example>
                To: klachten@zonnebloem.example
                Subject: Weer te laat opgehaald
                Message-ID: <{i}@gezin.example>
                Content-Type: text/plain; charset=utf-8

                Mijn zoon is bij De Vlinder voor de derde keer te laat uit school gehaald.
                Ik dien hierover een klacht in.
                """
            );
        await place.Pass("2026-11-23 09:00");
        await place.Pass("2027-01-04 08:00");
        var draft = place
            .Sent()
            .Last(m =>
                m.Header("X-ComplaintMailer-Letter") == "report-approval"
                && m.To[0].Address == "quality@zonnebloem.example"
                && m.Subject.Contains("jaarverslag kinderopvang", StringComparison.Ordinal)
            );
        place.Arrives(
            "zonnebloem",
            $"""
            From: Fatma <quality@zonnebloem.example>
            To: {draft.ReplyTo[0].Address}
            Subject: Re: {draft.Subject}
            Message-ID: <answer@staff.example>
            Content-Type: text/plain; charset=utf-8

            regeling: Bij de manager.
            bekendmaking: Op de website.
            akkoord
            """
        );
        await place.Pass("2027-01-05 10:00");

        using var worker = new Worker(place.Settings, exclusive: false);
        var organisation = worker.Offices.Single(o => o.Organisation.Key == "zonnebloem").Organisation;
        var whole = worker
            .Register.Read(s =>
                ReportStore.Find(s.Connection, null, "zonnebloem", ReportKinds.StatutoryChildcare, Period.Year(2026))!
            )
            .Figures;
        var differences = new List<string>();
        var opened = 0;
        foreach (
            var mail in place
                .Sent()
                .Where(m =>
                    m.Header("X-ComplaintMailer-Letter") == "report"
                    && m.Subject.Contains("jaarverslag kinderopvang", StringComparison.OrdinalIgnoreCase)
                )
        )
        {
            var to = mail.To[0].Address;
            var theirs = organisation.Locations.Where(l => l.SupervisorEmail == to).Select(l => l.Key).ToHashSet();
            var figures = theirs.Count == 0 ? whole : FiguresMaker.ForLocations(whole, theirs);
            var json = Paper.OfJson(figures, "nl");
            void Look(string what, Paper paper)
            {
                opened++;
                differences.AddRange(paper.Against(json).Select(d => $"{to} {what}: {d}"));
            }

            Look("text", PaperReader.Text(mail.Text.ReplaceLineEndings("\n"), json));
            foreach (var attached in mail.Attachments)
            {
                var bytes = attached.Content.ToArray();
                switch (Path.GetExtension(attached.Name))
                {
                    case ".pdf":
                        Look("pdf", PaperReader.Pdf(bytes, figures.Totals.Count));
                        break;
                    case ".xlsx":
                        Look("xlsx", PaperReader.Xlsx(bytes, figures.Totals.Count));
                        break;
                    case ".html":
                        Look("html", PaperReader.Html(System.Text.Encoding.UTF8.GetString(bytes)));
                        break;
                    case ".csv":
                        Look("csv", PaperReader.Csv(bytes).Named(figures, "nl"));
                        break;
                    default:
                        differences.Add($"{to}: nobody looked at {attached.Name}");
                        break;
                }
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(20)));
        Assert.True(opened >= 12, $"{opened} opened");
    }
}
