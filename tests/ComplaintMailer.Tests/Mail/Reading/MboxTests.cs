using System.Text;
using ComplaintMailer.Mail.Mailboxes;

namespace ComplaintMailer.Tests.Mail.Reading;

public sealed class MboxTests
{
    [Fact]
    public void Mails_are_parted_at_their_From_lines_and_nowhere_else()
    {
        var mails = Read(
            "From jan@thuis.example Mon Nov 23 10:12:13 2026\nSubject: een\n\nFrom the beginning it was wrong.\n\n"
                + "From one day to the next.\n>From school he came.\n>>From quoted.\n\n"
                + "From piet@thuis.example Tue Nov 24 10:12:13 2026\nSubject: twee\n\nHallo\n"
        );

        Assert.Equal(
            [
                "Subject: een\n\nFrom the beginning it was wrong.\n\nFrom one day to the next.\nFrom school he came.\n>From quoted.\n",
                "Subject: twee\n\nHallo\n",
            ],
            mails
        );
    }

    [Fact]
    public void A_mail_of_one_endless_line_is_read_whole()
    {
        var line = new string('x', 700_000);

        Assert.Equal(["Subject: a\n\n" + line], Read("From x@y Mon Nov 23 10:12:13 2026\nSubject: a\n\n" + line));
    }

    [Theory]
    [InlineData("From jan@thuis.example Mon Nov 23 10:12:13 2026\n", true)]
    [InlineData("From - Mon Nov 23 10:12:13 2026\r\n", true)]
    [InlineData("From: jan@thuis.example\n", false)]
    [InlineData("From now on we wait.\n", false)]
    [InlineData("", false)]
    public void Only_a_From_line_begins_an_mbox(string start, bool isMbox) =>
        Assert.Equal(isMbox, MboxFile.Begins(Encoding.UTF8.GetBytes(start)));

    private static List<string> Read(string file) =>
        [.. MboxFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(file))).Select(Encoding.UTF8.GetString)];
}
