using System.Text;

namespace ComplaintMailer.Tests.Mail.Mime;

public class EnvelopeTests
{
    private const string Mail = "From: Anna <anna@x.example>\r\nSubject: klacht\r\n\r\nIk heb een klacht.\r\n";

    private static void IsWhole(byte[] raw)
    {
        var mail = Mails.ReadRaw(raw);

        Assert.Equal("anna@x.example", mail.From?.Address);
        Assert.Equal("klacht", mail.Subject);
        Assert.Equal("Ik heb een klacht.", mail.Text);
    }

    [Theory]
    [InlineData("From anna@x.example Mon Nov 23 10:02:11 2026\r\n")]
    [InlineData("From anna@x.example Mon Nov 23 10:02:11 2026\n")]
    [InlineData(">From anna@x.example Mon Nov 23 10:02:11 2026\r\n")]
    [InlineData("\r\n")]
    [InlineData("\n\n")]
    [InlineData("\u00EF\u00BB\u00BF")]
    [InlineData("\u00EF\u00BB\u00BF\r\nFrom - Mon Nov 23 10:02:11 2026\r\n")]
    public void What_programs_put_before_a_mail_is_no_part_of_it(string before) => IsWhole(Mails.Raw(before + Mail));

    [Fact]
    public void A_mail_in_utf16_is_read() => IsWhole([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Mail)]);

    [Fact]
    public void A_mail_in_big_endian_utf16_is_read() =>
        IsWhole([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Mail)]);

    [Fact]
    public void A_line_that_begins_with_from_stays_in_the_text()
    {
        var mail = Mails.Read("From: a@b.example\n\nFrom the start it went wrong.\n>From here too.\n");

        Assert.Equal("From the start it went wrong.\n>From here too.", mail.Text);
    }

    [Fact]
    public void A_nested_mail_may_have_an_mbox_line_too()
    {
        var (root, _) = Mails.Parse(
            Mails.Bytes(
                "From: a@b.example\nContent-Type: message/rfc822\n\nFrom c@d.example Mon Nov 23 10:02:11 2026\nSubject: in\n\nDag"
            )
        );

        Assert.Equal("in", Assert.Single(root.Children).Unfolded("Subject"));
    }
}
