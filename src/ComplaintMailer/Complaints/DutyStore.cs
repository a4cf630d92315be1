using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using NodaTime;

namespace ComplaintMailer.Complaints;

/// <summary>The agenda in the register. A case's rows follow from its state; only what differs is written.</summary>
internal static class DutyStore
{
    public static void Set(Session session, string organisation, string number, IReadOnlyList<Duty> duties, bool isNew)
    {
        var there = isNew
            ? []
            : session
                .Query(
                    // The number alone says which rows: with the organisation beside it SQLite goes through all of that one's.
                    "SELECT key, due_at FROM duty WHERE case_number = @number",
                    row => (Key: row.GetString(0), DueAt: row.GetString(1)),
                    ("number", number)
                )
                .ToDictionary(r => r.Key, r => r.DueAt, StringComparer.Ordinal);
        foreach (var duty in duties)
        {
            var dueAt = Codes.Instant(duty.DueAt);
            if (there.Remove(duty.Key, out var before) && before == dueAt)
                continue;
            Put(session, organisation, number, duty);
        }
        foreach (var gone in there.Keys)
            Remove(session, organisation, number, gone);
    }

    public static void Put(Session session, string organisation, string number, Duty duty) =>
        session.Execute(
            """
            INSERT INTO duty (organisation, case_number, key, kind, due_at) VALUES (@organisation, @number, @key, @kind, @dueAt)
            ON CONFLICT (case_number, key, organisation) DO UPDATE SET due_at = excluded.due_at, attempts = 0, not_before = NULL
            """,
            ("organisation", organisation),
            ("number", number),
            ("key", duty.Key),
            ("kind", duty.Kind),
            ("dueAt", Codes.Instant(duty.DueAt))
        );

    public static void Remove(Session session, string organisation, string number, string key) =>
        session.Execute(
            "DELETE FROM duty WHERE case_number = @number AND key = @key AND organisation = @organisation",
            ("number", number),
            ("key", key),
            ("organisation", organisation)
        );

    public static bool Stands(Session session, string organisation, string number, string key) =>
        session.Scalar<long>(
            "SELECT COUNT(*) FROM duty WHERE case_number = @number AND key = @key AND organisation = @organisation",
            ("number", number),
            ("key", key),
            ("organisation", organisation)
        ) > 0;

    /// <summary>Rows that have come due, in order. What failed lately waits its turn.</summary>
    public static IReadOnlyList<(string Number, Duty Duty)> Due(
        Session session,
        string organisation,
        Instant now,
        int most
    ) =>
        session.Query(
            $"""
            SELECT case_number, key, kind, due_at FROM duty
            WHERE organisation = @organisation AND due_at <= @now AND (not_before IS NULL OR not_before <= @now)
            ORDER BY due_at, case_number, key
            LIMIT @most
            {(session.Transaction is null ? "" : session.Dialect.SkipLocked)}
            """,
            row => (row.GetString(0), new Duty(row.GetString(2), row.GetString(1), Codes.Instant(row.GetString(3)))),
            ("organisation", organisation),
            ("now", Codes.Instant(now)),
            ("most", most)
        );

    /// <summary>A row that can't be handled is tried again later, with growing pauses, and blocks no other.</summary>
    public static void Postpone(Session session, string organisation, string number, string key, Instant now)
    {
        var attempts = session.Scalar<int>(
            """
            UPDATE duty SET attempts = attempts + 1
            WHERE case_number = @number AND key = @key AND organisation = @organisation
            RETURNING attempts
            """,
            ("number", number),
            ("key", key),
            ("organisation", organisation)
        );
        session.Execute(
            "UPDATE duty SET not_before = @at WHERE case_number = @number AND key = @key AND organisation = @organisation",
            ("at", Codes.Instant(now + Duration.FromMinutes(Math.Min(60, 1 << Math.Min(attempts, 6))))),
            ("number", number),
            ("key", key),
            ("organisation", organisation)
        );
    }
}
