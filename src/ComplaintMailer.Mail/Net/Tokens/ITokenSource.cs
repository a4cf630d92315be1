namespace ComplaintMailer.Mail.Net.Tokens;

/// <summary>Where access tokens for a mailbox come from.</summary>
public interface ITokenSource : IExpires
{
    /// <summary>A token that is good for some minutes at least.</summary>
    /// <param name="anew">True after a server refused the last one: an answer from memory won't do.</param>
    /// <exception cref="MailServerException">No token is given; the message says what a person must do.</exception>
    ValueTask<string> Get(bool anew, CancellationToken ct);
}
