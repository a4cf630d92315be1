using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Outbox;
using ComplaintMailer.Secrets;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ComplaintMailer.Recognition;

/// <summary>What a mail turned out to be.</summary>
internal abstract record Recognised
{
    private Recognised() { }

    public sealed record Bounce(string? Number, int Letter, string Reason) : Recognised;

    public sealed record Machine(string? Number, string Why) : Recognised;

    /// <param name="Name"><c>complainant</c> or <c>staff:KEY</c>.</param>
    public sealed record Party(string Number, string Name, bool Proven) : Recognised;

    public sealed record Stranger(string Number) : Recognised;

    public sealed record NewComplaint : Recognised;
}

/// <summary>Whose mail, which case, proven how. The order matters: the first that fits wins.</summary>
internal sealed class Recogniser(Vault vault, ReturnAddresses addresses)
{
    public Recognised Recognise(
        SqliteConnection connection,
        SqliteTransaction transaction,
        Office office,
        ReadMail mail
    )
    {
        var organisation = office.Organisation;
        var bounced = mail
            .DeliveredTo.Select(a => addresses.ReadBounce(organisation, a))
            .FirstOrDefault(b => b is not null);
        if (bounced is not null || mail.Kind == MailKind.Bounce)
            return Bounce(connection, transaction, mail, bounced);

        var token = mail
            .DeliveredTo.Select(a => addresses.ReadReply(organisation, a))
            .FirstOrDefault(t => t is not null);
        var number =
            token?.Number
            ?? Thread(connection, transaction, mail)
            ?? InSubject(connection, transaction, office, mail.Subject);
        if (mail.Kind is MailKind.Automatic or MailKind.Receipt)
            return new Recognised.Machine(number, mail.Why);
        if (number is null)
            return new Recognised.NewComplaint();

        var party = mail.From is null ? null : Known(connection, transaction, number, mail.From.Address);
        if (party is null)
            return new Recognised.Stranger(number);
        // A command needs the token too: a sender's address alone is easily written.
        return new Recognised.Party(number, party, Proven: token?.Party == party);
    }

    private static Recognised.Bounce Bounce(
        SqliteConnection connection,
        SqliteTransaction transaction,
        ReadMail mail,
        (string Number, int Letter)? bounced
    )
    {
        var recipient = mail.Bounce?.Recipients.FirstOrDefault();
        if (recipient is { Action: "delayed" or "delivered" or "relayed" or "expanded" })
            return new(null, 0, recipient.Action);
        var reason = recipient is null ? "no reason given" : $"{recipient.Status} {recipient.Diagnostic}".Trim();
        if (
            bounced is { } b
            && connection.ExecuteScalar<int>(
                "SELECT COUNT(*) FROM letter WHERE case_number = @Number AND id = @Letter",
                new { b.Number, b.Letter },
                transaction
            ) > 0
        )
            return new(b.Number, b.Letter, reason);
        var row = connection.QueryFirstOrDefault<(string Number, long Id)>(
            "SELECT case_number, id FROM letter WHERE message_id = @id",
            new { id = mail.Bounce?.OriginalMessageId },
            transaction
        );
        return new(row.Number, (int)row.Id, reason);
    }

    private static string? Thread(SqliteConnection connection, SqliteTransaction transaction, ReadMail mail)
    {
        foreach (var id in mail.References.Append(mail.InReplyTo).OfType<string>().Reverse().Take(50))
        {
            if (
                connection.ExecuteScalar<string?>(
                    "SELECT case_number FROM letter WHERE message_id = @id",
                    new { id },
                    transaction
                ) is
                { } number
            )
                return number;
        }
        return null;
    }

    private static string? InSubject(
        SqliteConnection connection,
        SqliteTransaction transaction,
        Office office,
        string subject
    )
    {
        foreach (var word in subject.Split([' ', '[', ']', ':', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (
                word.StartsWith(office.Organisation.CasePrefix + "-", StringComparison.OrdinalIgnoreCase)
                && connection.ExecuteScalar<string?>(
                    "SELECT number FROM complaint WHERE number = @n",
                    new { n = word.ToUpperInvariant() },
                    transaction
                )
                    is { } number
            )
                return number;
        }
        return null;
    }

    private string? Known(SqliteConnection connection, SqliteTransaction transaction, string number, string address) =>
        connection.ExecuteScalar<string?>(
            "SELECT party FROM known_sender WHERE case_number = @number AND address = @digest",
            new { number, digest = Desk.AddressDigest(vault, address) },
            transaction
        );
}
