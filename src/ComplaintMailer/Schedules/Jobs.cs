using ComplaintMailer.Connections;
using ComplaintMailer.Database;
using ComplaintMailer.Inbox;
using ComplaintMailer.Mail.Mailboxes;
using Microsoft.Extensions.Logging;
using NodaTime;
using Quartz;

namespace ComplaintMailer.Schedules;

/// <summary>What all jobs share: an organisation, the time, and that no trouble ends the rhythm.</summary>
[DisallowConcurrentExecution]
internal abstract class OfficeJob(Worker worker, TimeProvider clock, Stop stop, ILogger log) : IJob
{
    protected Worker Worker => worker;
    protected Stop Stop => stop;
    protected Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());
    protected TimeProvider Clock => clock;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (stop.Soon.IsCancellationRequested)
            return;
        var key = context.MergedJobDataMap.GetString(Rhythm.OrganisationKey);
        try
        {
            // A cluster may still hold the jobs of an organisation that has been taken out of the configuration.
            foreach (var office in worker.Offices.Where(o => key is null || o.Organisation.Key == key))
                await Do(office, context.Scheduler);
        }
        catch (OperationCanceledException) when (stop.Soon.IsCancellationRequested) { }
        catch (Exception e)
        {
            log.LogError("{Job} {Organisation} failed: {Trouble}", GetType().Name, key, Trouble.Of(e));
        }
    }

    protected abstract Task Do(Configuration.Office office, IScheduler scheduler);
}

/// <summary>Takes in what lies in a mailbox, and sends at once what follows from it.</summary>
internal sealed class PollJob(
    Worker worker,
    Knocking knocking,
    Listening listening,
    TimeProvider clock,
    Stop stop,
    ILogger<PollJob> log
) : OfficeJob(worker, clock, stop, log)
{
    /// <summary>
    /// Where a mailbox tells of its mail, a look for certainty is enough. Where it turns out that it does not, each look in vain
    /// asks for the next.
    /// </summary>
    public static TimeSpan Rhythm(Configuration.MailboxSettings mailbox)
    {
        var poll = Pause(mailbox);
        return mailbox.Idle && poll < Listening.LookAtLeastEvery ? Listening.LookAtLeastEvery : poll;
    }

    protected override async Task Do(Configuration.Office office, IScheduler scheduler)
    {
        await Look(office, scheduler);
        if (!listening.MayWait(office.Organisation.Key))
            await LookJob.Begin<PollJob>(
                scheduler,
                office,
                Stop.Soon,
                Clock.GetUtcNow() + Pause(office.Settings.Mailbox)
            );
    }

    private static TimeSpan Pause(Configuration.MailboxSettings mailbox) => TimeSpan.FromSeconds(mailbox.PollSeconds);

    private async Task Look(Configuration.Office office, IScheduler scheduler)
    {
        var key = office.Organisation.Key;
        var round = new MailRoom.Round([], IsMore: true);
        var heard = listening.HeardSoFar(key);
        listening.LookedInVain(key);
        try
        {
            while (round.IsMore && !Stop.Soon.IsCancellationRequested)
            {
                if (!await knocking.Try(key, async ct => round = await Worker.Poll(office, Now, false, ct), Stop.Soon))
                    return;
                if (round.Mails.Count > 0)
                    await LookJob.Begin<OutboxJob>(scheduler, office, Stop.Soon);
            }
            listening.HasLooked(key, heard);
        }
        catch (MailboxException)
        {
            // The alarm has been raised; the next round tries again.
        }
    }
}

/// <summary>Once a day: do mailbox and register tell the same story, and does anything run out?</summary>
internal sealed class MailboxCareJob(Worker worker, TimeProvider clock, Stop stop, ILogger<MailboxCareJob> log)
    : OfficeJob(worker, clock, stop, log)
{
    protected override async Task Do(Configuration.Office office, IScheduler scheduler)
    {
        Worker.Care.AnnounceExpiries(office, Now);
        try
        {
            await Worker.Care.Reconcile(office, Now, Stop.Soon);
        }
        catch (MailboxException)
        {
            // The polls meet the same trouble and tell of it.
        }
    }
}

/// <summary>Handles what is due, and plans what lies ahead. Begun when something is due, and every hour.</summary>
internal sealed class AgendaJob(Worker worker, TimeProvider clock, Stop stop, ILogger<AgendaJob> log)
    : OfficeJob(worker, clock, stop, log)
{
    protected override async Task Do(Configuration.Office office, IScheduler scheduler)
    {
        if (Worker.HandleDue(office, Now, Stop.Soon) > 0)
            await LookJob.Begin<OutboxJob>(scheduler, office, Stop.Soon);
    }
}

/// <summary>Sends what is due. Begun when there is something.</summary>
internal sealed class OutboxJob(Worker worker, TimeProvider clock, Stop stop, ILogger<OutboxJob> log)
    : OfficeJob(worker, clock, stop, log)
{
    protected override Task Do(Configuration.Office office, IScheduler scheduler) =>
        Worker.Send(office, Now, Stop.Soon, Stop.Now);
}

/// <summary>What keeps the house in order, once a night.</summary>
internal sealed class UpkeepJob(Worker worker, TimeProvider clock, Stop stop, ILogger<UpkeepJob> log) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (!stop.Soon.IsCancellationRequested)
                worker.Upkeep(Instant.FromDateTimeOffset(clock.GetUtcNow()));
        }
        catch (Exception e)
        {
            log.LogError("Upkeep failed: {Trouble}", Trouble.Of(e));
        }
        return ValueTask.CompletedTask;
    }
}

/// <summary>Tells the administrators once a week how it goes.</summary>
internal sealed class WeeklyJob(Worker worker, TimeProvider clock, Stop stop, ILogger<WeeklyJob> log)
    : OfficeJob(worker, clock, stop, log)
{
    protected override Task Do(Configuration.Office office, IScheduler scheduler)
    {
        Worker.Weekly.Tell(office, Now);
        return Task.CompletedTask;
    }
}
