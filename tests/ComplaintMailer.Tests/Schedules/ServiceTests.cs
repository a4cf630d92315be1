using System.Net.Sockets;
using System.Text;
using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Pipeline;

namespace ComplaintMailer.Tests.Schedules;

public class ServiceTests
{
    [Fact]
    public async Task Systemd_hears_when_the_worker_is_ready_and_that_it_lives()
    {
        using var place = new Workplace();
        var path = Path.Combine(place.Folder, "notify");
        using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        systemd.Bind(new UnixDomainSocketEndPoint(path));
        systemd.ReceiveTimeout = 20_000;
        using var host = WorkerHost.Build(place.Settings, console: false, manager: new ServiceManager(path, "200000"));

        await host.StartAsync();
        var heard = Hear(systemd) + Hear(systemd) + Hear(systemd);
        await host.StopAsync();

        Assert.Contains("READY=1", heard);
        Assert.Contains("WATCHDOG=1", heard);
    }

    [Fact]
    public void Without_systemd_nobody_is_told_and_nothing_fails()
    {
        new ServiceManager(null, null).Ready("x");
        new ServiceManager("/nowhere/at/all", "junk").Alive();

        Assert.Null(new ServiceManager(null, "0").WatchdogRhythm);
        Assert.Equal(TimeSpan.FromSeconds(90), new ServiceManager(null, "180000000").WatchdogRhythm);
    }

    [Fact]
    public void A_systemd_that_does_not_listen_holds_nobody_up()
    {
        using var place = new Workplace();
        var path = Path.Combine(place.Folder, "notify");
        using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        systemd.Bind(new UnixDomainSocketEndPoint(path));
        using var filler = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified)
        {
            Blocking = false,
        };
        filler.Connect(new UnixDomainSocketEndPoint(path));
        Assert.Throws<SocketException>(() => Fill(filler));

        new ServiceManager(path, null).Alive();

        Assert.Contains("WATCHDOG=1", Hear(systemd));
    }

    [Fact]
    public void A_pulse_that_stopped_three_minutes_ago_is_no_life()
    {
        var clock = new SetClock();
        var pulse = new Pulse(clock);

        clock.Passed = TimeSpan.FromSeconds(179);
        Assert.True(pulse.IsAlive);
        clock.Passed = TimeSpan.FromSeconds(181);
        Assert.False(pulse.IsAlive);
        pulse.Beat();
        Assert.True(pulse.IsAlive);
    }

    [Fact]
    public void A_changed_configuration_is_taken_only_when_it_is_good()
    {
        using var place = new Workplace();
        var file = Path.Combine(place.Folder, "appsettings.json");
        var said = new List<string>();
        var good = File.ReadAllText(file);
        using var watch = new ConfigurationWatch(file, said.Add);
        var arrived = 0;
        watch.OnFresh(() => arrived++);

        File.WriteAllText(file, good.Replace("\"xtra\"", "\"extra\"", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddSeconds(5));
        watch.Look();
        Assert.Null(watch.Take());
        Assert.Contains("the old one stays", said[^1]);

        watch.OnFresh(() => arrived++);
        File.WriteAllText(file, good.Replace("\"Wijkz\"", "\"Wijkz en co\"", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddSeconds(10));
        watch.Look();
        Assert.Equal(1, arrived);
        Assert.Equal("Wijkz en co", watch.Take()!.Organisations[0].Name);

        watch.Look();
        Assert.Null(watch.Take());
    }

    private static void Fill(Socket socket)
    {
        for (var said = 0; said < 100_000; said++)
            socket.Send("WATCHDOG=1"u8);
    }

    private static string Hear(Socket socket)
    {
        var bytes = new byte[500];
        return Encoding.UTF8.GetString(bytes, 0, socket.Receive(bytes)) + "\n";
    }

    private sealed class SetClock : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;
    }
}
