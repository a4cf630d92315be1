using System.Text;
using ComplaintMailer.Mail;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Maildir;
using ComplaintMailer.Mail.Mime;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Mail.Sending;
using ComplaintMailer.Mail.Writing;
using ComplaintMailer.Tests.Mail.Maildir;

namespace ComplaintMailer.Tests.Mail;

/// <summary>The examples of src/ComplaintMailer.Mail/README.md, line by line, and that they do what stands beside them.</summary>
public class LibraryExampleTests
{
    private static readonly byte[] Raw = Encoding.UTF8.GetBytes(
        """
        From: Anna de Vries <anna@thuis.example>
        Subject: =?utf-8?Q?Caf=C3=A9?=
        Message-ID: <1@thuis.example>
        Content-Type: text/plain; charset=utf-8

        De deur stond weer open.

        Groet,
        Anna

        Op ma 23 nov. 2026 om 10:02 schreef Jan <jan@kantoor.example>:

        > Klopt dat?
        """
    );

    [Fact]
    public void Reading_what_a_person_wrote()
    {
        var raw = Raw;
        ReadMail mail = new MailReader().Read(raw);
        if (mail.Kind == MailKind.Person)
            Console.WriteLine($"{mail.From}: {mail.Subject}\n{mail.Reply}");
        else
            Console.WriteLine($"{mail.Kind}, because {mail.Why}");

        Assert.Equal("Anna de Vries <anna@thuis.example>", $"{mail.From}");
        Assert.Equal("Café", mail.Subject);
        Assert.Equal("De deur stond weer open.", mail.Reply);
    }

    [Fact]
    public void Taking_a_mail_apart()
    {
        var raw = Raw;
        var defects = new List<string>();
        MimeEntity root = MimeParser.Parse(raw, MailLimits.Default, defects);
        var open = new Stack<MimeEntity>([root]);
        while (open.TryPop(out var part))
        {
            Console.WriteLine($"{part.Type} {part.FileName} {part.DecodeBytes().Length} bytes");
            foreach (var child in part.Children)
                open.Push(child);
        }

        Assert.Empty(defects);
        Assert.Equal("text/plain", root.Type);
    }

    [Fact]
    public async Task Writing_sending_and_fetching()
    {
        using var folder = new TemporaryFolder();
        var ct = CancellationToken.None;
        var path = folder.Path;
        byte[] letter = new MailWriter().Write(
            new OutgoingMail
            {
                From = new MailAddress("Klachten", "klachten@kantoor.example"),
                To = [new MailAddress("Zoë", "zoe@thuis.example")],
                Subject = "Uw café",
                MessageId = "1.receipt@kantoor.example",
                Date = new DateTimeOffset(2026, 11, 23, 10, 2, 11, TimeSpan.FromHours(1)),
                Text = "Beste Zoë, …",
                Html = "<p>Beste Zoë, …</p>",
            }
        );
        await using IMailSender sender = new MaildirSender(path);
        SendResult result = await sender.Send(new("bounces+1@kantoor.example", "zoe@thuis.example", "1"), letter, ct);
        if (result is SendResult.Never never)
            Console.WriteLine($"Another way must be found: {never.Reason}");

        await using IMailbox mailbox = new MaildirMailbox(path);
        await foreach (MailboxItem item in mailbox.List(after: null, ct))
        {
            var mail = new MailReader().Read(await item.Open(ct));
            Console.WriteLine(mail.Subject);
            await mailbox.File(item, MailboxFolder.Processed, ct);
        }

        Assert.IsType<SendResult.Accepted>(result);
        Assert.Single(Directory.EnumerateFiles(folder.In(".Processed", "cur")));
    }

    [Fact]
    public void The_page_shows_what_is_tried_here()
    {
        var (tests, page) = Files();
        var blocks = page.Split("```csharp\n").Skip(1).Select(b => b[..b.IndexOf("```", StringComparison.Ordinal)]);

        Assert.All(blocks, b => Assert.Contains(Flat(b), Flat(tests), StringComparison.Ordinal));
        Assert.Equal(3, blocks.Count());
    }

    private static string Flat(string code) =>
        string.Join('\n', code.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static (string Tests, string Page) Files(
        [System.Runtime.CompilerServices.CallerFilePath] string path = ""
    ) =>
        (
            File.ReadAllText(path),
            File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, "../../../src/ComplaintMailer.Mail/README.md"))
        );
}
