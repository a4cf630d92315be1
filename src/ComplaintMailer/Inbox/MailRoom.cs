using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Recognition;
using ComplaintMailer.Secrets;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace ComplaintMailer.Inbox;

/// <summary>
/// Takes mail in: kept first, then handled in one transaction, and only then filed in the mailbox. A mail met again after a
/// crash is the same mail by its digest and is handled once.
/// </summary>
internal sealed class MailRoom(Register register, Vault vault, Recogniser recogniser, Desk desk, IMailReader reader)
{
    /// <summary>So often a mail may fail before it is set aside for a person.</summary>
    private const int AttemptsMost = 3;

    public sealed record Handled(string Item, string Disposition, string? CaseNumber);

    /// <param name="fallbackToNow">Where nothing tells when a mail was taken in, it is now; else the time of its file.</param>
    public async Task<IReadOnlyList<Handled>> TakeIn(
        Office office,
        IMailbox mailbox,
        Instant now,
        bool fallbackToNow,
        CancellationToken ct
    )
    {
        var handled = new List<Handled>();
        using var connection = register.Connect();
        await foreach (var item in mailbox.List(null, ct))
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                var done = await TakeIn(connection, office, item, now, fallbackToNow, ct);
                await mailbox.File(
                    item,
                    done.Disposition == "unreadable" ? MailboxFolder.Quarantine : MailboxFolder.Processed,
                    ct
                );
                handled.Add(done);
            }
            catch (MailUnreadableException e)
            {
                // Gone, or not to be opened: the rest of the mailbox goes on. It is still there for the next round.
                handled.Add(new(item.Id, e.IsGone ? "gone" : "not-readable-yet", null));
            }
        }
        return handled;
    }

    private async Task<Handled> TakeIn(
        SqliteConnection connection,
        Office office,
        MailboxItem item,
        Instant now,
        bool fallbackToNow,
        CancellationToken ct
    )
    {
        var raw = await item.Open(ct);
        var mail = reader.Read(raw);
        var takenIn =
            item.TakenInAt ?? mail.Received ?? (fallbackToNow ? null : item.FileTime) ?? now.ToDateTimeOffset();
        var (id, isNew) = KeepRaw(connection, office, item, raw, Instant.FromDateTimeOffset(takenIn), now);
        if (
            !isNew
            && connection.ExecuteScalar<string?>("SELECT disposition FROM raw_mail WHERE id = @id", new { id })
                is { } before
        )
            return new(item.Id, before == "duplicate" ? before : "duplicate", null);

        var attempts = connection.ExecuteScalar<int>(
            "UPDATE raw_mail SET attempts = attempts + 1 WHERE id = @id RETURNING attempts",
            new { id }
        );
        using var transaction = connection.BeginTransaction();
        try
        {
            var (disposition, number) =
                attempts > AttemptsMost
                    ? ("unreadable", null)
                    : Handle(connection, transaction, office, mail, id, Instant.FromDateTimeOffset(takenIn), now);
            connection.Execute(
                "UPDATE raw_mail SET disposition = @disposition, case_number = @number WHERE id = @id",
                new
                {
                    disposition,
                    number,
                    id,
                },
                transaction
            );
            transaction.Commit();
            return new(item.Id, disposition, number);
        }
        catch (Exception) when (!ct.IsCancellationRequested && attempts <= AttemptsMost)
        {
            transaction.Rollback();
            throw;
        }
    }

    private (long Id, bool IsNew) KeepRaw(
        SqliteConnection connection,
        Office office,
        MailboxItem item,
        ReadOnlyMemory<byte> raw,
        Instant takenIn,
        Instant now
    )
    {
        var digest = vault.Digest("mail", raw.Span);
        var organisation = office.Organisation.Key;
        if (
            connection.ExecuteScalar<long?>(
                "SELECT id FROM raw_mail WHERE organisation = @organisation AND digest = @digest",
                new { organisation, digest }
            ) is
            { } known
        )
            return (known, false);
        using var transaction = connection.BeginTransaction();
        var dataKey = Vault.NewDataKey();
        var keyId = connection.ExecuteScalar<long>(
            "INSERT INTO data_key (wrapped) VALUES (@wrapped) RETURNING id",
            new { wrapped = vault.Wrap(dataKey) },
            transaction
        );
        var id = connection.ExecuteScalar<long>(
            """
            INSERT INTO raw_mail (organisation, mailbox, item, digest, taken_in_at, kept_at, key_id, sealed)
            VALUES (@organisation, @mailbox, @item, @digest, @takenInAt, @keptAt, @keyId, @sealedMail)
            RETURNING id
            """,
            new
            {
                organisation,
                mailbox = office.Organisation.Address,
                item = item.Id,
                digest,
                takenInAt = Codes.Instant(takenIn),
                keptAt = Codes.Instant(now),
                keyId,
                sealedMail = Vault.Seal(dataKey, raw.Span, "mail " + digest),
            },
            transaction
        );
        transaction.Commit();
        return (id, true);
    }

    private (string Disposition, string? Number) Handle(
        SqliteConnection connection,
        SqliteTransaction transaction,
        Office office,
        ReadMail mail,
        long id,
        Instant takenIn,
        Instant now
    )
    {
        var found = recogniser.Recognise(connection, transaction, office, mail);
        var answered = new Answered(mail.MessageId, mail.References);
        var names = mail.Attachments.Where(a => !a.Inline).Select(a => a.Name).ToList();
        var words = mail.Reply.Length > 0 ? mail.Reply : mail.Text;
        switch (found)
        {
            case Recognised.Bounce { Number: { } number } bounce:
                desk.Tell(
                    connection,
                    transaction,
                    office,
                    number,
                    new CaseInput.LetterDidBounce(bounce.Letter, bounce.Reason),
                    null,
                    now
                );
                return ("bounce", number);
            case Recognised.Bounce:
                return ("bounce-of-nothing", null);
            case Recognised.Machine { Number: { } number } machine:
                desk.Tell(
                    connection,
                    transaction,
                    office,
                    number,
                    new CaseInput.MachineWrote(machine.Why) { Mail = id },
                    null,
                    now
                );
                return ("automatic", number);
            case Recognised.Machine:
                return ("automatic", null);
            case Recognised.Party { Name: "complainant" } party:
                desk.Tell(
                    connection,
                    transaction,
                    office,
                    party.Number,
                    new CaseInput.ComplainantWrote(words, names) { Mail = id },
                    answered,
                    now
                );
                return ("contribution", party.Number);
            case Recognised.Party party:
                desk.Tell(
                    connection,
                    transaction,
                    office,
                    party.Number,
                    new CaseInput.StaffWrote(
                        party.Name.Replace("staff:", "", StringComparison.Ordinal),
                        words,
                        names,
                        party.Proven
                    )
                    {
                        Mail = id,
                    },
                    answered,
                    now
                );
                return ("staff", party.Number);
            case Recognised.Stranger stranger:
                desk.Tell(
                    connection,
                    transaction,
                    office,
                    stranger.Number,
                    new CaseInput.StrangerWrote(words, names) { Mail = id },
                    null,
                    now
                );
                return ("unverified", stranger.Number);
            default:
                var filing = FilingMaker.FromMail(office, mail, takenIn);
                return ("complaint", desk.Open(connection, transaction, office, filing, id, answered, now));
        }
    }
}
