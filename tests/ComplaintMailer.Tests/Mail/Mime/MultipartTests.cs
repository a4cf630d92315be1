using System.Text;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Tests.Mail.Mime;

public class MultipartTests
{
    private const string Type = "Content-Type: multipart/mixed; boundary=\"b1\"";

    private const string TwoParts = """
        --b1
        Content-Type: text/plain; charset=utf-8

        Ik heb een klacht.
        --b1
        Content-Type: application/pdf; name=a.pdf
        Content-Transfer-Encoding: base64

        JVBERg==
        --b1--
        """;

    private static void HasTextAndFile(ReadMail mail)
    {
        Assert.Equal("Ik heb een klacht.", mail.Text);
        var file = Assert.Single(mail.Attachments);
        Assert.Equal("a.pdf", file.Name);
        Assert.Equal("%PDF"u8, file.Content.Span);
    }

    [Theory]
    [InlineData(Type)]
    [InlineData("Content-Type: multipart/mixed; boundary=b1")]
    [InlineData("Content-Type: multipart/mixed;\n\tboundary=\"b1\"; type=x")]
    [InlineData("Content-Type: MULTIPART/Mixed; BOUNDARY=b1")]
    [InlineData("Content-Type: multipart/mixed boundary=b1")]
    [InlineData("Content-Type: multipart/mixed; boundary=\"b1 \"")]
    [InlineData("Content-Type: multipart/anything; boundary*=us-ascii''b1")]
    [InlineData("Content-Type: multipart; boundary=b1")]
    // The boundary is another, missing, or the whole field is.
    [InlineData("Content-Type: multipart/mixed; boundary=anders")]
    [InlineData("Content-Type: multipart/mixed")]
    [InlineData("Content-Type: multipart/mixed; boundary=\"\"")]
    [InlineData("X-Nothing: here")]
    public void Parts_are_found_whatever_the_header_says(string type) => HasTextAndFile(Mails.WithBody(type, TwoParts));

    [Fact]
    public void The_last_boundary_may_be_missing()
    {
        var mail = Mails.WithBody(Type, TwoParts.Replace("--b1--", "", StringComparison.Ordinal));

        HasTextAndFile(mail);
        Assert.Contains("the last boundary is missing", mail.Defects);
    }

    [Fact]
    public void What_stands_before_and_behind_the_parts_is_no_text() =>
        HasTextAndFile(Mails.WithBody(Type, "This is a multi-part message.\n" + TwoParts + "\nend of mail\n"));

    [Fact]
    public void Spaces_behind_a_boundary_do_no_harm() =>
        HasTextAndFile(
            Mails.WithBody(
                Type,
                TwoParts
                    .Replace("--b1", "--b1  ", StringComparison.Ordinal)
                    .Replace("--b1  --", "--b1-- ", StringComparison.Ordinal)
            )
        );

    [Fact]
    public void A_boundary_that_begins_like_another_is_another()
    {
        var mail = Mails.WithBody(
            "Content-Type: multipart/mixed; boundary=b",
            """
            --b
            Content-Type: multipart/alternative; boundary=b1

            --b1

            Ik heb een klacht.
            --b1--
            --b
            Content-Type: application/pdf; name=a.pdf
            Content-Transfer-Encoding: base64

            JVBERg==
            --b--
            """
        );

        HasTextAndFile(mail);
    }

    [Fact]
    public void One_boundary_for_two_levels_still_gives_every_part()
    {
        var mail = Mails.WithBody(
            Type,
            """
            --b1
            Content-Type: multipart/alternative; boundary="b1"

            --b1
            Content-Type: text/plain

            Ik heb een klacht.
            --b1--

            --b1
            Content-Type: application/pdf; name=a.pdf
            Content-Transfer-Encoding: base64

            JVBERg==
            --b1--
            """
        );

        Assert.Contains("Ik heb een klacht.", mail.Text, StringComparison.Ordinal);
        Assert.Equal("a.pdf", Assert.Single(mail.Attachments, a => a.Type == "application/pdf").Name);
    }

    [Fact]
    public void An_inner_part_without_end_ends_where_the_outer_goes_on()
    {
        var mail = Mails.WithBody(
            Type,
            """
            --b1
            Content-Type: multipart/alternative; boundary="b2"

            --b2
            Content-Type: text/plain

            Ik heb een klacht.
            --b1
            Content-Type: application/pdf; name=a.pdf
            Content-Transfer-Encoding: base64

            JVBERg==
            --b1--
            """
        );

        HasTextAndFile(mail);
    }

