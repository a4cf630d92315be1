using System.Globalization;
using System.Security.Cryptography;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Core.Terms;
using ComplaintMailer.Letters;
using ComplaintMailer.Mail.Reading;
using NodaTime;

namespace ComplaintMailer.Dossiers;

/// <summary>A dossier to read and to print: the case at a glance, what happened when, and for each letter the proof of it.</summary>
internal sealed class DossierPages(
    Organisation organisation,
    Regulation regulation,
    LetterWords words,
    string language,
    DateTimeZone zone,
    IMailReader reader,
    IReadOnlyList<ExternalBody> bodies
)
{
    private readonly WorkingCalendar calendar = new(regulation.Calendar);
    private readonly EventWords events = new(organisation, words, language, bodies);

    public string Index(
        Case state,
        IReadOnlyList<CaseEvent> happened,
        IReadOnlyList<Proof> letters,
        IReadOnlyList<KeptMail> mails
    )
    {
        var page = new Page(language, $"{Say("Dossier", "File")} {state.Number}");
        page.Facts(
            (Say("Organisatie", "Organisation"), organisation.Name),
            (Say("Regeling", "Regulation"), $"{state.Regulation} {state.RegulationVersion}"),
            (Say("Ontvangen", "Received"), Moment(state.Received)),
            (Say("Langs welke weg", "Channel"), words.Of("channel", state.Channel)),
            (Say("Klager", "Complainant"), Someone(state.Complainant)),
            (Say("Ook klager", "Also complainant"), string.Join("; ", state.CoComplainants.Select(Someone))),
            (Say("Locatie", "Location"), organisation.Location(state.Location)?.Name ?? state.Location),
            (Say("Aard", "Nature"), string.Join(", ", state.Nature)),
            (Say("Gaat over", "Concerns"), words.Of("concerns", state.Concerns)),
            (Say("Gebeurd op", "Happened on"), state.EventDate is { } on ? Day(on) : null),
            (Say("Behandelaar", "Handler"), organisation.Person(state.Handler)?.Name ?? state.Handler),
            (Say("Hoe het staat", "Where it stands"), words.Of("stage", Database.Codes.Stage(state.Stage))),
            (Say("Afloop", "Outcome"), words.Of("outcome", state.Outcome))
        );
        page.Heading(Say("De klacht", "The complaint"));
        page.Quote(state.Description);
        if (state.Desired is { } desired)
        {
            page.Paragraph(Say("Wil graag:", "Wishes:"));
            page.Quote(desired);
        }
        page.Heading(Say("Termijnen", "Terms"));
        page.Table(
            [Say("Wat", "What"), Say("Uiterlijk", "By"), Say("Gehaald op", "Met on"), Say("Hoe geteld", "How counted")],
            state.Terms.Select(t =>
                (IReadOnlyList<Cell>)
                    [
                        new(words.Of("term", t.Kind)),
                        new(Day(t.Due)),
                        new(t.Met is { } met ? Day(met) : "–"),
                        new(How(t)),
                    ]
            )
        );
        page.Heading(Say("Wat er gebeurde", "What happened"));
        page.Table(
            [Say("Wanneer", "When"), Say("Wie", "Who"), Say("Wat", "What")],
            happened
                .Select(e => (e, Text: events.Of(e)))
                .Where(e => e.Text is not null)
                .Select(e => (IReadOnlyList<Cell>)[new(Moment(e.e.At)), new(events.Who(e.e.By)), new(e.Text!)])
        );
        page.Heading(Say("Brieven", "Letters"));
        page.Paragraph(
            Say(
                "Bij elke brief hoort een blad met het bewijs. “Geaccepteerd” betekent dat een mailserver hem aannam. Het zegt niet dat iemand hem las.",
                "Each letter has a sheet with the proof. “Accepted” means that a mail server took it. It does not say that anybody read it."
            )
        );
        page.Table(
            [Say("Nr.", "No."), Say("Brief", "Letter"), Say("Aan", "To"), Say("Bewijs", "Proof")],
            letters.Select(l =>
                (IReadOnlyList<Cell>)
                    [
                        new(l.Number.ToString(CultureInfo.InvariantCulture)),
                        l.Content.Mail.IsEmpty
                            ? new(events.Letter(l.Kind))
                            : new(events.Letter(l.Kind), $"letters/{l.Name}.eml"),
                        new(l.Content.To ?? events.Who(l.Party)),
                        new(StateWords(l.State), $"proofs/{l.Name}.html"),
                    ]
            )
        );
        page.Heading(Say("Ontvangen mail", "Mail received"));
        page.Table(
            [
                Say("Nr.", "No."),
                Say("Binnengekomen", "Came in"),
                Say("Van", "From"),
                Say("Onderwerp", "Subject"),
                Say("Bijlagen", "Attachments"),
            ],
            mails.Select(m =>
                (IReadOnlyList<Cell>)
                    [
                        new(m.Id.ToString(CultureInfo.InvariantCulture), $"mails/{m.Name}.eml"),
                        new(Moment(m.TakenIn)),
                        new(m.Read.From?.ToString() ?? ""),
                        new(m.Read.Subject),
                        new(string.Join(", ", m.Read.Attachments.Where(a => !a.Inline).Select(a => a.Name))),
                    ]
            )
        );
        foreach (var mail in mails.Where(m => m.Read.Text.Length > 0))
        {
            page.Heading($"{Say("Mail", "Mail")} {mail.Id}: {mail.Read.Subject}");
            page.Paragraph($"{mail.Read.From}, {Moment(mail.TakenIn)}");
            page.Source(mail.Read.Text);
        }
        return page.ToString();
    }

    public string Sheet(Case state, Proof letter)
    {
        var mail = letter.Content.Mail;
        var read = mail.IsEmpty ? null : reader.Read(mail.ToArray());
        var page = new Page(language, $"{state.Number} · {Say("bewijs van brief", "proof of letter")} {letter.Number}");
        var now = mail.IsEmpty ? null : Convert.ToHexStringLower(SHA256.HashData(mail.Span));
        page.Facts(
            (Say("Brief", "Letter"), events.Letter(letter.Kind)),
            (Say("Van", "From"), organisation.Address),
            (Say("Aan", "To"), letter.Content.To ?? Say("geen mailadres bekend", "no mail address known")),
            (Say("Onderwerp", "Subject"), read?.Subject),
            ("Message-ID", letter.MessageId),
            (Say("Retouradres", "Return address"), letter.Content.From),
            (Say("Omvang", "Size"), Say($"{mail.Length} bytes", $"{mail.Length} bytes")),
            ("SHA-256", letter.Sha256),
            (
                Say("Bytes zoals gemaakt", "Bytes as made"),
                now is null || letter.Sha256 is null ? null
                : now == letter.Sha256
                    ? Say(
                        "ja, de SHA-256 is opnieuw berekend en klopt",
                        "yes, the SHA-256 was computed again and agrees"
                    )
                : Say($"NEE: nu is hij {now}", $"NO: it is now {now}")
            ),
            (Say("Hoe het staat", "Where it stands"), StateWords(letter.State))
        );
        page.Heading(Say("Wat ermee gebeurde", "What became of it"));
        page.Table(
            [Say("Wanneer", "When"), Say("Wat", "What"), Say("Antwoord van de server", "Answer of the server")],
            letter.Events.Select(e =>
                (IReadOnlyList<Cell>)
                    [
                        new(Moment(e.At)),
                        new(events.Of(e) ?? e.Kind),
                        e switch
                        {
                            CaseEvent.LetterAccepted a => new(a.Answer),
                            CaseEvent.LetterBounced { Mail: { } id } => new(
                                Say("bericht van de mailserver", "report of the mail server"),
                                $"../mails/{KeptMail.NameOf(id)}.eml"
                            ),
                            _ => new(""),
                        },
                    ]
            )
        );
        if (read is not null)
        {
            page.Heading(Say("Tekst", "Text"));
            page.Source(read.Text);
        }
        return page.ToString();
    }

    private string How(Term term) =>
        regulation.Terms.FirstOrDefault(r => r.Id == term.Kind) is { } rule
            ? TermWords.How(rule, term, calendar, language)
            : term.How;

    private string StateWords(string state) =>
        state switch
        {
            "sent" => Say("geaccepteerd door een mailserver", "accepted by a mail server"),
            "queued" or "waiting" or "sending" => Say("nog niet verstuurd", "not sent yet"),
            "failed" => Say("niet verstuurd", "not sent"),
            "bounced" => Say("kwam terug", "came back"),
            "suppressed" => Say("tegengehouden", "held back"),
            "bundled" => Say("ging mee in één mail met andere", "went out in one mail with others"),
            _ => state,
        };

    private string Moment(Instant at)
    {
        var local = at.InZone(zone);
        return $"{DateWords.Iso(local.Date)} {local.Hour:00}:{local.Minute:00}:{local.Second:00}";
    }

    private string Day(LocalDate day) => DateWords.InFull(day, language);

    private static string Someone(Complainant c) =>
        string.Join(", ", new[] { c.Name, c.Email, c.Phone, c.ActsFor }.Where(t => !string.IsNullOrWhiteSpace(t)));

    private string Say(string dutch, string english) => language == "en" ? english : dutch;
}

/// <summary>A mail of the dossier as it came in.</summary>
internal sealed record KeptMail(long Id, Instant TakenIn, byte[] Raw, ReadMail Read)
{
    public string Name => NameOf(Id);

    public static string NameOf(long id) => id.ToString("000000", CultureInfo.InvariantCulture);
}
