using System.Collections.Concurrent;
using System.Threading.Channels;
using ComplaintMailer.Configuration;
using ComplaintMailer.Connections;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Sending;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ComplaintMailer.Outbox;

/// <summary>
/// All that is due, in one flow: while letters are on the wire, the next are claimed, the answers to those before them are noted,
/// cases are told of these, and copies of them are laid in the folder of sent mail.
/// </summary>
internal sealed class OutboxRound : IDisposable
{
    /// <summary>
    /// Handed over or about to be, and not yet written down: a stop waits for so many, and should the worker die, no more than
    /// these can go out twice.
    /// </summary>
    public const int UnderWayMost = 8;

    /// <summary>The same where one that is handed over twice arrives once.</summary>
    private const int UnderWayMostWithoutTwins = 64;

    /// <summary>Begun and not done with, copies included: whoever falls behind so far holds up the claiming of more.</summary>
    private const int UnfinishedMost = 192;
    private const int CopiedTogether = 16;

    private readonly Register register;
    private readonly Office office;
    private readonly OutboxBook book;
    private readonly IMailSender sender;
    private readonly SentCopies copies;
    private readonly WayOut way;
    private readonly Instant now;
    private readonly ILogger log;

    private readonly SemaphoreSlim room;
    private readonly Channel<MailToSend> line = Channel.CreateUnbounded<MailToSend>();
    private readonly SemaphoreSlim unfinished = new(UnfinishedMost);
    private readonly Channel<OutboxNews> news = Channel.CreateUnbounded<OutboxNews>();
    private readonly Channel<TakenLetter> toCopy = Channel.CreateUnbounded<TakenLetter>();
    private readonly ConcurrentDictionary<long, OutboxLetter> underWay = [];
    private readonly CancellationTokenSource trouble = new();
    private readonly List<SentLetter> refused = [];

    /// <summary>The sender fell over: what of all that it had not answered for.</summary>
    private SendResult.Later? failure;

    public OutboxRound(
        Register register,
        OutboxAnswers answers,
        Office office,
        IMailSender sender,
        SentCopies copies,
        WayOut way,
        Instant now,
        ILogger log
    )
    {
        this.register = register;
        this.office = office;
        this.way = way;
        this.sender = sender;
        this.copies = copies;
        this.now = now;
        this.log = log;
        room = new(sender.KnowsTwins ? UnderWayMostWithoutTwins : UnderWayMost);
        book = new(register, answers, office, copies, way, now, log)
        {
            Noted = count => room.Release(count),
            Told = letter => toCopy.Writer.TryWrite(letter),
            Finished = () => unfinished.Release(),
            Broken = trouble.Cancel,
        };
    }

    public async Task<IReadOnlyList<SentLetter>> Run(
        OutboxClaims.Lot first,
        Func<OutboxClaims.Lot> claim,
        CancellationToken stop,
        CancellationToken abort
    )
    {
        var sending = Task.Run(() => Send(abort), CancellationToken.None);
        var booking = Task.Run(() => book.Run(news.Reader), CancellationToken.None);
        var copying = Task.Run(() => Copy(abort), CancellationToken.None);
        try
        {
            await Feed(first, claim, stop, abort);
        }
        finally
        {
            // Whatever happened: what was handed over is written down, else it would go out twice.
            line.Writer.Complete();
            await sending;
            if (failure is not null)
                foreach (var letter in underWay.Values)
                    Answer(letter, failure);
            news.Writer.Complete();
            try
            {
                await booking;
            }
            finally
            {
                toCopy.Writer.Complete();
                await copying;
                if (book.Last != 0)
                    register.Write(session =>
                    {
                        OutboxClaims.Touch(session, book.Last);
                        if (way.IsThrough)
                            OutboxClaims.Hurry(session, office, now);
                    });
            }
        }
        return [.. refused, .. book.Settled];
    }

    public void Dispose()
    {
        room.Dispose();
        unfinished.Dispose();
        trouble.Dispose();
    }

