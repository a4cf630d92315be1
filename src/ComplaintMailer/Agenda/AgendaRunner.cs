using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using ComplaintMailer.Outbox;
using ComplaintMailer.Reports.Sending;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ComplaintMailer.Agenda;

/// <summary>Handles what has come due, in order. What fell due while the worker was away is caught up, once.</summary>
internal sealed class AgendaRunner(
    Register register,
    Desk desk,
    OfficeDuties offices,
    Bundle bundle,
    RuleChanges changes,
    ILogger log
)
{
    /// <summary>So many rows share one transaction; a row that fails is rolled back alone.</summary>
    private const int BatchMost = 100;

    /// <summary>Whether <see cref="Run"/> would find anything but what is planned ahead.</summary>
    public static bool HasDue(Session session, Office office, Instant now) =>
        DutyStore.Due(session, office.Organisation.Key, now, 1).Count > 0
        || Bundle.HasWaiting(session, office.Organisation.Key);

    public int Run(Office office, Instant now, CancellationToken ct)
    {
        register.Write(session =>
        {
            ReportDesk.Plan(session, office, now);
            Evaluations.Plan(session, office, now);
            changes.Look(session, office, now);
        });
        var handled = 0;
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var (seen, done) = register.Write(session => Batch(session, office, now));
            handled += done;
            if (seen == 0)
                return handled;
        }
    }

    private (int Seen, int Done) Batch(Session session, Office office, Instant now)
    {
        var organisation = office.Organisation.Key;
        var due = DutyStore.Due(session, organisation, now, BatchMost);
        if (due.Count == 0)
            bundle.Release(session, office, now);
        var done = 0;
        foreach (var (number, duty) in due)
        {
            // Handling one row may have taken the next off the agenda.
            if (!DutyStore.Stands(session, organisation, number, duty.Key))
                continue;
            try
            {
                session.Apart(() =>
                {
                    if (number.Length == 0)
                    {
                        // First off the agenda: what follows may put the next of its kind on it.
                        DutyStore.Remove(session, organisation, number, duty.Key);
                        offices.Handle(session, office, duty, now);
                        return;
                    }
                    desk.Tell(session, office, number, new CaseInput.DutyFell(duty), null, now);
                    // A case's agenda follows from its state; a row that it left standing would come up for ever.
                    DutyStore.Remove(session, organisation, number, duty.Key);
                });
                done++;
            }
            catch (Exception e) when (!Trouble.IsOfDatabase(e))
            {
                log.LogError(
                    "Duty {Kind} of {Case} failed and is put off: {Trouble}",
                    duty.Kind,
                    number,
                    Trouble.Of(e)
                );
                DutyStore.Postpone(session, organisation, number, duty.Key, now);
            }
        }
        return (due.Count, done);
    }
}
