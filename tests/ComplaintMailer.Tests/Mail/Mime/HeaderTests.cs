using System.Text;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Tests.Mail.Mime;

public class HeaderTests
{
    [Fact]
    public void Raw_utf8_in_a_subject_is_read_as_such()
    {
        var mail = Mails.ReadRaw("From: a@b.example\r\nSubject: Café wéér dicht €5\r\n\r\nDag"u8.ToArray());

        Assert.Equal("Café wéér dicht €5", mail.Subject);
    }

    [Fact]
    public void Eight_bit_letters_in_no_known_charset_are_read_as_western() =>
        // 0xE9 is é and 0x80 the euro sign in Windows-1252; neither is UTF-8 here.
        Assert.Equal("Café wéér €5", Mails.WithField("Subject: Caf\u00E9 w\u00E9\u00E9r \u00805").Subject);

    [Fact]
    public void Raw_letters_beside_encoded_words_are_both_read() =>
        Assert.Equal("Café en crèche", Mails.WithField("Subject: Caf\u00E9 en =?utf-8?Q?cr=C3=A8che?=").Subject);

    [Theory]
    [InlineData("Subject: een\n twee", "een twee")]
    [InlineData("Subject: een\n\ttwee", "een twee")]
    [InlineData("Subject:\n een twee", "een twee")]
    [InlineData("Subject:een twee", "een twee")]
    [InlineData("SUBJECT : een twee", "een twee")]
    [InlineData("Subject: een\n \n twee", "een  twee")]
    public void A_folded_or_oddly_written_field_is_one_line(string field, string subject) =>
        Assert.Equal(subject, Mails.WithField(field).Subject);

    [Fact]
    public void Of_a_field_that_comes_twice_the_first_counts() =>
        Assert.Equal("een", Mails.WithField("Subject: een\nSubject: twee").Subject);

    [Fact]
    public void All_recipients_count_when_a_field_comes_twice()
    {
        var mail = Mails.WithField("To: een@x.example\nTo: twee@x.example");

        Assert.Equal(["een@x.example", "twee@x.example"], mail.To.Select(a => a.Address));
    }

    [Fact]
    public void A_line_that_is_no_field_does_not_end_the_header()
    {
        var mail = Mails.Read("From: a@b.example\nthis is nonsense\nSubject: klacht\n\nDag");

        Assert.Equal("klacht", mail.Subject);
        Assert.Equal("Dag", mail.Text);
        Assert.Contains("a line in the header is no field", mail.Defects);
    }

    [Fact]
    public void Without_a_blank_line_the_text_begins_where_fields_end()
    {
        var mail = Mails.Read("From: a@b.example\nSubject: klacht\nBeste mensen,\nIk heb een klacht.\n");

        Assert.Equal("klacht", mail.Subject);
        Assert.Equal("Beste mensen,\nIk heb een klacht.", mail.Text);
        Assert.Contains("no blank line between header and text", mail.Defects);
    }

    [Fact]
    public void A_text_without_any_header_is_kept_whole()
    {
        var mail = Mails.Read("Beste mensen,\n\nIk heb een klacht.\n");

        Assert.Equal("Beste mensen,\n\nIk heb een klacht.", mail.Text);
        Assert.Null(mail.From);
    }

    [Fact]
    public void A_mail_of_nothing_but_a_header_has_no_text()
    {
        var mail = Mails.Read("From: a@b.example\nSubject: klacht");

        Assert.Equal("klacht", mail.Subject);
        Assert.Equal("", mail.Text);
    }

    [Fact]
    public void Nothing_at_all_is_a_mail_without_sender() => Assert.Contains("no sender", Mails.ReadRaw([]).Defects);

    [Fact]
    public void Nul_bytes_vanish_from_header_and_text()
    {
        var mail = Mails.Read("From: a@b.example\nSubject: kla\0cht\n\nIk heb\0 een klacht.\n");

        Assert.Equal("klacht", mail.Subject);
        Assert.Equal("Ik heb een klacht.", mail.Text);
    }

    [Fact]
    public void A_carriage_return_alone_can_t_smuggle_a_field_in()
    {
        var mail = Mails.ReadRaw(
            Mails.Raw("From: a@b.example\r\nSubject: klacht\rAuto-Submitted: auto-replied\r\n\r\nDag\r\n")
        );

        Assert.Equal(MailKind.Person, mail.Kind);
        Assert.Null(mail.Header("Auto-Submitted"));
        Assert.Equal("Dag", mail.Text);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r\r\n")]
    [InlineData("\r")]
    public void Any_kind_of_line_end_will_do(string end)
    {
        string[] lines = ["From: a@b.example", "Subject: een", " twee", "", "Regel 1", "Regel 2", ""];
        var mail = Mails.ReadRaw(Mails.Raw(string.Join(end, lines)));

        Assert.Equal("een twee", mail.Subject);
        Assert.Equal("Regel 1\nRegel 2", mail.Text);
    }

    [Fact]
    public void The_names_of_fields_stay_as_they_were_written()
    {
        var mail = Mails.Read("FROM: a@b.example\nx-ComplaintMailer-Case: WIJ-1\n\nDag");

        Assert.Equal(["FROM", "x-ComplaintMailer-Case"], mail.Headers.Select(h => h.Key));
        Assert.Equal("WIJ-1", mail.Header("X-COMPLAINTMAILER-CASE"));
    }

    [Theory]
    [InlineData("<a@x> <b@x>", "a@x|b@x")]
    [InlineData("<a@x><b@x>,<a@x>", "a@x|b@x")]
    [InlineData("<a@\n x>\n <b@x>", "a@x|b@x")]
    [InlineData("a@x b@x", "a@x|b@x")]
    [InlineData("Your message of Monday <a@x>", "a@x")]
    [InlineData("nonsense", "")]
    public void Message_ids_are_found_in_whatever_way_they_are_listed(string written, string expected) =>
        Assert.Equal(expected, string.Join('|', Mails.WithField($"References: {written}").References));

    [Fact]
    public void A_field_longer_than_the_limit_is_text_from_there_on()
    {
        var limits = MailLimits.Default with { HeaderBytes = 1000 };
        var raw = Encoding.ASCII.GetBytes(
            "From: a@b.example\r\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: y\r\n")) + "\r\nDag"
        );

        var (root, defects) = Mails.Parse(raw, limits);

        Assert.Contains("header longer than 1000 bytes: the rest is read as text", defects);
        Assert.EndsWith("Dag", root.DecodeText(defects), StringComparison.Ordinal);
        Assert.Equal("a@b.example", root.Unfolded("From"));
    }
}
