using System.Text;
using ComplaintMailer.Mail.Mime;

namespace ComplaintMailer.Mail.Reading.Bounces;

/// <summary>Delivery reports: RFC 3464, and what servers write that never read it.</summary>
internal static class BounceReader
{
    private static readonly Phrases Servers = new(
        "mailer-daemon",
        "mailerdaemon",
        "mailer_daemon",
        "mail-daemon",
        "maildaemon",
        "mdaemon",
        "postmaster",
        "microsoftexchange",
        "postfix",
        "mmdf",
        "bounce-handler",
        "mailsystem"
    );

    private static readonly Phrases ServerNames = new(
        "mail delivery system",
        "mail delivery subsystem",
        "mail delivery service",
        "mail administrator",
        "system administrator",
        "systeembeheerder",
        "systeembeheer",
        "mailer-daemon",
        "internet mail delivery",
        "microsoft outlook",
        "postmaster"
    );

    /// <summary>Null when the mail is no report about a delivery.</summary>
    public static BounceReport? Read(MimeEntity root, MailAddress? from, string text, string subject)
    {
        var parts = root.Children.Count == 0 ? [root] : Parts(root);
        var isReport = root.Type == "multipart/report";
        var isServer = IsServer(root, from);
        var isNull = IsNullSender(root);
        var status = parts.Find(p => p.Type is "message/delivery-status" or "message/global-delivery-status");
        // People pass on reports too, to ask what they mean: then it is they who write.
        if (status is not null && !(isReport || isServer || isNull || root.Has("Auto-Submitted")))
            return null;
        status ??= Rejection(root, parts, text);
        if (status is not null)
        {
            var recipients = WithReasons(DeliveryStatus.Read(status), root, text, subject);
            if (recipients.Count == 0 && root.Unfolded("X-Failed-Recipients") is { } named)
                recipients = Failed(root, named, text, subject);
            return new(recipients, Original(root, parts, text) ?? DeliveryStatus.OriginalId(status));
        }
        if (root.Unfolded("X-Failed-Recipients") is { } failed)
            return new(Failed(root, failed, text, subject), Original(root, parts, text));
        var isStatus = isReport && root.ContentType["report-type"] is null or "delivery-status";
        // Whoever else speaks of mail that did not arrive, complains.
        if (!isServer && !isNull && !isStatus)
            return null;
        var says = BounceWords.IsSubject(subject);
        var tells = BounceWords.IsFailure(text);
        var isBounce = ((isServer || isStatus) && (says || tells)) || (isNull && says && tells);
        return isBounce ? new(InWords(root, text, subject), Original(root, parts, text)) : null;
    }

    /// <summary>From a mail server by its address or, where that is some person's, by its name.</summary>
    public static bool IsServer(MimeEntity root, MailAddress? from)
    {
        if (from is null)
            return IsNullSender(root);
        return Servers.Begin(from.Address)
            || (
                from.Name is { } name
                && ServerNames.Begin(name)
                && (IsNullSender(root) || name.StartsWith("mail", StringComparison.OrdinalIgnoreCase))
            );
    }

    public static bool IsNullSender(MimeEntity root) => root.Unfolded("Return-Path")?.Trim() is "<>" or "< >";

    /// <summary>A script at the receiver refused the mail (RFC 5429): Dovecot and Cyrus say so in the form of a receipt.</summary>
    private static MimeEntity? Rejection(MimeEntity root, List<MimeEntity> parts, string text)
    {
        var receipt = parts.Find(p => p.Type == "message/disposition-notification");
        if (receipt is null || root.Type != "multipart/report")
            return null;
        var isDeleted = Encoding
            .UTF8.GetString(receipt.DecodeBytes().Span)
            .Contains("deleted", StringComparison.OrdinalIgnoreCase);
        return isDeleted && text.Contains("reject", StringComparison.OrdinalIgnoreCase) ? receipt : null;
    }

    /// <summary>What the part for machines leaves out may stand in the words.</summary>
    private static List<BouncedRecipient> WithReasons(
        List<BouncedRecipient> recipients,
        MimeEntity root,
        string text,
        string subject
    )
    {
        if (recipients.Count > 0 && !recipients.Exists(r => r.Status is null && r.Diagnostic is null))
            return recipients;
        var told = InWords(root, text, subject);
        if (recipients.Count == 0)
            return told;
        for (var i = 0; i < recipients.Count; i++)
        {
            var (address, action, status, diagnostic) = recipients[i];
            var known = told.Find(t => t.Address.Equals(address, StringComparison.OrdinalIgnoreCase));
            if (status is null && diagnostic is null && known is not null)
                recipients[i] = new(address, action, known.Status, known.Diagnostic);
        }
        return recipients;
    }

    private static List<BouncedRecipient> Failed(MimeEntity root, string header, string text, string subject)
    {
        var told = InWords(root, text, subject);
        var found = new List<BouncedRecipient>();
        foreach (var address in AddressList.Read(header).Select(a => a.Address))
        {
            var known = told.Find(t => t.Address.Equals(address, StringComparison.OrdinalIgnoreCase));
            found.Add(known ?? new(address, "failed", StatusCode.In(text) ?? StatusCode.Deduced(text), null));
        }
        return found.Count > 0 ? found : told;
    }

    private static List<BouncedRecipient> InWords(MimeEntity root, string text, string subject)
    {
        // The report goes to the sender of the letter: that address is named in it, and never the one that failed.
        var ours = new HashSet<string>(
            root.Addresses("To")
                .Concat(root.Addresses("Delivered-To"))
                .Concat(root.Addresses("X-Original-To"))
                .Select(a => a.Address),
            StringComparer.OrdinalIgnoreCase
        );
        return BounceWords.Recipients(text, subject, ours);
    }

    private static string? Original(MimeEntity root, List<MimeEntity> parts, string text)
    {
        foreach (var part in parts)
        {
            if (part.IsMessage && part.Children.Count > 0)
            {
                if (part.Children[0].Id("Message-ID") is { } id)
                    return id;
            }
            else if (part.Type is "text/rfc822-headers" or "message/global-headers" or "text/rfc822-header")
            {
                if (InLines(Encoding.UTF8.GetString(part.DecodeBytes().Span)) is { } id)
                    return id;
            }
        }
        return InLines(text) ?? root.Id("In-Reply-To") ?? root.Ids("References").LastOrDefault();
    }

    /// <summary>A copy of the letter's header within the text; the id may stand on the line below its name.</summary>
    private static string? InLines(string text)
    {
        var isNext = false;
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.TrimStart('>', ' ', '\t').TrimEnd();
            if (isNext)
                return MessageIds.Read(trimmed).FirstOrDefault();
            if (!trimmed.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))
                continue;
            if (MessageIds.Read(trimmed.AsSpan(11)).FirstOrDefault() is { } id)
                return id;
            isNext = true;
        }
        return null;
    }

    /// <summary>The parts of this mail itself, not those of mails within it.</summary>
    private static List<MimeEntity> Parts(MimeEntity root)
    {
        var parts = new List<MimeEntity>();
        var open = new Stack<MimeEntity>();
        open.Push(root);
        while (open.TryPop(out var part))
        {
            parts.Add(part);
            if (part.IsMessage && part != root)
                continue;
            for (var i = part.Children.Count - 1; i >= 0; i--)
                open.Push(part.Children[i]);
        }
        return parts;
    }
}
