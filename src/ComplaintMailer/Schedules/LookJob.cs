using ComplaintMailer.Agenda;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Outbox;
using Microsoft.Extensions.Logging;
using NodaTime;
using Quartz;

namespace ComplaintMailer.Schedules;

/// <summary>
/// Asks the register what is to be done, for all organisations at once, and begins only that: a worker that waits should cost
/// next to nothing. That the register answers is the sign of life.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class LookJob(Worker worker, Pulse pulse, TimeProvider clock, Stop stop, ILogger<LookJob> log) : IJob
{
    public static readonly TimeSpan Rhythm = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (stop.Soon.IsCancellationRequested)
            return;
        try
        {
            await Look(context.Scheduler, Instant.FromDateTimeOffset(clock.GetUtcNow()));
        }
        catch (OperationCanceledException) when (stop.Soon.IsCancellationRequested) { }
        catch (Exception e)
        {
            // A register that is away for a while has its own alarms; one that stays away restarts the service.
            log.LogWarning("No pulse: {Trouble}", Trouble.Of(e));
        }
    }

    /// <summary>Begins a job, now or later, unless that has been asked for already and has not ended.</summary>
    public static async Task Begin<T>(
        IScheduler scheduler,
        Office office,
        CancellationToken ct,
        DateTimeOffset? later = null
    )
        where T : IJob
    {
        var job = Schedules.Rhythm.Key<T>(office.Organisation.Key);
        var trigger = new TriggerKey($"{(later is null ? "now" : "later")}:{job.Name}");
        if (await scheduler.GetTrigger(trigger, ct) is not null)
            return;
        try
        {
            await scheduler.ScheduleJob(
                TriggerBuilder
                    .Create()
                    .ForJob(job)
                    .WithIdentity(trigger)
                    .StartAt(later ?? DateTimeOffset.UtcNow)
                    .Build(),
                cancellationToken: ct
            );
        }
        catch (ObjectAlreadyExistsException)
        {
            // Somebody else was a moment ahead.
        }
    }

    private async Task Look(IScheduler scheduler, Instant now)
    {
        var found = worker.Register.Read(session =>
            worker
                .Offices.Select(o =>
                    (
                        Office: o,
                        Letters: OutboxClaims.HasDue(session, o, now),
                        Duties: AgendaRunner.HasDue(session, o, now)
                    )
                )
                .ToList()
        );
        // In a cluster this runs on one machine only; there each asks for itself.
        if (!worker.Register.Dialect.IsPostgres)
            pulse.Beat();
        foreach (var (office, letters, duties) in found)
        {
            worker.Care.ListenForSilence(office, now);
            if (duties)
                await Begin<AgendaJob>(scheduler, office, stop.Soon);
            if (letters)
                await Begin<OutboxJob>(scheduler, office, stop.Soon);
        }
    }
}