    private async Task Feed(
        OutboxClaims.Lot first,
        Func<OutboxClaims.Lot> claim,
        CancellationToken stop,
        CancellationToken abort
    )
    {
        using var halt = CancellationTokenSource.CreateLinkedTokenSource(stop, trouble.Token);
        for (var lot = first; lot.Any; )
        {
            refused.AddRange(lot.Settled);
            var next = Task.Run(claim, CancellationToken.None);
            var begun = 0;
            try
            {
                for (; begun < lot.Letters.Count; begun++)
                    await Begin(lot.Letters[begun], halt.Token, abort);
                lot = await next;
            }
            catch (OperationCanceledException) when (halt.IsCancellationRequested || abort.IsCancellationRequested)
            {
                var after = await next;
                refused.AddRange(after.Settled);
                PutBack([.. lot.Letters.Skip(begun), .. after.Letters]);
                return;
            }
        }
    }

    private async Task Begin(OutboxLetter letter, CancellationToken halt, CancellationToken abort)
    {
        await unfinished.WaitAsync(halt);
        if (letter.State == "sent")
        {
            news.Writer.TryWrite(new(letter, null));
            return;
        }
        await room.WaitAsync(halt);
        // What was under way when the worker fell over may have gone out: the folder of sent mail knows.
        if (letter.State == "sending" && await copies.Find(letter.MessageId, now, abort) is { } found)
        {
            news.Writer.TryWrite(new(letter, found));
            return;
        }
        underWay[letter.Id] = letter;
        line.Writer.TryWrite(
            new(
                new MailEnvelope(letter.Content!.From, letter.Content.To!, letter.MessageId.Split('@')[0]),
                letter.Content.Mail,
                result => Answer(letter, result)
            )
        );
    }

    private void Answer(OutboxLetter letter, SendResult result)
    {
        if (underWay.TryRemove(letter.Id, out _))
            news.Writer.TryWrite(new(letter, result));
    }

    /// <summary>Whose turn did not come waits for the next pass.</summary>
    private void PutBack(IReadOnlyList<OutboxLetter> letters)
    {
        foreach (var letter in letters)
            letter.Key!.Dispose();
        if (letters.Count > 0)
            register.Write(session =>
            {
                foreach (var letter in letters)
                    OutboxClaims.Postpone(session, letter.Id, now, again: false);
            });
    }

    private async Task Send(CancellationToken abort)
    {
        try
        {
            await sender.SendAll(line.Reader, abort);
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            // Broken off in the middle of a conversation: what became of these letters is not known, so they stay claimed.
            await trouble.CancelAsync();
        }
        catch (Exception e)
        {
            log.LogError("Sending failed: {Trouble}", Trouble.Of(e));
            failure = new SendResult.Later(e.GetType().Name);
            await trouble.CancelAsync();
        }
    }

    private async Task Copy(CancellationToken abort)
    {
        await foreach (var group in Together(toCopy.Reader, CopiedTogether))
        {
            // Broken off: the claims stand, and whoever comes after looks whether there is a copy.
            if (abort.IsCancellationRequested)
                continue;
            try
            {
                var kept = await Keep(group, abort);
                register.Write(
                    session =>
                    {
                        foreach (var (letter, _, _) in group)
                            if (kept)
                                OutboxClaims.LetGo(session, letter.Id);
                            else
                                OutboxAnswers.CopyFailed(session, letter, now);
                        return kept;
                    },
                    flushed: false
                );
            }
            catch (OperationCanceledException) when (abort.IsCancellationRequested) { }
            catch (Exception e)
            {
                log.LogError("Sent letters could not be copied: {Trouble}", Trouble.Of(e));
            }
            unfinished.Release(group.Count);
        }
    }

    private async Task<bool> Keep(IReadOnlyList<TakenLetter> group, CancellationToken abort)
    {
        var absent = new List<ReadOnlyMemory<byte>>();
        foreach (var (letter, _, fresh) in group)
            if (fresh || await copies.Find(letter.MessageId, now, abort) is null)
                absent.Add(letter.Content!.Mail);
        return await copies.Keep(absent, now, abort);
    }

    /// <summary>What there is, so many at most, as soon as there is any.</summary>
    private static async IAsyncEnumerable<List<TakenLetter>> Together(ChannelReader<TakenLetter> letters, int most)
    {
        while (await letters.WaitToReadAsync())
        {
            var group = new List<TakenLetter>();
            while (group.Count < most && letters.TryRead(out var letter))
                group.Add(letter);
            if (group.Count > 0)
                yield return group;
        }
    }
}
