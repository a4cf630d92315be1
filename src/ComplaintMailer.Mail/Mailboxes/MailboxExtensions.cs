namespace ComplaintMailer.Mail.Mailboxes;

public static class MailboxExtensions
{
    /// <summary>Keeps a copy of one sent mail.</summary>
    public static Task KeepSent(this IMailbox mailbox, ReadOnlyMemory<byte> mail, CancellationToken ct) =>
        mailbox.KeepSent([mail], ct);
}
