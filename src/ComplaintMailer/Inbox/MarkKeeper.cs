using System.Collections.Concurrent;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Mailboxes;
using NodaTime;

namespace ComplaintMailer.Inbox;

/// <summary>
/// How far a mailbox has been read. A mail that could not be dealt with holds the mark back. At the start and once a day all is
/// gone through from the beginning: what the register does not know is taken in, what it knows is filed again.
/// </summary>
internal sealed class MarkKeeper(Register register, string mailbox, Instant now)
{
    private static readonly Duration Day = Duration.FromHours(24);
    private MailboxMark? kept;
    private MailboxMark? reached;
    private bool held;
    private bool isWhole;

    /// <returns>The mark to list from; null: from the beginning.</returns>
    public MailboxMark? Begin(ConcurrentDictionary<string, Instant> reconciled)
    {
        isWhole = !reconciled.TryGetValue(mailbox, out var last) || now - last > Day;
        kept = reached = register.Read(session =>
            session
                .Query(
                    "SELECT validity, uid FROM mailbox_mark WHERE mailbox = @mailbox",
                    r => r.Number(0) is { } validity ? new MailboxMark((uint)validity, (uint)r.GetInt64(1)) : null,
                    ("mailbox", mailbox)
                )
                .FirstOrDefault()
        );
        return isWhole ? null : kept;
    }

    public void Hold() => held = true;

    public void Reach(MailboxMark? mark)
    {
        if (mark is null || held)
            return;
        if (reached is null || reached.Validity != mark.Validity || mark.Uid > reached.Uid)
            reached = mark;
    }

    public void Keep()
    {
        if (reached is null || reached == kept)
            return;
        register.Write(session =>
            session.Execute(
                """
                INSERT INTO mailbox_mark (mailbox, validity, uid) VALUES (@mailbox, @validity, @uid)
                ON CONFLICT (mailbox) DO UPDATE SET validity = excluded.validity, uid = excluded.uid
                """,
                ("mailbox", mailbox),
                ("validity", (long)reached.Validity),
                ("uid", (long)reached.Uid)
            )
        );
        kept = reached;
    }

    /// <summary>The mailbox has been looked into: says when, for whoever asks whether the worker is alive.</summary>
    /// <param name="isMore">Not all of it has been seen.</param>
    public void End(ConcurrentDictionary<string, Instant> reconciled, bool isMore)
    {
        if (isWhole && !isMore)
            reconciled[mailbox] = now;
        register.Write(session =>
            session.Execute(
                """
                INSERT INTO mailbox_mark (mailbox, polled_at) VALUES (@mailbox, @now)
                ON CONFLICT (mailbox) DO UPDATE SET polled_at = excluded.polled_at
                """,
                ("mailbox", mailbox),
                ("now", Codes.Instant(now))
            )
        );
    }
}
