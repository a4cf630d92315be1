using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Net;

namespace ComplaintMailer.Connections;

/// <summary>From the words of the configuration to where a server is and how to talk to it.</summary>
internal static class Servers
{
    public static ServerOptions Of(
        string? host,
        int port,
        string security,
        string? trustedCertificates,
        TimeSpan? patience = null
    )
    {
        var options = new ServerOptions(host!, port, Enum.Parse<ServerSecurity>(security, ignoreCase: true))
        {
            TrustedIssuers = trustedCertificates is null ? null : Certificates(trustedCertificates),
        };
        return patience is { } atMost ? options with { AnswerTimeout = atMost } : options;
    }

    private static X509Certificate2Collection Certificates(string file)
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(file);
            return certificates.Count > 0
                ? certificates
                : throw new OperatorException($"TrustedCertificates: {file} holds no certificate in PEM form.")
                {
                    ExitCode = 2,
                };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new OperatorException($"TrustedCertificates: {file} can't be read: {e.Message}", e) { ExitCode = 2 };
        }
    }
}
