using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Maildir;
using ComplaintMailer.Mail.Sending;

namespace ComplaintMailer.Schedules;

/// <summary>The mailboxes and mail servers that the configuration names. Opened when first needed, and kept open.</summary>
internal sealed class Ports : IAsyncDisposable
{
    private readonly Dictionary<string, IMailbox> mailboxes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IMailSender> senders = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    public IMailbox Mailbox(OrganisationSettings organisation)
    {
        lock (gate)
            return mailboxes.TryGetValue(organisation.Key, out var open)
                ? open
                : mailboxes[organisation.Key] = Open(organisation.Mailbox);
    }

    /// <summary>Organisations that share a server share the connection.</summary>
    public IMailSender Sender(OrganisationSettings organisation)
    {
        var s = organisation.Sender;
        var name = $"{s.Kind}|{s.Path}|{s.Command}|{s.Host}|{s.Port}|{s.User}";
        lock (gate)
            return senders.TryGetValue(name, out var open) ? open : senders[name] = Open(s);
    }

    /// <summary>After trouble: the next use begins afresh.</summary>
    public async Task Close(OrganisationSettings organisation)
    {
        IMailbox? open;
        lock (gate)
            mailboxes.Remove(organisation.Key, out open);
        if (open is not null)
            await open.DisposeAsync();
    }

    public static IMailbox Open(MailboxSettings settings) =>
        settings.Kind.ToLowerInvariant() switch
        {
            "maildir" => new MaildirMailbox(settings.Path!, settings.Processed, settings.Quarantine),
            _ => throw new OperatorException($"Mailbox:Kind {settings.Kind} can't be used yet. Use Maildir.")
            {
                ExitCode = 2,
            },
        };

    public static IMailSender Open(SenderSettings settings) =>
        settings.Kind.ToLowerInvariant() switch
        {
            "maildir" => new MaildirSender(settings.Path!),
            "sendmail" => new SendmailSender(settings.Command!),
            _ => throw new OperatorException($"Sender:Kind {settings.Kind} can't be used yet. Use Maildir or Sendmail.")
            {
                ExitCode = 2,
            },
        };

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
