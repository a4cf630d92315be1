using System.Net;
using System.Net.Sockets;
using System.Text;
using ComplaintMailer.Mail.Net;

namespace ComplaintMailer.Tests.Mail.Net;

/// <summary>A server that does what a test wants, however foolish: for what no real server does when asked.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;

    /// <param name="script">Called for each connection, with its number from 0.</param>
    public ScriptedServer(Func<Peer, int, Task> script)
    {
        listener.Start();
        accepting = Accept(script);
    }

    public int Connections { get; private set; }

    public ServerOptions Options(TimeProvider? clock = null, ServerSecurity security = ServerSecurity.None) =>
        new("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, security) { Clock = clock ?? TimeProvider.System };

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task Accept(Func<Peer, int, Task> script)
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                talks.Add(Talk(client, Connections++, script));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException) { }
        await Task.WhenAll(talks);
    }

    private async Task Talk(TcpClient client, int number, Func<Peer, int, Task> script)
    {
        using (client)
            try
            {
                await script(new Peer(client, stop.Token), number);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException) { }
    }

    public sealed class Peer(TcpClient client, CancellationToken stop)
    {
        private readonly NetworkStream stream = client.GetStream();

        /// <summary>What the client said, line by line.</summary>
        public List<string> Heard { get; } = [];

        public async Task Say(string text) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop);

        public async Task<string> Hear()
        {
            var line = new List<byte>();
            var one = new byte[1];
            while (await stream.ReadAsync(one, stop) == 1)
            {
                if (one[0] == '\n')
                {
                    var text = Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
                    Heard.Add(text);
                    return text;
                }
                line.Add(one[0]);
            }
            throw new IOException("the client has gone");
        }

        /// <summary>Says nothing until the test is over or the client has gone.</summary>
        public async Task Silence()
        {
            var some = new byte[1024];
            while (await stream.ReadAsync(some, stop) > 0) { }
        }

        public void Reset()
        {
            client.LingerState = new LingerOption(true, 0);
            client.Close();
        }
    }
}
