using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Mail.Net.Tokens;

namespace ComplaintMailer.Connections;

/// <summary>
/// Where access tokens come from. One source for all that is configured alike: where a refresh token changes at each use, two
/// that each have their own would lock one another out.
/// </summary>
internal static class TokenSources
{
    private static readonly ConcurrentDictionary<OAuth2Settings, ITokenSource> All = new();
    private static readonly HttpClient Http = new();

    public static ITokenSource For(OAuth2Settings settings) => All.GetOrAdd(settings, s => Make(s, null));

    /// <param name="http">Whom to ask through; null for the usual way.</param>
    public static ITokenSource Make(OAuth2Settings settings, HttpClient? http, TimeProvider? clock = null) =>
        settings.RefreshTokenFile is not null
            ? new LateTokens(ct => Refreshing(settings, http ?? Http, clock, ct))
            : new LateTokens(ct => ByItself(settings, http, ct));

    private static async ValueTask<ITokenSource> Refreshing(
        OAuth2Settings settings,
        HttpClient http,
        TimeProvider? clock,
        CancellationToken ct
    )
    {
        var file = settings.RefreshTokenFile!;
        return new RefreshTokens(
            new Uri(settings.TokenEndpoint ?? "https://oauth2.googleapis.com/token"),
            settings.ClientId!,
            settings.ClientSecretFile is { } secret ? await Logins.Secret(secret, "ClientSecretFile", ct) : null,
            await Logins.Secret(file, "RefreshTokenFile", ct),
            http,
            clock
        )
        {
            Scope = settings.Scope,
            Keep = (token, c) => Replace(file, token, c),
        };
    }

    private static async ValueTask<ITokenSource> ByItself(
        OAuth2Settings settings,
        HttpClient? http,
        CancellationToken ct
    )
    {
        if (settings.CertificateFile is { } file)
            return ClientCredentialTokens.WithCertificate(
                settings.TenantId!,
                settings.ClientId!,
                Certificate(file),
                http
            );
        return ClientCredentialTokens.WithSecret(
            settings.TenantId!,
            settings.ClientId!,
            await Logins.Secret(settings.ClientSecretFile!, "ClientSecretFile", ct),
            settings.ClientSecretExpires is { } date
                ? DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
                : null,
            http
        );
    }

    private static X509Certificate2 Certificate(string file)
    {
        try
        {
            return Path.GetExtension(file).Equals(".pem", StringComparison.OrdinalIgnoreCase)
                ? X509Certificate2.CreateFromPemFile(file)
                : X509CertificateLoader.LoadPkcs12FromFile(file, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new MailServerException(
                ServerTrouble.Login,
                $"CertificateFile: {file} can't be read: {e.Message}",
                e
            );
        }
    }

    /// <summary>The old refresh token is of no more use: the new one must not be lost half written.</summary>
    private static async Task Replace(string file, string token, CancellationToken ct)
    {
        var beside = file + ".new";
        try
        {
            await File.WriteAllTextAsync(beside, token + "\n", ct);
            PrivateFiles.Restrict(beside);
            File.Move(beside, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MailServerException(
                ServerTrouble.Login,
                $"RefreshTokenFile: the new token can't be kept in {file}: {e.Message} The worker must be able to write there.",
                e
            );
        }
    }

    /// <summary>Reads the secrets when a token is first asked for, so that a missing file is trouble of one mailbox only.</summary>
    private sealed class LateTokens(Func<CancellationToken, ValueTask<ITokenSource>> make) : ITokenSource
    {
        private ITokenSource? made;

        public IReadOnlyList<Expiry> Expiries => made?.Expiries ?? [];

        public async ValueTask<string> Get(bool anew, CancellationToken ct)
        {
            try
            {
                made ??= await make(ct);
                return await made.Get(anew, ct);
            }
            catch (MailServerException e) when (e.Trouble == ServerTrouble.Login)
            {
                // Somebody will put the secret right; it is read again then.
                made = null;
                throw;
            }
        }
    }
}
