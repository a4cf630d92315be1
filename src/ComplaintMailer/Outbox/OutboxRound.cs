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

    /// <summary>Whoever falls behind so far holds up those before it.</summary>
    private const int Waiting = 64;

    /// <summary>Few enough that answers never wait long to be noted.</summary>
    private const int ToldTogether = 8;
    private const int CopiedTogether = 16;

    private readonly Register register;
    private readonly OutboxAnswers answers;
    private readonly Office office;
    private readonly IMailSender sender;
    private readonly SentCopies copies;
    private readonly Instant now;
    private readonly ILogger log;

    private readonly SemaphoreSlim room;
    private readonly Channel<MailToSend> line = Channel.CreateUnbounded<MailToSend>();
    private readonly Channel<Answered> answered = Channel.CreateUnbounded<Answered>();
    private readonly Channel<TakenLetter> toTell = Channel.CreateBounded<TakenLetter>(Waiting);
    private readonly Channel<TakenLetter> toCopy = Channel.CreateBounded<TakenLetter>(Waiting);
    private readonly ConcurrentDictionary<long, OutboxLetter> underWay = [];
    private readonly CancellationTokenSource trouble = new();
    private readonly List<SentLetter> settled = [];
    private readonly List<SentLetter> refused = [];
    private long last;

    /// <summary>The sender fell over: what of all that it had not answered for.</summary>
    private SendResult.Later? failure;

    public OutboxRound(
        Register register,
        OutboxAnswers answers,
        Office office,
        IMailSender sender,
        SentCopies copies,
        Instant now,
        ILogger log
    )
    {
        this.register = register;
        this.answers = answers;
        this.office = office;
        this.sender = sender;
        this.copies = copies;
        this.now = now;
        this.log = log;
        room = new(sender.KnowsTwins ? UnderWayMostWithoutTwins : UnderWayMost);
    }

    private sealed record Answered(OutboxLetter Letter, SendResult Result);

    public async Task<IReadOnlyList<SentLetter>> Run(
        OutboxClaims.Lot first,
        Func<OutboxClaims.Lot> claim,
        CancellationToken stop,
        CancellationToken abort
    )
    {
        var sending = Task.Run(() => Send(abort), CancellationToken.None);
        var noting = Task.Run(Note, CancellationToken.None);
        var telling = Task.Run(Tell, CancellationToken.None);
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
            answered.Writer.Complete();
            try
            {
                await noting;
            }
            finally
            {
                toTell.Writer.Complete();
                await telling;
                toCopy.Writer.Complete();
                await copying;
                if (last != 0)
                    register.Write(session => OutboxClaims.Touch(session, last));
            }
        }
        return [.. refused, .. settled];
    }

    public void Dispose()
    {
        room.Dispose();
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
        if (letter.State == "sent")
        {
            var answer = letter.SealedAnswer is { } piece
                ? TakenAnswer.Open(letter.Key!, piece, letter.MessageId)
                : null;
            letter.Key!.Dispose();
            var taken = new TakenLetter(letter, answer, Fresh: false);
            await (answer is null ? toCopy : toTell).Writer.WriteAsync(taken, halt);
            return;
        }
        await room.WaitAsync(halt);
        // What was under way when the worker fell over may have gone out: the folder of sent mail knows.
        if (letter.State == "sending" && await copies.Find(letter.MessageId, now, abort) is { } found)
        {
            answered.Writer.TryWrite(new(letter, found));
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
            answered.Writer.TryWrite(new(letter, result));
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

    /// <summary>
    /// As soon as answers come. Not flushed each time: that a letter went out is known to the machine at once, which is what a worker
    /// that dies needs, and to the disk when the next are claimed or the round ends.
    /// </summary>
    private async Task Note()
    {
        var unwritten = new List<Answered>();
        while (await answered.Reader.WaitToReadAsync())
        {
            var group = new List<Answered>();
            while (answered.Reader.TryRead(out var one))
                group.Add(one);
            try
            {
                Note(group, flushed: false);
            }
            catch (Exception e)
            {
                log.LogError("Answers could not be written down: {Trouble}", Trouble.Of(e));
                unwritten.AddRange(group);
                // No more are sent than can be written down.
                await trouble.CancelAsync();
                continue;
            }
            room.Release(group.Count);
            copies.Judge([.. group.Select(a => a.Result)], now);
            foreach (var (letter, result) in group)
            {
                letter.Key!.Dispose();
                if (result is SendResult.Accepted taken)
                    await toTell.Writer.WriteAsync(
                        new(letter, new(taken.Host, taken.Answer), Fresh: letter.State != "sending")
                    );
            }
        }
        if (unwritten.Count > 0)
            Note(unwritten, flushed: true);
    }

    private void Note(IReadOnlyList<Answered> group, bool flushed)
    {
        settled.AddRange(
            register.Write(
                session =>
                    group
                        .Select(a => SentLetter.Of(a.Letter, answers.Note(session, office, a.Letter, a.Result, now)))
                        .ToList(),
                flushed
            )
        );
        last = group[^1].Letter.Id;
    }

    private async Task Tell()
    {
        await foreach (var group in Together(toTell.Reader, ToldTogether))
        {
            try
            {
                register.Write(
                    session =>
                    {
                        answers.Tell(session, office, group, copies.AreKept, now);
                        return 0;
                    },
                    flushed: false
                );
            }
            catch (Exception e)
            {
                // They stay noted: whoever comes after tells the cases.
                log.LogError("Cases could not be told of sent letters: {Trouble}", Trouble.Of(e));
                await trouble.CancelAsync();
                continue;
            }
            if (copies.AreKept)
                foreach (var letter in group)
                    await toCopy.Writer.WriteAsync(letter);
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
