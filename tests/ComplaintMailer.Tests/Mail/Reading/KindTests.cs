using System.Text;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Tests.Mail.Reading;

public sealed class KindTests
{
    [Theory]
    [InlineData("Ik ben met vakantie van 21 november tot en met 6 december 2026.", "2026-12-06")]
    [InlineData("Ik ben afwezig t/m 31/12/2026.", "2026-12-31")]
    [InlineData("Tot 4 januari ben ik met verlof.", "2027-01-04")]
    [InlineData("I am out of the office until 30 November.", "2026-11-30")]
    [InlineData("I am out of the office until 11/30/2026.", "2026-11-30")]
    [InlineData("Ik ben afwezig tot en met vrijdag.", "2026-11-27")]
    [InlineData("I am on leave, back on Monday.", "2026-11-30")]
    [InlineData("Je suis absente jusqu'au 30 novembre 2026.", "2026-11-30")]
    [InlineData("Ik ben vanaf dinsdag 8 december 2026 weer bereikbaar na mijn verlof.", "2026-12-08")]
    [InlineData("Ik ben afwezig.", null)]
    public void The_day_of_return_is_read_from_an_out_of_office_note(string text, string? until)
    {
        var mail = Read(
            "Date: Mon, 23 Nov 2026 10:00:00 +0100\nSubject: Automatisch antwoord: x\nAuto-Submitted: auto-replied",
            text
        );

        Assert.Equal(MailKind.Automatic, mail.Kind);
        Assert.True(mail.IsAbsenceNote);
        Assert.Equal(until, mail.AbsentUntil);
    }

    [Theory]
    [InlineData("List-Id: <praat.lijst.example>")]
    [InlineData("Precedence: bulk")]
    [InlineData("X-Auto-Response-Suppress: All")]
    [InlineData("Return-Path: <>")]
    public void What_came_through_a_program_but_reads_like_a_person_is_shown_to_a_person(string field)
    {
        var mail = Read(field, "Mijn dochter stond gisteren een half uur alleen op het plein.");

        Assert.Equal(MailKind.Automatic, mail.Kind);
        Assert.True(mail.MayBePerson);
    }

    [Theory]
    // Outlook, new and old.
    [InlineData("Automatisch antwoord: Uw klacht", "Ik ben er maandag weer.")]
    [InlineData("Automatic reply: Uw klacht", "I am back Monday.")]
    [InlineData("Automatische Antwort: Uw klacht", "Bin Montag zurück.")]
    [InlineData("Réponse automatique : Uw klacht", "De retour lundi.")]
    [InlineData("Afwezigheidsbericht: Uw klacht", "Ik ben er niet.")]
    [InlineData("Out of Office AutoReply: Uw klacht", "I am out.")]
    [InlineData("Abwesenheitsnotiz: Uw klacht", "Ich bin weg.")]
    [InlineData("Absent(e) du bureau : Uw klacht", "Je suis absente.")]
    // Lotus, old and new.
    [InlineData("Jan Jansen is niet op kantoor", "Ik ben er niet vanaf 23-11-2026 tot 30-11-2026.")]
    [InlineData("Jan Jansen is out of the office.", "I will be out of the office starting 23-11-2026.")]
    [InlineData("Jan Jansen ist außer Haus.", "Ich werde ab 23.11.2026 nicht im Büro sein.")]
    [InlineData("Jan Jansen est absent(e).", "Je serai absent(e) à partir du 23/11/2026.")]
    [InlineData("AUTO: Jan Jansen is niet op kantoor (terug op 30-11-2026)", "Ik ben er niet.")]
    [InlineData("AUTO: Jan Jansen is out of the office (returning 30-11-2026)", "I am out of the office.")]
    [InlineData("AUTO: Jan Jansen ist außer Haus. (Rückkehr am 30.11.2026)", "Ich kehre zurück am 30.11.2026.")]
    [InlineData("AUTO: Jan Jansen est absent(e) (retour 30/11/2026)", "Je suis absent(e) jusqu'au 30/11/2026.")]
    // Gmail and Zimbra, whose subject the absent write themselves.
    [InlineData("Afwezig: Uw klacht", "Ik ben afwezig.")]
    [InlineData("Away: Uw klacht", "I am away until Monday.")]
    [InlineData("Abwesend: Uw klacht", "Ich bin abwesend.")]
    [InlineData("Absence: Uw klacht", "Je suis absent jusqu'au 30 novembre.")]
    public void An_out_of_office_note_is_known_by_its_words_where_a_server_took_its_fields(
        string subject,
        string text
    ) =>
        Assert.Equal(
            MailKind.Automatic,
            new MailReader().Read(Encoding.UTF8.GetBytes($"From: a@b.example\r\nSubject: {subject}\r\n\r\n{text}")).Kind
        );

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\r\nPrecedence: bulk\r\nX-Autoreply: yes")] // Gmail
    [InlineData("Auto-Submitted: auto-replied (zimbra; vacation)\r\nPrecedence: bulk")]
    [InlineData("Auto-Submitted: auto-generated\r\nX-Auto-Response-Suppress: All")] // Outlook
    [InlineData("Auto-Submitted: auto-generated\r\nX-MIMETrack: Serialize by Router")] // Lotus
    public void An_out_of_office_note_is_known_by_the_fields_its_program_puts_in(string fields)
    {
        foreach (
            var text in (string[])["Ik ben afwezig.", "I am out of office.", "Ich bin abwesend.", "Je suis absent."]
        )
            Assert.Equal(MailKind.Automatic, Read("Subject: Re: Uw klacht\r\n" + fields, text).Kind);
    }

