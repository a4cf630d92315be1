using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Sending;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ComplaintMailer.Outbox;

/// <summary>Writes down what became of letters that were handed over. The caller owns the transaction.</summary>
internal sealed class OutboxAnswers(Desk desk, OfficeLetters officeLetters, ILogger log)
{
    private static readonly Duration GiveUpAfter = Duration.FromDays(3);

    /// <summary>
    /// At once, and quickly: that a letter was taken is noted on the letter alone. <see cref="Tell"/> tells the cases, many
    /// letters at a time; should the worker die before, it is told by whoever comes after.
    /// </summary>
    /// <param name="isThrough">
    /// Other letters got through in this pass: then what keeps this one may be the letter itself, whatever it looks like, and others
    /// that get through do not give it an earlier turn.
    /// </param>
    /// <returns>“sent”, “later” or “failed”.</returns>
    public string Note(
        Session session,
        Office office,
        OutboxLetter letter,
        SendResult result,
        bool isThrough,
        Instant now
    )
    {
        switch (result)
        {
            case SendResult.Accepted accepted:
                var answer = new TakenAnswer(accepted.Host, accepted.Answer);
                OutboxClaims.Take(session, letter.Id, answer.Seal(letter.Key!, letter.MessageId), now);
                return "sent";
            case SendResult.Later later when MayWait(letter, now):
                OutboxClaims.Postpone(
                    session,
                    letter.Id,
                    now + Backoff(letter.Attempts),
                    again: true,
                    ofServer: later.OfServer && !isThrough
                );
                return "later";
            case SendResult.Later later:
                Fail(session, office, letter, later.Reason, now);
                return "failed";
            case SendResult.Never never:
                Fail(session, office, letter, never.Reason, now);
                return "failed";
            default:
                throw new InvalidOperationException(result.GetType().Name);
        }
    }

    /// <param name="copying">Copies are yet to be made; else this was the last that had to be done.</param>
    public void Tell(Session session, Office office, IReadOnlyList<TakenLetter> letters, bool copying, Instant now)
    {
        foreach (var ofCase in letters.Where(l => l.Letter.CaseNumber is not null).GroupBy(l => l.Letter.CaseNumber!))
            TellCase(
                session,
                office,
                ofCase.Key,
                [
                    .. ofCase.Select(l => new CaseInput.LetterWasAccepted(
                        l.Letter.Number,
                        l.Answer!.Host,
                        l.Answer.Answer
                    )),
                ],
                now
            );
        foreach (var letter in letters)
            if (copying)
                OutboxClaims.Told(session, letter.Letter.Id);
            else
                OutboxClaims.LetGo(session, letter.Letter.Id);
    }

    /// <summary>A copy that could not be made is tried again, as patiently as a letter.</summary>
    public static void CopyFailed(Session session, OutboxLetter letter, Instant now)
    {
        if (MayWait(letter, now))
            OutboxClaims.Postpone(session, letter.Id, now + Backoff(letter.Attempts), again: true);
        else
            OutboxClaims.LetGo(session, letter.Id);
    }

    private void TellCase(Session session, Office office, string number, IReadOnlyList<CaseInput> news, Instant now)
    {
        try
        {
            session.Apart(() => desk.Tell(session, office, number, news, now));
        }
        catch (Exception e) when (!Trouble.IsOfDatabase(e) && news.Count > 1)
        {
            // Each by itself: the others are not to be lost over one.
            foreach (var one in news)
                TellCase(session, office, number, [one], now);
        }
        catch (Exception e) when (!Trouble.IsOfDatabase(e))
        {
            // The letter is out; that its case stumbles over the news must not send it again.
            log.LogError("{Case} could not be told of a letter: {Trouble}", number, Trouble.Of(e));
        }
    }

    /// <summary>It is not going to arrive, and its case is to know.</summary>
    public void Fail(Session session, Office office, OutboxLetter letter, string reason, Instant now)
    {
        OutboxClaims.Close(session, letter.Id, "failed", now);
        if (letter.CaseNumber is { } number)
            TellCase(session, office, number, [new CaseInput.LetterDidFail(letter.Number, reason)], now);
        else
            officeLetters.DidNotArrive(session, office, letter.Id, reason, now);
    }

    private static bool MayWait(OutboxLetter letter, Instant now) => now - letter.MadeAt <= GiveUpAfter;

    /// <summary>1, 2, 4 … minutes, at most four hours.</summary>
    private static Duration Backoff(int attempts) => Duration.FromMinutes(Math.Min(240, 1 << Math.Min(attempts, 8)));
}
