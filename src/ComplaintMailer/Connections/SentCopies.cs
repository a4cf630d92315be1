using ComplaintMailer.Configuration;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Sending;
using ComplaintMailer.Schedules;
using NodaTime;

namespace ComplaintMailer.Connections;

/// <summary>
/// The folder of sent mail, where an organisation keeps one: each letter that was taken is copied to it, and it can tell of a
/// letter whether it went out. It is a convenience: trouble with it never holds a letter up.
/// </summary>
internal sealed class SentCopies
{
    private readonly Office office;
    private readonly IMailbox? mailbox;
    private readonly Alarms alarms;

    private SentCopies(Office office, IMailbox? mailbox, Alarms alarms)
    {
        this.office = office;
        this.mailbox = mailbox;
        this.alarms = alarms;
    }

    public static SentCopies Of(Office office, Ports ports, Alarms alarms) =>
        new(office, office.Settings.Mailbox.Sent is null ? null : ports.Mailbox(office.Settings), alarms);

    /// <summary>What became of a letter that may have been handed over before; null when that is not known.</summary>
    public async Task<SendResult?> Find(string messageId, Instant now, CancellationToken ct)
    {
        if (mailbox is null)
            return null;
        try
        {
            var bracketed = messageId.StartsWith('<') ? messageId : $"<{messageId}>";
            return await mailbox.WasSent(bracketed, ct) == true
                ? new SendResult.Accepted(office.Settings.Sender.Host ?? "", "found in the folder of sent mail")
                : null;
        }
        catch (MailboxException e)
        {
            alarms.Raise(office, AlarmNames.SentCopies(office), e.Message, now);
            return null;
        }
    }

    public bool AreKept => mailbox is not null;

    /// <returns>False when it could not be done.</returns>
    public async Task<bool> Keep(IReadOnlyList<ReadOnlyMemory<byte>> mails, Instant now, CancellationToken ct)
    {
        if (mailbox is null || mails.Count == 0)
            return true;
        try
        {
            await mailbox.KeepSent(mails, ct);
            alarms.Clear(office, AlarmNames.SentCopies(office), now);
            return true;
        }
        catch (MailboxException e)
        {
            alarms.Raise(office, AlarmNames.SentCopies(office), e.Message, now);
            return false;
        }
    }

    /// <summary>Trouble with the server itself is for the administrator; that one letter must wait is not.</summary>
    public void Judge(IReadOnlyList<SendResult> results, Instant now)
    {
        if (results.OfType<SendResult.Later>().FirstOrDefault(r => r.OfServer) is { } trouble)
            alarms.Raise(office, AlarmNames.Sender(office), trouble.Reason, now);
        else if (results.Count > 0)
            alarms.Clear(office, AlarmNames.Sender(office), now);
    }
}
