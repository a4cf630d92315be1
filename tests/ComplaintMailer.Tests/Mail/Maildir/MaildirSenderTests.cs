using System.Text;
using ComplaintMailer.Mail.Maildir;
using ComplaintMailer.Mail.Sending;

namespace ComplaintMailer.Tests.Mail.Maildir;

public sealed class MaildirSenderTests : IDisposable
{
    private static readonly ReadOnlyMemory<byte> Mail = Encoding.UTF8.GetBytes("Subject: dag\r\n\r\nhallo\r\n");
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_letter_is_a_file_in_new_with_its_envelope_on_top()
    {
        await using var sender = new MaildirSender(folder.Path);

        var result = await sender.Send(new("bounce+1@wijkz.example", "ouder@thuis.example", "1"), Mail, default);

        Assert.IsType<SendResult.Accepted>(result);
        Assert.Equal(
            "Return-Path: <bounce+1@wijkz.example>\r\nX-Envelope-To: ouder@thuis.example\r\nSubject: dag\r\n\r\nhallo\r\n",
            File.ReadAllText(Files().Single())
        );
        Assert.Empty(Directory.GetFiles(folder.In("tmp")));
    }

    [Fact]
    public async Task Names_sort_in_the_order_of_sending_even_when_the_clock_stands_still_and_the_program_restarts()
    {
        var still = new StillClock(new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.Zero));
        for (var run = 0; run < 3; run++)
        {
            await using var sender = new MaildirSender(folder.Path, still);
            for (var i = 0; i < 4; i++)
                await sender.Send(
                    new("b@w.example", "o@t.example", $"{run}-{i}"),
                    Encoding.UTF8.GetBytes($"{run}{i}"),
                    default
                );
        }

        var order = Files().Order(StringComparer.Ordinal).Select(f => File.ReadLines(f).Last());

        Assert.Equal(["00", "01", "02", "03", "10", "11", "12", "13", "20", "21", "22", "23"], order);
    }

    [Theory]
    [InlineData("new")]
    [InlineData("cur")]
    public async Task A_letter_that_lies_there_already_is_not_delivered_twice(string where)
    {
        var envelope = new MailEnvelope("b@w.example", "o@t.example", "letter-1");
        await using (var sender = new MaildirSender(folder.Path))
            await sender.Send(envelope, Mail, default);
        if (where == "cur")
            File.Move(Files().Single(), folder.In("cur", Path.GetFileName(Files().Single()) + ":2,S"));

        await using var afterCrash = new MaildirSender(folder.Path);
        var result = await afterCrash.Send(envelope, Mail, default);
        await afterCrash.Send(envelope with { To = "ander@t.example" }, Mail, default);

        Assert.IsType<SendResult.Accepted>(result);
        Assert.Equal(2, Files().Length + Directory.GetFiles(folder.In("cur")).Length);
    }

    [Fact]
    public async Task Two_programs_on_one_Maildir_do_not_deliver_the_same_letter_twice()
    {
        await using var one = new MaildirSender(folder.Path);
        await using var two = new MaildirSender(folder.Path);
        for (var i = 0; i < 5; i++)
        {
            await one.Send(new("b@w.example", "o@t.example", $"letter-{i}"), Mail, default);
            await two.Send(new("b@w.example", "o@t.example", $"letter-{i}"), Mail, default);
        }

        Assert.Equal(5, Files().Length);
    }

    [Fact]
    public async Task A_Maildir_that_cannot_be_written_means_later()
    {
        File.WriteAllText(folder.In("file"), "in the way");
        await using var sender = new MaildirSender(folder.In("file"));

        var result = await sender.Send(new("b@w.example", "o@t.example", "1"), Mail, default);

        Assert.Contains(folder.In("file"), Assert.IsType<SendResult.Later>(result).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_can_not_smuggle_in_a_header()
    {
        await using var sender = new MaildirSender(folder.Path);

        await sender.Send(new("b@w.example", "o@t.example\r\nBcc: x@y.example", "1"), Mail, default);

        Assert.DoesNotContain(
            File.ReadLines(Files().Single()),
            line => line.StartsWith("Bcc", StringComparison.Ordinal)
        );
    }

    private string[] Files() => Directory.GetFiles(folder.In("new"));

    private sealed class StillClock(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
