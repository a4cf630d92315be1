using ComplaintMailer.Database;
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
        session.Execute(
            "UPDATE raw_mail SET key_id = NULL, sealed = NULL, twin = NULL WHERE case_number = @number",
            ("number", number)
        );
        session.Execute(
            "DELETE FROM delivery WHERE letter_id IN (SELECT id FROM letter WHERE case_number = @number)",
            ("number", number)
        );
        session.Execute("DELETE FROM letter WHERE case_number = @number", ("number", number));
        session.Execute("DELETE FROM event WHERE case_number = @number", ("number", number));
        session.Execute("DELETE FROM duty WHERE case_number = @number", ("number", number));
        session.Execute(
            "UPDATE complaint SET key_id = NULL, handler = NULL, sealed_thread = NULL WHERE number = @number",
            ("number", number)
        );
    }
}
