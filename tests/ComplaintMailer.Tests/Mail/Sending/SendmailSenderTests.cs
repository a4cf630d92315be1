using System.Text;
using ComplaintMailer.Mail.Sending;
using ComplaintMailer.Tests.Mail.Maildir;

namespace ComplaintMailer.Tests.Mail.Sending;

public sealed class SendmailSenderTests : IDisposable
{
    private static readonly ReadOnlyMemory<byte> Mail = Encoding.UTF8.GetBytes("Subject: dag\r\n\r\nhallo\r\n.\r\n");
    private static readonly MailEnvelope Envelope = new("bounce+1@wijkz.example", "ouder@thuis.example", "1");
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_program_gets_the_envelope_as_arguments_and_the_mail_on_standard_input()
    {
        var program = Program($"printf '%s|' \"$@\" >'{folder.In("arguments")}'; cat >'{folder.In("mail")}'");
        await using var sender = new SendmailSender($"{program} \"-N failure\"");

        var result = await sender.Send(Envelope, Mail, default);

        Assert.IsType<SendResult.Accepted>(result);
        Assert.Equal(
            "-N failure|-i|-f|bounce+1@wijkz.example|--|ouder@thuis.example|",
            File.ReadAllText(folder.In("arguments"))
        );
        Assert.Equal("Subject: dag\n\nhallo\n.\n", File.ReadAllText(folder.In("mail")));
    }

    [Fact]
    public async Task An_unknown_user_is_for_good_and_a_busy_system_is_not()
    {
        await using var unknown = new SendmailSender(Program("cat >/dev/null; echo 'no user here' >&2; exit 67"));
        await using var busy = new SendmailSender(Program("exit 75"));

        var never = await unknown.Send(Envelope, Mail, default);
        var later = await busy.Send(Envelope, new byte[1_000_000], default);

        Assert.Contains("no user here", Assert.IsType<SendResult.Never>(never).Reason, StringComparison.Ordinal);
        Assert.Contains("temporary failure", Assert.IsType<SendResult.Later>(later).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_there_or_hangs_means_later()
    {
        await using var absent = new SendmailSender("/nowhere/sendmail");
        await using var hanging = new SendmailSender(Program("exec sleep 600"), TimeSpan.FromMilliseconds(200));

        Assert.Contains(
            "/nowhere/sendmail",
            Reason(await absent.Send(Envelope, Mail, default)),
            StringComparison.Ordinal
        );
        Assert.Contains("still busy", Reason(await hanging.Send(Envelope, Mail, default)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_looks_like_an_option_is_not_passed_on()
    {
        await using var sender = new SendmailSender(Program($"touch '{folder.In("ran")}'"));

        Assert.IsType<SendResult.Never>(await sender.Send(Envelope with { To = "-Xlog@x" }, Mail, default));
        Assert.False(File.Exists(folder.In("ran")));
    }

    private static string Reason(SendResult result) => Assert.IsType<SendResult.Later>(result).Reason;

    private string Program(string body)
    {
        var file = folder.In($"program{Directory.GetFiles(folder.Path).Length}");
        File.WriteAllText(file, body + "\n");
        return $"/bin/sh {file}";
    }
}
