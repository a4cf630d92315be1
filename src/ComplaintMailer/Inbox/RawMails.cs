using ComplaintMailer.Database;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Secrets;
using NodaTime;

namespace ComplaintMailer.Inbox;

/// <summary>Raw mail in the register: kept before anything else is done with it.</summary>
internal static class RawMails
{
    /// <summary>Keeps a mail, or finds that it is kept already. Counts the attempt at handling that follows.</summary>
    public static void Keep(
        Session session,
        KeyStore keys,
        string organisation,
        string mailbox,
        Arrival mail,
        Instant now
    )
    {
        var known = session
            .Query(
                "SELECT id, attempts, disposition, case_number FROM raw_mail WHERE mailbox = @mailbox AND digest = @digest",
                r => (Id: r.GetInt64(0), Attempts: r.GetInt32(1), Disposition: r.Text(2), Case: r.Text(3)),
                ("mailbox", mailbox),
                ("digest", mail.Digest)
            )
            .FirstOrDefault();
        if (known.Disposition is not null)
        {
            mail.Id = known.Id;
            mail.CaseNumber = known.Case;
            mail.Disposition = Dispositions.Duplicate;
            session.Execute(
                """
                INSERT INTO sighting (mailbox, item, mail_id, seen_at) VALUES (@mailbox, @item, @id, @now)
                ON CONFLICT (mailbox, item) DO NOTHING
                """,
                ("mailbox", mailbox),
                ("item", mail.Item.Id),
                ("id", known.Id),
                ("now", Codes.Instant(now))
            );
            return;
        }
        if (known.Id > 0)
        {
            mail.Id = known.Id;
            mail.Attempts = known.Attempts + 1;
            // Later attempts count when their turn comes: a worker that dies half-way has not tried what lay behind.
            if (mail.Attempts == 1)
                Attempt(session, mail);
            return;
        }
        using var key = DataKey.New();
        mail.Attempts = 1;
        mail.Id = session.Scalar<long>(
            """
            INSERT INTO raw_mail (organisation, mailbox, item, digest, twin, size, taken_in_at, kept_at, key_id, attempts)
            VALUES (@organisation, @mailbox, @item, @digest, @twin, @size, @takenInAt, @keptAt, @keyId, 1)
            RETURNING id
            """,
            ("organisation", organisation),
            ("mailbox", mailbox),
            ("item", mail.Item.Id),
            ("digest", mail.Digest),
            ("twin", mail.Twin),
            ("size", mail.Size),
            ("takenInAt", Codes.Instant(mail.TakenIn)),
            ("keptAt", Codes.Instant(now)),
            ("keyId", keys.Add(session, key))
        );
        MailPieces.Keep(session, mail.Id, mail.Digest, key, mail.Pieces());
    }

    /// <summary>Where several nodes share a mailbox, one handles a mail; the others wait here for what came of it.</summary>
    public static bool IsHandledElsewhere(Session session, Arrival mail)
    {
        if (!session.Dialect.IsPostgres)
            return false;
        var (disposition, number) = session
            .Query(
                $"SELECT disposition, case_number FROM raw_mail WHERE id = @id {session.Dialect.ForUpdate}",
                r => (r.Text(0), r.Text(1)),
                ("id", mail.Id)
            )
            .Single();
        if (disposition is null)
            return false;
        (mail.Disposition, mail.CaseNumber) = (Dispositions.Duplicate, number);
        return true;
    }

    /// <summary>The case that an earlier copy of this mail belongs to, where one has been handled.</summary>
    public static (bool Found, string? Number) Twin(Session session, string organisation, Arrival mail) =>
        mail.Twin is null
            ? default
            : session
                .Query(
                    """
                    SELECT case_number FROM raw_mail
                    WHERE organisation = @organisation AND twin = @twin AND id <> @id AND disposition IS NOT NULL
                    ORDER BY id LIMIT 1
                    """,
                    r => (true, r.Text(0)),
                    ("organisation", organisation),
                    ("twin", mail.Twin),
                    ("id", mail.Id)
                )
                .FirstOrDefault();

    public static void Dispose(Session session, Arrival mail) =>
        session.Execute(
            "UPDATE raw_mail SET disposition = @disposition, case_number = @number WHERE id = @id",
            ("disposition", mail.Disposition),
            ("number", mail.CaseNumber),
            ("id", mail.Id)
        );

    public static void Attempt(Session session, Arrival mail) =>
        session.Execute("UPDATE raw_mail SET attempts = attempts + 1 WHERE id = @id", ("id", mail.Id));

    /// <summary>Takes an attempt back that failed for no fault of the mail's.</summary>
    public static void Unattempt(Session session, IEnumerable<Arrival> mails)
    {
        foreach (var mail in mails)
            session.Execute(
                "UPDATE raw_mail SET attempts = attempts - 1 WHERE id = @id AND attempts > 0",
                ("id", mail.Id)
            );
    }

    /// <summary>The bytes as they came in; null once the key has been destroyed.</summary>
    public static byte[]? Open(Session session, KeyStore keys, long id) =>
        Open(session, keys, id, (digest, key, size) => MailPieces.Open(session, id, digest, key, (int)size));

    /// <summary>The same, of a large mail only what is needed to understand it.</summary>
    public static ReadOnlyMemory<byte>? OpenToRead(Session session, KeyStore keys, long id) =>
        Open<ReadOnlyMemory<byte>?>(
            session,
            keys,
            id,
            (digest, key, size) =>
            {
                if (size < MailSkeleton.Large)
                    return MailPieces.Open(session, id, digest, key, (int)size);
                var skeleton = new MailSkeleton();
                MailPieces.Open(session, id, digest, key, size, piece => skeleton.Add(piece));
                return skeleton.End();
            }
        );

    private static T? Open<T>(Session session, KeyStore keys, long id, Func<string, DataKey, long, T> open)
    {
        var (keyId, digest, size) = session
            .Query(
                "SELECT key_id, digest, size FROM raw_mail WHERE id = @id",
                r => (r.Number(0), r.GetString(1), r.GetInt64(2)),
                ("id", id)
            )
            .FirstOrDefault();
        if (keyId is not { } k)
            return default;
        using var key = keys.Find(session, k);
        return key is null ? default : open(digest, key, size);
    }

    /// <summary>What a mail said is taken away; that there was one stays.</summary>
    /// <param name="where">Which of them, by one value.</param>
    public static void Forget(Session session, string where, (string, object?) value)
    {
        session.Execute($"DELETE FROM mail_piece WHERE mail_id IN (SELECT id FROM raw_mail WHERE {where})", value);
        session.Execute($"UPDATE raw_mail SET key_id = NULL, twin = NULL WHERE {where}", value);
    }
}
