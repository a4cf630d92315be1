using System.Security.Cryptography;
using System.Threading.Channels;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Mail.Writing;

namespace ComplaintMailer.Mail.Sending;

/// <summary>Signs each mail on its way to another sender. The same mail gets the same signature however often it is tried.</summary>
public sealed class SigningSender(IMailSender inner, IMailSigner signer) : IMailSender, IExpires
{
    /// <summary>Who really sends.</summary>
    public IMailSender Inner => inner;
    public IMailSigner Signer => signer;
    public IReadOnlyList<Expiry> Expiries => (inner as IExpires)?.Expiries ?? [];

    public Task<SendResult> Send(MailEnvelope envelope, ReadOnlyMemory<byte> mail, CancellationToken ct) =>
        inner.Send(envelope, signer.Sign(mail.Span), ct);

    public bool KnowsTwins => inner.KnowsTwins;

    /// <summary>The next one is signed while those before it are under way.</summary>
    public async Task SendAll(ChannelReader<MailToSend> mails, CancellationToken ct)
    {
        var signed = Channel.CreateUnbounded<MailToSend>();
        var sending = inner.SendAll(signed.Reader, ct);
        try
        {
            await foreach (var mail in mails.ReadAllAsync(ct))
                if (Signed(mail) is { } ready)
                    signed.Writer.TryWrite(ready);
        }
        finally
        {
            signed.Writer.Complete();
        }
        await sending;
    }

    private MailToSend? Signed(MailToSend mail)
    {
        try
        {
            return mail with { Mail = signer.Sign(mail.Mail.Span) };
        }
        catch (CryptographicException e)
        {
            mail.Answer(new SendResult.Later($"The letter can't be signed: {e.Message}", OfServer: true));
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        (signer as IDisposable)?.Dispose();
    }
}
