using ComplaintMailer.Mail.Net;

namespace ComplaintMailer.Mail.Imap;

/// <summary>Which mailbox, and what its folders are called. Names are as people write them, with / between levels.</summary>
public sealed record ImapMailboxOptions(ServerOptions Server, ServerLogin Login)
{
    /// <summary>For <see cref="Sent"/>: whichever folder the server or custom says it is.</summary>
    public const string SentByCustom = "auto";

    public string Folder { get; init; } = "INBOX";
    public string Processed { get; init; } = "Processed";
    public string Quarantine { get; init; } = "Quarantine";

    /// <summary>Where copies of sent letters go, or null where none are kept (Gmail and Microsoft 365 keep them by themselves).</summary>
    public string? Sent { get; init; }

    /// <summary>Whether to let the server tell of new mail. Without it, or where the server can't, time passes.</summary>
    public bool Idle { get; init; } = true;

    /// <summary>Where the server can't tell of new mail, somebody looks after such a time.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A larger mail is not taken into memory; a person must look at it.</summary>
    public long MailBytesMax { get; init; } = 200L << 20;

    /// <summary>So much is fetched ahead at most, twice over.</summary>
    public long BatchBytes { get; init; } = 4L << 20;

    public int BatchMails { get; init; } = 100;
}
