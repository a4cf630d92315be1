using System.CommandLine;
using System.Globalization;
using System.Text;
using ComplaintMailer.Configuration;
using ComplaintMailer.Connections;
using ComplaintMailer.Database;
using ComplaintMailer.Inbox;
using ComplaintMailer.Mail;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Sending;
using ComplaintMailer.Mail.Writing;
using ComplaintMailer.Schedules;
using NodaTime;

namespace ComplaintMailer.Commands;

/// <summary><c>selftest</c>: a mail to ourselves, out by the real server and in by the real mailbox. It becomes no case.</summary>
internal static class SelfTestCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static void Add(RootCommand root, Option<string> config)
    {
        var wait = new Option<int>("--wait")
        {
            Description = "Seconds to wait for the mail to come back.",
            DefaultValueFactory = _ => 180,
        };
        var command = new Command(
            "selftest",
            "Sends each organisation a mail to itself and waits until the worker has it."
        )
        {
            wait,
        };
        command.SetAction((result, ct) => Test(result.GetValue(config)!, result.GetValue(wait), ct));
        root.Subcommands.Add(command);
    }

    private static async Task<int> Test(string config, int wait, CancellationToken ct)
    {
        var settings = SettingsReader.Load(config, withSecrets: true);
        // Where a worker runs, it takes the mail in, as it would any other; else we do.
        var isWorking = settings.Data.IsPostgres || WorkerLock.IsHeld(settings.Data.Path);
        using var worker = new Worker(settings, exclusive: !isWorking);
        var fine = true;
        foreach (var office in worker.Offices)
            fine &= await Test(worker, office, !isWorking, TimeSpan.FromSeconds(wait), ct);
        return fine ? 0 : 1;
    }

    private static async Task<bool> Test(Worker worker, Office office, bool poll, TimeSpan wait, CancellationToken ct)
    {
        var organisation = office.Organisation;
        bool Say(bool ok, string what)
        {
            Console.WriteLine($"{(ok ? "✓" : "✗")} {organisation.Key}: {what}");
            return ok;
        }

        if (
            string.Equals(office.Settings.Sender.Kind, "Maildir", StringComparison.OrdinalIgnoreCase)
            && office.Settings.Sender.Path != office.Settings.Mailbox.Path
        )
            return Say(true, "letters go into a folder, from which none comes back: there is no server to try");
        var token = Guid.NewGuid().ToString("N");
        var last = worker.Register.Read(session => session.Scalar<long>("SELECT COALESCE(MAX(id), 0) FROM raw_mail"));
        await using (var sender = SenderOpener.Open(office.Settings.Sender))
        {
            var envelope = new MailEnvelope(organisation.Address, organisation.Address, token);
            var answer = await sender.Send(envelope, Letter(organisation.Address, token), ct);
            if (answer is SendResult.Later later)
                return Say(false, $"the mail server does not take it now: {later.Reason}");
            if (answer is SendResult.Never never)
                return Say(false, $"the mail server refuses it: {never.Reason}");
        }
        Say(true, "the mail server took the mail");
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var passed = TimeProvider.System.GetElapsedTime(since);
            try
            {
                if (poll)
                    await worker.Poll(office, Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()), false, ct);
            }
            catch (MailboxException e)
            {
                return Say(false, $"the mailbox can't be read: {e.Message}");
            }
            if (worker.Register.Read(session => IsIn(session, worker, organisation.Key, last, token)))
                return Say(
                    true,
                    $"and it came in after {passed.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} seconds"
                );
            if (passed > wait)
                return Say(
                    false,
                    $"it did not come in within {wait.TotalSeconds:0} seconds. Does mail to {organisation.Address} lead to the mailbox of the configuration?"
                );
            await Task.Delay(Pause, ct);
        }
    }

    private static bool IsIn(Session session, Worker worker, string organisation, long after, string token) =>
        session
            .Query(
                "SELECT id FROM raw_mail WHERE organisation = @organisation AND id > @after AND disposition IS NOT NULL",
                r => r.GetInt64(0),
                ("organisation", organisation),
                ("after", after)
            )
            .Exists(id =>
                RawMails.Open(session, worker.Keys, id) is { } raw
                && raw.AsSpan().IndexOf(Encoding.ASCII.GetBytes(token)) >= 0
            );

    /// <summary>Marked as automatic, so that nobody is answered and no case is made of it.</summary>
    private static byte[] Letter(string address, string token) =>
        new MailWriter().Write(
            new()
            {
                From = new(null, address),
                To = [new MailAddress(null, address)],
                Subject = "ComplaintMailer selftest",
                MessageId = $"selftest.{token}@{address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..]}",
                Date = TimeProvider.System.GetLocalNow(),
                Headers =
                [
                    new("Auto-Submitted", "auto-generated"),
                    new("X-ComplaintMailer-Letter", "selftest"),
                    new("List-Id", "<selftest.complaintmailer.invalid>"),
                ],
                Text = "Out, and in again.\n",
            }
        );
}
