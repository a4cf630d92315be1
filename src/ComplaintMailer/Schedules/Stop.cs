using Microsoft.Extensions.Hosting;

namespace ComplaintMailer.Schedules;

/// <summary>Stopping in two steps: nothing new is begun, and what is under way has a few seconds to end before it is broken off.</summary>
internal sealed class Stop : IDisposable
{
    /// <summary>Systemd and we ourselves allow ten seconds in all.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(7);
    private readonly CancellationTokenSource abort = new();
    private readonly CancellationTokenRegistration registration;

    public Stop(IHostApplicationLifetime lifetime)
    {
        Soon = lifetime.ApplicationStopping;
        registration = Soon.Register(() => abort.CancelAfter(Grace));
    }

    /// <summary>Begin nothing new.</summary>
    public CancellationToken Soon { get; }

    /// <summary>Break off.</summary>
    public CancellationToken Now => abort.Token;

    public void Dispose()
    {
        registration.Dispose();
        abort.Dispose();
    }
}
