using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ComplaintMailer.ServerTests.Servers;

/// <summary>
/// Stands between the worker and a real server, and spoils the talk: breaks it off, lets it stall or garbles it after so many
/// bytes, or makes the server look poorer than it is.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;
    private readonly int target;
    private long passed;

    public FaultProxy(int target)
    {
        this.target = target;
        listener.Start();
        accepting = Accept();
    }

    public enum Fault
    {
        Cut,
        Stall,
        Garble,

        /// <summary>Garbles what the server says, and leaves alone what is said to it.</summary>
        GarbleAnswers,

        /// <summary>Goes on, but a few bytes at a time.</summary>
        Drip,

        /// <summary>Stops for a moment, once, and goes on.</summary>
        Delay,
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Bytes that went by, both ways, since the last <see cref="Spoil"/>.</summary>
    public long Passed => Interlocked.Read(ref passed);

    /// <summary>Changes what the server says; in plain talks only.</summary>
    public Func<string, string>? Rewrite { get; set; }

    private (long After, Fault Fault)? Plan { get; set; }

    /// <summary>The next so many bytes go by; then it happens, once for each connection that is open or made after.</summary>
    public void Spoil(long after, Fault fault)
    {
        Interlocked.Exchange(ref passed, 0);
        Plan = (after, fault);
    }

    public void Behave()
    {
        Plan = null;
        Interlocked.Exchange(ref passed, 0);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task Accept()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
                talks.Add(Talk(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException) { }
        await Task.WhenAll(talks);
    }

    private async Task Talk(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        using (var end = CancellationTokenSource.CreateLinkedTokenSource(stop.Token))
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, target, end.Token);
                var (near, far) = (client.GetStream(), server.GetStream());
                await Task.WhenAny(Pass(near, far, null, false, end), Pass(far, near, Rewrite, true, end));
                await end.CancelAsync();
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException) { }
    }

    private async Task Pass(
        Stream from,
        Stream to,
        Func<string, string>? rewrite,
        bool isAnswer,
        CancellationTokenSource end
    )
    {
        var buffer = new byte[16 * 1024];
        try
        {
            int count;
            while ((count = await from.ReadAsync(buffer, end.Token)) > 0)
            {
                var before = Interlocked.Add(ref passed, count) - count;
                if (Plan is { } plan && before + count > plan.After && (isAnswer || plan.Fault != Fault.GarbleAnswers))
                {
                    var good = (int)Math.Max(0, plan.After - before);
                    if (plan.Fault == Fault.Drip)
                    {
                        for (var i = 0; i < count; i += 40)
                        {
                            await Task.Delay(1, end.Token);
                            await to.WriteAsync(buffer.AsMemory(i, Math.Min(40, count - i)), end.Token);
                        }
                        continue;
                    }
                    if (plan.Fault == Fault.Delay)
                    {
                        Plan = null;
                        await to.WriteAsync(buffer.AsMemory(0, good), end.Token);
                        await Task.Delay(Moment, end.Token);
                        await to.WriteAsync(buffer.AsMemory(good, count - good), end.Token);
                        continue;
                    }
                    if (plan.Fault is Fault.Garble or Fault.GarbleAnswers)
                    {
                        buffer[good] ^= 0x55;
                        Plan = null;
                    }
                    else
                    {
                        await to.WriteAsync(buffer.AsMemory(0, good), end.Token);
                        if (plan.Fault == Fault.Stall)
                            await Task.Delay(Timeout.Infinite, end.Token);
                        return;
                    }
                }
                var bytes = buffer.AsMemory(0, count);
                if (rewrite is not null)
                    bytes = Encoding.Latin1.GetBytes(rewrite(Encoding.Latin1.GetString(bytes.Span)));
                await to.WriteAsync(bytes, end.Token);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException) { }
    }
}
