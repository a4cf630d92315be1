using ComplaintMailer.Mail.Net;

namespace ComplaintMailer.Mail.Smtp;

/// <summary>Which server takes our mail, and how.</summary>
public sealed record SmtpSenderOptions(ServerOptions Server, ServerLogin? Login)
{
    public static readonly TimeSpan UsualAcceptTimeout = TimeSpan.FromMinutes(10);

    /// <summary>The name to greet with; without one, this machine's own or else its address.</summary>
    public string? HelloName { get; init; }

    /// <summary>So many connections at most, when there is much to send.</summary>
    public int ConnectionsMost { get; init; } = 4;

    /// <summary>Servers bound how many mails one connection may bring.</summary>
    public int MailsPerConnection { get; init; } = 100;

    /// <summary>After such a pause a connection is taken to be gone, and a new one is made.</summary>
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a server may take over a whole mail that it has; the standard says ten minutes (RFC 5321 §4.5.3.2.6).</summary>
    public TimeSpan AcceptTimeout { get; init; } = UsualAcceptTimeout;
}
