using System.Buffers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace ComplaintMailer.Mail.Net;

/// <summary>
/// A connection that speaks in lines, plain or within TLS. Whatever comes in is bounded in size and in time; each trouble is
/// a <see cref="MailServerException"/> that names the server. After one the connection is of no more use.
/// </summary>
internal sealed class ServerConnection : IAsyncDisposable
{
    /// <summary>A server that sends a literal may be slow, but not slower than this many bytes a second.</summary>
    private const int SlowestRate = 4096;
    private const int BufferSize = 64 * 1024;

    private readonly ServerOptions options;
    private readonly Socket socket;
    private Stream stream;
    private readonly byte[] buffer = new byte[BufferSize];
    private int start;
    private int end;
    private Task<int>? pending;
    private readonly MemoryStream outgoing = new();

    private ServerConnection(ServerOptions options, Socket socket)
    {
        this.options = options;
        this.socket = socket;
        stream = new NetworkStream(socket, ownsSocket: true);
    }

    public bool IsEncrypted => stream is SslStream;

    /// <summary>True when what is said stays between us and the server: TLS, or both on one machine.</summary>
    public bool IsPrivate =>
        IsEncrypted
        || (
            options.Security == ServerSecurity.None
            && options.IsLoopback
            && socket.RemoteEndPoint is System.Net.IPEndPoint { Address: var ip }
            && System.Net.IPAddress.IsLoopback(ip)
        );

    public DateTimeOffset? CertificateExpiresAt { get; private set; }
    public System.Net.IPAddress? LocalAddress => (socket.LocalEndPoint as System.Net.IPEndPoint)?.Address;

