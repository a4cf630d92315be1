using System.Collections.Concurrent;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Schedules;
using NodaTime;

namespace ComplaintMailer.Connections;

/// <summary>
/// Looks after the mailboxes from a distance: that polls succeed at all, whatever the cause when they don't; that mailbox
/// and register tell the same story; and that nothing runs out unannounced.
/// </summary>
internal sealed class MailboxCare(Register register, Ports ports, Alarms alarms)
{
    /// <summary>Without one good poll for so long something is wrong, even if nothing says so.</summary>
    private static readonly Duration SilenceMost = Duration.FromMinutes(15);

    /// <summary>A mail that was kept so long ago and has still not become anything.</summary>
    private static readonly Duration OpenMost = Duration.FromHours(1);

    /// <summary>For a mailbox that has never been read: since when we have been waiting for it.</summary>
    private readonly ConcurrentDictionary<string, Instant> began = new(StringComparer.Ordinal);

    /// <summary>Asked all the time. Sees also what no error tells: a poll that hangs, one that is never begun.</summary>
    public void ListenForSilence(Office office, Instant now)
    {
        var mailbox = office.Organisation.Address;
        var polledAt = register.Read(session => MailboxMarks.PolledAt(session, mailbox));
        var since = polledAt ?? began.GetOrAdd(mailbox, now);
        if (now - since > SilenceMost)
            alarms.Raise(office, AlarmNames.Mailbox(office), "", now, since);
    }

    /// <summary>
    /// Asked every day. What lies before the mark has been seen, so the register must know it; and what the register keeps must
    /// have become something. A mail that came just now lies after the mark, and is no difference.
    /// </summary>
    public async Task Reconcile(Office office, Instant now, CancellationToken ct)
    {
        var mailbox = office.Organisation.Address;
        var mark = register.Read(session => MailboxMarks.Of(session, mailbox));
        var missed = new List<string>();
        await foreach (var item in ports.Mailbox(office.Settings).List(null, ct))
            if (
                item.Mark is { } its
                && its.Validity == mark?.Validity
                && its.Uid <= mark.Uid
                && !register.Read(session => MailboxMarks.Knows(session, mailbox, item.Id))
            )
                missed.Add(item.Id);
        var open = register.Read(session => MailboxMarks.Open(session, mailbox, now - OpenMost));
        if (missed.Count == 0 && open == 0)
            alarms.Clear(office, AlarmNames.Difference(office), now);
        else
            alarms.Raise(
                office,
                AlarmNames.Difference(office),
                $"{missed.Count} + {open} ({string.Join(", ", missed.Take(10))})",
                now,
                since: now - Duration.FromDays(1)
            );
    }

    /// <summary>Asked every day: tells 14, 7 and 1 days before something stops working.</summary>
    public void AnnounceExpiries(Office office, Instant now)
    {
        object[] connections = [ports.Mailbox(office.Settings), ports.Sender(office.Settings)];
        var expiries = connections.OfType<IExpires>().SelectMany(e => e.Expiries).Distinct().ToList();
        foreach (var expiry in expiries)
        {
            var left = (Instant.FromDateTimeOffset(expiry.At) - now).TotalDays;
            foreach (var days in new[] { 1, 7, 14 })
                if (left <= days)
                {
                    alarms.Announce(
                        office,
                        AlarmNames.Expiry(office, expiry, days),
                        $"{expiry.What}: {expiry.At:yyyy-MM-dd}",
                        now
                    );
                    break;
                }
        }
        alarms.Forget(AlarmNames.ExpiriesOf(office), expiries.Select(e => AlarmNames.Expiry(office, e, null)).ToList());
    }
}
