using ComplaintMailer.Mail.Imap.Wire;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Mail.Net.Sasl;

namespace ComplaintMailer.Mail.Imap;

/// <summary>From a fresh connection to one that may be used: TLS, who we are, and what the server can.</summary>
internal static class ImapLogin
{
    public static async Task<ImapConnection> Connect(
        ServerOptions server,
        ServerLogin login,
        long literalBytesMax,
        CancellationToken ct
    )
    {
        if (server.Security == ServerSecurity.None && !server.IsLoopback)
            throw Unsafe(server);
        var connection = await ImapConnection.Open(server, literalBytesMax, ct);
        try
        {
            if (server.Security == ServerSecurity.StartTls)
                await BeginTls(connection, ct);
            if (!connection.IsPreauthenticated)
                await LogIn(connection, login, ct);
            if (connection.Capabilities.Count == 0)
                await connection.AskCapabilities(ct);
            await Introduce(connection, ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task BeginTls(ImapConnection connection, CancellationToken ct)
    {
        // STARTTLS is impossible once somebody is logged in: such a greeting would keep us talking in plain.
        if (connection.IsPreauthenticated)
            throw connection.Trouble(ServerTrouble.Login, "says we are logged in already, so that TLS can't begin");
        if (!connection.Can("STARTTLS"))
            throw connection.Trouble(
                ServerTrouble.Login,
                "does not offer STARTTLS; without TLS nobody logs in. Is Security: Tls and port 993 meant?"
            );
        await connection.StartTls(ct);
    }

    private static async Task LogIn(ImapConnection connection, ServerLogin login, CancellationToken ct)
    {
        if (!connection.IsPrivate)
            throw Unsafe(connection.Server);
        var anew = false;
        while (true)
        {
            var mechanisms = await SaslChoice.From(Mechanisms(connection), login, connection.Server, anew, ct);
            if (mechanisms.Count == 0)
            {
                await LogInPlainly(connection, login, ct);
                return;
            }
            for (var i = 0; i < mechanisms.Count; i++)
            {
                var mechanism = mechanisms[i];
                var outcome = await Authenticate(connection, mechanism, ct);
                if (outcome.Name == "OK")
                    return;
                var mayTryNext = !mechanism.HasBegun && i + 1 < mechanisms.Count;
                if (mayTryNext && outcome.Code != "UNAVAILABLE")
                    continue;
                if (login is ServerLogin.OAuth2 && !anew)
                    break;
                throw Refused(connection, login, mechanism, outcome);
            }
            // A token may have been withdrawn before its time: once, a fresh one is asked for.
            anew = true;
        }
    }

    private static async Task<ImapResponse> Authenticate(
        ImapConnection connection,
        SaslMechanism mechanism,
        CancellationToken ct
    )
    {
        var isOpening = mechanism.First is not null;
        var command = new ImapCommand($"AUTHENTICATE {mechanism.Name}") { IsSecret = true };
        if (isOpening && connection.Can("SASL-IR"))
        {
            command.Words(mechanism.First is [] ? " =" : " " + Convert.ToBase64String(mechanism.First!));
            isOpening = false;
        }
        var before = connection.Capabilities;
        connection.ForgetCapabilities();
        var outcome = await connection.Try(
            command,
            ct,
            challenge: text =>
            {
                var answer = isOpening ? mechanism.First! : mechanism.Answer(Decoded(connection, text));
                isOpening = false;
                return Convert.ToBase64String(answer);
            }
        );
        if (outcome.Name == "OK")
            mechanism.Accepted();
        else
            connection.RecallCapabilities(before);
        return outcome;
    }

    /// <summary>IMAP's own LOGIN, for servers that offer no mechanism at all.</summary>
    private static async Task LogInPlainly(ImapConnection connection, ServerLogin login, CancellationToken ct)
    {
        if (login is not ServerLogin.Password password || connection.Can("LOGINDISABLED"))
            throw connection.Trouble(
                ServerTrouble.Login,
                $"offers no way to log in that suits {login} (it offers: "
                    + $"{string.Join(", ", Mechanisms(connection).Order(StringComparer.Ordinal))})"
            );
        var command = new ImapCommand("LOGIN ") { IsSecret = true };
        command.Text(login.User).Words(" ").Text(await password.Get(ct));
        connection.ForgetCapabilities();
        var outcome = await connection.Try(command, ct);
        if (outcome.Name != "OK")
            throw Refused(connection, login, null, outcome);
    }

    private static MailServerException Refused(
        ImapConnection connection,
        ServerLogin login,
        SaslMechanism? mechanism,
        ImapResponse outcome
    )
    {
        // RFC 5530: the server has a trouble of its own, and the password may well be right.
        var trouble = outcome.Code is "UNAVAILABLE" or "INUSE" or "LIMIT"
            ? ServerTrouble.Unreachable
            : ServerTrouble.Login;
        var reason = mechanism?.Refusal is { } refusal ? $"{outcome.Text} {refusal}" : outcome.Text;
        return new MailServerException(
            trouble,
            $"{connection.Server.Name} refuses the login of {login}: {outcome.Code} {reason}".Replace(
                ":  ",
                ": ",
                StringComparison.Ordinal
            )
        )
        {
            Code = outcome.Code,
        };
    }

    private static async Task Introduce(ImapConnection connection, CancellationToken ct)
    {
        if (connection.Can("ID"))
            await connection.Try(new ImapCommand("ID (\"name\" \"ComplaintMailer\")"), ct);
        if (connection.Can("ENABLE") && connection.Can("UTF8=ACCEPT"))
            await connection.Try(
                new ImapCommand("ENABLE UTF8=ACCEPT"),
                ct,
                r =>
                {
                    if (r.Name == "ENABLED" && r.Values().Any(v => v.Is("UTF8=ACCEPT")))
                        connection.Utf8Names = true;
                }
            );
        // A server of IMAP4rev2 alone knows no modified UTF-7.
        if (connection.Can("IMAP4rev2") && !connection.Can("IMAP4rev1"))
            connection.Utf8Names = true;
    }

    private static HashSet<string> Mechanisms(ImapConnection connection) =>
        connection
            .Capabilities.Where(c => c.StartsWith("AUTH=", StringComparison.OrdinalIgnoreCase))
            .Select(c => c[5..].ToUpperInvariant())
            .ToHashSet(StringComparer.Ordinal);

    private static byte[] Decoded(ImapConnection connection, string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? bytes[..length]
            : throw connection.Trouble(ServerTrouble.Nonsense, "sends a challenge that is no base64");
    }

    private static MailServerException Unsafe(ServerOptions server) =>
        new(
            ServerTrouble.Login,
            $"Logging in to {server.Name} without TLS would show the password to others; set Security to Tls or StartTls."
        );
}
