using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Client;

namespace ComplaintMailer.Mail.Net.Tokens;

/// <summary>
/// Tokens of Microsoft 365 for an application that acts by itself: tenant, application and its secret or certificate. An
/// administrator must have given it IMAP.AccessAsApp (or SMTP.SendAsApp) and access to the mailbox in Exchange.
/// </summary>
public sealed class ClientCredentialTokens : ITokenSource
{
    private const string Scope = "https://outlook.office365.com/.default";
    private readonly IConfidentialClientApplication application;
    private readonly string tenant;
    private readonly List<Expiry> expiries = [];

    private ClientCredentialTokens(ConfidentialClientApplicationBuilder builder, string tenant, HttpClient? http)
    {
        this.tenant = tenant;
        builder = builder.WithTenantId(tenant).WithInstanceDiscovery(enableInstanceDiscovery: false);
        if (http is not null)
            builder = builder.WithHttpClientFactory(new OneClient(http));
        application = builder.Build();
    }

    public IReadOnlyList<Expiry> Expiries => expiries;

    /// <param name="expiresAt">The secret's last day as the portal shows it: the only way to know it beforehand.</param>
    public static ClientCredentialTokens WithSecret(
        string tenant,
        string clientId,
        string secret,
        DateTimeOffset? expiresAt = null,
        HttpClient? http = null
    )
    {
        var builder = ConfidentialClientApplicationBuilder.Create(clientId).WithClientSecret(secret);
        var tokens = new ClientCredentialTokens(builder, tenant, http);
        if (expiresAt is { } at)
            tokens.expiries.Add(new Expiry($"the client secret of application {clientId}", at));
        return tokens;
    }

    public static ClientCredentialTokens WithCertificate(
        string tenant,
        string clientId,
        X509Certificate2 certificate,
        HttpClient? http = null
    )
    {
        var builder = ConfidentialClientApplicationBuilder.Create(clientId).WithCertificate(certificate);
        var tokens = new ClientCredentialTokens(builder, tenant, http);
        tokens.expiries.Add(
            new Expiry($"the certificate of application {clientId}", new DateTimeOffset(certificate.NotAfter))
        );
        return tokens;
    }

    public async ValueTask<string> Get(bool anew, CancellationToken ct)
    {
        try
        {
            // The library keeps a token until five minutes before its end.
            var result = await application.AcquireTokenForClient([Scope]).WithForceRefresh(anew).ExecuteAsync(ct);
            return result.AccessToken;
        }
        catch (MsalServiceException e)
        {
            throw new MailServerException(
                ServerTrouble.Login,
                $"Microsoft gives no token for tenant {tenant}: {FirstLine(e.Message)} ({e.ErrorCode}). "
                    + "Has the client secret expired, or the application lost its permission?",
                e
            );
        }
        catch (Exception e) when (e is MsalException or HttpRequestException)
        {
            throw new MailServerException(
                ServerTrouble.Unreachable,
                $"Microsoft can't be asked for a token: {FirstLine(e.Message)}",
                e
            );
        }
    }

    private static string FirstLine(string text) => text.Split('\n')[0].Trim();

    private sealed class OneClient(HttpClient http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http;
    }
}
