using ComplaintMailer.Configuration;
using ComplaintMailer.Connections;
using ComplaintMailer.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace ComplaintMailer.Schedules;

/// <summary>Where a mailbox can tell that mail has come, its poll need not wait for its turn.</summary>
internal sealed class MailWatch(
    Settings settings,
    ISchedulerFactory schedulers,
    Listening listening,
    ILogger<MailWatch> log
) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(settings.Organisations.Where(o => o.Mailbox.Idle).Select(o => Watch(o, stoppingToken)));

    private async Task Watch(OrganisationSettings organisation, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var mailbox = Ports.Open(organisation.Mailbox);
                while (!ct.IsCancellationRequested)
                {
                    listening.Begin(organisation.Key);
                    if (!await mailbox.WaitForMail(Patience, ct))
                        continue;
                    listening.Heard(organisation.Key);
                    var scheduler = await schedulers.GetScheduler(ct);
                    await scheduler.TriggerJob(Rhythm.Key<PollJob>(organisation.Key), cancellationToken: ct);
                }
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The poll notices the same trouble and tells of it.
                log.LogDebug("{Organisation} can't be watched: {Trouble}", organisation.Key, Trouble.Of(e));
                listening.End(organisation.Key);
                await Task.Delay(Pause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
