using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Recognition;
using ComplaintMailer.Secrets;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ComplaintMailer.Inbox;

/// <summary>
/// Mail that lies in the mailbox and can't be opened. Its sender waits all the same: when that has lasted a while, a case is
/// begun for it with the day the mail came in, and people are told. Once the mail can be opened it is registered as any
/// other, and offered to the handler as one matter with the case that stood in its place.
/// </summary>
internal sealed class Unopened(Register register, Vault vault, Desk desk, ILogger log)
{
    /// <summary>What another program holds on to, or a right that is being set, is over by then.</summary>
    private static readonly Duration Patience = Duration.FromMinutes(15);

    /// <summary>More than these at a time is one fault of the mailbox and not so many complaints: the alarm tells of it.</summary>
    private const int CasesMost = 25;

    /// <summary>Notes which mails can't be opened now, begins a case for those that could not for long, and forgets those that have gone.</summary>
    public void Note(Office office, IReadOnlyList<MailboxItem> items, bool fallbackToNow, Instant now)
    {
        var mailbox = office.Organisation.Address;
        var noted = register.Read(session => Noted(session, mailbox));
        if (items.Count == 0 && noted.Count == 0)
            return;
        var still = items.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        register.Write(session =>
        {
            foreach (var (id, _, _) in noted.Where(m => !still.Contains(m.Item)))
                Dispose(session, id, Dispositions.Gone, null);
            var lasting = noted.Where(m => still.Contains(m.Item) && now - m.Since >= Patience);
            foreach (var (id, item, _) in lasting.Take(CasesMost - Standing(session, mailbox, still)))
                Register(session, office, id, item, now);
            foreach (var item in items)
                Keep(session, office, mailbox, item, fallbackToNow, now);
        });
    }

    /// <summary>The case that was begun for this mail when it could not be opened. It is waited for no longer.</summary>
    public string? StoodFor(Session session, string mailbox, MailboxItem item)
    {
        var (id, disposition, number) = session
            .Query(
                "SELECT id, disposition, case_number FROM raw_mail WHERE mailbox = @mailbox AND digest = @digest",
                r => (r.GetInt64(0), r.Text(1), r.Text(2)),
                ("mailbox", mailbox),
                ("digest", Digest(item.Id))
            )
            .FirstOrDefault();
        if (id > 0 && disposition is null)
            Dispose(session, id, Dispositions.Opened, null);
        return number;
    }

    private void Keep(Session session, Office office, string mailbox, MailboxItem item, bool fallbackToNow, Instant now)
    {
        var came = item.TakenInAt ?? (fallbackToNow ? null : item.FileTime) ?? now.ToDateTimeOffset();
        session.Execute(
            """
            INSERT INTO raw_mail (organisation, mailbox, item, digest, size, taken_in_at, kept_at)
            VALUES (@organisation, @mailbox, @item, @digest, @size, @takenInAt, @keptAt)
            ON CONFLICT (mailbox, digest) DO NOTHING
            """,
            ("organisation", office.Organisation.Key),
            ("mailbox", mailbox),
            ("item", item.Id),
            ("digest", Digest(item.Id)),
            ("size", item.Size),
            ("takenInAt", Codes.Instant(Instant.FromDateTimeOffset(came))),
            ("keptAt", Codes.Instant(now))
        );
    }

    private void Register(Session session, Office office, long id, string item, Instant now)
    {
        try
        {
            session.Apart(() => Begin(session, office, id, item, now));
        }
        catch (Exception e) when (!Trouble.IsOfDatabase(e))
        {
            log.LogError("No case could be begun for a mail that can't be opened: {Trouble}", Trouble.Of(e));
        }
    }

    private void Begin(Session session, Office office, long id, string item, Instant now)
    {
        var came = Codes.Instant(
            session.Scalar<string>("SELECT taken_in_at FROM raw_mail WHERE id = @id", ("id", id))!
        );
        var number = desk.Open(session, office, FilingMaker.Unopened(office, item, came), id, null, now);
        Dispose(session, id, Dispositions.Unopened, number);
    }

    /// <summary>Those that no case has been begun for: there are no bytes of them.</summary>
    private static List<(long Id, string Item, Instant Since)> Noted(Session session, string mailbox) =>
        session.Query(
            "SELECT id, item, kept_at FROM raw_mail WHERE mailbox = @mailbox AND disposition IS NULL AND key_id IS NULL",
            r => (r.GetInt64(0), r.GetString(1), Codes.Instant(r.GetString(2))),
            ("mailbox", mailbox)
        );

    /// <summary>Cases that stand for mails which can't be opened still.</summary>
    private static int Standing(Session session, string mailbox, HashSet<string> still) =>
        session
            .Query(
                $"SELECT item FROM raw_mail WHERE mailbox = @mailbox AND disposition = '{Dispositions.Unopened}'",
                r => r.GetString(0),
                ("mailbox", mailbox)
            )
            .Count(still.Contains);

    private static void Dispose(Session session, long id, string disposition, string? number) =>
        session.Execute(
            "UPDATE raw_mail SET disposition = @disposition, case_number = @number WHERE id = @id",
            ("disposition", disposition),
            ("number", number),
            ("id", id)
        );

    /// <summary>Known by its name in the mailbox, as its bytes are not.</summary>
    private string Digest(string item) => vault.Digest("unopened", item);
}
