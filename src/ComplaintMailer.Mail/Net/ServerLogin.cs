using ComplaintMailer.Mail.Net.Tokens;

namespace ComplaintMailer.Mail.Net;

/// <summary>Who logs in, and with what.</summary>
public abstract record ServerLogin(string User)
{
    /// <summary>The password is asked for at each login, so that a file that holds a new one is noticed without a restart.</summary>
    public sealed record Password(string User, Func<CancellationToken, ValueTask<string>> Get) : ServerLogin(User)
    {
        public Password(string user, string password)
            : this(user, _ => new ValueTask<string>(password)) { }

        public override string ToString() => $"{User} with a password";
    }

    public sealed record OAuth2(string User, ITokenSource Tokens) : ServerLogin(User)
    {
        public override string ToString() => $"{User} with OAuth 2";
    }
}
