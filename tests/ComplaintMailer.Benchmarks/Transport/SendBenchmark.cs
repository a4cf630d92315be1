using System.Globalization;
using System.Text;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Mail.Sending;
using ComplaintMailer.Mail.Smtp;
using ComplaintMailer.ServerTests.Servers;

namespace ComplaintMailer.Benchmarks.Transport;

/// <summary>Letters handed to Postfix over four connections, beside Postfix's own smtp-source with four sessions.</summary>
internal static class SendBenchmark
{
    private const int Connections = 4;

    public static async Task Run(MailServers servers, int mails, int rounds)
    {
        var (us, them) = (servers.AddPerson(), servers.AddPerson());
        // As long and as simple as what smtp-source sends.
        var mail = Encoding.ASCII.GetBytes(
            "From: a@b.example\r\nSubject: x\r\n\r\n" + string.Concat(Enumerable.Repeat("Een regel.\r\n", 300))
        );
        var batch = Enumerable
            .Range(0, mails)
            .Select(i =>
                (new MailEnvelope(us, them, i.ToString(CultureInfo.InvariantCulture)), (ReadOnlyMemory<byte>)mail)
            )
            .ToList();
        var open = new ServerOptions("127.0.0.1", servers.OpenSubmission(), ServerSecurity.None);
        using var outbox = await FilledOutbox.Make(servers, mails);
        await new Race($"sending over {Connections} connections", mails, rounds)
            .With(
                "smtp-source, plain",
                () =>
                    Race.Program(
                        "smtp-source",
                        "-d",
                        "-s",
                        Connections.ToString(CultureInfo.InvariantCulture),
                        "-m",
                        mails.ToString(CultureInfo.InvariantCulture),
                        "-l",
                        mail.Length.ToString(CultureInfo.InvariantCulture),
                        "-f",
                        us,
                        "-t",
                        them,
                        $"127.0.0.1:{open.Port}"
                    )
            )
            .With("the worker's sender, plain like that", () => Send(new SmtpSenderOptions(open, null), batch))
            .With("the worker's sender, TLS and login", () => Send(servers.SenderOf(us), batch))
            .With("the worker: outbox, TLS and login, settled", outbox.Send)
            .Run(() => Emptied(servers));
    }

    private static async Task Send(SmtpSenderOptions options, IReadOnlyList<(MailEnvelope, ReadOnlyMemory<byte>)> batch)
    {
        await using var sender = new SmtpSender(options with { ConnectionsMost = Connections });
        var results = await sender.SendAll(batch, default);
        if (results.FirstOrDefault(r => r is not SendResult.Accepted) is { } refusal)
            throw new InvalidOperationException(refusal.ToString());
    }

    /// <summary>What the last one left in the queue is delivered before the next begins.</summary>
    private static async Task Emptied(MailServers servers)
    {
        var spool = servers.In("postfix", "spool");
        while (
            new[] { "incoming", "active", "maildrop" }.Any(q =>
                Directory.Exists(Path.Combine(spool, q))
                && Directory.EnumerateFiles(Path.Combine(spool, q), "*", SearchOption.AllDirectories).Any()
            )
        )
            await Task.Delay(100);
    }
}
