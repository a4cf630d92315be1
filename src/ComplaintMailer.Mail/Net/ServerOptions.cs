using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace ComplaintMailer.Mail.Net;

public enum ServerSecurity
{
    /// <summary>TLS from the first byte: ports 993 and 465.</summary>
    Tls,

    /// <summary>Plain at first, then TLS before anything is said: ports 143 and 587. Never falls back on plain.</summary>
    StartTls,

    /// <summary>No TLS. Nobody logs in this way, except to a server on this very machine.</summary>
    None,
}

/// <summary>Where a server is and how long it may take.</summary>
public sealed record ServerOptions(string Host, int Port, ServerSecurity Security)
{
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest silence that is borne, and the longest one line may take to come in.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Issuers to trust in place of the system's, for a server with a certificate of the house.</summary>
    public X509Certificate2Collection? TrustedIssuers { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public string Name => $"{Host}:{Port}";

    public bool IsLoopback => Host == "localhost" || (IPAddress.TryParse(Host, out var ip) && IPAddress.IsLoopback(ip));
}
