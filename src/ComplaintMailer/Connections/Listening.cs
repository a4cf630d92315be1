using System.Collections.Concurrent;

namespace ComplaintMailer.Connections;

/// <summary>
/// At which mailboxes somebody listens. There a look now and then, for certainty, is enough: looking costs more than all else that
/// a worker does while nothing happens.
/// </summary>
internal sealed class Listening
{
    /// <summary>Well under the quarter of an hour after which silence is an alarm.</summary>
    public static readonly TimeSpan LookAtLeastEvery = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, bool> open = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> heard = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> looked = new(StringComparer.Ordinal);

    public void Begin(string mailbox) => open[mailbox] = true;

    public void End(string mailbox) => open[mailbox] = false;

    /// <summary>There may be mail: the next look is due.</summary>
    public void Heard(string mailbox)
    {
        heard.AddOrUpdate(mailbox, 1, (_, count) => count + 1);
        looked[mailbox] = false;
    }

    /// <summary>To be asked for before a look: what is heard while it goes on may have come too late for it.</summary>
    public long HeardSoFar(string mailbox) => heard.GetValueOrDefault(mailbox);

    public void HasLooked(string mailbox, long heardBefore)
    {
        looked[mailbox] = true;
        if (HeardSoFar(mailbox) != heardBefore)
            looked[mailbox] = false;
    }

    public void LookedInVain(string mailbox) => looked[mailbox] = false;

    /// <summary>Whether all is known that there was to hear, so that the next look is the one for certainty.</summary>
    public bool MayWait(string mailbox) => open.GetValueOrDefault(mailbox) && looked.GetValueOrDefault(mailbox);
}
