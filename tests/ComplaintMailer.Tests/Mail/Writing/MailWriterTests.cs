using System.Text;
using ComplaintMailer.Mail;
using ComplaintMailer.Mail.Mime;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Mail.Writing;

namespace ComplaintMailer.Tests.Mail.Writing;

public class MailWriterTests
{
    internal static OutgoingMail Letter { get; } =
        new()
        {
            From = new MailAddress("Wijkz", "klachten@wijkz.example"),
            To = [new MailAddress("Anna de Vries", "anna@x.example")],
            Subject = "[WIJ-2026-0042] Uw klacht",
            MessageId = "wij-2026-0042.17.acknowledgement@wijkz.example",
            Date = new DateTimeOffset(2026, 11, 23, 10, 2, 11, TimeSpan.FromHours(1)),
            Text = "Beste Anna,\n\nWij hebben uw klacht.\n",
        };

    private static string Written(OutgoingMail mail) => Encoding.UTF8.GetString(new MailWriter().Write(mail));

    private static ReadMail Back(OutgoingMail mail) => new MailReader().Read(new MailWriter().Write(mail));

    internal static void IsWellFormed(byte[] mail)
    {
        Assert.All(mail, b => Assert.InRange(b, (byte)1, (byte)126));
        var text = Encoding.ASCII.GetString(mail);
        Assert.Equal(text, text.ReplaceLineEndings("\r\n"));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
    }

    [Fact]
    public void A_plain_letter_is_plain_to_the_eye() =>
        Assert.Equal(
            """
            From: Wijkz <klachten@wijkz.example>
            To: Anna de Vries <anna@x.example>
            Subject: [WIJ-2026-0042] Uw klacht
            Date: Mon, 23 Nov 2026 10:02:11 +0100
            Message-ID: <wij-2026-0042.17.acknowledgement@wijkz.example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 7bit

            Beste Anna,

            Wij hebben uw klacht.

            """.ReplaceLineEndings("\r\n"),
            Written(Letter)
        );

    [Theory]
    [InlineData(
        "[WIJ-2026-0042] Uw klacht over één café",
        "Subject: [WIJ-2026-0042] Uw klacht over =?utf-8?Q?=C3=A9=C3=A9n_caf=C3=A9?="
    )]
    [InlineData("één klacht", "Subject: =?utf-8?Q?=C3=A9=C3=A9n?= klacht")]
    [InlineData("жалоба", "Subject: =?utf-8?B?0LbQsNC70L7QsdCw?=")]
    [InlineData("a =?utf-8?Q?b?= c", "Subject: a =?utf-8?Q?=3D=3Futf-8=3FQ=3Fb=3F=3D?= c")]
    public void Only_the_words_that_need_it_are_encoded(string subject, string line)
    {
        Assert.Contains(line + "\r\n", Written(Letter with { Subject = subject }), StringComparison.Ordinal);
        Assert.Equal(subject, Back(Letter with { Subject = subject }).Subject);
    }

