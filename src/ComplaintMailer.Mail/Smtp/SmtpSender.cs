using System.Threading.Channels;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Mail.Sending;

namespace ComplaintMailer.Mail.Smtp;

/// <summary>
/// Hands mails to an SMTP server over connections that are used again, each recipient with an envelope of its own. What a
/// server says no to for now comes back as “later”, for good as “never”; trouble with the server itself is always “later”.
/// </summary>
public sealed class SmtpSender(SmtpSenderOptions options) : IMailSender, IExpires
{
    /// <summary>A further connection is worth its while only for so many mails.</summary>
    private const int MailsWorthAConnection = 3;

    private readonly SemaphoreSlim turns = new(options.ConnectionsMost, options.ConnectionsMost);
    private readonly Stack<SmtpConnection> idle = [];
    private DateTimeOffset? certificateExpiresAt;

    public IReadOnlyList<Expiry> Expiries =>
        [
            .. certificateExpiresAt is { } at
                ? [new Expiry($"the certificate of {options.Server.Name}", at)]
                : Array.Empty<Expiry>(),
            .. options.Login is ServerLogin.OAuth2 oauth ? oauth.Tokens.Expiries : [],
        ];

    public async Task<SendResult> Send(MailEnvelope envelope, ReadOnlyMemory<byte> mail, CancellationToken ct) =>
        (await this.SendAll([(envelope, mail)], ct))[0];

    /// <summary>Over one connection, and over more of them as more is waiting.</summary>
    public async Task SendAll(ChannelReader<MailToSend> mails, CancellationToken ct)
    {
        var shares = new List<Task>();
        Begin();
        for (var done = 0; ; done++)
        {
            Task share;
            lock (shares)
            {
                if (done == shares.Count)
                    return;
                share = shares[done];
            }
            await share;
        }

        void Begin()
        {
            lock (shares)
                if (shares.Count < options.ConnectionsMost)
                    shares.Add(Task.Run(() => SendShare(mails, Begin, ct), ct));
        }
    }

    /// <summary>Connects and logs in; the answer says in words what was found.</summary>
    /// <exception cref="MailServerException">It can't be done.</exception>
    public async Task<string> Check(CancellationToken ct)
    {
        await using var connection = await SmtpConnection.Open(options, ct);
        certificateExpiresAt = connection.CertificateExpiresAt ?? certificateExpiresAt;
        await connection.Close(ct);
        return $"{options.Server.Name} takes our mail" + (options.Login is { } login ? $" as {login.User}" : "");
    }

    public async ValueTask DisposeAsync()
    {
        while (Idle() is { } connection)
            await connection.Close(CancellationToken.None);
        turns.Dispose();
    }

    /// <summary>Each connection takes the next mail that nobody has taken.</summary>
    private async Task SendShare(ChannelReader<MailToSend> mails, Action another, CancellationToken ct)
    {
        await turns.WaitAsync(ct);
        SmtpConnection? connection = null;
        SendResult.Later? trouble = null;
        var failures = 0;
        try
        {
            while (await mails.WaitToReadAsync(ct))
            while (mails.TryRead(out var mail))
            {
                if (mails.Count >= MailsWorthAConnection)
                    another();
                // A server that failed us twice in a row is left alone; the letters go out at another time.
                if (failures >= 2)
                {
                    mail.Answer(trouble!);
                    continue;
                }
                (connection, var result, var failed) = await SendOne(connection, mail.Envelope, mail.Mail, ct);
                failures = failed ? failures + 1 : 0;
                trouble = result as SendResult.Later;
                mail.Answer(result);
            }
            if (connection is not null)
                Return(connection);
            connection = null;
        }
        finally
        {
            if (connection is not null)
                await connection.DisposeAsync();
            turns.Release();
        }
    }

    /// <summary>The connection to go on with is null after trouble: then it is gone.</summary>
    private async Task<(SmtpConnection? Connection, SendResult Result, bool Failed)> SendOne(
        SmtpConnection? connection,
        MailEnvelope envelope,
        ReadOnlyMemory<byte> mail,
        CancellationToken ct
    )
    {
        while (true)
        {
            SmtpTransaction? transaction = null;
            var isFresh = false;
            try
            {
                if (connection?.Brought >= options.MailsPerConnection)
                {
                    await connection.Close(ct);
                    connection = null;
                }
                connection ??= Idle();
                if (connection is null)
                {
                    connection = await SmtpConnection.Open(options, ct);
                    certificateExpiresAt = connection.CertificateExpiresAt ?? certificateExpiresAt;
                    isFresh = true;
                }
                transaction = new SmtpTransaction(connection, envelope, mail);
                var result = await transaction.Run(options.AcceptTimeout, ct);
                connection.Brought++;
                return (connection, result, false);
            }
            catch (MailServerException e)
            {
                if (connection is not null)
                    await connection.DisposeAsync();
                connection = null;
                // A connection that had lain idle may have gone unnoticed. Nothing of the mail has been said over it yet.
                var mayRepeat =
                    transaction is { HasBegun: false }
                    && !isFresh
                    && e.Trouble is ServerTrouble.Lost or ServerTrouble.TooSlow;
                if (mayRepeat)
                    continue;
                var unsure = transaction is { HasBegun: true } ? " It may have taken the mail nevertheless." : "";
                return (null, new SendResult.Later(e.Message + unsure, e.Code, OfServer: true), true);
            }
            catch
            {
                if (connection is not null)
                    await connection.DisposeAsync();
                throw;
            }
        }
    }

    private SmtpConnection? Idle()
    {
        lock (idle)
        {
            while (idle.TryPop(out var connection))
            {
                if (options.Server.Clock.GetElapsedTime(connection.UsedAt) < options.KeepFor)
                    return connection;
                _ = connection.DisposeAsync().AsTask();
            }
        }
        return null;
    }

    private void Return(SmtpConnection connection)
    {
        connection.UsedAt = options.Server.Clock.GetTimestamp();
        lock (idle)
            idle.Push(connection);
    }
}
