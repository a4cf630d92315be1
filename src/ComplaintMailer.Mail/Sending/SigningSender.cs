using ComplaintMailer.Mail.Writing;

namespace ComplaintMailer.Mail.Sending;

/// <summary>Signs each mail on its way to another sender. The same mail gets the same signature however often it is tried.</summary>
public sealed class SigningSender(IMailSender inner, IMailSigner signer) : IMailSender
{
    public Task<SendResult> Send(MailEnvelope envelope, ReadOnlyMemory<byte> mail, CancellationToken ct) =>
        inner.Send(envelope, signer.Sign(mail.Span), ct);

    public Task<IReadOnlyList<SendResult>> SendAll(
        IReadOnlyList<(MailEnvelope Envelope, ReadOnlyMemory<byte> Mail)> mails,
        CancellationToken ct
    ) => inner.SendAll([.. mails.Select(m => (m.Envelope, (ReadOnlyMemory<byte>)signer.Sign(m.Mail.Span)))], ct);

    public async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        (signer as IDisposable)?.Dispose();
    }
}
