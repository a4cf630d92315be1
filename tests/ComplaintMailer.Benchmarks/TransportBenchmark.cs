using System.Diagnostics;
using System.Globalization;
using System.Text;
using ComplaintMailer.Mail.Imap;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Sending;
using ComplaintMailer.Mail.Smtp;
using ComplaintMailer.ServerTests.Servers;

namespace ComplaintMailer.Benchmarks;

/// <summary>
/// Fetching and sending through a real Dovecot and Postfix, beside what others do with the same servers in the same run:
/// mbsync and Python's imaplib for fetching, Postfix's own smtp-source for sending. Alternating, the median of three.
/// </summary>
internal static class TransportBenchmark
{
    private const int Rounds = 3;

    public static async Task<int> Run(int mails)
    {
        using var servers = new MailServers();
        await Fetch(servers, mails);
        await Send(servers, Math.Max(100, mails * 2 / 5));
        await Idle(servers);
        return 0;
    }

    private static async Task Fetch(MailServers servers, int mails)
    {
        var address = servers.AddPerson();
        var text = string.Concat(Enumerable.Repeat("Een regel van een klacht, zoals mensen die schrijven.\n", 60));
        servers.Put(
            address,
            Enumerable
                .Range(0, mails)
                .Select(i => $"From: a@b.example\nSubject: mail {i}\nMessage-ID: <{i}@b.example>\n\n{text}")
        );
        var (ours, mbsync, imaplib, moving) = (
            new List<double>(),
            new List<double>(),
            new List<double>(),
            new List<double>()
        );
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await Time(() => Drain(servers, address, mails, move: false)));
            mbsync.Add(await Time(() => Mbsync(servers, address)));
            imaplib.Add(await Time(() => Imaplib(servers, address, mails)));
            moving.Add(await Time(() => Drain(servers, address, mails, move: true)));
            servers.Doveadm("move", "-u", address, "INBOX", "mailbox", "Processed", "all");
        }
        Say(
            $"fetch {mails} mails",
            mails,
            ("ours", ours),
            ("mbsync", mbsync),
            ("imaplib", imaplib),
            ("ours, filed", moving)
        );
    }

    private static async Task Drain(MailServers servers, string address, int mails, bool move)
    {
        await using var mailbox = new ImapMailbox(servers.MailboxOf(address));
        var count = 0;
        await foreach (var item in mailbox.List(null, default))
        {
            if ((await item.Open(default)).Length > 1000)
                count++;
            if (move)
                await mailbox.File(item, MailboxFolder.Processed, default);
        }
        if (count != mails)
            throw new InvalidOperationException($"{count} of {mails} mails came");
    }

    private static Task Mbsync(MailServers servers, string address)
    {
        var folder = Directory.CreateTempSubdirectory("complaintmailer-mbsync-").FullName;
        try
        {
            var rc = Path.Combine(folder, "rc");
            Directory.CreateDirectory(Path.Combine(folder, "mail"));
            File.WriteAllText(
                rc,
                $"""
                FSync no

                IMAPAccount a
                Host localhost
                Port {servers.Imaps}
                User {address}
                Pass "{MailServers.Password}"
                SSLType IMAPS
                CertificateFile {servers.In("cert.pem")}

                IMAPStore far
                Account a

                MaildirStore near
                Path {folder}/mail/
                Inbox {folder}/inbox

                Channel c
                Far :far:
                Near :near:
                Sync Pull
                Create Near
                SyncState {folder}/state

                """
            );
            Shell.Run("mbsync", "-c", rc, "c");
        }
        finally
        {
            Shell.Try("rm", "-rf", folder);
        }
        return Task.CompletedTask;
    }

    private static Task Imaplib(MailServers servers, string address, int mails)
    {
        Shell.Run(
            "python3",
            "-c",
            $"""
            import imaplib, ssl
            c = ssl.create_default_context(cafile="{servers.In("cert.pem")}")
            m = imaplib.IMAP4_SSL("localhost", {servers.Imaps}, ssl_context=c)
            m.login("{address}", "{MailServers.Password}")
            m.select("INBOX")
            uids = m.uid("search", None, "ALL")[1][0].split()
            got = 0
            for i in range(0, len(uids), 100):
                data = m.uid("fetch", b",".join(uids[i:i+100]), "(UID INTERNALDATE BODY.PEEK[])")[1]
                got += sum(1 for d in data if isinstance(d, tuple))
            assert got == {mails}, got
            m.logout()
            """
        );
        return Task.CompletedTask;
    }

    private static async Task Send(MailServers servers, int mails)
    {
        var (us, them) = (servers.AddPerson(), servers.AddPerson());
        var mail = Encoding.ASCII.GetBytes(
            "From: a@b.example\r\nSubject: x\r\n\r\n" + string.Concat(Enumerable.Repeat("Een regel.\r\n", 300))
        );
        var batch = Enumerable
            .Range(0, mails)
            .Select(i =>
                (new MailEnvelope(us, them, i.ToString(CultureInfo.InvariantCulture)), (ReadOnlyMemory<byte>)mail)
            )
            .ToList();
        var (ours, source) = (new List<double>(), new List<double>());
        servers.Doveadm("mailbox", "create", "-u", them, "Rest");
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(
                await Time(async () =>
                {
                    await using var sender = new SmtpSender(
                        servers.SenderOf(us) with
                        {
                            MailsPerConnection = int.MaxValue,
                        }
                    );
                    var results = await sender.SendAll(batch, default);
                    if (results.Any(r => r is not SendResult.Accepted))
                        throw new InvalidOperationException(
                            results.First(r => r is not SendResult.Accepted).ToString()
                        );
                })
            );
            Settle(servers);
            // In plain and without a login, which it can't do: it has less to do than we have.
            source.Add(
                await Time(() =>
                {
                    Shell.Run(
                        "smtp-source",
                        "-d",
                        "-s",
                        "4",
                        "-m",
                        mails.ToString(CultureInfo.InvariantCulture),
                        "-l",
                        mail.Length.ToString(CultureInfo.InvariantCulture),
                        "-f",
                        us,
                        "-t",
                        them,
                        $"127.0.0.1:{servers.OpenSubmission()}"
                    );
                    return Task.CompletedTask;
                })
            );
            Settle(servers);
        }
        Say($"send {mails} mails over 4 connections", mails, ("ours", ours), ("smtp-source", source));
    }

    /// <summary>What the last round left in the queue is delivered before the next begins.</summary>
    private static void Settle(MailServers servers)
    {
        var active = Path.Combine(servers.Folder, "postfix", "spool");
        for (var i = 0; i < 600; i++)
        {
            if (
                new[] { "incoming", "active", "maildrop" }.All(q =>
                    !Directory.Exists(Path.Combine(active, q))
                    || !Directory.EnumerateFiles(Path.Combine(active, q), "*", SearchOption.AllDirectories).Any()
                )
            )
                return;
            Thread.Sleep(100);
        }
    }

    private static async Task Idle(MailServers servers)
    {
        var mailboxes = Enumerable
            .Range(0, 5)
            .Select(_ => new ImapMailbox(servers.MailboxOf(servers.AddPerson())))
            .ToList();
        foreach (var mailbox in mailboxes)
            await mailbox.WaitForMail(TimeSpan.FromMilliseconds(100), default);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var minute = TimeSpan.FromMinutes(1);
        await Task.WhenAll(mailboxes.Select(m => m.WaitForMail(minute, default)));
        var used = Process.GetCurrentProcess().TotalProcessorTime - before;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"idle: 5 mailboxes for a minute cost {used.TotalMilliseconds:0} ms of processor time, {used.TotalSeconds * 60:0.0} s an hour"
            )
        );
        foreach (var mailbox in mailboxes)
            await mailbox.DisposeAsync();
    }

    private static async Task<double> Time(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed.TotalSeconds;
    }

    private static void Say(string what, int mails, params (string Name, List<double> Seconds)[] results)
    {
        Console.WriteLine(what);
        var ours = results[0].Seconds.Order().ElementAt(Rounds / 2);
        foreach (var (name, seconds) in results)
        {
            var median = seconds.Order().ElementAt(Rounds / 2);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {name, -12} {mails / median, 8:0} mails/s  {median / ours:0.00} times the time of ours"
                )
            );
        }
    }
}
