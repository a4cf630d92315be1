using System.Runtime.CompilerServices;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Net;

namespace ComplaintMailer.Mail.Imap;

/// <summary>
/// A mailbox on an IMAP server. It connects when it is first used and again whenever the connection has gone. Mails are told
/// apart by UIDVALIDITY and UID; whether somebody has read them plays no part. Filing is gathered, some dozens at a time:
/// what a crash leaves unfiled is listed again, and filed then.
/// </summary>
public sealed class ImapMailbox(ImapMailboxOptions options) : IMailbox, IExpires
{
    private const int DescribedAtOnce = 500;
    private const int FiledAtOnce = 50;

    /// <summary>So often a mail may break the connection that it is fetched over, until the others go on without it.</summary>
    private const int BreaksMost = 2;

    /// <summary>Routers and servers drop a silent connection after half an hour (RFC 2177 says 29 minutes).</summary>
    private static readonly TimeSpan IdleAtMost = TimeSpan.FromMinutes(25);

    /// <summary>A server that ends every wait at once is not asked again at once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim turn = new(1);
    private readonly Dictionary<(uint Validity, uint Uid), int> breaks = [];
    private readonly HashSet<(uint Validity, uint Uid, MailboxFolder Folder)> toFile = [];
    private ImapSession? session;

    /// <summary>How the folder was when it was last searched in vain right after it was opened, and from where.</summary>
    private (ImapFolderState State, uint From)? fruitless;
    private CancellationTokenSource? idling;
    private int waiting;
    private DateTimeOffset? certificateExpiresAt;

    public IReadOnlyList<Expiry> Expiries =>
        [
            .. certificateExpiresAt is { } at
                ? [new Expiry($"the certificate of {options.Server.Name}", at)]
                : Array.Empty<Expiry>(),
            .. options.Login is ServerLogin.OAuth2 oauth ? oauth.Tokens.Expiries : [],
        ];

    private TimeProvider Clock => options.Server.Clock;

    public async IAsyncEnumerable<MailboxItem> List(MailboxMark? after, [EnumeratorCancellation] CancellationToken ct)
    {
        // Mail that can't be filed must not keep new mail from being taken in: it is said when there is none.
        var refusal = await TryFileGathered(ct);
        var (validity, uids) = await Use((s, c) => Search(s, after, c), ct);
        var listing = new ImapListing(this, options, validity);
        var items = new List<MailboxItem>(Math.Min(uids.Count, DescribedAtOnce));
        for (var from = 0; from < uids.Count; from += DescribedAtOnce)
        {
            var part = uids.GetRange(from, Math.Min(DescribedAtOnce, uids.Count - from));
            var infos = await Use((s, c) => Describe(s, validity, part, c), ct);
            items.Clear();
            // In the order of the UIDs: a mail without a description is still listed, and opening it tells what is wrong.
            foreach (var uid in part)
                items.Add(listing.Add(infos.GetValueOrDefault(uid, new ImapMailInfo(uid, null, 0))));
            foreach (var item in items)
            {
                ct.ThrowIfCancellationRequested();
                yield return item;
            }
        }
        refusal = await TryFileGathered(ct) ?? refusal;
        if (refusal is not null && uids.Count == 0)
            throw refusal;
    }

    public async Task File(MailboxItem item, MailboxFolder folder, CancellationToken ct)
    {
        var mark = ((ImapItem)item).Mark;
        bool enough;
        lock (toFile)
            enough = toFile.Add((mark.Validity, mark.Uid, folder)) && toFile.Count % FiledAtOnce == 0;
        // A refusal is met again, and said, at the next listing.
        if (enough)
            await TryFileGathered(ct);
    }

    public async Task FileNow(CancellationToken ct) => await TryFileGathered(ct);

    public async Task<bool> WaitForMail(TimeSpan atMost, CancellationToken ct)
    {
        await TryFileGathered(ct);
        var began = Clock.GetTimestamp();
        while (atMost - Clock.GetElapsedTime(began) is { Ticks: > 0 } left)
        {
            var tried = Clock.GetTimestamp();
            try
            {
                switch (options.Idle ? await Idle(left < IdleAtMost ? left : IdleAtMost, ct) : Waited.Impossible)
                {
                    case Waited.MailCame:
                        return true;
                    case Waited.Impossible:
                        await Task.Delay(left < options.PollEvery ? left : options.PollEvery, Clock, ct);
                        return true;
                    default:
                        // Whoever interrupted may be the very one on whose stack this runs: let it go on to its turn.
                        await Task.Yield();
                        continue;
                }
            }
            catch (MailServerException)
            {
                // Whatever it is, the poll that follows will meet it and say it.
                var rest = Patience - Clock.GetElapsedTime(tried);
                if (rest > TimeSpan.Zero)
                    await Task.Delay(rest < left ? rest : left, Clock, ct);
                return true;
            }
        }
        return false;
    }