    [Fact]
    public void An_out_of_office_note_that_only_its_words_show_is_shown_to_a_person()
    {
        var mail = Read(
            "Subject: Vakantie",
            "Wij kregen toch een rekening. Ik ben op vakantie gebeld door uw medewerker."
        );

        Assert.Equal(MailKind.Automatic, mail.Kind);
        Assert.True(mail.MayBePerson);
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied")]
    [InlineData("Subject: Out of Office: klacht")]
    [InlineData("X-Autoreply: yes")]
    [InlineData("X-ComplaintMailer-Case: WIJ-2026-0001")]
    public void A_program_that_answers_by_itself_is_no_person(string field)
    {
        var mail = Read(field, "Ik ben met vakantie, uw bericht wordt niet gelezen.");

        Assert.Equal(MailKind.Automatic, mail.Kind);
        Assert.False(mail.MayBePerson);
    }

    [Theory]
    [InlineData("List-Unsubscribe: <mailto:uit@provider.example>")]
    [InlineData("Auto-Submitted: no")]
    [InlineData("Precedence: normal")]
    [InlineData("X-Autoreply: no")]
    [InlineData("Subject: Afwezigheid van leidsters")]
    [InlineData("Subject: Auto op de stoep")]
    [InlineData("Subject: Automatisch antwoordapparaat werkt niet")]
    public void None_of_these_alone_makes_a_person_a_program(string field) =>
        Assert.Equal(MailKind.Person, Read(field, "Er was weer geen leidster op de groep.").Kind);

    [Theory]
    [InlineData("X-Spam-Flag: YES", true)]
    [InlineData("X-Spam-Status: Yes, score=8.1 required=5.0", true)]
    [InlineData("X-MS-Exchange-Organization-SCL: 6", true)]
    [InlineData("X-Forefront-Antispam-Report: CIP:192.0.2.1;CTRY:NL;SCL:9;SFV:SPM;", true)]
    [InlineData("X-Spam-Status: No, score=-1.2", false)]
    [InlineData("X-MS-Exchange-Organization-SCL: -1", false)]
    [InlineData("X-Forefront-Antispam-Report: CIP:192.0.2.1;CTRY:NL;SCL:1;SFV:NSPM;", false)]
    public void The_mark_of_a_filter_on_the_way_is_seen(string field, bool isSpam) =>
        Assert.Equal(isSpam, Read(field, "Er was weer geen leidster op de groep.").IsMarkedSpam);

    private static ReadMail Read(string fields, string text) =>
        new MailReader().Read(
            Encoding.UTF8.GetBytes(
                $"From: Jan <jan@thuis.example>\nTo: klachten@wijkz.example\n{fields}\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
            )
        );
}
