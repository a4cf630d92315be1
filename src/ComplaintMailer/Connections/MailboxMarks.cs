using ComplaintMailer.Database;
using ComplaintMailer.Mail.Mailboxes;
using NodaTime;

namespace ComplaintMailer.Connections;

/// <summary>What the register tells of a mailbox: how far it has been read, when that last went well, and which mails it knows.</summary>
internal static class MailboxMarks
{
    public static MailboxMark? Of(Session session, string mailbox) =>
        session
            .Query(
                "SELECT validity, uid FROM mailbox_mark WHERE mailbox = @mailbox",
                r =>
                    r.Number(0) is { } validity && r.Number(1) is { } uid
                        ? new MailboxMark((uint)validity, (uint)uid)
                        : null,
                ("mailbox", mailbox)
            )
            .FirstOrDefault();

    /// <summary>The last poll in which all went well; null when there has been none.</summary>
    public static Instant? PolledAt(Session session, string mailbox) =>
        session
            .Query(
                "SELECT polled_at FROM mailbox_mark WHERE mailbox = @mailbox",
                r => r.Text(0) is { } at ? Codes.Instant(at) : (Instant?)null,
                ("mailbox", mailbox)
            )
            .FirstOrDefault();

    public static bool Knows(Session session, string mailbox, string item) =>
        session.Scalar<long>(
            """
            SELECT (SELECT COUNT(*) FROM raw_mail WHERE mailbox = @mailbox AND item = @item)
                 + (SELECT COUNT(*) FROM sighting WHERE mailbox = @mailbox AND item = @item)
            """,
            ("mailbox", mailbox),
            ("item", item)
        ) > 0;

    /// <summary>Mails that were kept before then and have not become anything.</summary>
    public static long Open(Session session, string mailbox, Instant before) =>
        session.Scalar<long>(
            "SELECT COUNT(*) FROM raw_mail WHERE mailbox = @mailbox AND disposition IS NULL AND kept_at < @before",
            ("mailbox", mailbox),
            ("before", Codes.Instant(before))
        );
}
