using System.Threading.Channels;

namespace ComplaintMailer.Mail.Sending;

/// <summary>Hands mails to a server. One envelope, one recipient.</summary>
public interface IMailSender : IAsyncDisposable
{
    /// <summary>Never throws for what a server or network does; that is in the result.</summary>
    Task<SendResult> Send(MailEnvelope envelope, ReadOnlyMemory<byte> mail, CancellationToken ct);

    /// <summary>
    /// Sends what comes along, until it ends. Each mail is answered for as soon as its own fate is known, from any thread; one that
    /// was not answered for when this ends, broken off say, may or may not have gone.
    /// </summary>
    Task SendAll(ChannelReader<MailToSend> mails, CancellationToken ct);

    /// <summary>True where a mail that is handed over twice arrives once.</summary>
    bool KnowsTwins => false;
}

/// <param name="Answer">Told once what came of it.</param>
public sealed record MailToSend(MailEnvelope Envelope, ReadOnlyMemory<byte> Mail, Action<SendResult> Answer);

/// <param name="From">The envelope sender: a bounce address that leads back to this very letter.</param>
/// <param name="EnvelopeId">Comes back in delivery reports (RFC 3461 ENVID).</param>
public sealed record MailEnvelope(string From, string To, string EnvelopeId);

/// <summary>What came of handing over a mail.</summary>
public abstract record SendResult
{
    private SendResult() { }

    /// <summary>A server has accepted the mail. That is all it means: not that anybody has it, let alone read it.</summary>
    public sealed record Accepted(string Host, string Answer) : SendResult;

    /// <summary>Not now: try again later.</summary>
    /// <param name="OfServer">The server or our access to it is the trouble, and not this letter: others will meet it too.</param>
    public sealed record Later(string Reason, string? Status = null, bool OfServer = false) : SendResult;

    /// <summary>Never: a person must find another way.</summary>
    public sealed record Never(string Reason, string? Status = null) : SendResult;
}
