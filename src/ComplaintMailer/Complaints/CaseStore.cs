using System.Security.Cryptography;
using System.Text;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using ComplaintMailer.Reports.Facts;
using ComplaintMailer.Secrets;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ComplaintMailer.Complaints;

/// <summary>Dossiers in the database. The caller owns the transaction.</summary>
internal sealed class CaseStore(Vault vault)
{
    public sealed record Loaded(Case State, IReadOnlyList<CaseEvent> Events, byte[] Key, long KeyId);

    public Loaded? Load(SqliteConnection connection, string number, SqliteTransaction? transaction = null)
    {
        var key = connection.QueryFirstOrDefault<(long Id, byte[] Wrapped)>(
            "SELECT k.id, k.wrapped FROM complaint c JOIN data_key k ON k.id = c.key_id WHERE c.number = @number",
            new { number },
            transaction
        );
        if (key.Wrapped is null)
            return null;
        var dataKey = vault.Unwrap(key.Wrapped);
        var events = connection
            .Query<(long Seq, string Kind, byte[] Sealed)>(
                "SELECT seq, kind, sealed FROM event WHERE case_number = @number ORDER BY seq",
                new { number },
                transaction
            )
            .Select(row => CaseEventJson.Read(row.Kind, Vault.Unseal(dataKey, row.Sealed, $"event {number} {row.Seq}")))
            .ToList();
        return new(Decider.Fold(events)!, events, dataKey, key.Id);
    }

    public long NewKey(SqliteConnection connection, SqliteTransaction transaction, byte[] dataKey) =>
        connection.ExecuteScalar<long>(
            "INSERT INTO data_key (wrapped) VALUES (@wrapped) RETURNING id",
            new { wrapped = vault.Wrap(dataKey) },
            transaction
        );

    public static string NextNumber(
        SqliteConnection connection,
        SqliteTransaction transaction,
        string organisation,
        string prefix,
        int year
    )
    {
        var n = connection.ExecuteScalar<long>(
            """
            INSERT INTO case_counter (organisation, year, last) VALUES (@organisation, @year, 1)
            ON CONFLICT (organisation, year) DO UPDATE SET last = last + 1
            RETURNING last
            """,
            new { organisation, year },
            transaction
        );
        return $"{prefix.ToUpperInvariant()}-{year:0000}-{n:0000}";
    }

    /// <summary>Appends what happened and brings the projection into line.</summary>
    public static void Append(
        SqliteConnection connection,
        SqliteTransaction transaction,
        Case? before,
        Case after,
        IReadOnlyList<CaseEvent> events,
        byte[] dataKey,
        long keyId
    )
    {
        var number = after.Number;
        var seq = before?.Version ?? 0;
        var row = new
        {
            number,
            organisation = after.Organisation,
            regulation = after.Regulation,
            version = after.RegulationVersion,
            keyId,
            events = after.Version,
            kind = after.Kind,
            stage = Codes.Stage(after.Stage),
            outcome = after.Outcome,
            receivedAt = Codes.Instant(after.Received),
            filedOn = Codes.Date(after.DayZero),
            closedOn = after.ClosedOn is { } closed ? Codes.Date(closed) : null,
            handler = after.Handler,
            location = after.Location,
            service = after.Service,
        };
        connection.Execute(
            before is null
                ? """
                INSERT INTO complaint (number, organisation, regulation, version, key_id, events, kind, stage, outcome, received_at, filed_on, closed_on, handler, location, service)
                VALUES (@number, @organisation, @regulation, @version, @keyId, @events, @kind, @stage, @outcome, @receivedAt, @filedOn, @closedOn, @handler, @location, @service)
                """
                : """
                UPDATE complaint
                SET events = @events, kind = @kind, stage = @stage, outcome = @outcome, closed_on = @closedOn, handler = @handler, location = @location, service = @service
                WHERE number = @number
                """,
            row,
            transaction
        );
        FactStore.Put(connection, transaction, after);
        var hash =
            seq == 0
                ? ""
                : connection.ExecuteScalar<string>(
                    "SELECT hash FROM event WHERE case_number = @number AND seq = @seq",
                    new { number, seq },
                    transaction
                )!;
        foreach (var happened in events)
        {
            seq++;
            var body = CaseEventJson.Write(happened);
            hash = Hash(hash, number, seq, happened, body);
            connection.Execute(
                "INSERT INTO event (case_number, seq, at, kind, sealed, hash) VALUES (@number, @seq, @at, @kind, @sealedBody, @hash)",
                new
                {
                    number,
                    seq,
                    at = Codes.Instant(happened.At),
                    kind = happened.Kind,
                    sealedBody = Vault.Seal(dataKey, body, $"event {number} {seq}"),
                    hash,
                },
                transaction
            );
        }
    }

    public static void SetAgenda(
        SqliteConnection connection,
        SqliteTransaction transaction,
        string number,
        IReadOnlyList<Duty> duties
    )
    {
        connection.Execute("DELETE FROM duty WHERE case_number = @number", new { number }, transaction);
        foreach (var duty in duties)
        {
            connection.Execute(
                "INSERT INTO duty (case_number, key, kind, due_at) VALUES (@number, @key, @kind, @dueAt)",
                new
                {
                    number,
                    key = duty.Key,
                    kind = duty.Kind,
                    dueAt = Codes.Instant(duty.DueAt),
                },
                transaction
            );
        }
    }

    /// <summary>Each event is bound to all before it: none can be changed, taken out or put in between unseen.</summary>
    public static string Hash(string before, string number, int seq, CaseEvent happened, byte[] body) =>
        Convert.ToHexStringLower(
            SHA256.HashData([
                .. Encoding.UTF8.GetBytes(
                    $"{before}\n{number}\n{seq}\n{Codes.Instant(happened.At)}\n{happened.Kind}\n"
                ),
                .. body,
            ])
        );
}
