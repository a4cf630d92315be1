using Microsoft.Extensions.Hosting;

namespace ComplaintMailer.Schedules;

/// <summary>
/// Starting makes much that is never needed again, and a worker that waits makes so little that nobody would come to collect it:
/// it is given back to the machine once all has been begun.
/// </summary>
internal sealed class GivingBack(TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Begun = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Begun, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stoppingToken.IsCancellationRequested)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
