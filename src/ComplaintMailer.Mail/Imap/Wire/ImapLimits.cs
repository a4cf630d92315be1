namespace ComplaintMailer.Mail.Imap.Wire;

/// <summary>What we take from an IMAP server at most; a server that wants more is broken or hostile.</summary>
internal static class ImapLimits
{
    /// <summary>Without literals. A mailbox of a million mails answers a search with seven megabytes.</summary>
    public const int LineBytesMax = 8 << 20;

    /// <summary>Lists in lists; nothing we ask for nests deeper than four.</summary>
    public const int DepthMax = 50;

    /// <summary>Literals in one answer; what we ask for has one or two.</summary>
    public const int LiteralsMax = 1000;

    /// <summary>Answers to one command: a bit more than the largest batch and much unasked news.</summary>
    public const int AnswersMax = 200_000;

    /// <summary>Mails that one mailbox may hold: far more than a complaints desk sees in a lifetime.</summary>
    public const int MailsMax = 5_000_000;
}
