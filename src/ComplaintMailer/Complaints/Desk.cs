using System.Security.Cryptography;
using System.Text.Json;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Agenda;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using ComplaintMailer.Letters;
using ComplaintMailer.Mail;
using ComplaintMailer.Mail.Writing;
using ComplaintMailer.Outbox;
using ComplaintMailer.Secrets;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace ComplaintMailer.Complaints;

/// <summary>Load, decide, keep: the only place where the three meet. What is kept is kept in the caller's transaction, or not at all.</summary>
internal sealed class Desk(CaseStore store, Vault vault, ReturnAddresses addresses, LetterWriter letters)
{
    private static readonly MailWriter Writer = new();

    /// <summary>Registers a complaint under a new data key.</summary>
    public string Open(
        SqliteConnection connection,
        SqliteTransaction transaction,
        Office office,
        Filing filing,
        long? mail,
        Answered? answered,
        Instant now
    )
    {
        var year = office.Around.DateOf(filing.Received).Year;
        var number = CaseStore.NextNumber(
            connection,
            transaction,
            office.Organisation.Key,
            office.Organisation.CasePrefix,
            year
        );
        var dataKey = Vault.NewDataKey();
        var keyId = store.NewKey(connection, transaction, dataKey);
        var input = new CaseInput.NewComplaint(filing with { Number = number }) { Mail = mail };
        Keep(connection, transaction, office, null, input, dataKey, keyId, answered, now);
        return number;
    }

    public Case? Tell(
        SqliteConnection connection,
        SqliteTransaction transaction,
        Office office,
        string number,
        CaseInput input,
        Answered? answered,
        Instant now
    ) =>
        store.Load(connection, number, transaction) is { } loaded
            ? Keep(connection, transaction, office, loaded.State, input, loaded.Key, loaded.KeyId, answered, now)
            : null;

    private Case Keep(
        SqliteConnection connection,
        SqliteTransaction transaction,
        Office office,
        Case? before,
        CaseInput input,
        byte[] dataKey,
        long keyId,
        Answered? answered,
        Instant now
    )
    {
        var decision = Decider.Decide(before, input, office.Around, now);
        var after = decision.Events.Aggregate(before, Decider.Evolve)!;
        CaseStore.Append(connection, transaction, before, after, decision.Events, dataKey, keyId);
        CaseStore.SetAgenda(connection, transaction, after.Number, CaseAgenda.Of(after, office.Around));
        Remember(connection, transaction, office, after);
        var ids = decision.Events.OfType<CaseEvent.LetterOrdered>().Select(e => e.Letter).ToList();
        for (var i = 0; i < decision.Letters.Count; i++)
            Post(connection, transaction, office, after, decision.Letters[i], ids[i], dataKey, answered, now);
        return after;
    }

    /// <summary>Rendered once, kept as it will be sent.</summary>
    private void Post(
        SqliteConnection connection,
        SqliteTransaction transaction,
        Office office,
        Case state,
        LetterOrder order,
        int id,
        byte[] dataKey,
        Answered? answered,
        Instant now
    )
    {
        var organisation = office.Organisation;
        var replyTo = addresses.Reply(organisation, state.Number, order.To.Party);
        var letter = letters.Write(order, state, organisation, office.Regulation, replyTo, now);
        var messageId = ReturnAddresses.MessageId(organisation, state.Number, id, order.Kind);
        var answers = order.Answers is not null && order.To.Party == "complainant" ? answered : null;
        var bytes = order.To.Address is null
            ? []
            : Writer.Write(
                new()
                {
                    From = new(organisation.Name, organisation.Address),
                    To = [new MailAddress(order.To.Name, order.To.Address)],
                    ReplyTo = new(organisation.Name, replyTo),
                    Subject = letter.Subject,
                    MessageId = messageId,
                    Date = now.InZone(office.Around.Zone).ToDateTimeOffset(),
                    InReplyTo = answers?.MessageId,
                    References = answers is null
                        ? []
                        : [.. answers.References, .. answers.MessageId is { } m ? [m] : Array.Empty<string>()],
                    Headers =
                    [
                        new("X-ComplaintMailer-Case", state.Number),
                        new("X-ComplaintMailer-Letter", order.Kind),
                        new("Auto-Submitted", order.ByItself ? "auto-generated" : "auto-replied"),
                        new("X-Auto-Response-Suppress", "All"),
                    ],
                    Text = letter.Text,
                    Html = letter.Html,
                    Related = letter.Related,
                    Attachments = letter.Attachments,
                    Language = letter.Language,
                }
            );
        var envelope = new LetterEnvelope(
            addresses.Bounce(organisation, state.Number, id),
            order.To.Address,
            Convert.ToBase64String(bytes)
        );
        connection.Execute(
            """
            INSERT INTO letter (case_number, id, kind, party, message_id, made_at, state, sealed)
            VALUES (@number, @id, @kind, @party, @messageId, @madeAt, 'queued', @sealedLetter)
            """,
            new
            {
                number = state.Number,
                id,
                kind = order.Kind,
                party = order.To.Party,
                messageId,
                madeAt = Codes.Instant(now),
                sealedLetter = Vault.Seal(
                    dataKey,
                    JsonSerializer.SerializeToUtf8Bytes(envelope),
                    $"letter {state.Number} {id}"
                ),
            },
            transaction
        );
        connection.Execute(
            "INSERT INTO delivery (case_number, letter_id, next_at, sha256) VALUES (@number, @id, @nextAt, @sha256)",
            new
            {
                number = state.Number,
                id,
                nextAt = Codes.Instant(now),
                sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            },
            transaction
        );
    }

    /// <summary>Who may write on this case. Addresses are kept as keyed digests: enough to recognise, useless to read.</summary>
    private void Remember(SqliteConnection connection, SqliteTransaction transaction, Office office, Case state)
    {
        void Add(string? address, string party)
        {
            if (address is null)
                return;
            connection.Execute(
                "INSERT INTO known_sender (case_number, address, party) VALUES (@number, @digest, @party) ON CONFLICT DO NOTHING",
                new
                {
                    number = state.Number,
                    digest = AddressDigest(vault, address),
                    party,
                },
                transaction
            );
        }

        Add(state.Complainant.Email, "complainant");
        foreach (var other in state.CoComplainants)
            Add(other.Email, "complainant");
        foreach (var key in new[] { state.Handler, state.ProposedHandler })
        {
            if (office.Organisation.Person(key) is { } person)
                Add(person.Email, $"staff:{person.Key}");
        }
    }

    public static string AddressDigest(Vault vault, string address) =>
        vault.Digest("address", address.Trim().ToLowerInvariant());
}

/// <summary>The mail that a letter answers.</summary>
internal sealed record Answered(string? MessageId, IReadOnlyList<string> References);

/// <param name="Mail">Base64 of the very bytes; empty when there is no address to send to.</param>
internal sealed record LetterEnvelope(string From, string? To, string Mail);