    public async Task KeepSent(IReadOnlyList<ReadOnlyMemory<byte>> mails, CancellationToken ct)
    {
        if (options.Sent is not { } folder || mails.Count == 0)
            return;
        try
        {
            await Use((s, c) => Done(s.Append(folder, mails, c)), ct, mayRepeat: false);
        }
        catch (MailServerException e) when (e.Trouble == ServerTrouble.Refused && mails.Count > 1)
        {
            // One may be too large: the others are not to go without for that.
            MailServerException? refusal = null;
            foreach (var mail in mails)
                refusal = await Refusal(() => KeepSent([mail], ct)) ?? refusal;
            if (refusal is not null)
                throw refusal;
        }
    }

    public async Task<bool?> WasSent(string messageId, CancellationToken ct) =>
        options.Sent is { } folder ? await Use((s, c) => s.Holds(folder, messageId, c), ct) : null;

    /// <summary>Connects, logs in and opens the folder; the answer says in words what was found.</summary>
    public async Task<string> Check(CancellationToken ct)
    {
        var (_, uids) = await Use((s, c) => Search(s, null, c), ct);
        return $"{options.Server.Name}: {options.Login.User} can open {options.Folder} ({uids.Count} mails in it)";
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            using var limit = new TimeLimit(TimeSpan.FromSeconds(10), Clock, CancellationToken.None);
            if (session is not null)
                await FileGathered(limit.Token);
            if (session is not null)
                await session.Close(limit.Token);
        }
        catch (Exception e) when (e is MailboxException or OperationCanceledException)
        {
            // What could not be filed is listed again, and known to be handled.
        }
        await Drop();
        idling?.Dispose();
        turn.Dispose();
    }

    /// <summary>
    /// Runs something on the connection when its turn has come. A connection that has lain idle may have died unnoticed:
    /// then once more, on a new one.
    /// </summary>
    internal async Task<T> Use<T>(
        Func<ImapSession, CancellationToken, Task<T>> work,
        CancellationToken ct,
        bool mayRepeat = true
    )
    {
        Interlocked.Increment(ref waiting);
        try
        {
            // Whoever waits for mail makes way.
            Interrupt();
            await turn.WaitAsync(ct);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
        try
        {
            var isOld = session is not null;
            try
            {
                return await Run(work, ct);
            }
            catch (MailServerException e)
                when (isOld && mayRepeat && e.Trouble is ServerTrouble.Lost or ServerTrouble.TooSlow)
            {
                return await Run(work, ct);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>One mail by itself, after its batch did not bring it; or a part of it, empty behind its end.</summary>
    internal async Task<byte[]> FetchAlone(uint validity, uint uid, CancellationToken ct, ImapPart? part = null)
    {
        try
        {
            return await Use(
                async (s, c) =>
                {
                    await s.Resume(options.Folder, validity, c);
                    if ((await s.Fetch([uid], c, part)).TryGetValue(uid, out var mail))
                        return mail;
                    var isGone = !(await s.Search(uid - 1, c)).Contains(uid);
                    throw new MailUnreadableException(
                        isGone
                            ? $"The mail with UID {uid} was moved or deleted by somebody else."
                            : $"{options.Server.Name} lists the mail with UID {uid} but does not give it."
                    )
                    {
                        IsGone = isGone,
                    };
                },
                ct,
                mayRepeat: false
            );
        }
        catch (MailServerException e) when (e.Trouble == ServerTrouble.Refused || Breaks(validity, uid, e))
        {
            throw new MailUnreadableException($"The mail with UID {uid} can't be fetched: {e.Message}", e);
        }
    }

    private bool Breaks(uint validity, uint uid, MailServerException e)
    {
        if (e.Trouble is ServerTrouble.Unreachable or ServerTrouble.Login or ServerTrouble.Certificate)
            return false;
        var count = breaks.GetValueOrDefault((validity, uid)) + 1;
        breaks[(validity, uid)] = count;
        return count >= BreaksMost;
    }

    private async Task<(uint Validity, List<uint> Uids)> Search(ImapSession s, MailboxMark? after, CancellationToken ct)
    {
        await s.Select(options.Folder, ct);
        s.Connection.HasGrown = false;
        var from = after?.Validity == s.Validity ? after.Uid : 0;
        var state = s.AsOpened;
        if (state is not null && fruitless == (state.Value, from))
            return (s.Validity, []);
        var found = await s.Search(from, ct);
        if (state is not null)
            fruitless = found.Count == 0 ? (state.Value, from) : null;
        return (s.Validity, found);
    }

    private async Task<Dictionary<uint, ImapMailInfo>> Describe(
        ImapSession s,
        uint validity,
        IReadOnlyList<uint> uids,
        CancellationToken ct
    )
    {
        await s.Resume(options.Folder, validity, ct);
        return await s.Describe(uids, ct);
    }

    private async Task<MailServerException?> TryFileGathered(CancellationToken ct)
    {
        try
        {
            await FileGathered(ct);
            return null;
        }
        catch (MailServerException e) when (e.Trouble == ServerTrouble.Refused)
        {
            return e;
        }
    }

    private async Task FileGathered(CancellationToken ct)
    {
        while (true)
        {
            List<(uint Validity, uint Uid, MailboxFolder Folder)> group;
            lock (toFile)
                group =
                [
                    .. toFile.GroupBy(f => (f.Validity, f.Folder)).FirstOrDefault()
                        ?? Enumerable.Empty<(uint, uint, MailboxFolder)>(),
                ];
            if (group.Count == 0)
                return;
            var (validity, _, folder) = group[0];
            var uids = group.Select(f => f.Uid).Distinct().Order().ToList();
            var target = folder == MailboxFolder.Processed ? options.Processed : options.Quarantine;
            await Use(
                async (s, c) =>
                {
                    await s.Select(options.Folder, c);
                    // Numbered anew in the meantime: these UIDs may be other mails now. They will be listed again.
                    if (s.Validity == validity)
                        await s.Move(uids, target, c);
                    return true;
                },
                ct
            );
            // What failed stays here, and is tried again before anything else is done with the mailbox.
            lock (toFile)
                toFile.ExceptWith(group);
        }
    }

    private void Interrupt()
    {
        try
        {
            Volatile.Read(ref idling)?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The wait has just ended by itself.
        }
    }

    private enum Waited
    {
        MailCame,
        Interrupted,
        Impossible,
    }

    private async Task<Waited> Idle(TimeSpan atMost, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        using var interrupted = new CancellationTokenSource();
        try
        {
            Interlocked.Exchange(ref idling, interrupted);
            if (Volatile.Read(ref waiting) > 0)
                return Waited.Interrupted;
            var isNew = session is null;
            return await Run(
                async (s, c) =>
                {
                    if (!s.Connection.Can("IDLE"))
                        return Waited.Impossible;
                    await s.Select(options.Folder, c);
                    // Nobody told of what came while there was no connection.
                    if (isNew && s.Connection.Exists > 0)
                        return Waited.MailCame;
                    if (!s.Connection.HasGrown)
                        await s.Connection.Idle(atMost, interrupted.Token, c);
                    // Said once: whoever waits again waits for mail that is newer.
                    var hasGrown = s.Connection.HasGrown;
                    s.Connection.HasGrown = false;
                    return hasGrown ? Waited.MailCame : Waited.Interrupted;
                },
                ct
            );
        }
        catch (MailServerException e) when (e.Trouble == ServerTrouble.Refused)
        {
            return Waited.Impossible;
        }
        finally
        {
            Interlocked.Exchange(ref idling, null);
            turn.Release();
        }
    }

    /// <summary>Whoever calls this has the turn. After trouble that isn't a plain refusal the connection is not used again.</summary>
    private async Task<T> Run<T>(Func<ImapSession, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        try
        {
            if (session is null)
            {
                session = await ImapSession.Open(options, ct);
                certificateExpiresAt = session.Connection.CertificateExpiresAt ?? certificateExpiresAt;
            }
            return await work(session, ct);
        }
        catch (Exception e)
            when (e is not (MailServerException { Trouble: ServerTrouble.Refused } or MailUnreadableException))
        {
            await Drop();
            throw;
        }
    }

    private async Task Drop()
    {
        var dropped = session;
        session = null;
        if (dropped is not null)
            await dropped.DisposeAsync();
    }

    private static async Task<MailServerException?> Refusal(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (MailServerException e) when (e.Trouble == ServerTrouble.Refused)
        {
            return e;
        }
    }

    private static async Task<bool> Done(Task work)
    {
        await work;
        return true;
    }
}
