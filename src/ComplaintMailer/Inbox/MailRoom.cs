using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Recognition;
using ComplaintMailer.Secrets;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ComplaintMailer.Inbox;

/// <summary>
/// Takes mail in, by batches: kept first, then handled, and only when that has been committed filed in the mailbox. Each mail is
/// handled in a savepoint of its own, so that a bad one takes no other with it. One met again after a crash is the same mail by
/// its digest and is handled once.
/// </summary>
internal sealed class MailRoom(
    Register register,
    KeyStore keys,
    Vault vault,
    MailDispatch dispatch,
    Desk desk,
    IMailReader reader,
    ILogger log
)
{
    /// <summary>So often a mail may fail before it is set aside for a person.</summary>
    private const int AttemptsMost = 3;
    private const int BatchMails = 64;
    private const long BatchBytes = 8L << 20;

    /// <summary>
    /// So many are taken in before others have their turn: letters go out while a backlog comes in, and what is remembered of a
    /// round does not grow with what lies there.
    /// </summary>
    private const int RoundMails = 4096;

    /// <summary>When each mailbox was last gone through from its very beginning.</summary>
    private readonly ConcurrentDictionary<string, Instant> reconciled = new(StringComparer.Ordinal);

    /// <summary>It lies in the mailbox and can't be opened now.</summary>
    public const string NotReadableYet = "not-readable-yet";

    private readonly Unopened unopened = new(register, vault, desk, log);

    public sealed record Handled(string Item, string Disposition, string? CaseNumber);

    /// <param name="IsMore">More lies there than was taken in.</param>
    public sealed record Round(IReadOnlyList<Handled> Mails, bool IsMore);

    /// <param name="fallbackToNow">Where nothing tells when a mail was taken in, it is now; else the time of its file.</param>
    public async Task<Round> TakeIn(
        Office office,
        IMailbox mailbox,
        Instant now,
        bool fallbackToNow,
        CancellationToken ct
    )
    {
        var handled = new List<Handled>();
        var shut = new List<MailboxItem>();
        var marks = new MarkKeeper(register, office.Organisation.Address, now);
        Batch? before = null;
        var taken = 0;
        var isMore = false;
        try
        {
            // The next batch is fetched and read, and the one before filed, while this one is handled: those take processors and
            // the mailbox, handling the database. The mailbox is only ever asked from here: a connection to a server holds one
            // conversation.
            await foreach (var batch in Batches(office, mailbox, marks.Begin(reconciled), now, fallbackToNow, ct))
            {
                var last = before;
                before = batch;
                shut.AddRange(batch.Unopened);
                if (last is not null)
                    await last.Handling;
                // Now, while nobody else writes.
                marks.Keep();
                batch.Handling = Task.Run(() => Handle(office, batch, now), CancellationToken.None);
                if (last is not null)
                    handled.AddRange(await Finish(mailbox, last, marks, ct));
                taken += batch.Mails.Count;
                isMore = taken >= RoundMails && !office.IsBacklog;
                if (isMore)
                    break;
            }
        }
        finally
        {
            if (before is not null)
                await before.Handling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        if (before is not null)
            handled.AddRange(await Finish(mailbox, before, marks, ct));
        marks.Keep();
        // Of a backlog nothing follows for the mailbox that its mails once lay in.
        if (!office.IsBacklog)
        {
            if (!isMore)
                unopened.Note(office, shut, fallbackToNow, now);
            marks.End(reconciled, isMore);
        }
        return new(handled, isMore);
    }

    /// <summary>Mails that are taken in together, and those that could not be opened among them.</summary>
    private sealed class Batch
    {
        public List<Arrival> Mails { get; } = [];
        public List<MailboxItem> Unopened { get; } = [];
        public List<MailboxItem> Gone { get; } = [];
        public IReadOnlyList<Arrival> Open { get; set; } = [];
        public Task Handling { get; set; } = Task.CompletedTask;
        public long Bytes { get; set; }
        public bool IsFull => Mails.Count >= BatchMails || Bytes >= BatchBytes;
    }

    private async IAsyncEnumerable<Batch> Batches(
        Office office,
        IMailbox mailbox,
        MailboxMark? after,
        Instant now,
        bool fallbackToNow,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var batch = new Batch();
        await foreach (var item in mailbox.List(after, ct))
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                var large = item.Size >= MailSkeleton.Large ? await Large(item, ct) : null;
                var raw = large?.Skeleton ?? await item.Open(ct);
                batch.Mails.Add(new Arrival(item, raw, large));
                batch.Bytes += raw.Length;
            }
            catch (MailUnreadableException e)
            {
                // Gone, or not to be opened: the rest of the mailbox goes on. It is still there for the next round.
                (e.IsGone ? batch.Gone : batch.Unopened).Add(item);
            }
            if (!batch.IsFull)
                continue;
            Parallel.ForEach(batch.Mails, mail => Read(office, mail, now, fallbackToNow));
            yield return batch;
            batch = new();
        }
        Parallel.ForEach(batch.Mails, mail => Read(office, mail, now, fallbackToNow));
        yield return batch;
    }

    /// <summary>Where there is no room for it beside the register, it has to be held.</summary>
    private static async Task<LargeMail?> Large(MailboxItem item, CancellationToken ct)
    {
        try
        {
            return await LargeMail.Take(item, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Handle(Office office, Batch batch, Instant now)
    {
        if (batch.Mails.Count == 0)
            return;
        var organisation = office.Organisation;
        register.Write(session =>
        {
            foreach (var mail in batch.Mails)
                RawMails.Keep(session, keys, organisation.Key, organisation.Address, mail, now);
        });

        batch.Open = [.. batch.Mails.Where(m => m.Disposition is null).DistinctBy(m => m.Id)];
        // A mail that was met before and not finished may be what the worker fell over: it goes alone, after the others.
        foreach (var group in batch.Open.Where(m => m.Attempts == 1).Chunk(BatchMails))
            Handle(office, group, now);
        foreach (var mail in batch.Open.Where(m => m.Attempts > 1))
        {
            register.Write(session => RawMails.Attempt(session, mail));
            Handle(office, [mail], now);
        }
    }

    /// <summary>Files in the mailbox what has been handled, and only that.</summary>
    private static async Task<IReadOnlyList<Handled>> Finish(
        IMailbox mailbox,
        Batch batch,
        MarkKeeper marks,
        CancellationToken ct
    )
    {
        await batch.Handling;
        foreach (var mail in batch.Mails)
            mail.Large?.Dispose();
        var handled = new List<Handled>();
        handled.AddRange(batch.Gone.Select(m => new Handled(m.Id, Dispositions.Gone, null)));
        handled.AddRange(batch.Unopened.Select(m => new Handled(m.Id, NotReadableYet, null)));
        if (batch.Unopened.Count > 0)
            marks.Hold();
        foreach (var mail in batch.Mails)
        {
            // The second of two equal mails in one batch.
            if (
                mail.Disposition is null
                && batch.Open.FirstOrDefault(o => o.Id == mail.Id && o != mail) is { Disposition: not null } first
            )
                (mail.Disposition, mail.CaseNumber) = (Dispositions.Duplicate, first.CaseNumber);
            if (mail.Disposition is null)
            {
                handled.Add(new(mail.Item.Id, "failed", null));
                marks.Hold();
                continue;
            }
            await mailbox.File(mail.Item, mail.IsQuarantined ? MailboxFolder.Quarantine : MailboxFolder.Processed, ct);
            marks.Reach(mail.Item.Mark);
            handled.Add(new(mail.Item.Id, mail.Disposition, mail.CaseNumber));
        }
        return handled;
    }

    private void Read(Office office, Arrival mail, Instant now, bool fallbackToNow)
    {
        try
        {
            mail.Mail = reader.Read(mail.Raw);
        }
        catch (Exception e)
        {
            // Reading is meant never to fail. Should it, the mail is registered as it is.
            log.LogError("A mail of {Bytes} bytes could not be read: {Trouble}", mail.Size, Trouble.Of(e));
            mail.Mail = new()
            {
                Kind = MailKind.Person,
                Why = "not understood",
                Defects = ["the mail could not be read"],
            };
        }
        mail.TakenIn = Instant.FromDateTimeOffset(
            mail.Item.TakenInAt
                ?? mail.Mail.Received
                // Files of a backlog were copied about since: what the sender's clock said is nearer than their time.
                ?? (office.IsBacklog && mail.Mail.Date < mail.Item.FileTime ? mail.Mail.Date : null)
                ?? (fallbackToNow ? null : mail.Item.FileTime)
                ?? now.ToDateTimeOffset()
        );
        mail.Digest = mail.Large is { } large
            ? vault.Digest("mail", large.Pieces())
            : vault.Digest("mail", mail.Raw.Span);
        mail.Twin = mail.Mail.MessageId is { Length: > 0 } id
            ? vault.Digest(
                "twin",
                Encoding.UTF8.GetBytes($"{id}\n{mail.Mail.From?.Address}\n{mail.Mail.Subject}\n{mail.Mail.Text}")
            )[..32]
            : null;
        mail.Intake = dispatch.Understand(office, mail);
    }

    /// <summary>Handles mails in one transaction.</summary>
    private void Handle(Office office, IReadOnlyList<Arrival> mails, Instant now)
    {
        try
        {
            register.Write(session =>
            {
                try
                {
                    Foresee(session, office, mails, now);
                    foreach (var mail in mails)
                        HandleApart(session, office, mail, now);
                }
                finally
                {
                    foreach (var mail in mails)
                    {
                        mail.Foreseen?.Dispose();
                        mail.Foreseen = null;
                    }
                }
            });
        }
        catch (Exception e) when (Trouble.IsOfDatabase(e))
        {
            // Full, locked or away: nothing of this batch was kept but the mails themselves, and they are not to blame.
            foreach (var mail in mails)
                (mail.Disposition, mail.CaseNumber) = (null, null);
            log.LogError("{Count} mails wait for the database: {Trouble}", mails.Count, Trouble.Of(e));
            register.Write(session => RawMails.Unattempt(session, mails));
            throw;
        }
    }

    /// <summary>What goes wrong with it goes wrong again when that mail has its turn, and then takes no other with it.</summary>
    private void Foresee(Session session, Office office, IReadOnlyList<Arrival> mails, Instant now)
    {
        // One alone has nobody to wait for.
        if (mails.Count < 2)
            return;
        try
        {
            dispatch.Foresee(session, office, mails, now);
        }
        catch (Exception e) when (!Trouble.IsOfDatabase(e))
        {
            log.LogError("{Count} mails are not looked at beforehand: {Trouble}", mails.Count, Trouble.Of(e));
        }
    }

    private void HandleApart(Session session, Office office, Arrival mail, Instant now)
    {
        // A transaction may be run again when another node was ahead of it.
        (mail.Disposition, mail.CaseNumber) = (null, null);
        try
        {
            session.Apart(() =>
            {
                if (RawMails.IsHandledElsewhere(session, mail))
                    return;
                (mail.Disposition, mail.CaseNumber) =
                    mail.Attempts > AttemptsMost
                        ? Register(session, office, mail, now)
                        : Handle(session, office, mail, now);
                RawMails.Dispose(session, mail);
                if (mail.IsQuarantined)
                    Quarantine.Announce(session, office, now);
            });
        }
        catch (Exception e) when (!Trouble.IsOfDatabase(e))
        {
            (mail.Disposition, mail.CaseNumber) = (null, null);
            log.LogError("Mail {Mail} failed, attempt {Attempt}: {Trouble}", mail.Id, mail.Attempts, Trouble.Of(e));
            if (mail.Attempts < AttemptsMost)
                return;
            SetAside(session, office, mail, now);
        }
    }

    /// <summary>A mail that can't be handled is still a complaint until a person says otherwise: its clock runs.</summary>
    private void SetAside(Session session, Office office, Arrival mail, Instant now)
    {
        try
        {
            session.Apart(() => (mail.Disposition, mail.CaseNumber) = Register(session, office, mail, now));
        }
        catch (Exception e) when (!Trouble.IsOfDatabase(e))
        {
            log.LogError("Mail {Mail} could not even be registered: {Trouble}", mail.Id, Trouble.Of(e));
            (mail.Disposition, mail.CaseNumber) = (Dispositions.Poison, null);
        }
        RawMails.Dispose(session, mail);
        Quarantine.Announce(session, office, now);
    }

    /// <summary>A case with nothing in it but the raw mail.</summary>
    private (string, string?) Register(Session session, Office office, Arrival mail, Instant now)
    {
        var number = desk.Open(
            session,
            office,
            FilingMaker.Unread(office, mail.Mail, mail.TakenIn),
            mail.Id,
            null,
            now
        );
        return (Dispositions.Poison, number);
    }

    private (string Disposition, string? Number) Handle(Session session, Office office, Arrival arrival, Instant now)
    {
        if (RawMails.Twin(session, office.Organisation.Key, arrival) is { Found: true } twin)
            return (Dispositions.Copy, twin.Number);
        arrival.StandIn = unopened.StoodFor(session, office.Organisation.Address, arrival.Item);
        return dispatch.Handle(session, office, arrival, now);
    }
}
