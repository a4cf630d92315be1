using ComplaintMailer.Database;
using ComplaintMailer.Inbox;
using ComplaintMailer.Reports.Facts;
using ComplaintMailer.Secrets;

namespace ComplaintMailer.Complaints;

/// <summary>Destroys a file: first the keys, so that copies in backups become unreadable too, then the rows. Facts for the figures stay.</summary>
internal static class Destruction
{
    public static void Of(Session session, string number)
    {
        var keys = session.Query(
            """
            SELECT key_id FROM complaint WHERE number = @number AND key_id IS NOT NULL
            UNION SELECT key_id FROM raw_mail WHERE case_number = @number AND key_id IS NOT NULL
            UNION SELECT key_id FROM letter WHERE case_number = @number AND key_id IS NOT NULL
            """,
            r => r.GetInt64(0),
            ("number", number)
        );
        foreach (var key in keys)
            KeyStore.Destroy(session, key);
        RawMails.Forget(session, "case_number = @number", ("number", number));
        session.Execute(
            "DELETE FROM delivery WHERE letter_id IN (SELECT id FROM letter WHERE case_number = @number)",
            ("number", number)
        );
        session.Execute("DELETE FROM letter WHERE case_number = @number", ("number", number));
        session.Execute("DELETE FROM event WHERE case_number = @number", ("number", number));
        session.Execute("DELETE FROM duty WHERE case_number = @number", ("number", number));
        session.Execute(
            "UPDATE complaint SET key_id = NULL, stage = 'purged', handler = NULL, sealed_thread = NULL WHERE number = @number",
            ("number", number)
        );
        FactStore.Forget(session.Connection, session.Transaction!, number);
    }

    /// <summary>
    /// Destroys mails and letters that belong to no case, once they are older than anybody needs them: automatic mail, spam that
    /// nobody rescued, receipts. Which mails there were stays known, so that none comes in twice.
    /// </summary>
    public static int OfLoose(Session session, string before)
    {
        var keys = session.Query(
            """
            SELECT key_id FROM raw_mail WHERE case_number IS NULL AND disposition IS NOT NULL AND kept_at < @before AND key_id IS NOT NULL
            UNION SELECT l.key_id FROM letter l JOIN delivery d ON d.letter_id = l.id
            WHERE l.case_number IS NULL AND l.made_at < @before AND d.next_at IS NULL AND l.key_id IS NOT NULL
            """,
            r => r.GetInt64(0),
            ("before", before)
        );
        foreach (var key in keys)
        {
            KeyStore.Destroy(session, key);
            RawMails.Forget(session, "key_id = @key", ("key", key));
            session.Execute(
                "DELETE FROM letter_body WHERE letter_id IN (SELECT id FROM letter WHERE key_id = @key)",
                ("key", key)
            );
            session.Execute(
                "UPDATE letter SET key_id = NULL, address = NULL, domain = NULL WHERE key_id = @key",
                ("key", key)
            );
        }
        return keys.Count;
    }
}