    public static async Task<ServerConnection> Open(ServerOptions options, CancellationToken ct)
    {
        var opened = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // A peer that vanished behind a router is found out within two minutes, even while we only listen.
            opened.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, optionValue: true);
            opened.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 60);
            opened.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 15);
            opened.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 4);

            using var limit = new TimeLimit(options.ConnectTimeout, options.Clock, ct);
            await opened.ConnectAsync(options.Host, options.Port, limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            opened.Dispose();
            throw new MailServerException(
                ServerTrouble.Unreachable,
                $"{options.Name} did not answer within {Seconds(options.ConnectTimeout)}."
            );
        }
        catch (SocketException e)
        {
            opened.Dispose();
            throw new MailServerException(
                ServerTrouble.Unreachable,
                $"{options.Name} can't be reached: {e.Message}.",
                e
            );
        }
        catch
        {
            opened.Dispose();
            throw;
        }

        var connection = new ServerConnection(options, opened);
        try
        {
            if (options.Security == ServerSecurity.Tls)
                await connection.StartTls(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Begins TLS. What came in before it is no part of the secured talk, and there should be nothing.</summary>
    public async Task StartTls(CancellationToken ct)
    {
        if (start != end || pending is not null)
            throw Trouble(ServerTrouble.Nonsense, "said something between the word to start TLS and TLS");
        var check = new CertificateCheck(options);
        var tls = new SslStream(stream, leaveInnerStreamOpen: false);
        try
        {
            using var limit = new TimeLimit(options.ConnectTimeout, options.Clock, ct);
            await tls.AuthenticateAsClientAsync(check.Options(), limit.Token);
            CertificateExpiresAt = check.ExpiresAt;
            stream = tls;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            await tls.DisposeAsync();
            throw Trouble(ServerTrouble.TooSlow, $"did not begin TLS within {Seconds(options.ConnectTimeout)}");
        }
        catch (AuthenticationException e)
        {
            await tls.DisposeAsync();
            throw check.Objection is { } objection
                ? new MailServerException(ServerTrouble.Certificate, objection, e)
                : Trouble(ServerTrouble.Nonsense, $"can't agree on TLS: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await tls.DisposeAsync();
            throw Trouble(ServerTrouble.Lost, $"broke off while TLS began: {e.Message}", e);
        }
    }

    /// <summary>The next line, without its end. Longer than <paramref name="max"/> is nonsense.</summary>
    /// <param name="atMost">How long it may take, where that is not the usual time.</param>
    public async ValueTask<byte[]> ReadLine(int max, CancellationToken ct, TimeSpan? atMost = null)
    {
        ArrayBufferWriter<byte>? begun = null;
        var began = options.Clock.GetTimestamp();
        while (true)
        {
            var newline = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            var take = newline < 0 ? end - start : newline + 1;
            var part = buffer.AsSpan(start, take);
            start += take;
            if ((begun?.WrittenCount ?? 0) + take > max + 2)
                throw Trouble(ServerTrouble.Nonsense, $"sent a line of more than {max} characters");
            if (newline >= 0 && begun is null)
                return WithoutEnd(part).ToArray();
            begun ??= new ArrayBufferWriter<byte>(1024);
            begun.Write(part);
            if (newline >= 0)
                return WithoutEnd(begun.WrittenSpan).ToArray();
            // A server that drips a byte now and then would otherwise keep us here for ever.
            await Fill((atMost ?? options.AnswerTimeout) - options.Clock.GetElapsedTime(began), ct);
        }
    }

    /// <summary>Exactly so many bytes; memory is taken as they come in, not as they are promised.</summary>
    public async ValueTask<byte[]> Read(long count, CancellationToken ct)
    {
        const int Step = 1 << 20;
        var result = new byte[Math.Min(count, Step)];
        var filled = 0;
        var began = options.Clock.GetTimestamp();
        var atMost = options.AnswerTimeout + TimeSpan.FromSeconds((double)count / SlowestRate);
        while (true)
        {
            var take = (int)Math.Min(count - filled, end - start);
            if (filled + take > result.Length)
                result = Grown(result, filled, (int)count);
            buffer.AsSpan(start, take).CopyTo(result.AsSpan(filled));
            filled += take;
            start += take;
            if (filled == count)
                return result;
            start = end = 0;
            var left = atMost - options.Clock.GetElapsedTime(began);
            await Fill(left < options.AnswerTimeout ? left : options.AnswerTimeout, ct);
        }
    }

    /// <summary>
    /// What is promised, at once: of memory that is not cleared only what comes in is taken, and growing by steps would hold a large
    /// mail twice.
    /// </summary>
    private static byte[] Grown(byte[] begun, int filled, int count)
    {
        var whole = GC.AllocateUninitializedArray<byte>(count);
        begun.AsSpan(0, filled).CopyTo(whole);
        return whole;
    }

    /// <summary>True as soon as something came in; false after the given time, and then nothing is lost or broken.</summary>
    public async Task<bool> HasInput(TimeSpan atMost, CancellationToken ct)
    {
        if (start != end)
            return true;
        // The read outlives this wait: cancelling it would break the connection.
        pending ??= stream.ReadAsync(buffer.AsMemory(), CancellationToken.None).AsTask();
        try
        {
            await pending.WaitAsync(atMost, options.Clock, ct);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // The next read says it.
            return true;
        }
    }

    public void Write(ReadOnlySpan<byte> bytes) => outgoing.Write(bytes);

    public void Write(string text) => outgoing.Write(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends what was written. The limit is for all of it: a server that doesn't read is as good as gone.</summary>
    public async Task Flush(CancellationToken ct)
    {
        if (outgoing.Length == 0)
            return;
        var atMost = options.AnswerTimeout + TimeSpan.FromSeconds((double)outgoing.Length / SlowestRate);
        using var limit = new TimeLimit(atMost, options.Clock, ct);
        try
        {
            await stream.WriteAsync(outgoing.GetBuffer().AsMemory(0, (int)outgoing.Length), limit.Token);
            await stream.FlushAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw Trouble(ServerTrouble.TooSlow, $"did not take in what we sent within {Seconds(atMost)}");
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            throw Trouble(ServerTrouble.Lost, $"broke off: {e.Message}", e);
        }
        outgoing.SetLength(0);
    }

    public MailServerException Trouble(ServerTrouble trouble, string what, Exception? inner = null) =>
        new(trouble, $"{options.Name} {what}.".Replace("..", ".", StringComparison.Ordinal), inner);

    public async ValueTask DisposeAsync()
    {
        try
        {
            // No farewell within TLS: it could block on a peer that is gone.
            socket.Close(timeout: 0);
            await stream.DisposeAsync();
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException) { }
        _ = pending?.ContinueWith(
            static t => t.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        outgoing.Dispose();
    }

    private async ValueTask Fill(TimeSpan atMost, CancellationToken ct)
    {
        if (atMost <= TimeSpan.Zero)
            throw Trouble(ServerTrouble.TooSlow, $"took longer than {Seconds(options.AnswerTimeout)} over one answer");
        int count;
        try
        {
            if (pending is not null)
            {
                count = await pending.WaitAsync(atMost, options.Clock, ct);
                pending = null;
            }
            else
            {
                using var limit = new TimeLimit(atMost, options.Clock, ct);
                count = await stream.ReadAsync(buffer.AsMemory(), limit.Token);
            }
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            throw Trouble(ServerTrouble.TooSlow, $"did not answer within {Seconds(options.AnswerTimeout)}", e);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            throw Trouble(ServerTrouble.Lost, $"broke off: {e.Message}", e);
        }
        if (count == 0)
            throw Trouble(ServerTrouble.Lost, "closed the connection");
        start = 0;
        end = count;
    }

    private static ReadOnlySpan<byte> WithoutEnd(ReadOnlySpan<byte> line) =>
        line is [.., (byte)'\r', (byte)'\n'] ? line[..^2] : line[..^1];

    private static string Seconds(TimeSpan time) =>
        time.TotalSeconds >= 1 ? $"{time.TotalSeconds:0} seconds" : $"{time.TotalMilliseconds:0} ms";
}
