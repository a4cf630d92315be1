using System.Runtime.CompilerServices;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Mailboxes;
using NodaTime;

namespace ComplaintMailer.Inbox;

/// <summary>Mails from files, taken in as a mailbox would be. Nothing is moved: the files are somebody else's.</summary>
internal sealed class BacklogMailbox(IReadOnlyList<(string Name, byte[] Raw)> mails) : IMailbox
{
    public async IAsyncEnumerable<MailboxItem> List(MailboxMark? after, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var (name, raw) in mails)
        {
            ct.ThrowIfCancellationRequested();
            yield return new Item(name, raw);
        }
        await Task.CompletedTask;
    }

    public Task File(MailboxItem item, MailboxFolder folder, CancellationToken ct) => Task.CompletedTask;

    public Task WaitForMail(TimeSpan atMost, CancellationToken ct) => Task.CompletedTask;

    public Task KeepSent(ReadOnlyMemory<byte> mail, CancellationToken ct) => Task.CompletedTask;

    public Task<bool?> WasSent(string messageId, CancellationToken ct) => Task.FromResult<bool?>(null);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Item(string name, byte[] raw) : MailboxItem
    {
        public override string Id => name;
        public override DateTimeOffset? TakenInAt => null;

        /// <summary>Of the file it came from; a mail within an mbox has the time of the whole.</summary>
        public override DateTimeOffset? FileTime
        {
            get
            {
                var file = name.Split('#')[0];
                return System.IO.File.Exists(file)
                    ? new DateTimeOffset(System.IO.File.GetLastWriteTimeUtc(file))
                    : null;
            }
        }
        public override long Size => raw.Length;
        public override MailboxMark? Mark => null;

        public override Task<ReadOnlyMemory<byte>> Open(CancellationToken ct) =>
            Task.FromResult<ReadOnlyMemory<byte>>(raw);
    }
}

/// <summary>What an import leaves behind: dossiers, and no letters on their way.</summary>
internal static class Silence
{
    /// <summary>The last letter there is; those after it are of the import.</summary>
    public static long LastLetter(Session session) => session.Scalar<long>("SELECT COALESCE(MAX(id), 0) FROM letter");

    /// <summary>Letters of an import are kept in the dossier and never sent. What would long have been due is not done any more.</summary>
    public static int Keep(Session session, long after, Instant now)
    {
        var at = Codes.Instant(now);
        session.Execute(
            "UPDATE delivery SET next_at = NULL, settled_at = @at WHERE letter_id > @after AND next_at IS NOT NULL",
            ("after", after),
            ("at", at)
        );
        var letters = session.Execute(
            "UPDATE letter SET state = 'suppressed' WHERE id > @after AND state = 'queued'",
            ("after", after)
        );
        session.Execute(
            """
            DELETE FROM duty WHERE due_at <= @at AND case_number IN
              (SELECT case_number FROM letter WHERE id > @after AND case_number IS NOT NULL)
            """,
            ("after", after),
            ("at", at)
        );
        return letters;
    }
}
