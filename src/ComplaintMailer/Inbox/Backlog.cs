using System.Runtime.CompilerServices;
using ComplaintMailer.Mail.Mailboxes;

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

    public Task<bool> WaitForMail(TimeSpan atMost, CancellationToken ct) => Task.FromResult(false);

    public Task KeepSent(IReadOnlyList<ReadOnlyMemory<byte>> mails, CancellationToken ct) => Task.CompletedTask;

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
