using ComplaintMailer.Configuration;
using ComplaintMailer.Connections;
using ComplaintMailer.Mail.Imap;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Sending;

namespace ComplaintMailer.Schedules;

/// <summary>The mailboxes and mail servers that the configuration names. Opened when first needed, and kept open.</summary>
/// <param name="rehearsed">Given: nothing is moved and nothing is sent; the letters come here.</param>
/// <param name="patience">How long a server may take to answer; null for the usual.</param>
internal sealed class Ports(ICollection<ReadOnlyMemory<byte>>? rehearsed = null, TimeSpan? patience = null)
    : IAsyncDisposable
{
    private readonly Dictionary<string, IMailbox> mailboxes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IMailSender> senders = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    public IMailbox Mailbox(OrganisationSettings organisation)
    {
        lock (gate)
            return mailboxes.TryGetValue(organisation.Key, out var open)
                ? open
                : mailboxes[organisation.Key] = rehearsed is null
                    ? Open(organisation.Mailbox, patience)
                    : new LookedAtMailbox(Open(organisation.Mailbox, patience));
    }

    /// <summary>Organisations that share a server share the connection.</summary>
    public IMailSender Sender(OrganisationSettings organisation)
    {
        var s = organisation.Sender;
        var name = $"{s.Kind}|{s.Path}|{s.Command}|{s.Host}|{s.Port}|{s.User}|{s.Dkim}";
        lock (gate)
            return senders.TryGetValue(name, out var open)
                ? open
                : senders[name] = rehearsed is null ? Open(s, patience) : new SilentSender(rehearsed);
    }

    /// <summary>
    /// After trouble the next use begins afresh. A mailbox on a server connects anew by itself, and it remembers which mails
    /// broke the talk.
    /// </summary>
    public async Task Close(OrganisationSettings organisation)
    {
        IMailbox? open;
        lock (gate)
        {
            if (mailboxes.TryGetValue(organisation.Key, out open) && open is ImapMailbox)
                return;
            mailboxes.Remove(organisation.Key);
        }
        if (open is not null)
            await open.DisposeAsync();
    }

    public static IMailbox Open(MailboxSettings settings, TimeSpan? patience = null) =>
        MailboxOpener.Open(settings, patience);

    public static IMailSender Open(SenderSettings settings, TimeSpan? patience = null) =>
        SenderOpener.Open(settings, patience);

    public async ValueTask DisposeAsync()
    {
        foreach (var mailbox in mailboxes.Values)
            await mailbox.DisposeAsync();
        foreach (var sender in senders.Values)
            await sender.DisposeAsync();
        mailboxes.Clear();
        senders.Clear();
    }
}
