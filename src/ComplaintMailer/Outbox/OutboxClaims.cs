using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using ComplaintMailer.Secrets;
using NodaTime;

namespace ComplaintMailer.Outbox;

/// <summary>
/// Whose turn it is. A letter that is claimed stands as “sending”, on the disk, before a word of it is said to a server. The caller
/// owns the transaction.
/// </summary>
internal sealed class OutboxClaims(
    KeyStore keys,
    Desk desk,
    OfficeLetters officeLetters,
    OutboxAnswers answers,
    Gate gate
)
{
    /// <summary>The next are claimed while these go out, so that a worker that dies leaves twice as many to be asked for.</summary>
    public const int LotMost = 64;

    /// <summary>A node that has not settled by then is taken for dead.</summary>
    private static readonly Duration Lease = Duration.FromMinutes(15);
    private static readonly Duration DomainPause = Duration.FromMinutes(5);
    private readonly string node = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    /// <param name="Letters">To be sent; or taken already, where they stand as sent.</param>
    /// <param name="Settled">What may not go out at all.</param>
    /// <param name="Any">Whether anything was due that could be dealt with.</param>
    public sealed record Lot(IReadOnlyList<OutboxLetter> Letters, IReadOnlyList<SentLetter> Settled, bool Any);

    /// <summary>Lets go of what a worker before this one had claimed. Only where there is one worker.</summary>
    public static void Free(Session session) =>
        session.Execute("UPDATE delivery SET next_at = '', claimed_by = NULL WHERE claimed_by IS NOT NULL");

    public static bool HasDue(Session session, Office office, Instant now) =>
        session.Scalar<long>(
            "SELECT COUNT(*) FROM (SELECT 1 FROM delivery WHERE organisation = @organisation AND next_at <= @now LIMIT 1) due",
            ("organisation", office.Organisation.Key),
            ("now", Codes.Instant(now))
        ) > 0;

    /// <summary>How many have not gone out.</summary>
    public static long Waiting(Session session, Office office) =>
        session.Scalar<long>(
            "SELECT COUNT(*) FROM delivery WHERE organisation = @organisation AND next_at IS NOT NULL AND settled_at IS NULL",
            ("organisation", office.Organisation.Key)
        );

    /// <param name="fresh">Letters that were written for this; one that is due and not among them waits for the next lot.</param>
    public Lot Claim(
        Session session,
        Office office,
        IReadOnlySet<string> ours,
        IReadOnlyDictionary<long, FreshLetter?> fresh,
        Instant now
    )
    {
        var any = false;
        var claimed = new List<OutboxLetter>();
        var settled = new List<SentLetter>();
        foreach (var row in Due(session, office, now))
        {
            FreshLetter? written = null;
            if (!row.IsWritten && row.Sealed is not null && !fresh.TryGetValue(row.Id, out written))
                continue;
            any = true;
            var key = row.KeyId is { } id && row.Sealed is not null ? keys.Find(session, id) : null;
            if (key is null)
            {
                // The file has been destroyed meanwhile: there is nothing left to send.
                Close(session, row.Id, row.State == "sent" ? "sent" : "suppressed", now);
                continue;
            }
            var letter = row with { Key = key };
            if (row.IsWritten)
                letter = letter with { Content = LetterContent.Open(key, row.Sealed!, row.MessageId) };
            else if (written is null)
            {
                // Not even the built-in letter: whoever handles the case learns that this one is missing.
                answers.Fail(session, office, letter, "it could not be written", now);
                settled.Add(SentLetter.Of(letter, "failed"));
                key.Dispose();
                continue;
            }
            else
            {
                written.Keep(session, row.Id);
                letter = letter with { Content = written.Content };
            }
            // A letter that was under way has passed the gate already.
            if (row.State is not ("sending" or "sent"))
            {
                var refusal = Gate.Refuses(ours, letter.Content!.To);
                if (refusal is null && gate.Waits(session, row.Gate, row.Domain!, now))
                {
                    Postpone(session, row.Id, now + DomainPause, again: false);
                    continue;
                }
                refusal ??= gate.TooMany(session, row.Gate, row.Address!, now);
                if (refusal is not null)
                {
                    Suppress(session, office, letter, refusal, now);
                    settled.Add(SentLetter.Of(letter, "suppressed"));
                    continue;
                }
                Gate.Pass(session, row.Gate, row.Address!, row.Domain!, now);
                session.Execute("UPDATE letter SET state = 'sending' WHERE id = @id", ("id", row.Id));
            }
            session.Execute(
                "UPDATE delivery SET claimed_by = @node, next_at = @until WHERE letter_id = @id",
                ("node", node),
                ("until", Codes.Instant(now + Lease)),
                ("id", row.Id)
            );
            claimed.Add(letter);
        }
        return new(claimed, settled, any);
    }

    /// <param name="again">A try was made and failed; else it has only to wait its turn.</param>
    /// <param name="ofServer">It failed because of the server, and not because of the letter.</param>
    public static void Postpone(Session session, long id, Instant until, bool again, bool ofServer = false) =>
        session.Execute(
            """
            UPDATE delivery SET attempts = attempts + @tries, next_at = @next, claimed_by = NULL, of_server = @server
            WHERE letter_id = @id
            """,
            ("tries", again ? 1 : 0),
            ("next", Codes.Instant(until)),
            ("server", ofServer ? 1 : 0),
            ("id", id)
        );

    /// <summary>The server is back: what waited for nothing else has its turn.</summary>
    public static void Hurry(Session session, Office office, Instant now) =>
        session.Execute(
            """
            UPDATE delivery SET next_at = @now, of_server = 0
            WHERE organisation = @organisation AND next_at > @now AND of_server = 1 AND claimed_by IS NULL
            """,
            ("organisation", office.Organisation.Key),
            ("now", Codes.Instant(now))
        );

    public static void Close(Session session, long id, string state, Instant now)
    {
        session.Execute("UPDATE letter SET state = @state WHERE id = @id", ("state", state), ("id", id));
        session.Execute(
            "UPDATE delivery SET attempts = attempts + 1, next_at = NULL, claimed_by = NULL, settled_at = @at WHERE letter_id = @id",
            ("at", Codes.Instant(now)),
            ("id", id)
        );
    }

    /// <summary>It is out; the claim on it stands until all has been done that follows from that.</summary>
    public static void Take(Session session, long id, byte[]? sealedAnswer, Instant now)
    {
        session.Execute("UPDATE letter SET state = 'sent' WHERE id = @id", ("id", id));
        session.Execute(
            "UPDATE delivery SET attempts = attempts + 1, settled_at = @at, sealed_answer = @answer WHERE letter_id = @id",
            ("at", Codes.Instant(now)),
            ("answer", sealedAnswer),
            ("id", id)
        );
    }

    /// <summary>Its case knows.</summary>
    public static void Told(Session session, long id) =>
        session.Execute("UPDATE delivery SET sealed_answer = NULL WHERE letter_id = @id", ("id", id));

    /// <summary>Nothing more is to be done about it.</summary>
    public static void LetGo(Session session, long id) =>
        session.Execute(
            "UPDATE delivery SET next_at = NULL, claimed_by = NULL, sealed_answer = NULL WHERE letter_id = @id",
            ("id", id)
        );

    /// <summary>Changes nothing: a transaction in which something is written takes those before it to the disk.</summary>
    public static void Touch(Session session, long id) =>
        session.Execute("UPDATE delivery SET attempts = attempts WHERE letter_id = @id", ("id", id));

    private void Suppress(Session session, Office office, OutboxLetter letter, string refusal, Instant now)
    {
        Close(session, letter.Id, "suppressed", now);
        if (letter.CaseNumber is { } number)
            session.Apart(() =>
                desk.Tell(session, office, number, new CaseInput.LetterWasSuppressed(letter.Number, refusal), null, now)
            );
        else if (letter.Kind.StartsWith("report", StringComparison.Ordinal))
            officeLetters.DidNotArrive(session, office, letter.Id, refusal, now);
    }

    private static List<OutboxLetter> Due(Session session, Office office, Instant now) =>
        session.Query(
            $"""
            SELECT l.id, l.case_number, l.number, l.kind, l.message_id, l.made_at, l.state, l.gate, l.address, l.domain, l.key_id, b.sealed, d.attempts, d.sealed_answer, l.sha256
            FROM delivery d JOIN letter l ON l.id = d.letter_id LEFT JOIN letter_body b ON b.letter_id = l.id
            WHERE d.organisation = @organisation AND d.next_at <= @now
            ORDER BY d.next_at, d.letter_id
            LIMIT @most {(session.Dialect.IsPostgres ? "FOR UPDATE OF d SKIP LOCKED" : "")}
            """,
            r => new OutboxLetter
            {
                Id = r.GetInt64(0),
                CaseNumber = r.Text(1),
                Number = r.GetInt32(2),
                Kind = r.GetString(3),
                MessageId = r.GetString(4),
                MadeAt = Codes.Instant(r.GetString(5)),
                State = r.GetString(6),
                Gate = LetterRow.ReadGate(r.GetString(7)),
                Address = r.Text(8),
                Domain = r.Text(9),
                KeyId = r.Number(10),
                Sealed = r.Bytes(11),
                Attempts = r.GetInt32(12),
                SealedAnswer = r.Bytes(13),
                IsWritten = r.GetString(14).Length > 0,
            },
            ("organisation", office.Organisation.Key),
            ("now", Codes.Instant(now)),
            ("most", LotMost)
        );
}
