using ComplaintMailer.Configuration;
using ComplaintMailer.Connections;
using ComplaintMailer.Database;
using ComplaintMailer.Schedules;
using ComplaintMailer.Secrets;
using NodaTime;

namespace ComplaintMailer.Outbox;

/// <summary>
/// Letters of the organisation itself, about no case: reports, alarms, lists. No dossier hears that one did not arrive, so a
/// person does: whoever looks after the worker, and whoever looks after the reports.
/// </summary>
internal sealed class OfficeLetters(KeyStore keys, Alarms alarms)
{
    /// <summary>Came back after a server had taken it. A second report about the same letter says nothing new.</summary>
    public void CameBack(Session session, Office office, long id, string reason, Instant now)
    {
        var changed = session.Execute(
            "UPDATE letter SET state = 'bounced' WHERE id = @id AND state <> 'bounced'",
            ("id", id)
        );
        if (changed > 0)
            DidNotArrive(session, office, id, reason, now);
    }

    public void DidNotArrive(Session session, Office office, long id, string reason, Instant now)
    {
        var (kind, number, messageId, keyId, piece) = session
            .Query(
                "SELECT kind, number, message_id, key_id, sealed FROM letter LEFT JOIN letter_body ON letter_id = id WHERE id = @id",
                r => (r.GetString(0), r.GetInt32(1), r.GetString(2), r.Number(3), r.Bytes(4)),
                ("id", id)
            )
            .Single();
        using var key = keyId is { } its && piece is not null ? keys.Find(session, its) : null;
        var to = key is null ? null : LetterContent.Open(key, piece!, messageId).To;
        // That an alarm did not arrive is told to the others, but once a day only: else alarms would chase one another.
        var name = kind is "alarm" or "recovered"
            ? AlarmNames.Unreachable(office, to, now.InUtc().Date)
            : AlarmNames.Undelivered(office, number);
        alarms.AnnounceUndelivered(session, office, name, $"{kind} → {to}: {reason}", to, now);
    }
}