    [Theory]
    [InlineData("klacht\r\nBcc: x@y.example")]
    [InlineData("klacht\nBcc: x@y.example")]
    [InlineData("klacht\rBcc: x@y.example")]
    [InlineData("klacht\u0085Bcc: x@y.example")]
    [InlineData("klacht\u2028Bcc: x@y.example")]
    [InlineData("klacht\0\r\n\r\nBcc: x@y.example")]
    [InlineData("klacht =?utf-8?Q?a=0D=0ABcc:_x@y.example?=")]
    public void No_text_can_bring_in_a_field(string text)
    {
        var mail = Letter with
        {
            Subject = text,
            From = new MailAddress(text, "a@b.example\r\nBcc: x@y.example"),
            To = [new MailAddress(text, text)],
            ReplyTo = new MailAddress(text, "<a@b.example>\r\nBcc: x@y.example"),
            MessageId = text,
            InReplyTo = text,
            References = [text, text],
            Language = text,
            Headers = [new("X-A", text), new("List-Id", text)],
            Related = [],
            Attachments = [new OutgoingPart(text, text, "x"u8.ToArray(), text, [new("method", text)])],
        };

        var raw = new MailWriter().Write(mail);

        IsWellFormed(raw);
        var (root, _) = Mime.Mails.Parse(raw);
        foreach (var part in Mime.Mails.All(root))
            Assert.DoesNotContain(part.Headers, h => h.Name.Equals("Bcc", StringComparison.OrdinalIgnoreCase));
        Assert.Null(new MailReader().Read(raw).Header("Bcc"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("X A")]
    [InlineData("X:A")]
    [InlineData("X\r\nBcc")]
    [InlineData("Naïef")]
    public void The_name_of_a_field_must_be_one(string name) =>
        Assert.Throws<ArgumentException>(() => new MailWriter().Write(Letter with { Headers = [new(name, "x")] }));

    [Theory]
    [InlineData("Vries, Anna de")]
    [InlineData("Anna \"An\" de Vries")]
    [InlineData("Anna \\ de Vries")]
    [InlineData("Anna (moeder van Bo)")]
    [InlineData("anna@x.example")]
    [InlineData("Zoë <Zo> van 't Één")]
    [InlineData("安娜")]
    [InlineData("Anna 😀")]
    [InlineData("=?utf-8?Q?niet?=")]
    [InlineData("Stichting voor kinderopvang, buitenschoolse opvang en peuterspeelzalen in de regio Haaglanden e.o.")]
    public void Any_name_comes_back(string name)
    {
        var mail = Letter with
        {
            To = [new MailAddress(name, "anna@x.example"), new MailAddress("Bo", "bo@x.example")],
        };

        Assert.Equal(mail.To, Back(mail).To);
        IsWellFormed(new MailWriter().Write(mail));
    }

    [Theory]
    [InlineData("anna@kinderopvang-één.example", "anna@xn--kinderopvang-n-nkba.example")]
    [InlineData("\"anna de vries\"@x.example", "\"anna de vries\"@x.example")]
    [InlineData("anna de vries@x.example", "\"anna de vries\"@x.example")]
    [InlineData("anna,bo@x.example", "\"anna,bo\"@x.example")]
    [InlineData("anna+1@x.example", "anna+1@x.example")]
    [InlineData("o'neill@x.example", "o'neill@x.example")]
    public void An_odd_address_is_written_by_the_rules(string address, string written)
    {
        var mail = Letter with { To = [new MailAddress(null, address)] };

        Assert.Contains($"To: {written}\r\n", Written(mail), StringComparison.Ordinal);
        IsWellFormed(new MailWriter().Write(mail));
    }

    [Fact]
    public void An_address_beyond_ascii_asks_for_smtputf8_and_comes_back()
    {
        var mail = Letter with { To = [new MailAddress("Zoë", "zoë@één.example")] };

        Assert.Contains("zoë@één.example", Written(mail), StringComparison.Ordinal);
        Assert.Equal(mail.To, Back(mail).To);
    }

    [Fact]
    public void Many_recipients_are_folded_between_them()
    {
        var mail = Letter with
        {
            To =
            [
                .. Enumerable.Range(0, 60).Select(i => new MailAddress($"Ouder, nummer {i}", $"ouder.{i}@x.example")),
            ],
        };

        var raw = new MailWriter().Write(mail);

        Assert.Equal(mail.To, new MailReader().Read(raw).To);
        Assert.All(Encoding.ASCII.GetString(raw).Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
    }

    [Fact]
    public void No_line_of_a_header_is_longer_than_it_should_be()
    {
        var mail = Letter with
        {
            Subject = string.Concat(Enumerable.Repeat("Een heel lang verhaal over één café en nog wat. ", 20)).Trim(),
            From = new MailAddress(string.Concat(Enumerable.Repeat("Zoë ", 50)).Trim(), "a@b.example"),
            References =
            [
                .. Enumerable.Range(0, 50).Select(i => $"wij-2026-{i:0000}.17.acknowledgement@wijkz.example"),
            ],
        };

        var raw = new MailWriter().Write(mail);

        Assert.All(Encoding.ASCII.GetString(raw).Split("\r\n"), line => Assert.InRange(line.Length, 0, 76));
        var back = new MailReader().Read(raw);
        Assert.Equal(mail.Subject, back.Subject);
        Assert.Equal(mail.From, back.From);
        Assert.Equal(mail.References, back.References);
    }

    [Theory]
    [InlineData("Beste Anna,\n\nDag", "7bit")]
    [InlineData("Beste Zoë,\n\nDag", "quoted-printable")]
    [InlineData("Дорогая Анна, жалоба получена", "base64")]
    [InlineData("親愛的安娜，投訴已收到", "base64")]
    [InlineData("From the start", "quoted-printable")]
    [InlineData("een\n.\ntwee", "quoted-printable")]
    [InlineData("een \ntwee", "quoted-printable")]
    [InlineData("--=_0011", "quoted-printable")]
    [InlineData(
        "Een regel die veel langer is dan de achtenzeventig letters die een regel in een mail hebben mag.",
        "quoted-printable"
    )]
    [InlineData("a\u0001b", "quoted-printable")]
    public void The_encoding_of_a_text_follows_from_what_is_in_it(string text, string encoding)
    {
        var mail = Letter with { Text = text };

        var (root, defects) = Mime.Mails.Parse(new MailWriter().Write(mail));

        Assert.Equal(encoding, root.Unfolded("Content-Transfer-Encoding"));
        Assert.Equal(text, root.DecodeText(defects).ReplaceLineEndings("\n").TrimEnd('\n'));
        IsWellFormed(new MailWriter().Write(mail));
    }

    [Fact]
    public void A_letter_with_a_page_pictures_and_files_is_built_as_readers_expect()
    {
        var mail = Letter with
        {
            Html = "<p>Beste Zoë, <img src=\"cid:logo@wijkz.example\"></p>",
            Related = [new OutgoingPart("logo.png", "image/png", new byte[] { 1, 2, 3 }, "logo@wijkz.example")],
            Attachments =
            [
                new OutgoingPart("Klachtenregeling één.pdf", "application/pdf", new byte[] { 4, 5, 6 }),
                new OutgoingPart(
                    "afspraak.ics",
                    "text/calendar",
                    "BEGIN:VCALENDAR"u8.ToArray(),
                    null,
                    [new("method", "REQUEST")]
                ),
            ],
        };

        var (root, _) = Mime.Mails.Parse(new MailWriter().Write(mail));

        Assert.Equal(
            "multipart/mixed(multipart/alternative(text/plain multipart/related(text/html image/png)) application/pdf text/calendar)",
            Shape(root)
        );
        var files = Back(mail).Attachments;
        Assert.Equal(["logo.png", "Klachtenregeling één.pdf", "afspraak.ics"], files.Select(f => f.Name));
        Assert.Equal([true, false, false], files.Select(f => f.Inline));
        Assert.Equal("logo@wijkz.example", files[0].ContentId);
        Assert.Equal(new byte[] { 4, 5, 6 }, files[1].Content.ToArray());
        Assert.Equal("REQUEST", root.Children[2].ContentType["method"]);
        IsWellFormed(new MailWriter().Write(mail));
    }

    [Fact]
    public void Pictures_without_a_page_to_show_them_go_along_as_files() =>
        Assert.Equal(
            "logo.png",
            Assert
                .Single(
                    Back(
                        Letter with
                        {
                            Related = [new OutgoingPart("logo.png", "image/png", new byte[] { 1 })],
                        }
                    ).Attachments
                )
                .Name
        );

    [Theory]
    [InlineData("")]
    [InlineData("klacht.pdf")]
    [InlineData("een \"klacht\".pdf")]
    [InlineData("één\\twee.pdf")]
    [InlineData(
        "Verslag van het gesprek met de ouders van de groep De Vlinders over de gebeurtenissen van oktober, definitieve versie 3.docx"
    )]
    [InlineData("投訴.pdf")]
    [InlineData("100%.pdf")]
    [InlineData("a'b''c.pdf")]
    [InlineData("=?utf-8?Q?a?=.pdf")]
    public void Any_name_of_a_file_comes_back(string name)
    {
        var raw = new MailWriter().Write(
            Letter with
            {
                Attachments = [new OutgoingPart(name, "application/pdf", new byte[] { 1 })],
            }
        );

        var (root, _) = Mime.Mails.Parse(raw);

        Assert.Equal(name.Length == 0 ? "bijlage" : name, root.Children[1].FileName);
        Assert.All(Encoding.ASCII.GetString(raw).Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
    }

    [Fact]
    public void A_mail_goes_along_as_a_mail_where_that_is_allowed()
    {
        var inner = new MailWriter().Write(Letter);
        byte[] eight = [.. "From: a@b.example\r\n\r\n"u8, 0xE9];

        var files = Back(
            Letter with
            {
                Attachments =
                [
                    new OutgoingPart("klacht.eml", "message/rfc822", inner),
                    new OutgoingPart("klacht 2.eml", "message/rfc822", eight),
                ],
            }
        ).Attachments;

        Assert.Equal(["message/rfc822", "application/octet-stream"], files.Select(f => f.Type));
        Assert.Equal(
            Encoding.ASCII.GetString(inner).TrimEnd(),
            Encoding.ASCII.GetString(files[0].Content.Span).TrimEnd()
        );
        Assert.Equal(eight, files[1].Content.ToArray());
    }

    [Fact]
    public void A_text_that_holds_the_boundaries_of_another_letter_makes_no_part()
    {
        var attachments = new[] { new OutgoingPart("a.pdf", "application/pdf", new byte[] { 1 }) };
        var first = Letter with { Attachments = attachments };
        var boundary = Written(first).Split("\r\n").First(l => l.StartsWith("--=_", StringComparison.Ordinal));
        var hostile = $"Citaat:\n{boundary}\nContent-Type: application/x-evil; name=evil.exe\n\nkwaad\n{boundary}--\n";

        var back = Back(first with { Text = hostile });

        Assert.Equal("a.pdf", Assert.Single(back.Attachments).Name);
        Assert.Equal(hostile.TrimEnd(), back.Text);
    }

    [Fact]
    public void The_same_letter_is_the_same_bytes()
    {
        var mail = Letter with { Html = "<p>Dag</p>" };

        Assert.Equal(new MailWriter().Write(mail), new MailWriter().Write(mail with { Text = mail.Text }));
        Assert.NotEqual(new MailWriter().Write(mail), new MailWriter().Write(mail with { Text = "Anders" }));
    }

    [Fact]
    public void Fields_with_a_grammar_of_their_own_are_left_alone()
    {
        const string link =
            "<https://wijkz.example/afmelden/met-een-heel-lang-pad-dat-niet-gevouwen-kan-worden?token=0123456789>";

        Assert.Contains(
            $"List-Unsubscribe: {link}\r\n",
            Written(Letter with { Headers = [new("List-Unsubscribe", link)] }),
            StringComparison.Ordinal
        );
    }

    internal static string Shape(MimeEntity part) =>
        part.Children.Count == 0 ? part.Type : $"{part.Type}({string.Join(' ', part.Children.Select(Shape))})";
}
