using System.Text;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using ComplaintMailer.Reports.Facts;
using ComplaintMailer.Secrets;

namespace ComplaintMailer.Complaints;

/// <summary>A case with the key to its dossier.</summary>
internal sealed record Dossier(
    Case State,
    IReadOnlyList<CaseEvent> Events,
    DataKey Key,
    long KeyId,
    string Head,
    MailThread Thread
) : IDisposable
{
    public void Dispose() => Key.Dispose();
}

/// <summary>Dossiers in the register. The caller owns the transaction.</summary>
internal sealed class CaseStore(KeyStore keys)
{
    /// <returns>Null when there is no such case, or its key has been destroyed.</returns>
    public Dossier? Load(Session session, string number)
    {
        var row = session
            .Query(
                $"SELECT key_id, head, sealed_thread FROM complaint WHERE number = @number {(session.Transaction is null ? "" : session.Dialect.ForUpdate)}",
                r => (KeyId: r.Number(0), Head: r.GetString(1), Thread: r.Bytes(2)),
                ("number", number)
            )
            .FirstOrDefault();
        if (row.KeyId is not { } keyId || keys.Find(session, keyId) is not { } key)
            return null;
        var events = session.Query(
            "SELECT seq, kind, sealed FROM event WHERE case_number = @number ORDER BY seq",
            r => CaseEventJson.Read(r.GetString(1), key.Open(r.GetBytes(2), EventPlace(number, r.GetInt32(0)))),
            ("number", number)
        );
        var thread = row.Thread is { } piece ? MailThread.Read(key.Open(piece, ThreadPlace(number))) : MailThread.Empty;
        return new(Decider.Fold(events)!, events, key, keyId, row.Head, thread);
    }

    /// <summary>A case whose file has been destroyed is no case any more: what comes about it is new.</summary>
    public static bool Exists(Session session, string organisation, string number) =>
        session.Scalar<long>(
            "SELECT COUNT(*) FROM complaint WHERE number = @number AND organisation = @organisation AND key_id IS NOT NULL",
            ("number", number),
            ("organisation", organisation)
        ) > 0;

    public static int Next(Session session, string counter) =>
        session.Scalar<int>(
            """
            INSERT INTO counter (name, last) VALUES (@name, 1)
            ON CONFLICT (name) DO UPDATE SET last = counter.last + 1
            RETURNING last
            """,
            ("name", counter)
        );

    public static string NextNumber(Session session, string organisation, string prefix, int year) =>
        Number(prefix, year, Next(session, Counter(organisation, year)));

    /// <summary>How many cases a year has so far.</summary>
    public static int LastNumber(Session session, string organisation, int year) =>
        session.Scalar<int>("SELECT last FROM counter WHERE name = @name", ("name", Counter(organisation, year)));

    public static string Number(string prefix, int year, int count) =>
        $"{prefix.ToUpperInvariant()}-{year:0000}-{count:0000}";

    private static string Counter(string organisation, int year) => $"case {organisation} {year:0000}";

    /// <summary>Writes all of a change.</summary>
    public static void Keep(Session session, CaseChange change)
    {
        Project(session, change);
        foreach (var e in change.Events)
        {
            session.Execute(
                "INSERT INTO event (case_number, seq, at, kind, sealed, hash) VALUES (@number, @seq, @at, @kind, @sealed, @hash)",
                ("number", change.After.Number),
                ("seq", e.Seq),
                ("at", e.At),
                ("kind", e.Kind),
                ("sealed", e.Sealed),
                ("hash", e.Hash)
            );
        }
        foreach (var letter in change.Letters)
            letter.Insert(session);
        DutyStore.Set(session, change.After.Organisation, change.After.Number, change.Duties, change.Before is null);
        FactStore.Put(session, change.Facts, change.After.Number);
    }

    public static string EventPlace(string number, int seq) => $"event {number} {seq}";

    public static string ThreadPlace(string number) => $"thread {number}";

    /// <summary>Each event is bound to all before it: none can be changed, taken out or put in between unseen.</summary>
    public static string Hash(Vault vault, string before, string number, EventRow e) =>
        vault.Link([.. Encoding.UTF8.GetBytes($"{before}\n{number}\n{e.Seq}\n{e.At}\n{e.Kind}\n"), .. e.Sealed]);

    private static void Project(Session session, CaseChange change)
    {
        var after = change.After;
        (string, object?)[] values =
        [
            ("number", after.Number),
            ("thread", change.SealedThread),
            ("events", after.Version),
            ("head", change.Head),
            ("kind", after.Kind),
            ("stage", Codes.Stage(after.Stage)),
            ("outcome", after.Outcome),
            ("closedOn", Codes.Date(after.ClosedOn)),
            ("handler", after.Handler),
            ("location", after.Location),
            ("service", after.Service),
            ("finalDue", Codes.Date(after.Term("final")?.Due)),
            ("keepUntil", Codes.Date(after.KeepUntil)),
        ];
        if (change.Before is null)
            session.Execute(
                """
                INSERT INTO complaint (number, organisation, regulation, version, key_id, received_at, filed_on, sealed_thread, events, head, kind, stage, outcome, closed_on, handler, location, service, final_due, keep_until)
                VALUES (@number, @organisation, @regulation, @version, @keyId, @receivedAt, @filedOn, @thread, @events, @head, @kind, @stage, @outcome, @closedOn, @handler, @location, @service, @finalDue, @keepUntil)
                """,
                [
                    .. values,
                    ("organisation", after.Organisation),
                    ("regulation", after.Regulation),
                    ("version", after.RegulationVersion),
                    ("keyId", change.KeyId),
                    ("receivedAt", Codes.Instant(after.Received)),
                    ("filedOn", DateWords.Iso(after.DayZero)),
                ]
            );
        else
            session.Execute(
                """
                UPDATE complaint
                SET sealed_thread = COALESCE(@thread, sealed_thread), events = @events, head = @head, kind = @kind, stage = @stage, outcome = @outcome,
                    closed_on = @closedOn, handler = @handler, location = @location, service = @service, final_due = @finalDue, keep_until = @keepUntil
                WHERE number = @number
                """,
                values
            );
    }
}
