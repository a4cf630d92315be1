using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Connections;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Sending;
using ComplaintMailer.Secrets;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ComplaintMailer.Outbox;

/// <summary>
/// Sends what stands in the outbox: written, claimed in one transaction, handed over, settled in another. After a crash in between the
/// very same bytes go out again under the same Message-ID, and what receives them can drop the twin.
/// </summary>
internal sealed class OutboxRunner(
    Register register,
    KeyStore keys,
    Desk desk,
    OfficeLetters officeLetters,
    Scribe scribe,
    Gate gate,
    ILogger log
)
{
    private readonly OutboxClaims claims = new(keys, desk, officeLetters, new(desk, officeLetters, log), gate);
    private readonly OutboxAnswers answers = new(desk, officeLetters, log);

    public async Task<IReadOnlyList<SentLetter>> Run(
        Office office,
        IReadOnlySet<string> ours,
        IMailSender sender,
        SentCopies copies,
        Instant now,
        CancellationToken stop,
        CancellationToken abort
    )
    {
        var all = new List<SentLetter>();
        var way = new WayOut();
        OutboxClaims.Lot Claim()
        {
            var fresh = scribe.WriteDue(office, now);
            return register.Write(session => claims.Claim(session, office, ours, fresh, now));
        }
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            // What was settled meanwhile may have brought more: word of a letter that can't be delivered, say.
            var lot = Claim();
            if (!lot.Any)
                return all;
            using var round = new OutboxRound(register, answers, office, sender, copies, way, now, log);
            all.AddRange(await round.Run(lot, Claim, stop, abort));
        }
    }
}
