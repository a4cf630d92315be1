using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ComplaintMailer.Mail.Net;

/// <summary>Judges a server's certificate and says in words what is wrong with it.</summary>
internal sealed class CertificateCheck(ServerOptions server)
{
    public string? Objection { get; private set; }
    public DateTimeOffset? ExpiresAt { get; private set; }

    public SslClientAuthenticationOptions Options()
    {
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = server.Host,
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                Accepts(certificate, chain, errors),
        };
        if (server.TrustedIssuers is { } issuers)
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            policy.CustomTrustStore.AddRange(issuers);
            options.CertificateChainPolicy = policy;
        }
        return options;
    }

    private bool Accepts(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is not X509Certificate2 given)
        {
            Objection = $"{server.Name} shows no certificate.";
            return false;
        }
        ExpiresAt = new DateTimeOffset(given.NotAfter);
        if (errors == SslPolicyErrors.None)
            return true;

        var statuses = chain?.ChainStatus.Select(s => s.Status).ToHashSet() ?? [];
        if (statuses.Contains(X509ChainStatusFlags.NotTimeValid))
            Objection =
                given.NotBefore.ToUniversalTime() > DateTime.UtcNow
                    ? $"The certificate of {server.Name} is not valid before {given.NotBefore:yyyy-MM-dd}: is this machine's clock right?"
                    : $"The certificate of {server.Name}, or one it rests on, has expired (its own date is {given.NotAfter:yyyy-MM-dd}); it must be renewed on that server.";
        else if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            Objection =
                $"The certificate of {server.Name} is for {Names(given)}, not for {server.Host}; set Host to a name that it bears.";
        else if (statuses.Contains(X509ChainStatusFlags.Revoked))
            Objection = $"The certificate of {server.Name} has been revoked.";
        else
            Objection =
                $"The certificate of {server.Name} was issued by {given.GetNameInfo(X509NameType.SimpleName, forIssuer: true)}, which this machine does not trust.";
        return false;
    }

    private static string Names(X509Certificate2 certificate)
    {
        var names = certificate
            .Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(e => e.EnumerateDnsNames().Concat(e.EnumerateIPAddresses().Select(ip => ip.ToString())))
            .Take(5)
            .ToList();
        return names.Count > 0
            ? string.Join(", ", names)
            : certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
    }
}
