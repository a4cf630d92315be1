using System.Globalization;
using System.Text;
using ComplaintMailer.Mail.Imap.Wire;
using ComplaintMailer.Mail.Net;

namespace ComplaintMailer.Mail.Imap;

/// <summary>
/// A talk with an IMAP server: commands out, answers in, and what the server tells unasked. One command at a time; whoever
/// shares it takes turns.
/// </summary>
internal sealed class ImapConnection : IAsyncDisposable
{
    /// <summary>The longest that one command may take, however much the server has to say meanwhile.</summary>
    private static readonly TimeSpan CommandTimeout = TimeSpan.FromMinutes(15);

    private readonly ServerOptions server;
    private readonly ServerConnection wire;
    private readonly ImapReader reader;
    private int tags;

    private ImapConnection(ServerOptions server, ServerConnection wire, long literalBytesMax)
    {
        this.server = server;
        this.wire = wire;
        reader = new ImapReader(wire, literalBytesMax);
    }

    public HashSet<string> Capabilities { get; private set; } = new(StringComparer.OrdinalIgnoreCase);
    public bool IsPreauthenticated { get; private set; }
    public string Greeting { get; private set; } = "";
    public ServerOptions Server => server;
    public bool IsPrivate => wire.IsPrivate;
    public DateTimeOffset? CertificateExpiresAt => wire.CertificateExpiresAt;

    /// <summary>Folder names go as UTF-8 instead of modified UTF-7.</summary>
    public bool Utf8Names { get; set; }

    /// <summary>How many mails the selected folder holds.</summary>
    public uint Exists { get; private set; }

    /// <summary>True when mails came into the selected folder since this was last set to false.</summary>
    public bool HasGrown { get; set; }

    /// <summary>Another folder is about to be opened: what was told of the last one is of no more use.</summary>
    public void ForgetFolder() => (Exists, HasGrown) = (0, false);

    public bool Can(string capability) => Capabilities.Contains(capability);

    public string Encoded(string folder) => Utf8Names ? folder : ModifiedUtf7.Encode(folder);

    public string Decoded(string folder) => Utf8Names ? folder : ModifiedUtf7.Decode(folder);

