namespace ComplaintMailer.Mail.Mailboxes;

/// <summary>A mailbox that mail is taken from. Nothing is changed in it until <see cref="File"/> is called.</summary>
public interface IMailbox : IAsyncDisposable
{
    /// <summary>
    /// The mails that have not been filed yet and lie after the mark, oldest first. Whether somebody has read a mail plays no part.
    /// A mail that can't be opened is still listed: opening it then throws <see cref="MailUnreadableException"/> and the rest goes on.
    /// </summary>
    IAsyncEnumerable<MailboxItem> List(MailboxMark? after, CancellationToken ct);

    /// <summary>Moves a mail to the folder for handled mail or to quarantine (made when absent). Harmless when done twice.</summary>
    Task File(MailboxItem item, MailboxFolder folder, CancellationToken ct);

    /// <summary>Where moves are gathered, for speed, those still to come are made now. One that is refused is met again, and said, when next listed.</summary>
    Task FileNow(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Returns when there may be new mail, or after the given time. Where nobody can tell, that is after a while.</summary>
    /// <returns>False when the time has passed, and who would have told of new mail told of none.</returns>
    Task<bool> WaitForMail(TimeSpan atMost, CancellationToken ct);

    /// <summary>Keeps copies of sent mails in the Sent folder, where the mailbox has one; else does nothing.</summary>
    Task KeepSent(IReadOnlyList<ReadOnlyMemory<byte>> mails, CancellationToken ct);

    /// <summary>True when the Sent folder holds a mail with this Message-ID; null when that can't be asked.</summary>
    Task<bool?> WasSent(string messageId, CancellationToken ct);
}

public enum MailboxFolder
{
    Processed,
    Quarantine,
}

/// <summary>How far a mailbox has been read: UIDVALIDITY and UID for IMAP, nothing for Maildir.</summary>
public sealed record MailboxMark(uint Validity, uint Uid);

/// <summary>One mail in a mailbox.</summary>
public abstract class MailboxItem
{
    /// <summary>Unique within the mailbox: <c>validity/uid</c> or the file's unique name.</summary>
    public abstract string Id { get; }

    /// <summary>When the server took the mail in: INTERNALDATE, or null where only the mail itself can tell.</summary>
    public abstract DateTimeOffset? TakenInAt { get; }

    /// <summary>The time of the file, for a Maildir; the last resort.</summary>
    public abstract DateTimeOffset? FileTime { get; }
    public abstract long Size { get; }

    /// <summary>The mark to keep once this mail and all before it are dealt with; null where marks play no part.</summary>
    public abstract MailboxMark? Mark { get; }

    /// <exception cref="MailUnreadableException">This one mail can't be read; others can.</exception>
    /// <exception cref="MailboxException">The mailbox can't be reached any more.</exception>
    public abstract Task<ReadOnlyMemory<byte>> Open(CancellationToken ct);

    /// <summary>The same, piece by piece: for what is too large to be held.</summary>
    public virtual async Task Read(Action<ReadOnlySpan<byte>> take, CancellationToken ct) =>
        take((await Open(ct)).Span);
}

/// <summary>The mailbox or its server is away, refuses or talks nonsense. Try again later.</summary>
public class MailboxException : Exception
{
    public MailboxException() { }

    public MailboxException(string message)
        : base(message) { }

    public MailboxException(string message, Exception inner)
        : base(message, inner) { }
}

/// <summary>One mail can't be read (vanished, no permission, broken); the rest of the mailbox is fine.</summary>
public class MailUnreadableException : MailboxException
{
    public MailUnreadableException() { }

    public MailUnreadableException(string message)
        : base(message) { }

    public MailUnreadableException(string message, Exception inner)
        : base(message, inner) { }

    /// <summary>True when the mail is gone: somebody moved or deleted it.</summary>
    public bool IsGone { get; init; }
}
