using System.Net.Sockets;
using System.Text;

namespace ComplaintMailer.Schedules;

/// <summary>Tells systemd how the service does (sd_notify). Where there is no systemd, it tells nobody.</summary>
internal sealed class ServiceManager(string? socket, string? watchdogMicroseconds)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static ServiceManager OfEnvironment() =>
        new(Environment.GetEnvironmentVariable("NOTIFY_SOCKET"), Environment.GetEnvironmentVariable("WATCHDOG_USEC"));

    /// <summary>Half of what systemd waits before it takes the service for dead; null when it does not watch.</summary>
    public TimeSpan? WatchdogRhythm { get; } =
        long.TryParse(watchdogMicroseconds, out var wait) && wait > 0 ? TimeSpan.FromMicroseconds(wait / 2.0) : null;

    public void Ready(string status) => Tell($"READY=1\nSTATUS={status}");

    public void Alive() => Tell("WATCHDOG=1");

    public void Stopping() => Tell("STOPPING=1");

    /// <summary>Systemd asks for the time on the clock that never jumps.</summary>
    public void Reloading() => Tell($"RELOADING=1\nMONOTONIC_USEC={Environment.TickCount64 * 1000}");

    private void Tell(string state)
    {
        if (string.IsNullOrEmpty(socket))
            return;
        try
        {
            using var to = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified)
            {
                // Where nobody listens for long, what was said before fills the line.
                SendTimeout = (int)Patience.TotalMilliseconds,
            };
            // An @ stands for the null byte with which abstract names begin.
            to.Connect(new UnixDomainSocketEndPoint(socket[0] == '@' ? '\0' + socket[1..] : socket));
            to.Send(Encoding.UTF8.GetBytes(state));
        }
        catch (SocketException)
        {
            // Not being heard must never stop the work.
        }
    }
}
