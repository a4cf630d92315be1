using ComplaintMailer.Configuration;
using ComplaintMailer.Mail.Imap;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Maildir;

namespace ComplaintMailer.Connections;

/// <summary>The mailbox that the configuration names. It connects when it is first used.</summary>
internal static class MailboxOpener
{
    public static IMailbox Open(MailboxSettings settings, TimeSpan? patience = null) =>
        settings.Kind.ToLowerInvariant() switch
        {
            "imap" => new ImapMailbox(
                new ImapMailboxOptions(
                    Servers.Of(settings.Host, settings.Port, settings.Security, settings.TrustedCertificates, patience),
                    Logins.Of(settings.User!, settings.Auth, settings.PasswordFile, settings.OAuth2)
                )
                {
                    Folder = settings.Folder,
                    Processed = settings.Processed,
                    Quarantine = settings.Quarantine,
                    Sent = settings.Sent,
                    Idle = settings.Idle,
                    PollEvery = TimeSpan.FromSeconds(settings.PollSeconds),
                }
            ),
            _ => new MaildirMailbox(settings.Path!, settings.Processed, settings.Quarantine),
        };
}
