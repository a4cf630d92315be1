using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Database;
using ComplaintMailer.Letters;
using ComplaintMailer.Secrets;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ComplaintMailer.Outbox;

/// <summary>
/// What the agenda brings one person in a morning: one reminder goes out as it is, several as one mail that lists them. Each stays
/// in its own dossier, with the mail that stood in its place.
/// </summary>
internal sealed class Bundle(KeyStore keys, Desk desk, ILogger log)
{
    /// <summary>Letters that remind of something known. What is new or urgent always goes by itself.</summary>
    private static readonly string[] Kinds = ["overdue", "reminder", "measure-check", "progress", "triage"];

    /// <summary>With more than this, buttons make a mail that no mail program shows whole.</summary>
    private const int WithButtons = 12;
    private const int ButtonsEach = 3;
    private const int Most = 100;

    public static bool Takes(LetterOrder order) =>
        order.To is { Address: not null } to
        && to.Party.StartsWith("staff:", StringComparison.Ordinal)
        && Kinds.Contains(order.Kind);

    public static LetterGist Gist(string number, string? place, WrittenLetter letter)
    {
        var prefix = $"[{number}] ";
        var what = letter.Subject.StartsWith(prefix, StringComparison.Ordinal)
            ? letter.Subject[prefix.Length..]
            : letter.Subject;
        return new(what, place, [.. letter.Steps.Take(ButtonsEach)]);
    }

    public static bool HasWaiting(Session session, string organisation) =>
        session.Scalar<long>(
            "SELECT COUNT(*) FROM (SELECT 1 FROM letter WHERE organisation = @organisation AND state = 'waiting' LIMIT 1) held",
            ("organisation", organisation)
        ) > 0;

    /// <summary>Lets go what waits. The caller owns the transaction.</summary>
    public void Release(Session session, Office office, Instant now)
    {
        foreach (var mails in Waiting(session, office.Organisation.Key).GroupBy(l => l.Party))
        {
            foreach (var part in mails.Chunk(Most))
            {
                if (part.Length == 1 || office.Organisation.Person(mails.Key["staff:".Length..]) is not { } person)
                    foreach (var letter in part)
                        Queue(session, letter.Id, now);
                else
                    Together(session, office, person, part, now);
            }
        }
    }

    private void Together(Session session, Office office, Person person, Letter[] letters, Instant now)
    {
        try
        {
            session.Apart(() => Send(session, office, person, letters, now));
        }
        catch (Exception e) when (!Trouble.IsOfDatabase(e))
        {
            // Many mails are a nuisance; none is a term missed.
            log.LogError("Reminders could not be put in one mail and go out one by one: {Trouble}", Trouble.Of(e));
            foreach (var letter in letters)
                Queue(session, letter.Id, now);
        }
    }

    private void Send(Session session, Office office, Person person, IReadOnlyList<Letter> letters, Instant now)
    {
        var items = letters
            .OrderBy(l => Array.IndexOf(Kinds, l.Kind))
            .ThenBy(l => l.Id)
            .Select(l => (l.CaseNumber, Gist: Gist(session, l)))
            .Where(l => l.Gist is not null)
            .GroupBy(l => l.CaseNumber, l => l.Gist!)
            .Select((c, i) => Item(c.Key, [.. c], i < WithButtons))
            .ToList();
        var order = new LetterOrder
        {
            Kind = "digest",
            To = Recipient.Of(person, office.Organisation),
            Facts = new Dictionary<string, object?> { ["items"] = items, ["count"] = items.Count },
            ByItself = true,
        };
        var messageId = desk.Notify(session, office, order, now);
        foreach (var letter in letters)
        {
            session.Execute("UPDATE letter SET state = 'bundled' WHERE id = @id", ("id", letter.Id));
            session.Execute(
                "UPDATE delivery SET settled_at = @at WHERE letter_id = @id",
                ("at", Codes.Instant(now)),
                ("id", letter.Id)
            );
            desk.Tell(
                session,
                office,
                letter.CaseNumber,
                new CaseInput.LetterWasBundled(letter.Number, messageId),
                null,
                now
            );
        }
    }

    private static object? Item(string number, IReadOnlyList<LetterGist> gists, bool withButtons) =>
        new Dictionary<string, object?>
        {
            ["number"] = number,
            ["place"] = gists[0].Place,
            ["todo"] = gists.Select(g => (object?)g.What).Distinct().ToList(),
            ["steps"] = gists
                .SelectMany(g => g.Steps)
                .DistinctBy(s => s.Say)
                .Take(withButtons ? ButtonsEach : 0)
                .Select(s =>
                    (object?)
                        new Dictionary<string, object?>
                        {
                            ["label"] = s.Label,
                            ["say"] = s.Say,
                            ["href"] = s.Href,
                        }
                )
                .ToList(),
        };

    private LetterGist? Gist(Session session, Letter letter)
    {
        using var key = keys.Find(session, letter.KeyId);
        return key is null ? null : LetterContent.Open(key, letter.Sealed, letter.MessageId).Gist;
    }

    private static void Queue(Session session, long id, Instant now)
    {
        session.Execute("UPDATE letter SET state = 'queued' WHERE id = @id", ("id", id));
        session.Execute(
            "UPDATE delivery SET next_at = @at WHERE letter_id = @id",
            ("at", Codes.Instant(now)),
            ("id", id)
        );
    }

    private static List<Letter> Waiting(Session session, string organisation) =>
        session.Query(
            """
            SELECT id, case_number, number, kind, party, message_id, key_id, sealed FROM letter JOIN letter_body ON letter_id = id
            WHERE organisation = @organisation AND state = 'waiting' ORDER BY id
            """,
            r => new Letter(
                r.GetInt64(0),
                r.GetString(1),
                r.GetInt32(2),
                r.GetString(3),
                r.GetString(4),
                r.GetString(5),
                r.GetInt64(6),
                r.Bytes(7)!
            ),
            ("organisation", organisation)
        );

    private sealed record Letter(
        long Id,
        string CaseNumber,
        int Number,
        string Kind,
        string Party,
        string MessageId,
        long KeyId,
        byte[] Sealed
    );
}
