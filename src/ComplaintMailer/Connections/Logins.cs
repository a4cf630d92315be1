using ComplaintMailer.Configuration;
using ComplaintMailer.Mail.Net;

namespace ComplaintMailer.Connections;

/// <summary>Who logs in to a mail server, and with what.</summary>
internal static class Logins
{
    public static ServerLogin Of(string user, string auth, string? passwordFile, OAuth2Settings? oauth) =>
        auth.Equals("OAuth2", StringComparison.OrdinalIgnoreCase)
            ? new ServerLogin.OAuth2(user, TokenSources.For(oauth!))
            : new ServerLogin.Password(user, ct => Secret(passwordFile!, "PasswordFile", ct));

    /// <summary>Read anew each time: a changed password works without a restart.</summary>
    public static async ValueTask<string> Secret(string file, string key, CancellationToken ct)
    {
        try
        {
            var secret = (await File.ReadAllTextAsync(file, ct)).TrimEnd('\r', '\n');
            return secret.Length > 0
                ? secret
                : throw new MailServerException(ServerTrouble.Login, $"{key}: {file} is empty.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MailServerException(ServerTrouble.Login, $"{key}: {file} can't be read: {e.Message}", e);
        }
    }
}
