using System.Threading.Channels;
using ComplaintMailer.Configuration;
using ComplaintMailer.Connections;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Sending;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ComplaintMailer.Outbox;

/// <summary>What a server said of a letter; null when it had been taken before, and only what follows from that is left.</summary>
internal sealed record OutboxNews(OutboxLetter Letter, SendResult? Result);

/// <summary>
/// Writes down what became of letters: on the letter itself, and in its case. One does both, and notes whatever there is before any
/// case is told: as long as an answer is not noted, no other letter goes out in that one's place.
/// </summary>
internal sealed class OutboxBook(
    Register register,
    OutboxAnswers answers,
    Office office,
    SentCopies copies,
    WayOut way,
    Instant now,
    ILogger log
)
{
    /// <summary>
    /// So many stay noted and untold while more come, so that a case whose letters follow one another is opened once for all of
    /// them. Whoever comes after a worker that dies meanwhile tells them.
    /// </summary>
    private const int Behind = 12;

    /// <summary>Few, so that an answer never waits long to be noted.</summary>
    private const int CasesTogether = 2;

    /// <summary>When nothing comes for so long, nothing is waited for.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private readonly List<TakenLetter> untold = [];
    private readonly List<OutboxNews> unwritten = [];
    private readonly List<SentLetter> settled = [];

    public IReadOnlyList<SentLetter> Settled => settled;

    /// <summary>The letter that was noted last; 0 when none was.</summary>
    public long Last { get; private set; }

    /// <summary>So many more are written down.</summary>
    public required Action<int> Noted { get; init; }

    /// <summary>Its case knows; a copy is yet to be made.</summary>
    public required Action<TakenLetter> Told { get; init; }

    /// <summary>Nothing more is to be done with it.</summary>
    public required Action Finished { get; init; }

    /// <summary>Something could not be written down: no more must go out.</summary>
    public required Action Broken { get; init; }

    /// <summary>Until no more news will come, and all of it has been written down.</summary>
    public async Task Run(ChannelReader<OutboxNews> news)
    {
        var more = true;
        while (true)
        {
            Take(news);
            if (untold.Count > (more ? Behind : 0))
                Tell();
            else if (untold.Count > 0)
                more = await Comes(news);
            else if (await news.WaitToReadAsync())
                more = true;
            else
                break;
        }
        if (unwritten.Count > 0)
            Note(unwritten, flushed: true);
    }

    private static async Task<bool> Comes(ChannelReader<OutboxNews> news)
    {
        using var quiet = new CancellationTokenSource(Quiet);
        try
        {
            return await news.WaitToReadAsync(quiet.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Take(ChannelReader<OutboxNews> news)
    {
        var fresh = new List<OutboxNews>();
        while (news.TryRead(out var one))
            if (one.Result is null)
                TakeUp(one.Letter);
            else
                fresh.Add(one);
        if (fresh.Count > 0)
            Note(fresh);
    }

    /// <summary>A worker before this one had noted it.</summary>
    private void TakeUp(OutboxLetter letter)
    {
        var answer = letter.SealedAnswer is { } piece ? TakenAnswer.Open(letter.Key!, piece, letter.MessageId) : null;
        letter.Key!.Dispose();
        var taken = new TakenLetter(letter, answer, Fresh: false);
        if (answer is null)
            Told(taken);
        else
            untold.Add(taken);
    }

    /// <summary>
    /// Not flushed each time: that a letter went out is known to the machine at once, which is what a worker that dies needs, and to
    /// the disk when the next are claimed or the round ends.
    /// </summary>
    private void Note(IReadOnlyList<OutboxNews> news)
    {
        try
        {
            Note(news, flushed: false);
        }
        catch (Exception e)
        {
            log.LogError("Answers could not be written down: {Trouble}", Trouble.Of(e));
            unwritten.AddRange(news);
            Broken();
            return;
        }
        Noted(news.Count);
        copies.Judge([.. news.Select(a => a.Result!)], now);
        foreach (var (letter, result) in news)
        {
            letter.Key!.Dispose();
            if (result is SendResult.Accepted taken)
                untold.Add(new(letter, new(taken.Host, taken.Answer), Fresh: letter.State != "sending"));
            else
                Finished();
        }
    }

    private void Note(IReadOnlyList<OutboxNews> news, bool flushed)
    {
        way.IsThrough |= news.Any(a => a.Result is SendResult.Accepted);
        settled.AddRange(
            register.Write(
                session =>
                    news.Select(a =>
                            SentLetter.Of(
                                a.Letter,
                                answers.Note(session, office, a.Letter, a.Result!, way.IsThrough, now)
                            )
                        )
                        .ToList(),
                flushed
            )
        );
        Last = news[^1].Letter.Id;
    }

    /// <summary>The cases that have waited longest, each with all that is to be told to it.</summary>
    private void Tell()
    {
        var cases = untold.Select(l => l.Letter.CaseNumber).Distinct().Take(CasesTogether).ToHashSet();
        var group = untold.Where(l => cases.Contains(l.Letter.CaseNumber)).ToList();
        untold.RemoveAll(l => cases.Contains(l.Letter.CaseNumber));
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
            Broken();
            return;
        }
        foreach (var letter in group)
            if (copies.AreKept)
                Told(letter);
            else
                Finished();
    }
}
