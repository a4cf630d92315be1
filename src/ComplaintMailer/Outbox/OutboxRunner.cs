using System.Text.Json;
using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Sending;
using ComplaintMailer.Secrets;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace ComplaintMailer.Outbox;

/// <summary>
/// Sends what stands in the outbox. “sending” is written before a letter is handed over; after a crash in between the very
/// same bytes go out again under the same Message-ID, and what receives them drops the twin.
/// </summary>
internal sealed class OutboxRunner(Register register, CaseStore store, Desk desk)
{
    private const int BatchMost = 50;
    private static readonly Duration GiveUpAfter = Duration.FromDays(3);

    public sealed record Sent(string Number, int Letter, string Kind, string? To, string State);

    public async Task<IReadOnlyList<Sent>> Run(Office office, IMailSender sender, Instant now, CancellationToken ct)
    {
        var sent = new List<Sent>();
        using var connection = register.Connect();
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var due = Due(connection, office, now);
            if (due.Count == 0)
                return sent;
            foreach (var row in due)
            {
                ct.ThrowIfCancellationRequested();
                sent.Add(await Send(connection, office, sender, row, now, ct));
            }
        }
    }

    private static List<(string Number, long Letter, string Kind, byte[] Sealed, long Attempts, string MadeAt)> Due(
        SqliteConnection connection,
        Office office,
        Instant now
    ) =>
        [
            .. connection.Query<(string, long, string, byte[], long, string)>(
                """
                SELECT l.case_number, l.id, l.kind, l.sealed, d.attempts, l.made_at
                FROM delivery d
                JOIN letter l ON l.case_number = d.case_number AND l.id = d.letter_id
                JOIN complaint c ON c.number = l.case_number
                WHERE d.sent_at IS NULL AND d.next_at <= @now AND c.organisation = @organisation AND l.state IN ('queued', 'sending')
                ORDER BY d.next_at, l.case_number, l.id
                LIMIT @most
                """,
                new
                {
                    now = Codes.Instant(now),
                    organisation = office.Organisation.Key,
                    most = BatchMost,
                }
            ),
        ];

    private async Task<Sent> Send(
        SqliteConnection connection,
        Office office,
        IMailSender sender,
        (string Number, long Letter, string Kind, byte[] Sealed, long Attempts, string MadeAt) row,
        Instant now,
        CancellationToken ct
    )
    {
        var id = (int)row.Letter;
        var key = store.Load(connection, row.Number)!.Key;
        var envelope = JsonSerializer.Deserialize<LetterEnvelope>(
            Vault.Unseal(key, row.Sealed, $"letter {row.Number} {row.Letter}")
        )!;
        if (Gate.Refuses(office.Organisation, envelope.To) is { } refusal)
            return Settle(
                connection,
                office,
                row.Number,
                id,
                row.Kind,
                envelope.To,
                "suppressed",
                new CaseInput.LetterWasSuppressed(id, refusal),
                now
            );

        connection.Execute(
            "UPDATE letter SET state = 'sending' WHERE case_number = @Number AND id = @Letter",
            new { row.Number, row.Letter }
        );
        var result = await sender.Send(
            new(envelope.From, envelope.To!, $"{row.Number}.{row.Letter}"),
            Convert.FromBase64String(envelope.Mail),
            ct
        );
        switch (result)
        {
            case SendResult.Accepted accepted:
                return Settle(
                    connection,
                    office,
                    row.Number,
                    id,
                    row.Kind,
                    envelope.To,
                    "sent",
                    new CaseInput.LetterWasAccepted(id, accepted.Host, accepted.Answer),
                    now
                );
            case SendResult.Never never:
                return Settle(
                    connection,
                    office,
                    row.Number,
                    id,
                    row.Kind,
                    envelope.To,
                    "failed",
                    new CaseInput.LetterDidFail(id, never.Reason),
                    now
                );
            default:
                var later = (SendResult.Later)result;
                if (now - Codes.Instant(row.MadeAt) > GiveUpAfter)
                    return Settle(
                        connection,
                        office,
                        row.Number,
                        id,
                        row.Kind,
                        envelope.To,
                        "failed",
                        new CaseInput.LetterDidFail(id, later.Reason),
                        now
                    );
                connection.Execute(
                    "UPDATE delivery SET attempts = attempts + 1, next_at = @next WHERE case_number = @Number AND letter_id = @Letter",
                    new
                    {
                        next = Codes.Instant(now + Backoff((int)row.Attempts)),
                        row.Number,
                        row.Letter,
                    }
                );
                return new(row.Number, id, row.Kind, envelope.To, "later");
        }
    }

    private Sent Settle(
        SqliteConnection connection,
        Office office,
        string number,
        int id,
        string kind,
        string? to,
        string state,
        CaseInput input,
        Instant now
    )
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute(
            "UPDATE letter SET state = @state WHERE case_number = @number AND id = @id",
            new
            {
                state,
                number,
                id,
            },
            transaction
        );
        connection.Execute(
            "UPDATE delivery SET attempts = attempts + 1, sent_at = @at WHERE case_number = @number AND letter_id = @id",
            new
            {
                at = Codes.Instant(now),
                number,
                id,
            },
            transaction
        );
        desk.Tell(connection, transaction, office, number, input, null, now);
        transaction.Commit();
        return new(number, id, kind, to, state);
    }

    /// <summary>1, 2, 4 … minutes, at most four hours.</summary>
    private static Duration Backoff(int attempts) => Duration.FromMinutes(Math.Min(240, 1 << Math.Min(attempts, 8)));
}
