using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ComplaintMailer.Schedules;

/// <summary>
/// The sign of life: beaten by a job of the scheduler that asks the register something. So it stops when the scheduler hangs,
/// when all its threads do, or when the register no longer answers.
/// </summary>
internal sealed class Pulse(TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private long last = clock.GetTimestamp();

    public bool IsAlive => clock.GetElapsedTime(Interlocked.Read(ref last)) < Patience;

    public void Beat() => Interlocked.Exchange(ref last, clock.GetTimestamp());
}

/// <summary>Passes the pulse on to systemd, which starts a service anew that has none.</summary>
internal sealed class Watchdog(
    ServiceManager manager,
    Pulse pulse,
    Worker worker,
    Settings settings,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<Watchdog> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var started = lifetime.ApplicationStarted.Register(() => manager.Ready("At work"));
        if (manager.WatchdogRhythm is not { } rhythm)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }
        while (!stoppingToken.IsCancellationRequested)
        {
            // In a cluster a job runs on one machine only, so each asks for itself.
            if (settings.Data.IsPostgres)
                Ask();
            if (pulse.IsAlive)
                manager.Alive();
            await Task.Delay(rhythm, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Ask()
    {
        try
        {
            worker.Register.Read(session => session.Query("SELECT 1", r => r.GetInt64(0)));
            pulse.Beat();
        }
        catch (Exception e)
        {
            log.LogWarning("No pulse: {Trouble}", Trouble.Of(e));
        }
    }
}
