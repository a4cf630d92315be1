using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Maildir;
using ComplaintMailer.Mail.Sending;
using ComplaintMailer.Mail.Smtp;
using ComplaintMailer.Mail.Writing;

namespace ComplaintMailer.Connections;

/// <summary>The way out that the configuration names. It connects when it is first used.</summary>
internal static class SenderOpener
{
    public static IMailSender Open(SenderSettings settings, TimeSpan? patience = null) =>
        settings.Dkim is { } dkim
            ? new SigningSender(Bare(settings, patience), Signer(dkim))
            : Bare(settings, patience);

    private static DkimSigner Signer(DkimSettings dkim)
    {
        try
        {
            return DkimSigner.Of(dkim.Domain, dkim.Selector, File.ReadAllText(dkim.KeyFile));
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new OperatorException(
                $"Sender:Dkim:KeyFile: {dkim.KeyFile}: {e.Message.Split(" (Parameter")[0]} Make one with “openssl genrsa 2048”.",
                e
            )
            {
                ExitCode = 2,
            };
        }
    }

    private static IMailSender Bare(SenderSettings settings, TimeSpan? patience) =>
        settings.Kind.ToLowerInvariant() switch
        {
            "smtp" => new SmtpSender(
                new SmtpSenderOptions(
                    Servers.Of(settings.Host, settings.Port, settings.Security, settings.TrustedCertificates, patience),
                    settings.User is { Length: > 0 } user
                        ? Logins.Of(user, settings.Auth, settings.PasswordFile, settings.OAuth2)
                        : null
                )
                {
                    // A server that has a whole mail may be busy keeping it.
                    AcceptTimeout = patience * 8 ?? SmtpSenderOptions.UsualAcceptTimeout,
                }
            ),
            "sendmail" => new SendmailSender(settings.Command!),
            _ => new MaildirSender(settings.Path!),
        };
}
