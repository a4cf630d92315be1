namespace ComplaintMailer.Mail.Smtp;

/// <summary>
/// A no to who sends, said when a recipient or the mail itself was offered. Postfix waits so long by itself
/// (smtpd_delay_reject), Exchange looks at the sender when it has the whole mail.
/// </summary>
internal static class SenderRefusal
{
    /// <summary>
    /// RFC 3463: the sender's mailbox or system is bad. Exchange: no permission to send as this sender, no connector for us, sending
    /// blocked.
    /// </summary>
    private static readonly HashSet<string> Statuses = new(StringComparer.Ordinal)
    {
        "5.1.7",
        "5.1.8",
        "5.2.252",
        "5.7.60",
        "5.7.64",
        "5.7.501",
        "5.7.708",
    };

    /// <summary>“Not authenticated” and “relaying denied” say 5.7.1, as does much that is about the recipient: the words tell.</summary>
    private static readonly string[] Sayings =
    [
        "sender address rejected",
        "sender rejected",
        "not owned by user",
        "not owned by authenticated user",
        "not allowed to send as",
        "send as this sender",
        "sendasdenied",
        "relay access denied",
        "relaying denied",
        "relay not permitted",
        "unable to relay",
    ];

    public static bool Is(SmtpReply reply) =>
        (reply.Status is { } status && Statuses.Contains(status))
        || Sayings.Any(s => reply.Words.Contains(s, StringComparison.OrdinalIgnoreCase));
}