    [Fact]
    public void A_multipart_of_no_parts_is_read_as_text()
    {
        var mail = Mails.WithBody(Type, "Ik heb een klacht.");

        Assert.Equal("Ik heb een klacht.", mail.Text);
        Assert.Contains("the boundary does not occur: read as text", mail.Defects);
    }

    [Fact]
    public void A_multipart_that_is_encoded_as_a_whole_is_opened_all_the_same()
    {
        var encoded = Convert.ToBase64String(
            Encoding.ASCII.GetBytes(TwoParts.ReplaceLineEndings("\r\n")),
            Base64FormattingOptions.InsertLineBreaks
        );

        HasTextAndFile(Mails.WithBody(Type + "\nContent-Transfer-Encoding: base64", encoded));
    }

    [Fact]
    public void A_part_without_a_header_is_text()
    {
        var mail = Mails.WithBody(Type, "--b1\n\nIk heb een klacht.\n--b1--\n");

        Assert.Equal("Ik heb een klacht.", mail.Text);
    }

    [Fact]
    public void A_part_whose_blank_line_is_missing_loses_no_text()
    {
        var mail = Mails.WithBody(Type, "--b1\nContent-Type: text/plain\nIk heb een klacht.\n--b1--\n");

        Assert.Equal("Ik heb een klacht.", mail.Text);
    }

    [Fact]
    public void Parts_of_a_digest_are_mails()
    {
        var (root, _) = Mails.Parse(
            Mails.Bytes(
                "From: a@b.example\nContent-Type: multipart/digest; boundary=b1\n\n--b1\n\nFrom: c@d.example\nSubject: in\n\nDag\n--b1--\n"
            )
        );

        var part = Assert.Single(root.Children);
        Assert.True(part.IsMessage);
        Assert.Equal("in", Assert.Single(part.Children).Unfolded("Subject"));
    }

    [Fact]
    public void A_mail_in_a_mail_is_an_attachment_as_it_was()
    {
        const string inner = "From: c@d.example\r\nSubject: doorgestuurd\r\n\r\nDe eerste klacht.";
        var mail = Mails.WithBody(
            Type,
            $"--b1\n\nZie bijlage.\n--b1\nContent-Type: message/rfc822\n\n{inner.ReplaceLineEndings("\n")}\n--b1--\n"
        );

        var file = mail.Attachments.First(a => a.Type == "message/rfc822");
        Assert.Equal(inner, Encoding.ASCII.GetString(file.Content.Span));
    }

    [Fact]
    public void Nesting_ends_at_the_limit_and_the_rest_is_kept()
    {
        var mail = new StringBuilder("From: a@b.example\r\n");
        for (var i = 0; i < 100_000; i++)
            mail.Append("Content-Type: message/rfc822\r\n\r\n");
        mail.Append("Subject: diep\r\n\r\nDag");

        var (root, defects) = Mails.Parse(Encoding.ASCII.GetBytes(mail.ToString()));

        Assert.Equal(50, Mails.All(root).Max(p => p.Depth));
        Assert.Contains("nested deeper than 50: kept as it is", defects);
    }

    [Fact]
    public void Nested_multiparts_end_at_the_limit_as_well()
    {
        var mail = new StringBuilder("From: a@b.example\r\n");
        for (var i = 0; i < 5000; i++)
            mail.Append("Content-Type: multipart/mixed; boundary=b")
                .Append(i)
                .Append("\r\n\r\n--b")
                .Append(i)
                .Append("\r\n");
        mail.Append("\r\nDag");

        var (root, defects) = Mails.Parse(Encoding.ASCII.GetBytes(mail.ToString()));

        Assert.Equal(50, Mails.All(root).Max(p => p.Depth));
        Assert.Contains("nested deeper than 50: kept as it is", defects);
        Assert.Contains(
            "Dag",
            new MailReader().Read(Encoding.ASCII.GetBytes(mail.ToString())).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_mail_of_too_many_parts_says_so()
    {
        var raw = Mails.Bytes(
            $"From: a@b.example\n{Type}\n\n" + string.Concat(Enumerable.Repeat("--b1\n\nx\n", 20_000)) + "--b1--\n"
        );

        var (root, defects) = Mails.Parse(raw);

        Assert.InRange(Mails.All(root).Count(), 900, 1000);
        Assert.Contains("more than 1000 parts: the rest is left unread", defects);
    }

    [Fact]
    public void A_mail_larger_than_the_limit_is_read_up_to_there()
    {
        var limits = MailLimits.Default with { MailBytes = 1000 };
        var raw = Mails.Bytes("From: a@b.example\n\n" + new string('x', 5000));

        var (root, defects) = Mails.Parse(raw, limits);

        Assert.InRange(root.Body.Length, 900, 1000);
        Assert.Contains("larger than 1000 bytes: read up to there", defects);
    }
}
