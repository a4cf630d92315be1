using ComplaintMailer.Configuration;
using ComplaintMailer.Mail.Maildir;
using ComplaintMailer.Mail.Sending;
using ComplaintMailer.Mail.Smtp;

namespace ComplaintMailer.Connections;

/// <summary>The way out that the configuration names. It connects when it is first used.</summary>
internal static class SenderOpener
{
    public static IMailSender Open(SenderSettings settings) =>
        settings.Kind.ToLowerInvariant() switch
        {
            "smtp" => new SmtpSender(
                new SmtpSenderOptions(
                    Servers.Of(settings.Host, settings.Port, settings.Security, settings.TrustedCertificates),
                    settings.User is { Length: > 0 } user
                        ? Logins.Of(user, settings.Auth, settings.PasswordFile, settings.OAuth2)
                        : null
                )
            ),
            "sendmail" => new SendmailSender(settings.Command!),
            _ => new MaildirSender(settings.Path!),
        };
}
