using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace ComplaintMailer.Schedules;

/// <summary>
/// Listens to who tells the process to end (systemd, Ctrl-C), from before the first worker until after the last: also while a worker
/// starts, or makes way for one with another configuration. Told twice, the process ends at once.
/// </summary>
internal sealed class Ending : IDisposable
{
    private readonly CancellationTokenSource told = new();
    private readonly PosixSignalRegistration[] registrations;

    public Ending() =>
        registrations = [
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Tell),
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Tell),
        ];

    public CancellationToken Token => told.Token;

    private void Tell(PosixSignalContext signal)
    {
        if (told.IsCancellationRequested)
            return;
        signal.Cancel = true;
        told.Cancel();
    }

    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        // The source stays: a signal may be under way, and there is nothing in it to give back.
    }

    /// <summary>In place of the host's own way of listening, which is deaf between two hosts.</summary>
    internal sealed class Elsewhere : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
