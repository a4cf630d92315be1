using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Database;
using ComplaintMailer.Letters;
using ComplaintMailer.Mail.Writing;
using ComplaintMailer.Outbox;
using ComplaintMailer.Reports.Forms;
using ComplaintMailer.Reports.Store;
using ComplaintMailer.Secrets;
using NodaTime;

namespace ComplaintMailer.Reports.Sending;

/// <summary>Puts reports and what is said about them in the outbox.</summary>
internal sealed class ReportPost(KeyStore keys, ReturnAddresses addresses, LetterMaker maker)
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["html"] = "text/html",
        ["pdf"] = "application/pdf",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["csv"] = "text/csv",
    };

    /// <summary>The number that an answer's address carries.</summary>
    public static string Number(long id) => $"REPORT-{id}";

    public static long? ReadNumber(string? number) =>
        number is not null
        && number.StartsWith("REPORT-", StringComparison.OrdinalIgnoreCase)
        && long.TryParse(
            number.AsSpan(7),
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var id
        )
            ? id
            : null;

    public string ReplyTo(Office office, long report, string party) =>
        addresses.Reply(office.Organisation, Number(report), party);

    /// <summary>The report as a mail: itself on top, and attached in the forms this reader has a use for.</summary>
    public void Send(
        Session session,
        Office office,
        MadeReport report,
        Reader reader,
        ReportCover cover,
        string kind,
        string? subject,
        Instant now
    )
    {
        var language = reader.To.Language;
        var sheet = report;
        if (reader.Locations is { } locations)
            sheet = report with
            {
                Figures = FiguresMaker.ForLocations(
                    report.Figures,
                    locations.Select(l => l.Key).ToHashSet(StringComparer.Ordinal)
                ),
            };
        var zone = office.Around.Zone;
        var on = report.MadeAt.InZone(zone).Date;
        var written = WrittenParts.Of(sheet, language);
        var shown = ReportForms.Marked(sheet);
        var body = new WrittenLetter
        {
            Subject = subject ?? SendingWords.Name(report.Figures, language),
            Text = ReportText.Write(shown, language, on, written, cover),
            Html = ReportHtml.Write(shown, language, on, office.Organisation.Colour, written, cover),
            Language = language,
        };
        string[] forms = reader.Code == Audience.Publish ? ["html", "pdf", "csv"] : ["pdf", "xlsx", "csv"];
        Post(
            session,
            office,
            reader.To,
            kind,
            body,
            [
                .. forms.Select(f => new OutgoingPart(
                    ReportForms.FileName(sheet, f),
                    Types[f],
                    ReportForms.Write(sheet, f, language, office.Organisation.Colour, zone)
                )),
            ],
            report.Id,
            byItself: true,
            now
        );
    }

    /// <summary>A short answer about a report.</summary>
    public void Tell(
        Session session,
        Office office,
        long report,
        Recipient to,
        string subject,
        IReadOnlyList<string> lines,
        Instant now
    ) =>
        Post(
            session,
            office,
            to,
            "receipt",
            new()
            {
                Subject = subject,
                Text = string.Join("\n\n", lines) + $"\n\n{office.Organisation.Name}\n",
                Language = to.Language,
            },
            [],
            report,
            byItself: false,
            now
        );

    private void Post(
        Session session,
        Office office,
        Recipient to,
        string kind,
        WrittenLetter body,
        IReadOnlyList<OutgoingPart> attachments,
        long report,
        bool byItself,
        Instant now
    )
    {
        var organisation = office.Organisation;
        using var key = DataKey.New();
        var paper = new LetterPaper(key, keys.Add(session, key), MailThread.Empty, null)
        {
            Body = body,
            Attachments = attachments,
            ReplyTo = ReplyTo(office, report, to.Party),
            References = addresses.Reference(organisation, Number(report), to.Party) is { } reference
                ? [reference]
                : [],
        };
        var order = new LetterOrder
        {
            Kind = kind,
            To = to,
            ByItself = byItself,
        };
        maker
            .Make(
                office,
                null,
                organisation.Key,
                CaseStore.Next(session, $"letter {organisation.Key}"),
                order,
                paper,
                now
            )
            .Insert(session);
    }
}
