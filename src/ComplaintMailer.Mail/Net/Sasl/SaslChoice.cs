namespace ComplaintMailer.Mail.Net.Sasl;

/// <summary>Chooses how to log in from what the server offers, the safest first.</summary>
internal static class SaslChoice
{
    /// <param name="anew">True when a token from memory was refused already.</param>
    public static async Task<IReadOnlyList<SaslMechanism>> From(
        IReadOnlySet<string> offered,
        ServerLogin login,
        ServerOptions server,
        bool anew,
        CancellationToken ct
    )
    {
        switch (login)
        {
            case ServerLogin.Password password:
                var secret = await password.Get(ct);
                SaslMechanism[] all =
                [
                    new ScramMechanism(login.User, secret),
                    new PlainMechanism(login.User, secret),
                    new LoginMechanism(login.User, secret),
                ];
                return [.. all.Where(m => offered.Contains(m.Name))];
            case ServerLogin.OAuth2 oauth:
                if (!offered.Contains("OAUTHBEARER") && !offered.Contains("XOAUTH2"))
                    return [];
                var token = await oauth.Tokens.Get(anew, ct);
                // Google and Microsoft are known to work with XOAUTH2; the standard is for everybody else.
                return [new BearerMechanism(!offered.Contains("XOAUTH2"), login.User, token, server)];
            default:
                throw new ArgumentOutOfRangeException(nameof(login));
        }
    }
}
