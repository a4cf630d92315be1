using ComplaintMailer.Configuration;
using ComplaintMailer.Schedules;
using NodaTime;

namespace ComplaintMailer.Benchmarks;

/// <summary>Takes in all that lies in a mailbox, round after round, as the worker does.</summary>
internal static class Rounds
{
    /// <returns>How many complaints were among it.</returns>
    public static async Task<int> TakeIn(Worker worker, Office office, Instant now, bool timeTravel)
    {
        var complaints = 0;
        for (var isMore = true; isMore; )
        {
            var round = await worker.Poll(office, now, timeTravel, CancellationToken.None);
            complaints += round.Mails.Count(m => m.Disposition == "complaint");
            isMore = round.IsMore;
        }
        return complaints;
    }
}
