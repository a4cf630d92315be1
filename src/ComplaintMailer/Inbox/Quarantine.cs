using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Recognition;
using ComplaintMailer.Secrets;
using NodaTime;

namespace ComplaintMailer.Inbox;

/// <summary>Mail that was set aside. A person sees it listed the next working day, and can still make a complaint of it.</summary>
internal sealed class Quarantine(KeyStore keys, Desk desk, IMailReader reader, FilingMaker filings)
{
    public const string DutyKind = "quarantine-digest";
    private const int ListedMost = 200;
    private const int SentenceChars = 200;

    /// <summary>When people are at work.</summary>
    private static readonly LocalTime Hour = new(9, 0);

    /// <summary>Puts the list on the agenda: the next working morning.</summary>
    public static void Announce(Session session, Office office, Instant now)
    {
        var organisation = office.Organisation.Key;
        if (DutyStore.Stands(session, organisation, "", DutyKind))
            return;
        var day = office.Around.DateOf(now);
        do day = day.PlusDays(1);
        while (!office.Around.Calendar.IsWorkingDay(day));
        var at = day.At(Hour).InZoneLeniently(office.Around.Zone).ToInstant();
        DutyStore.Put(session, organisation, "", new Duty(DutyKind, DutyKind, at));
    }

    /// <summary>Lists what has not been listed yet, to every coordinator.</summary>
    public void List(Session session, Office office, Instant now)
    {
        var organisation = office.Organisation;
        var rows = session.Query(
            """
            SELECT id, taken_in_at, disposition FROM raw_mail
            WHERE organisation = @organisation AND disposition IN ('spam', 'quarantined', 'poison') AND listed_at IS NULL
            ORDER BY id LIMIT @most
            """,
            r => (Id: r.GetInt64(0), TakenIn: Codes.Instant(r.GetString(1)), Disposition: r.GetString(2)),
            ("organisation", organisation.Key),
            ("most", ListedMost)
        );
        if (rows.Count == 0)
            return;
        var items = rows.ConvertAll(row => Item(session, office, row.Id, row.TakenIn, row.Disposition));
        foreach (var person in Readers(organisation))
            desk.Notify(
                session,
                office,
                person,
                "quarantine-digest",
                new Dictionary<string, object?> { ["items"] = items },
                byItself: true,
                now
            );
        foreach (var (id, _, _) in rows)
            session.Execute(
                "UPDATE raw_mail SET listed_at = @now WHERE id = @id",
                ("now", Codes.Instant(now)),
                ("id", id)
            );
        if (rows.Count == ListedMost)
            Announce(session, office, now);
    }

    /// <summary>Makes a complaint of a mail that was set aside, with the day on which it came in.</summary>
    /// <returns>The case's number; null when there is no such mail, or it is a complaint already.</returns>
    public string? Rescue(Session session, Office office, long id, Instant now)
    {
        var takenIn = session.Scalar<string>(
            """
            SELECT taken_in_at FROM raw_mail
            WHERE id = @id AND organisation = @organisation AND disposition IN ('spam', 'quarantined', 'poison') AND case_number IS NULL
            """,
            ("id", id),
            ("organisation", office.Organisation.Key)
        );
        if (takenIn is null || RawMails.OpenToRead(session, keys, id) is not { } raw)
            return null;
        var mail = reader.Read(raw);
        var filing = filings.FromMail(office, mail, Codes.Instant(takenIn));
        var number = desk.Open(session, office, filing, id, new Answered(mail.MessageId, mail.References), now);
        session.Execute(
            "UPDATE raw_mail SET disposition = @disposition, case_number = @number WHERE id = @id",
            ("disposition", Dispositions.Complaint),
            ("number", number),
            ("id", id)
        );
        return number;
    }

    private static IEnumerable<Person> Readers(Organisation organisation) =>
        organisation.WithRole(Roles.Coordinator).Any()
            ? organisation.WithRole(Roles.Coordinator)
            : organisation.WithRole(Roles.Admin);

    private Dictionary<string, object?> Item(
        Session session,
        Office office,
        long id,
        Instant takenIn,
        string disposition
    )
    {
        var mail = RawMails.OpenToRead(session, keys, id) is { } raw ? reader.Read(raw) : null;
        var words =
            mail is null ? ""
            : mail.Reply.Length > 0 ? mail.Reply
            : mail.Text;
        return new()
        {
            ["id"] = id,
            ["from"] = mail?.From?.ToString() ?? "",
            ["subject"] = mail?.Subject ?? "",
            ["received"] = takenIn.InZone(office.Around.Zone).ToString("uuuu-MM-dd HH:mm", null),
            ["why"] = disposition == Dispositions.Spam ? "spam" : mail?.Why ?? disposition,
            ["sentence"] =
                string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is var line
                && line.Length > SentenceChars
                    ? line[..SentenceChars] + "…"
                    : line,
        };
    }
}
