using System.Collections.Concurrent;

namespace ComplaintMailer.Connections;

/// <summary>
/// At which mailboxes somebody listens. There a look now and then, for certainty, is enough: looking costs more than all else that
/// a worker does while nothing happens.
/// </summary>
internal sealed class Listening(TimeProvider clock)
{
    private static readonly TimeSpan LookAtLeastEvery = TimeSpan.FromMinutes(5);

    /// <summary>A timer that is a moment early has come all the same.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, bool> open = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> heard = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> looked = new(StringComparer.Ordinal);

    public void Begin(string mailbox) => open[mailbox] = true;

    public void End(string mailbox) => open[mailbox] = false;

    /// <summary>There may be mail: the next look is due.</summary>
    public void Heard(string mailbox)
    {
        heard.AddOrUpdate(mailbox, 1, (_, count) => count + 1);
        looked.TryRemove(mailbox, out _);
    }

    /// <summary>To be asked for before a look: what is heard while it goes on may have come too late for it.</summary>
    public long HeardSoFar(string mailbox) => heard.GetValueOrDefault(mailbox);

    public void HasLooked(string mailbox, long heardBefore)
    {
        looked[mailbox] = clock.GetTimestamp();
        if (HeardSoFar(mailbox) != heardBefore)
            looked.TryRemove(mailbox, out _);
    }

    public bool MayWait(string mailbox) =>
        open.GetValueOrDefault(mailbox)
        && looked.TryGetValue(mailbox, out var last)
        && clock.GetElapsedTime(last) < LookAtLeastEvery - Slack;
}
