using System.Threading.Channels;

namespace ComplaintMailer.Mail.Sending;

public static class MailSenderExtensions
{
    /// <summary>Sends all of these; results in the order given.</summary>
    public static async Task<IReadOnlyList<SendResult>> SendAll(
        this IMailSender sender,
        IReadOnlyList<(MailEnvelope Envelope, ReadOnlyMemory<byte> Mail)> mails,
        CancellationToken ct
    )
    {
        var results = new SendResult[mails.Count];
        var line = Channel.CreateUnbounded<MailToSend>();
        foreach (var (i, (envelope, mail)) in mails.Index())
            line.Writer.TryWrite(new(envelope, mail, result => results[i] = result));
        line.Writer.Complete();
        await sender.SendAll(line.Reader, ct);
        return results;
    }
}
