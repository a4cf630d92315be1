using System.Text;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Tests.Mail.Reading;

public class MailSkeletonTests
{
    private const int Mega = 1 << 20;

    [Theory]
    [InlineData(1)]
    [InlineData(77)]
    [InlineData(65_536)]
    public void What_is_not_too_large_stays_as_it_is_in_whatever_pieces_it_comes(int pieces)
    {
        var mail = Mail(("foto.jpg", 100_000), ("scan.pdf", 30_000)) + "\r\n" + new string('x', 5_000) + "\n\nno end";

        Assert.Equal(mail, Skeleton(mail, pieces));
    }

    [Fact]
    public void Of_a_file_too_large_to_pass_on_the_inside_is_left_out_and_all_else_is_read()
    {
        var mail = Mail(("film.mp4", (30 * Mega) + 1), ("foto.jpg", 40_000));

        var skeleton = Skeleton(mail, 65_536);

        Assert.InRange(skeleton.Length, 8 * Mega, 13 * Mega);
        Assert.Equal(skeleton, Skeleton(mail, 777));
        var read = new MailReader().Read(Encoding.ASCII.GetBytes(skeleton));
        Assert.Contains("Bij De Vlinder ging het mis.", read.Text);
        Assert.Contains("En dit staat achter de bestanden.", read.Text);
        Assert.Empty(read.Defects);
        Assert.Equal(
            [("film.mp4", (30 * Mega) + 1, 0), ("foto.jpg", 40_000, 40_000)],
            read.Attachments.Select(a => (a.Name, (int)a.Size, a.Content.Length))
        );
    }

    [Fact]
    public void However_many_files_there_are_what_is_held_stays_small_and_each_file_is_named_with_its_size()
    {
        var files = Enumerable.Range(1, 20).Select(i => ($"foto{i}.jpg", (3 * Mega) + i)).ToArray();

        var skeleton = Skeleton(Mail([.. files, ("briefje.txt", 1_000)]), 65_536);

        Assert.InRange(skeleton.Length, 8 * Mega, 18 * Mega);
        var read = new MailReader().Read(Encoding.ASCII.GetBytes(skeleton));
        Assert.Equal([.. files, ("briefje.txt", 1_000)], read.Attachments.Select(a => (a.Name, (int)a.Size)));
        // What is given is given whole.
        Assert.All(read.Attachments, a => Assert.True(a.Content.IsEmpty || a.Content.Length == a.Size));
        Assert.Equal(1_000, read.Attachments[^1].Content.Length);
        Assert.Contains("En dit staat achter de bestanden.", read.Text);
    }

    [Fact]
    public void A_mark_that_somebody_else_put_into_a_file_costs_that_file_and_nothing_else()
    {
        var mail = Mail(("foto.jpg", 400_000))
            .Replace("AAAA\r\n\r\n--b", "AAAA\r\n\0~!#$~\0\r\n--b", StringComparison.Ordinal);

        var read = new MailReader().Read(Encoding.ASCII.GetBytes(mail));

        Assert.Contains("En dit staat achter de bestanden.", read.Text);
        Assert.Equal("foto.jpg", Assert.Single(read.Attachments).Name);
    }

    internal static string Mail(params (string Name, int Bytes)[] files)
    {
        var mail = new StringBuilder(
            """
            From: Ria Post <ria@gezin.example>
            To: klachten@zonnebloem.example
            Subject: Klacht
            Message-ID: <groot@gezin.example>
            Date: Mon, 23 Nov 2026 08:15:00 +0100
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8

            Bij De Vlinder ging het mis.

            """
        );
        foreach (var (name, bytes) in files)
            mail.Append(
                    $"""
                    --b
                    Content-Type: application/octet-stream
                    Content-Disposition: attachment; filename="{name}"
                    Content-Transfer-Encoding: base64


                    """
                )
                .Append(Convert.ToBase64String(new byte[bytes], Base64FormattingOptions.InsertLineBreaks))
                .Append("\n\n");
        mail.Append(
            """
            --b
            Content-Type: text/plain; charset=utf-8

            En dit staat achter de bestanden.
            --b--
            """
        );
        return mail.ToString().ReplaceLineEndings("\r\n");
    }

    private static string Skeleton(string mail, int pieces)
    {
        var skeleton = new MailSkeleton();
        var bytes = Encoding.ASCII.GetBytes(mail);
        for (var from = 0; from < bytes.Length; from += pieces)
            skeleton.Add(bytes.AsSpan(from, Math.Min(pieces, bytes.Length - from)));
        return Encoding.ASCII.GetString(skeleton.End().Span);
    }
}
