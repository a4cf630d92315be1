using ComplaintMailer.Mail.Mailboxes;

namespace ComplaintMailer.Mail.Net;

/// <summary>What went wrong between us and a server.</summary>
public enum ServerTrouble
{
    /// <summary>No connection could be made.</summary>
    Unreachable,

    /// <summary>The connection ended while it was in use, or the server said goodbye.</summary>
    Lost,

    /// <summary>The server took too long.</summary>
    TooSlow,

    /// <summary>The server said something that the protocol has no place for, or more than we take.</summary>
    Nonsense,

    /// <summary>The certificate is not one to trust.</summary>
    Certificate,

    /// <summary>User, password or token were refused, or there is no safe way to log in.</summary>
    Login,

    /// <summary>The server understood, and said no. The connection is as good as before.</summary>
    Refused,
}

/// <summary>A server is away, refuses or talks nonsense; the message says which server and what about it.</summary>
public sealed class MailServerException : MailboxException
{
    public MailServerException() { }

    public MailServerException(string message)
        : base(message) { }

    public MailServerException(string message, Exception inner)
        : base(message, inner) { }

    public MailServerException(ServerTrouble trouble, string message, Exception? inner = null)
        : base(message, inner!) => Trouble = trouble;

    public ServerTrouble Trouble { get; }

    /// <summary>IMAP's response code (TRYCREATE, OVERQUOTA) or SMTP's enhanced status code, where the server gave one.</summary>
    public string? Code { get; init; }
}
