using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Connections;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Sending;
using ComplaintMailer.Secrets;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ComplaintMailer.Outbox;

/// <summary>
/// Sends what stands in the outbox: claimed in one transaction, handed over, settled in another. After a crash in between the
/// very same bytes go out again under the same Message-ID, and what receives them can drop the twin.
/// </summary>
internal sealed class OutboxRunner(
    Register register,
    KeyStore keys,
    Desk desk,
    OfficeLetters officeLetters,
    Gate gate,
    ILogger log
)
{
    private const int BatchMost = 64;

    /// <summary>
    /// Handed over at a time: a stop waits for so many. Should the worker die, these and those before them, whose answers are
    /// just being written down, are what may go out twice.
    /// </summary>
    private const int ChunkMost = 12;
    private static readonly Duration GiveUpAfter = Duration.FromDays(3);

    /// <summary>A node that has not settled by then is taken for dead.</summary>
    private static readonly Duration Lease = Duration.FromMinutes(15);
    private static readonly Duration DomainPause = Duration.FromMinutes(5);
    private readonly string node = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    public sealed record Sent(string? Number, int Letter, string Kind, string? To, string State);

    public async Task<IReadOnlyList<Sent>> Run(
        Office office,
        IReadOnlySet<string> ours,
        IMailSender sender,
        SentCopies copies,
        Instant now,
        CancellationToken stop,
        CancellationToken abort
    )
    {
        var all = new List<Sent>();
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var (claimed, settled, any) = register.Write(session => Claim(session, office, ours, now));
            all.AddRange(settled);
            if (!any)
                return all;
            if (claimed.Count == 0)
                continue;
            all.AddRange(await Work(office, sender, copies, claimed, now, stop, abort));
        }
    }

    /// <summary>Lets go of what a worker before this one had claimed. Only where there is one worker.</summary>
    public static void FreeClaims(Session session) =>
        session.Execute("UPDATE delivery SET next_at = '', claimed_by = NULL WHERE claimed_by IS NOT NULL");

    public static bool HasDue(Session session, Office office, Instant now) =>
        session.Scalar<long>(
            "SELECT COUNT(*) FROM (SELECT 1 FROM delivery WHERE organisation = @organisation AND next_at <= @now LIMIT 1) due",
            ("organisation", office.Organisation.Key),
            ("now", Codes.Instant(now))
        ) > 0;

    private (List<Letter> Claimed, List<Sent> Settled, bool Any) Claim(
        Session session,
        Office office,
        IReadOnlySet<string> ours,
        Instant now
    )
    {
        var rows = Due(session, office, now);
        var claimed = new List<Letter>();
        var settled = new List<Sent>();
        foreach (var row in rows)
        {
            using var key = row.KeyId is { } id && row.Sealed is not null ? keys.Find(session, id) : null;
            if (key is null)
            {
                // The file has been destroyed meanwhile: there is nothing left to send.
                Close(session, row, "suppressed", now);
                continue;
            }
            var content = LetterContent.Open(key, row.Sealed!, row.MessageId);
            var refusal = Gate.Refuses(ours, content.To);
            // A letter that was under way has passed the gate already.
            if (refusal is null && row.State == "queued")
            {
                if (gate.Waits(session, row.Gate, row.Domain!, now))
                {
                    Postpone(session, row.Id, now + DomainPause, again: false);
                    continue;
                }
                refusal = gate.TooMany(session, row.Gate, row.Address!, now);
                if (refusal is null)
                    Gate.Pass(session, row.Gate, row.Address!, row.Domain!, now);
            }
            if (refusal is not null)
            {
                Close(session, row, "suppressed", now);
                if (row.CaseNumber is { } number)
                    session.Apart(() =>
                        desk.Tell(
                            session,
                            office,
                            number,
                            new CaseInput.LetterWasSuppressed(row.Number, refusal),
                            null,
                            now
                        )
                    );
                else if (row.Kind.StartsWith("report", StringComparison.Ordinal))
                    officeLetters.DidNotArrive(session, office, row.Id, refusal, now);
                settled.Add(new(row.CaseNumber, row.Number, row.Kind, content.To, "suppressed"));
                continue;
            }
            session.Execute("UPDATE letter SET state = 'sending' WHERE id = @id", ("id", row.Id));
            session.Execute(
                "UPDATE delivery SET claimed_by = @node, next_at = @until WHERE letter_id = @id",
                ("node", node),
                ("until", Codes.Instant(now + Lease)),
                ("id", row.Id)
            );
            claimed.Add(row with { Content = content });
        }
        return (claimed, settled, rows.Count > 0);
    }

    private static List<Letter> Due(Session session, Office office, Instant now) =>
        session.Query(
            $"""
            SELECT l.id, l.case_number, l.number, l.kind, l.message_id, l.made_at, l.state, l.gate, l.address, l.domain, l.key_id, l.sealed, d.attempts
            FROM delivery d JOIN letter l ON l.id = d.letter_id
            WHERE d.organisation = @organisation AND d.next_at <= @now
            ORDER BY d.next_at, d.letter_id
            LIMIT @most {(session.Dialect.IsPostgres ? "FOR UPDATE OF d SKIP LOCKED" : "")}
            """,
            r => new Letter
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
            },
            ("organisation", office.Organisation.Key),
            ("now", Codes.Instant(now)),
            ("most", BatchMost)
        );

    /// <summary>Some at a time: while some are handed over, the answers to those before them are written down.</summary>
    private async Task<List<Sent>> Work(
        Office office,
        IMailSender sender,
        SentCopies copies,
        IReadOnlyList<Letter> letters,
        Instant now,
        CancellationToken stop,
        CancellationToken abort
    )
    {
        var all = new List<Sent>();
        var settling = Task.FromResult<List<Sent>>([]);
        foreach (var chunk in letters.Chunk(ChunkMost))
        {
            var handed = stop.IsCancellationRequested
                ? new HandedOver([], [])
                : await HandOver(sender, copies, chunk, now, abort);
            List<Sent> Down() => register.Write(session => Settle(session, office, chunk, handed.Results, now));
            try
            {
                all.AddRange(await settling);
            }
            catch
            {
                // Once handed over, the answers are written down, stop or no stop, and whatever became of those before:
                // else the letters would go out twice.
                Down();
                throw;
            }
            settling = Task.Run(Down, CancellationToken.None);
            await copies.Keep(handed.Fresh, now, abort);
        }
        all.AddRange(await settling);
        return all;
    }

    /// <param name="Results">One for each letter, null where it is not known; none where nothing was done.</param>
    /// <param name="Fresh">What went out now.</param>
    private sealed record HandedOver(IReadOnlyList<SendResult?> Results, IReadOnlyList<ReadOnlyMemory<byte>> Fresh);

    private async Task<HandedOver> HandOver(
        IMailSender sender,
        SentCopies copies,
        Letter[] letters,
        Instant now,
        CancellationToken abort
    )
    {
        try
        {
            var results = new SendResult?[letters.Length];
            // What was under way when the worker fell over may have gone out: the folder of sent mail knows.
            for (var i = 0; i < letters.Length; i++)
                if (letters[i].State == "sending")
                    results[i] = await copies.Find(letters[i].MessageId, now, abort);
            var open = Enumerable.Range(0, letters.Length).Where(i => results[i] is null).ToList();
            var answers = await sender.SendAll(
                [
                    .. open.Select(i => letters[i])
                        .Select(l =>
                            (
                                new MailEnvelope(l.Content!.From, l.Content.To!, l.MessageId.Split('@')[0]),
                                l.Content.Mail
                            )
                        ),
                ],
                abort
            );
            for (var i = 0; i < open.Count; i++)
                results[open[i]] = answers[i];
            copies.Judge(answers, now);
            return new(
                results,
                [.. open.Where(i => results[i] is SendResult.Accepted).Select(i => letters[i].Content!.Mail)]
            );
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            // Broken off in the middle of a conversation: what became of these letters is not known, so they stay claimed.
            return new(new SendResult?[letters.Length], []);
        }
        catch (Exception e)
        {
            log.LogError("Sending failed: {Trouble}", Trouble.Of(e));
            return new([.. letters.Select(_ => new SendResult.Later(e.GetType().Name))], []);
        }
    }

    private List<Sent> Settle(
        Session session,
        Office office,
        IReadOnlyList<Letter> letters,
        IReadOnlyList<SendResult?> results,
        Instant now
    )
    {
        var settled = new List<Sent>();
        for (var i = 0; i < letters.Count; i++)
        {
            var letter = letters[i];
            if (i >= results.Count)
                Postpone(session, letter.Id, now, again: false);
            else if (results[i] is { } result)
                settled.Add(
                    new(
                        letter.CaseNumber,
                        letter.Number,
                        letter.Kind,
                        letter.Content!.To,
                        Settle(session, office, letter, result, now)
                    )
                );
        }
        return settled;
    }

    private string Settle(Session session, Office office, Letter letter, SendResult result, Instant now)
    {
        if (result is SendResult.Later && now - letter.MadeAt <= GiveUpAfter)
        {
            Postpone(session, letter.Id, now + Backoff(letter.Attempts), again: true);
            return "later";
        }
        var (state, input) = result switch
        {
            SendResult.Accepted accepted => (
                "sent",
                (CaseInput)new CaseInput.LetterWasAccepted(letter.Number, accepted.Host, accepted.Answer)
            ),
            SendResult.Never never => ("failed", new CaseInput.LetterDidFail(letter.Number, never.Reason)),
            SendResult.Later later => ("failed", new CaseInput.LetterDidFail(letter.Number, later.Reason)),
            _ => throw new InvalidOperationException(result.GetType().Name),
        };
        Close(session, letter, state, now);
        if (letter.CaseNumber is { } number)
        {
            try
            {
                session.Apart(() => desk.Tell(session, office, number, input, null, now));
            }
            catch (Exception e) when (!Trouble.IsOfDatabase(e))
            {
                // The letter is out; that its case stumbles over the news must not send it again.
                log.LogError(
                    "{Case} could not be told of letter {Letter}: {Trouble}",
                    number,
                    letter.Number,
                    Trouble.Of(e)
                );
            }
        }
        else if (input is CaseInput.LetterDidFail failure)
            officeLetters.DidNotArrive(session, office, letter.Id, failure.Reason, now);
        return state;
    }

    private static void Close(Session session, Letter letter, string state, Instant now)
    {
        session.Execute("UPDATE letter SET state = @state WHERE id = @id", ("state", state), ("id", letter.Id));
        session.Execute(
            "UPDATE delivery SET attempts = attempts + 1, next_at = NULL, claimed_by = NULL, settled_at = @at WHERE letter_id = @id",
            ("at", Codes.Instant(now)),
            ("id", letter.Id)
        );
    }

    /// <param name="again">A try was made and failed; else it has only to wait its turn.</param>
    private static void Postpone(Session session, long id, Instant until, bool again) =>
        session.Execute(
            "UPDATE delivery SET attempts = attempts + @tries, next_at = @next, claimed_by = NULL WHERE letter_id = @id",
            ("tries", again ? 1 : 0),
            ("next", Codes.Instant(until)),
            ("id", id)
        );

    /// <summary>1, 2, 4 … minutes, at most four hours.</summary>
    private static Duration Backoff(int attempts) => Duration.FromMinutes(Math.Min(240, 1 << Math.Min(attempts, 8)));

    private sealed record Letter
    {
        public required long Id { get; init; }
        public required string? CaseNumber { get; init; }
        public required int Number { get; init; }
        public required string Kind { get; init; }
        public required string MessageId { get; init; }
        public required Instant MadeAt { get; init; }
        public required string State { get; init; }
        public required LetterGate Gate { get; init; }
        public required string? Address { get; init; }
        public required string? Domain { get; init; }
        public required long? KeyId { get; init; }
        public required byte[]? Sealed { get; init; }
        public required int Attempts { get; init; }
        public LetterContent? Content { get; init; }
    }
}
