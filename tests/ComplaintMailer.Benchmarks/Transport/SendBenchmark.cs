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
        using var outbox = await FilledOutbox.Make(servers, mails);
        // As long as our letters are, and that is what smtp-source sends as well.
        const string Line = "Een regel die ongeveer zo lang is als regels in een brief zijn.\r\n";
        var mail = Encoding.ASCII.GetBytes(
            "From: a@b.example\r\nSubject: x\r\n\r\n"
                + string.Concat(Enumerable.Repeat(Line, outbox.MeanLength / Line.Length))
        );
        var batch = Enumerable
            .Range(0, mails)
            .Select(i =>
                (new MailEnvelope(us, them, i.ToString(CultureInfo.InvariantCulture)), (ReadOnlyMemory<byte>)mail)
            )
            .ToList();
        var open = new ServerOptions("127.0.0.1", servers.OpenSubmission(), ServerSecurity.None);
        await new Race($"sending {mail.Length} bytes each over {Connections} connections", mails, rounds)
            .With("smtp-source, plain", () => SmtpSource(open.Port, us, them, mails, mail.Length))
            .With("the worker's sender, plain like that", () => Send(new SmtpSenderOptions(open, null), batch))
            .With("the worker's sender, TLS and login", () => Send(servers.SenderOf(us), batch))
            .WithPrepared("the worker: outbox, plain like that, settled", () => outbox.Prepare(open: open.Port))
            .WithPrepared("the worker: outbox, TLS and login, settled", () => outbox.Prepare())
            .WithPrepared("… and copied to the folder of sent mail", () => outbox.Prepare(sent: "auto"))
            .Run(() => Emptied(servers));
    }

    public static async Task Outbox(MailServers servers, int mails, int rounds)
    {
        var (us, them) = (servers.AddPerson(), servers.AddPerson());
        using var outbox = await FilledOutbox.Make(servers, mails);
        var port = servers.OpenSubmission();
        await new Race("sending", mails, rounds)
            .With("smtp-source, plain", () => SmtpSource(port, us, them, mails, outbox.MeanLength))
            .WithPrepared("the worker: outbox, plain like that, settled", () => outbox.Prepare(open: port))
            .WithPrepared("the worker: outbox, TLS and login, settled", () => outbox.Prepare())
            .Run(() => Emptied(servers));
    }

    private static Task<double> SmtpSource(int port, string from, string to, int mails, int length)
    {
        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
        string[] words = ["-d", "-s", Text(Connections), "-m", Text(mails), "-l", Text(length), "-f", from, "-t", to];
        return Race.Program("smtp-source", [.. words, $"127.0.0.1:{port}"]);
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
