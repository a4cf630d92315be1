using System.Text;

namespace ComplaintMailer.Mail.Net.Sasl;

/// <summary>One way to log in (RFC 4422): what is said first, and what to each challenge.</summary>
internal abstract class SaslMechanism(string name)
{
    public string Name { get; } = name;

    /// <summary>What may be said together with the name, or null when the server speaks first.</summary>
    public virtual byte[]? First => null;

    /// <summary>What the server said when it refused, where a mechanism has words for that.</summary>
    public virtual string? Refusal => null;

    /// <summary>True when a server that refuses before this point has no data for this mechanism, so that another may do.</summary>
    public virtual bool HasBegun => true;

    /// <exception cref="MailServerException">The server isn't who it should be, or talks nonsense.</exception>
    public abstract byte[] Answer(byte[] challenge);

    /// <summary>Called when the server says that all is well.</summary>
    /// <exception cref="MailServerException">It has not proven that it knows the password.</exception>
    public virtual void Accepted() { }

    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}

/// <summary>RFC 4616.</summary>
internal sealed class PlainMechanism(string user, string password) : SaslMechanism("PLAIN")
{
    public override byte[] First => Bytes($"\0{user}\0{password}");

    public override byte[] Answer(byte[] challenge) => First;
}

/// <summary>Never standardised, still the only one some servers have: the server asks for a name, then for a password.</summary>
internal sealed class LoginMechanism(string user, string password) : SaslMechanism("LOGIN")
{
    private int step;

    public override byte[] Answer(byte[] challenge) => Bytes(step++ == 0 ? user : password);
}

/// <summary>RFC 7628, and the form of it that Google and Microsoft had before.</summary>
internal sealed class BearerMechanism : SaslMechanism
{
    private readonly byte[] first;
    private string? refusal;

    public BearerMechanism(bool standard, string user, string token, ServerOptions server)
        : base(standard ? "OAUTHBEARER" : "XOAUTH2") =>
        first = Bytes(
            standard
                ? $"n,a={user.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal)},"
                    + $"\u0001host={server.Host}\u0001port={server.Port}\u0001auth=Bearer {token}\u0001\u0001"
                : $"user={user}\u0001auth=Bearer {token}\u0001\u0001"
        );

    public override byte[] First => first;
    public override string? Refusal => refusal;

    /// <summary>A challenge is the server's reason for saying no; it must be answered before it says so.</summary>
    public override byte[] Answer(byte[] challenge)
    {
        refusal = Encoding.UTF8.GetString(challenge);
        return Name == "OAUTHBEARER" ? [1] : [];
    }
}
