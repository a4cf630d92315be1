using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Mail.Imap;

/// <summary>
/// The mails of one listing, fetched in batches bounded in number and size. While one batch is being handled the next is
/// under way; a mail that a server can't or won't give is fetched alone, so that it spoils none of the others.
/// </summary>
internal sealed class ImapListing(ImapMailbox mailbox, ImapMailboxOptions options, uint validity)
{
    /// <summary>Larger ones would be memory of the kind that is seldom given back.</summary>
    private const int PartBytes = 80_000;
    private readonly List<ImapMailInfo> infos = [];
    private Batch? present;
    private Batch? next;

    private sealed record Batch(int From, int To, Task<Dictionary<uint, byte[]>> Mails)
    {
        public bool Holds(int index) => index >= From && index < To;
    }

    public ImapItem Add(ImapMailInfo info)
    {
        infos.Add(info);
        return new ImapItem(this, infos.Count - 1, validity, info);
    }

    public async Task<byte[]> Open(int index, CancellationToken ct)
    {
        var info = infos[index];
        Check(info, info.Size);
        if (await FromBatch(index, ct) is { } mail)
            return mail;
        return await mailbox.FetchAlone(validity, info.Uid, ct);
    }

    /// <summary>Part after part; what a server says of a mail's size is not always right.</summary>
    public async Task Read(int index, Action<ReadOnlySpan<byte>> take, CancellationToken ct)
    {
        var info = infos[index];
        Check(info, info.Size);
        for (var from = 0L; ; )
        {
            var part = await mailbox.FetchAlone(validity, info.Uid, ct, new ImapPart(from, PartBytes));
            if (part.Length == 0)
                return;
            from += part.Length;
            Check(info, from);
            take(part);
            if (part.Length < PartBytes && from >= info.Size)
                return;
        }
    }

    private void Check(ImapMailInfo info, long size)
    {
        if (size > options.MailBytesMax)
            throw new MailUnreadableException(
                $"The mail with UID {info.Uid} measures {size} bytes, and {options.MailBytesMax} is the most that is taken in."
            );
    }

    private async Task<byte[]?> FromBatch(int index, CancellationToken ct)
    {
        if (present?.Holds(index) != true)
        {
            present = next?.Holds(index) == true ? next : Begin(index, ct);
            next = null;
        }
        var batch = present!;
        try
        {
            var mails = await batch.Mails.WaitAsync(ct);
            if (next is null && batch.To < infos.Count)
                next = Begin(batch.To, ct);
            // Taken out, so that no more is held than is still to be handled.
            return mails.Remove(infos[index].Uid, out var mail) ? mail : null;
        }
        catch (MailServerException e)
            when (e.Trouble is not (ServerTrouble.Unreachable or ServerTrouble.Login or ServerTrouble.Certificate))
        {
            // Something in this batch can't be given, or breaks the talk; one by one it will show which.
            return null;
        }
    }

    private Batch Begin(int from, CancellationToken ct)
    {
        var to = from;
        var bytes = 0L;
        var uids = new List<uint>();
        while (to < infos.Count && to - from < options.BatchMails)
        {
            // What is too large for us is never opened, and what is large is not held.
            if (infos[to].Size < Math.Min(options.MailBytesMax + 1, MailSkeleton.Large))
            {
                bytes += infos[to].Size;
                if (uids.Count > 0 && bytes > options.BatchBytes)
                    break;
                uids.Add(infos[to].Uid);
            }
            to++;
        }
        var mails = mailbox.Use((session, c) => FetchMany(session, uids, c), ct);
        // Whoever asks for a mail of it hears of its failure; nobody may.
        _ = mails.ContinueWith(
            static t => t.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        return new Batch(from, to, mails);
    }

    private async Task<Dictionary<uint, byte[]>> FetchMany(
        ImapSession session,
        IReadOnlyList<uint> uids,
        CancellationToken ct
    )
    {
        await session.Resume(options.Folder, validity, ct);
        return uids.Count == 0 ? [] : await session.Fetch(uids, ct);
    }
}