    /// <summary>Connects, with TLS as configured, up to the point where somebody may log in.</summary>
    public static async Task<ImapConnection> Open(ServerOptions server, long literalBytesMax, CancellationToken ct)
    {
        var opened = await ServerConnection.Open(server, ct);
        var connection = new ImapConnection(server, opened, literalBytesMax);
        try
        {
            await connection.Greet(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a command and gives its outcome; the data it asked for goes to <paramref name="data"/>.</summary>
    /// <exception cref="MailServerException">The server said NO or BAD (Refused), or something broke.</exception>
    public async Task<ImapResponse> Run(
        ImapCommand command,
        CancellationToken ct,
        Action<ImapResponse>? data = null,
        Func<string, string>? challenge = null
    )
    {
        var outcome = await Try(command, ct, data, challenge);
        return outcome.Name == "OK" ? outcome : throw Refusal(command, outcome);
    }

    /// <summary>The same, but a NO or BAD is an outcome like another.</summary>
    public async Task<ImapResponse> Try(
        ImapCommand command,
        CancellationToken ct,
        Action<ImapResponse>? data = null,
        Func<string, string>? challenge = null
    )
    {
        using var limit = new TimeLimit(CommandTimeout, server.Clock, ct);
        try
        {
            var tag = Tag();
            reader.BeginCommand();
            await Send(tag, command, data, limit.Token);
            return await Outcome(tag, data, challenge, limit.Token);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw wire.Trouble(ServerTrouble.TooSlow, $"did not finish {command.Name} in time", e);
        }
        catch (FormatException e)
        {
            throw reader.Misunderstood(e);
        }
    }

    /// <summary>
    /// Listens until mail comes, the time is up, or somebody wants the connection for something else (RFC 2177).
    /// </summary>
    public async Task Idle(TimeSpan atMost, CancellationToken interrupted, CancellationToken ct)
    {
        var until = server.Clock.GetTimestamp();
        var tag = Tag();
        reader.BeginCommand();
        wire.Write($"{tag} IDLE\r\n");
        await wire.Flush(ct);
        while (await reader.Read(ct) is { Tag: not "+" } response)
            if (response.Tag == tag)
                throw Refusal(new ImapCommand("IDLE"), response);
            else
                Note(response);

        using var either = CancellationTokenSource.CreateLinkedTokenSource(interrupted, ct);
        try
        {
            while (!HasGrown && atMost - server.Clock.GetElapsedTime(until) is { Ticks: > 0 } left)
                if (await wire.HasInput(left, either.Token))
                    Note(await reader.Read(ct));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested) { }
        wire.Write("DONE\r\n");
        await wire.Flush(ct);
        // A connection that died silently is found out here: the answer doesn't come.
        var outcome = await Outcome(tag, data: null, challenge: null, ct);
        if (outcome.Name != "OK")
            throw Refusal(new ImapCommand("IDLE"), outcome);
    }

    public async Task StartTls(CancellationToken ct)
    {
        await Run(new ImapCommand("STARTTLS"), ct);
        await wire.StartTls(ct);
        // What was offered before TLS may have been anybody's word.
        Capabilities.Clear();
        await AskCapabilities(ct);
    }

    public async Task AskCapabilities(CancellationToken ct) => await Run(new ImapCommand("CAPABILITY"), ct);

    /// <summary>Forgets what the server offered before somebody logged in.</summary>
    public void ForgetCapabilities() => Capabilities = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Nobody logged in after all: what was offered still is, unless the server has said otherwise.</summary>
    public void RecallCapabilities(HashSet<string> before)
    {
        if (Capabilities.Count == 0)
            Capabilities = before;
    }

    public MailServerException Trouble(ServerTrouble trouble, string what) => wire.Trouble(trouble, what);

    public MailServerException Refusal(ImapCommand command, ImapResponse outcome) =>
        new(ServerTrouble.Refused, $"{server.Name} refuses {command.Name}: {Shortened(outcome.Text)}")
        {
            Code = outcome.Code,
        };

    /// <summary>Says goodbye, without waiting long for the answer.</summary>
    public async Task Close(CancellationToken ct)
    {
        try
        {
            using var limit = new TimeLimit(TimeSpan.FromSeconds(2), server.Clock, ct);
            wire.Write($"{Tag()} LOGOUT\r\n");
            await wire.Flush(limit.Token);
        }
        catch (Exception e) when (e is MailServerException or OperationCanceledException) { }
        await DisposeAsync();
    }

    public ValueTask DisposeAsync() => wire.DisposeAsync();

    private async Task Greet(CancellationToken ct)
    {
        reader.BeginCommand();
        var greeting = await reader.Read(ct);
        if (greeting.Tag != "*" || !greeting.IsStatus)
            throw Trouble(ServerTrouble.Nonsense, "does not greet as an IMAP server does");
        if (greeting.Name == "BYE")
            throw Trouble(ServerTrouble.Unreachable, $"turns us away: {Shortened(greeting.Text)}");
        Greeting = greeting.Text;
        IsPreauthenticated = greeting.Name == "PREAUTH";
        Note(greeting);
        if (Capabilities.Count == 0)
            await AskCapabilities(ct);
    }

    private async Task Send(string tag, ImapCommand command, Action<ImapResponse>? data, CancellationToken ct)
    {
        wire.Write(tag + " ");
        foreach (var (bytes, isLiteral) in command.Parts)
        {
            if (!isLiteral)
            {
                wire.Write(bytes);
                continue;
            }
            var unasked = Can("LITERAL+") || (Can("LITERAL-") && bytes.Length <= 4096);
            wire.Write(string.Create(CultureInfo.InvariantCulture, $"{{{bytes.Length}{(unasked ? "+" : "")}}}\r\n"));
            if (!unasked)
            {
                await wire.Flush(ct);
                while (await reader.Read(ct) is { Tag: not "+" } response)
                    if (response.Tag == tag)
                        throw Refusal(command, response);
                    else
                        Take(response, data);
            }
            wire.Write(bytes);
        }
        wire.Write("\r\n");
        await wire.Flush(ct);
    }

    private async Task<ImapResponse> Outcome(
        string tag,
        Action<ImapResponse>? data,
        Func<string, string>? challenge,
        CancellationToken ct
    )
    {
        for (var count = 0; count < ImapLimits.AnswersMax; count++)
        {
            var response = await reader.Read(ct);
            if (response.Tag == "+" && challenge is not null)
            {
                wire.Write(challenge(response.Text) + "\r\n");
                await wire.Flush(ct);
            }
            else if (response.Tag == tag && response.IsStatus)
            {
                Note(response);
                return response;
            }
            else if (response.Tag == "*")
                Take(response, data);
            else
                throw Trouble(ServerTrouble.Nonsense, $"answers what was not asked ('{Shortened(response.Tag)}')");
        }
        throw Trouble(ServerTrouble.Nonsense, "does not stop answering");
    }

    private void Take(ImapResponse response, Action<ImapResponse>? data)
    {
        Note(response);
        data?.Invoke(response);
    }

    /// <summary>Keeps in mind what the server tells about itself and the selected folder.</summary>
    private void Note(ImapResponse response)
    {
        switch (response.Name)
        {
            case "EXISTS" when response.Number is { } count:
                HasGrown |= count > Exists;
                Exists = count;
                break;
            case "EXPUNGE" when Exists > 0:
                Exists--;
                break;
            case "CAPABILITY":
                Learn(Values(response));
                break;
            case "BYE":
                throw Trouble(ServerTrouble.Lost, $"says goodbye: {Shortened(response.Text)}");
            default:
                if (response.Code == "CAPABILITY")
                    Learn(response.CodeValues);
                break;
        }
    }

    private List<ImapValue> Values(ImapResponse response)
    {
        try
        {
            return [.. response.Values()];
        }
        catch (FormatException e)
        {
            throw reader.Misunderstood(e);
        }
    }

    private void Learn(IReadOnlyList<ImapValue> words) =>
        Capabilities = new HashSet<string>(words.Select(w => w.String), StringComparer.OrdinalIgnoreCase);

    private string Tag() => string.Create(CultureInfo.InvariantCulture, $"c{++tags}");

    private static string Shortened(string text)
    {
        var clean = new StringBuilder();
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, 300)))
            clean.Append(char.IsControl(c) ? ' ' : c);
        return clean.ToString().Trim();
    }
}
