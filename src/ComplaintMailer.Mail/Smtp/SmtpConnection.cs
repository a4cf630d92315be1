using System.Globalization;
using System.Net;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Mail.Net.Sasl;

namespace ComplaintMailer.Mail.Smtp;

/// <summary>A talk with an SMTP server, from the greeting to the login.</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private readonly SmtpSenderOptions options;

    private SmtpConnection(SmtpSenderOptions options, ServerConnection wire)
    {
        this.options = options;
        Wire = wire;
    }

    public ServerConnection Wire { get; }
    public string Name => options.Server.Name;

    /// <summary>What the server can, with the words behind it.</summary>
    public Dictionary<string, string> Extensions { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Mails this connection has brought.</summary>
    public int Brought { get; set; }
    public long UsedAt { get; set; }
    public DateTimeOffset? CertificateExpiresAt => Wire.CertificateExpiresAt;

    public bool Can(string extension) => Extensions.ContainsKey(extension);

    /// <summary>The largest mail the server takes; null when it doesn't say.</summary>
    public long? SizeMax =>
        Extensions.TryGetValue("SIZE", out var text)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
        && size > 0
            ? size
            : null;

    public static async Task<SmtpConnection> Open(SmtpSenderOptions options, CancellationToken ct)
    {
        var server = options.Server;
        if (server.Security == ServerSecurity.None && options.Login is not null && !server.IsLoopback)
            throw Unsafe(server);
        var connection = new SmtpConnection(options, await ServerConnection.Open(server, ct));
        try
        {
            await connection.Begin(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task<SmtpReply> Ask(string line, CancellationToken ct)
    {
        Wire.Write(line + "\r\n");
        await Wire.Flush(ct);
        return await SmtpReply.Read(Wire, ct);
    }

    public async Task Close(CancellationToken ct)
    {
        try
        {
            using var limit = new TimeLimit(TimeSpan.FromSeconds(2), options.Server.Clock, ct);
            Wire.Write("QUIT\r\n");
            await Wire.Flush(limit.Token);
            await SmtpReply.Read(Wire, limit.Token);
        }
        catch (Exception e) when (e is MailServerException or OperationCanceledException) { }
        await DisposeAsync();
    }

    public ValueTask DisposeAsync() => Wire.DisposeAsync();

    private async Task Begin(CancellationToken ct)
    {
        var greeting = await SmtpReply.Read(Wire, ct);
        if (!greeting.IsGood)
            throw Wire.Trouble(ServerTrouble.Unreachable, $"turns us away: {greeting.Words}");
        await Hello(ct);
        if (options.Server.Security == ServerSecurity.StartTls)
        {
            if (!Can("STARTTLS"))
                throw Wire.Trouble(
                    ServerTrouble.Login,
                    "does not offer STARTTLS, and without TLS nothing is sent. Is Security: Tls and port 465 meant?"
                );
            var reply = await Ask("STARTTLS", ct);
            if (!reply.IsGood)
                throw Wire.Trouble(ServerTrouble.Unreachable, $"can't begin TLS now: {reply.Words}");
            await Wire.StartTls(ct);
            // What was offered before TLS may have been anybody's word.
            await Hello(ct);
        }
        if (options.Login is not null)
            await LogIn(options.Login, ct);
    }

    private async Task Hello(CancellationToken ct)
    {
        Extensions.Clear();
        var reply = await Ask($"EHLO {HelloName()}", ct);
        if (reply.IsGood)
        {
            foreach (var line in reply.Lines.Skip(1))
            {
                var words = line.Split(' ', 2, StringSplitOptions.TrimEntries);
                // Old servers write AUTH= before the list.
                var name = words[0].StartsWith("AUTH=", StringComparison.OrdinalIgnoreCase) ? "AUTH" : words[0];
                var value = words.Length > 1 ? words[1] : "";
                Extensions[name] = Extensions.TryGetValue(name, out var more) ? $"{more} {value}" : value;
            }
            return;
        }
        var old = reply.IsForGood ? await Ask($"HELO {HelloName()}", ct) : reply;
        if (!old.IsGood)
            throw Wire.Trouble(ServerTrouble.Unreachable, $"does not want to talk to us: {old.Words}");
    }

    private async Task LogIn(ServerLogin login, CancellationToken ct)
    {
        if (!Wire.IsPrivate)
            throw Unsafe(options.Server);
        var offered = Extensions
            .GetValueOrDefault("AUTH", "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(m => m.ToUpperInvariant())
            .ToHashSet(StringComparer.Ordinal);
        for (var anew = false; ; anew = true)
        {
            var mechanisms = await SaslChoice.From(offered, login, options.Server, anew, ct);
            if (mechanisms.Count == 0)
                throw Wire.Trouble(
                    ServerTrouble.Login,
                    $"offers no way to log in that suits {login} (it offers: {string.Join(", ", offered.Order(StringComparer.Ordinal))})"
                );
            for (var i = 0; i < mechanisms.Count; i++)
            {
                var reply = await Authenticate(mechanisms[i], ct);
                if (reply.IsGood)
                    return;
                if (!mechanisms[i].HasBegun && i + 1 < mechanisms.Count && reply.IsForGood)
                    continue;
                // A token may have been withdrawn before its time: once, a fresh one is asked for.
                if (login is ServerLogin.OAuth2 && !anew && reply.IsForGood)
                    break;
                throw new MailServerException(
                    reply.IsForGood ? ServerTrouble.Login : ServerTrouble.Unreachable,
                    $"{Name} refuses the login of {login}: {reply.Words} {mechanisms[i].Refusal}".TrimEnd()
                )
                {
                    Code = reply.Status,
                };
            }
        }
    }

    private async Task<SmtpReply> Authenticate(SaslMechanism mechanism, CancellationToken ct)
    {
        var reply = await Ask(
            mechanism.First switch
            {
                null => $"AUTH {mechanism.Name}",
                [] => $"AUTH {mechanism.Name} =",
                var first => $"AUTH {mechanism.Name} {Convert.ToBase64String(first)}",
            },
            ct
        );
        // More rounds than any mechanism has would be a server that plays with us.
        for (var round = 0; reply.Code == 334 && round < 10; round++)
            reply = await Ask(Convert.ToBase64String(mechanism.Answer(Decoded(reply.Lines[0]))), ct);
        if (reply.IsGood)
            mechanism.Accepted();
        return reply;
    }

    private byte[] Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length)
            ? bytes[..length]
            : throw Wire.Trouble(ServerTrouble.Nonsense, "sends a challenge that is no base64");
    }

    private string HelloName()
    {
        if (options.HelloName is { } given)
            return given;
        var machine = Environment.MachineName;
        if (
            machine.Contains('.', StringComparison.Ordinal)
            && machine.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')
        )
            return machine;
        // RFC 5321 §4.1.4: a machine without a proper name gives its address.
        var address = Wire.LocalAddress ?? IPAddress.Loopback;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var prefix = address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? "IPv6:" : "";
        return $"[{prefix}{address}]";
    }

    private static MailServerException Unsafe(ServerOptions server) =>
        new(
            ServerTrouble.Login,
            $"Logging in to {server.Name} without TLS would show the password to others; set Security to Tls or StartTls."
        );
}
