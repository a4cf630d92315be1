using System.Diagnostics;
using System.Globalization;
using ComplaintMailer.Mail.Imap;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Schedules;
using ComplaintMailer.ServerTests.Servers;
using NodaTime;

namespace ComplaintMailer.Benchmarks.Transport;

/// <summary>One mailbox in Dovecot emptied by the whole worker, by its reader alone, by mbsync, and by Python's imaplib.</summary>
internal static class DrainBenchmark
{
    public static async Task Run(MailServers servers, int mails, int rounds)
    {
        var address = servers.AddPerson();
        servers.Put(address, Enumerable.Range(0, mails).Select(SampleMail.Write));
        servers.Doveadm("mailbox", "create", "-u", address, "Processed");
        await new Race("fetching from Dovecot", mails, rounds)
            .With("mbsync, flushing to disk", () => Mbsync(servers, address, flush: true))
            .With("mbsync, without", () => Mbsync(servers, address, flush: false))
            .With("imaplib, a hundred at a time, in memory", () => Imaplib(servers, address, mails))
            .With("the worker's reader, in memory", () => Fetch(servers, address, mails, move: false))
            .With("… each mail moved to Processed as well", () => Fetch(servers, address, mails, move: true))
            .With("the worker: registered, moved, two letters made", () => TakeIn(servers, address, mails))
            .Run(() =>
            {
                servers.Doveadm("move", "-u", address, "INBOX", "mailbox", "Processed", "all");
                return Task.CompletedTask;
            });
    }

    /// <summary>
    /// A mailbox that has filled up while nobody looked, taken in by the whole worker: each mail once, all of them filed, and nothing
    /// more at a second look by a worker that has just started.
    /// </summary>
    public static async Task Backlog(MailServers servers, int mails)
    {
        var address = servers.AddPerson();
        servers.Put(address, Enumerable.Range(0, mails).Select(SampleMail.Write));
        var folder = Directory.CreateTempSubdirectory("complaintmailer-backlog-").FullName;
        try
        {
            var clock = Stopwatch.StartNew();
            var before = Environment.CpuUsage.TotalTime;
            var first = await Poll(servers, address, folder);
            var (seconds, processor) = (clock.Elapsed.TotalSeconds, Environment.CpuUsage.TotalTime - before);
            var second = await Poll(servers, address, folder);
            var (left, filed) = (servers.Count(address, "INBOX"), servers.Count(address, "Processed"));
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"backlog: {first.Complaints} of {mails} registered in {seconds:0} s ({mails / seconds:0} mails/s, {processor.TotalMilliseconds / mails:0.0} ms of processor each); {first.Cases} cases; {second.Complaints} more at a second look; {left} left in the inbox, {filed} filed; {Environment.WorkingSet >> 20} MB resident"
                )
            );
            if (first.Complaints != mails || first.Cases != mails || second.Complaints + left != 0 || filed != mails)
                throw new InvalidOperationException("Not every mail was registered once and filed.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(int Complaints, long Cases)> Poll(MailServers servers, string address, string folder)
    {
        using var worker = new Worker(Office.Settings(servers, address, folder));
        var now = Instant.FromDateTimeOffset(DateTimeOffset.UtcNow);
        return (
            await Rounds.TakeIn(worker, worker.Offices[0], now, false),
            worker.Register.Read(session => session.Scalar<long>("SELECT COUNT(*) FROM complaint"))
        );
    }

    private static async Task TakeIn(MailServers servers, string address, int mails)
    {
        var folder = Directory.CreateTempSubdirectory("complaintmailer-drain-").FullName;
        try
        {
            using var worker = new Worker(Office.Settings(servers, address, folder));
            var now = Instant.FromDateTimeOffset(DateTimeOffset.UtcNow);
            var complaints = await Rounds.TakeIn(worker, worker.Offices[0], now, false);
            if (complaints != mails)
                throw new InvalidOperationException($"{complaints} of {mails} were registered");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Fetch(MailServers servers, string address, int mails, bool move)
    {
        await using var mailbox = new ImapMailbox(servers.MailboxOf(address));
        var count = 0;
        await foreach (var item in mailbox.List(null, default))
        {
            if ((await item.Open(default)).Length > 500)
                count++;
            if (move)
                await mailbox.File(item, MailboxFolder.Processed, default);
        }
        if (count != mails)
            throw new InvalidOperationException($"{count} of {mails} mails came");
    }

    private static async Task<double> Mbsync(MailServers servers, string address, bool flush)
    {
        var folder = Directory.CreateTempSubdirectory("complaintmailer-mbsync-").FullName;
        try
        {
            var rc = Path.Combine(folder, "rc");
            Directory.CreateDirectory(Path.Combine(folder, "mail"));
            await File.WriteAllTextAsync(
                rc,
                $"""
                FSync {(flush ? "yes" : "no")}

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
            return await Race.Program("mbsync", "-c", rc, "c");
        }
        finally
        {
            Shell.Try("rm", "-rf", folder);
        }
    }

    private static Task<double> Imaplib(MailServers servers, string address, int mails) =>
        Race.Program(
            "python3",
            "-c",
            string.Create(
                CultureInfo.InvariantCulture,
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
            )
        );
}
