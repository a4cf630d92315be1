using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Imap;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Mail.Sending;
using ComplaintMailer.Mail.Smtp;
using ComplaintMailer.Mail.Writing;

namespace ComplaintMailer.Connections;

/// <summary>Tries an organisation's mailbox and its way out, without taking anything in or sending anything.</summary>
internal static class ConnectionChecks
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    public sealed record Finding(bool IsFine, string What, string Remedy = "");

    /// <param name="except">What can't be tried: why has been told.</param>
    public static async Task<IReadOnlyList<Finding>> Run(
        OrganisationSettings organisation,
        TimeProvider clock,
        CancellationToken ct,
        IReadOnlyCollection<string>? except = null
    )
    {
        var findings = new List<Finding>();
        await Try("Mailbox", () => Mailbox(organisation, clock, findings, ct));
        await Try("Sender", () => Sender(organisation, clock, findings, ct));
        return findings;

        async Task Try(string part, Func<Task> check)
        {
            if (except?.Contains(part) == true)
                return;
            try
            {
                await check();
            }
            catch (Exception e) when (e is MailboxException or OperatorException)
            {
                findings.Add(new(false, $"{organisation.Key}: {part}: {e.Message}", Remedy(e)));
            }
        }
    }

    private static async Task Mailbox(
        OrganisationSettings organisation,
        TimeProvider clock,
        List<Finding> findings,
        CancellationToken ct
    )
    {
        await using var mailbox = MailboxOpener.Open(organisation.Mailbox);
        if (mailbox is ImapMailbox imap)
        {
            findings.Add(new(true, $"{organisation.Key}: {await imap.Check(ct)}"));
            Expiries(organisation, imap, clock, findings);
            return;
        }
        var count = 0;
        await foreach (var _ in mailbox.List(null, ct))
            count++;
        findings.Add(new(true, $"{organisation.Key}: {organisation.Mailbox.Path} ({count} mails in it)"));
    }

    private static async Task Sender(
        OrganisationSettings organisation,
        TimeProvider clock,
        List<Finding> findings,
        CancellationToken ct
    )
    {
        await using var sender = SenderOpener.Open(organisation.Sender);
        var signing = sender as SigningSender;
        if ((signing?.Inner ?? sender) is SmtpSender smtp)
        {
            findings.Add(new(true, $"{organisation.Key}: {await smtp.Check(ct)}"));
            Expiries(organisation, smtp, clock, findings);
        }
        if (signing?.Signer is DkimSigner signer && organisation.Sender.Dkim is { } dkim)
            findings.Add(
                new(
                    true,
                    $"{organisation.Key}: letters are signed; {dkim.Selector}._domainkey.{dkim.Domain} must say TXT \"{signer.DnsRecord}\""
                )
            );
        if (organisation.Sender.Command is { } command)
        {
            var program = command.Trim().Trim('"').Split('"', ' ')[0];
            findings.Add(
                File.Exists(program)
                    ? new(true, $"{organisation.Key}: {program}")
                    : new(
                        false,
                        $"{organisation.Key}: Sender:Command: there is no {program}.",
                        "Install it, or give its full path."
                    )
            );
        }
    }

    private static void Expiries(
        OrganisationSettings organisation,
        IExpires connection,
        TimeProvider clock,
        List<Finding> findings
    )
    {
        foreach (var expiry in connection.Expiries)
            findings.Add(
                expiry.At - clock.GetUtcNow() > Soon
                    ? new(true, $"{organisation.Key}: {expiry.What} is good until {expiry.At:yyyy-MM-dd}")
                    : new(
                        false,
                        $"{organisation.Key}: {expiry.What} ends on {expiry.At:yyyy-MM-dd}.",
                        "Renew it in time."
                    )
            );
    }

    private static string Remedy(Exception e) =>
        e is not MailServerException trouble
            ? ""
            : trouble.Trouble switch
            {
                ServerTrouble.Unreachable => "See whether Host and Port are right and a firewall lets us through.",
                ServerTrouble.Login => "See whether User, PasswordFile or OAuth2 are right.",
                ServerTrouble.Certificate =>
                    "Use the name that the certificate bears, or name its issuer in TrustedCertificates.",
                ServerTrouble.Refused => "See whether the folder exists and may be opened.",
                _ => "See whether Port and Security belong together: 993 and 465 with Tls, 143 and 587 with StartTls.",
            };
}
