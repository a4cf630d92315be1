using ComplaintMailer.Mail.Mime;
using ComplaintMailer.Mail.Reading.Bounces;

namespace ComplaintMailer.Mail.Reading.Kinds;

/// <param name="MayBePerson">A machine's marks, but perhaps a person's words: somebody must look.</param>
internal sealed record FoundKind(MailKind Kind, string Why, bool MayBePerson = false);

/// <summary>What is needed to judge a mail's kind.</summary>
internal sealed record KindEvidence(
    MimeEntity Root,
    MailAddress? From,
    string Subject,
    string Text,
    string Reply,
    BounceReport? Bounce,
    int FormLines
);

/// <summary>
/// Person or machine, and why. A machine is never answered; but a person whose mail came through a list, a form or a guarded
/// server must not be taken for one.
/// </summary>
internal static class KindFinder
{
    private const string Nothing = "nothing says a machine wrote it";

    public static FoundKind Find(KindEvidence mail) =>
        Report(mail)
        ?? OwnLetter(mail)
        ?? Answerer(mail)
        ?? Bulk(mail)
        ?? Sender(mail)
        ?? Words(mail)
        ?? Invitation(mail)
        ?? new(MailKind.Person, Nothing);

    /// <summary>Delivery reports, receipts, and reports about abuse.</summary>
    private static FoundKind? Report(KindEvidence mail)
    {
        var type = mail.Root.Type;
        var report = mail.Root.ContentType["report-type"]?.ToLowerInvariant();
        if (mail.Bounce is { } bounce)
        {
            var why =
                type == "multipart/report" ? $"multipart/report; report-type={report ?? "delivery-status"}"
                : mail.Root.Unfolded("X-Failed-Recipients") is { } failed ? $"X-Failed-Recipients: {Clip(failed)}"
                : "wording of a delivery report";
            var arrived =
                bounce.Recipients.Count > 0
                && bounce.Recipients.All(r => r.Action is "delivered" or "relayed" or "expanded");
            return new(arrived ? MailKind.Receipt : MailKind.Bounce, arrived ? $"{why}, delivered" : why);
        }
        if (type == "multipart/report" && report is "disposition-notification" or "feedback-report")
            return new(MailKind.Receipt, $"multipart/report; report-type={report}");
        for (var i = -1; i < mail.Root.Children.Count; i++)
        {
            var part = i < 0 ? mail.Root : mail.Root.Children[i];
            if (part.Type is "message/disposition-notification" or "message/feedback-report")
                return new(MailKind.Receipt, $"a part is {part.Type}");
        }
        return ReceiptWords.Find(mail.Subject, mail.Reply) is { } words
            ? new(MailKind.Receipt, $"says “{words}”")
            : null;
    }

    private static FoundKind? OwnLetter(KindEvidence mail) =>
        mail.Root.Has("X-ComplaintMailer-Case")
            ? new(MailKind.Automatic, "X-ComplaintMailer-Case: one of our own letters")
            : null;

    /// <summary>Programs that answer by themselves, by the fields they put in.</summary>
    private static FoundKind? Answerer(KindEvidence mail)
    {
        if (AutomaticFields.AutoSubmitted(mail.Root) is { } submitted)
        {
            // A form on a web site is sent by a program and written by a person.
            var isGenerated = submitted.StartsWith("auto-generated", StringComparison.OrdinalIgnoreCase);
            return new(MailKind.Automatic, $"Auto-Submitted: {Clip(submitted)}", isGenerated && mail.FormLines >= 3);
        }
        if (AutomaticFields.Answerer(mail.Root) is { } field)
            return new(MailKind.Automatic, field);
        if (Absence.AbsenceSubject(mail.Subject) is { } words)
            return new(
                MailKind.Automatic,
                $"subject begins with “{words}”",
                HasWords(mail) && !Absence.IsText(mail.Reply)
            );
        if (Absence.IsWeakSubject(mail.Subject) && Absence.IsText(mail.Reply))
            return new(MailKind.Automatic, "subject and words of an out-of-office note", MayBePerson: true);
        return null;
    }

    /// <summary>Lists and bulk. What comes through a list that is our own address is meant for us.</summary>
    private static FoundKind? Bulk(KindEvidence mail)
    {
        var isNoReply = mail.From is { } from && NoReply.Is(from.Address);
        var unsubscribe = mail.Root.Has("List-Unsubscribe");
        var maybe = !isNoReply && HasWords(mail) && !AutomaticFields.IsCampaign(mail.Root);
        if (MailingList.Find(mail.Root) is { } list)
            return MailingList.IsOurAddress(mail.Root)
                ? isNoReply
                    ? new(MailKind.Automatic, list, MayBePerson: true)
                    : null
                : new(MailKind.Automatic, list, maybe);
        if (AutomaticFields.Precedence(mail.Root) is { } precedence)
            return new(MailKind.Automatic, $"Precedence: {precedence}", maybe && !unsubscribe || mail.FormLines >= 3);
        if (unsubscribe && (isNoReply || AutomaticFields.IsCampaign(mail.Root)))
            return new(
                MailKind.Automatic,
                isNoReply ? "List-Unsubscribe, from an address that takes no answer" : "List-Unsubscribe of a campaign",
                mail.FormLines >= 3
            );
        if (AutomaticFields.Suppress(mail.Root) is { } suppress)
            return new(MailKind.Automatic, $"X-Auto-Response-Suppress: {Clip(suppress)}", HasWords(mail));
        return null;
    }

    private static FoundKind? Sender(KindEvidence mail)
    {
        if (BounceReader.IsNullSender(mail.Root))
        {
            var isAnswer = mail.Root.Has("In-Reply-To") || mail.Root.Has("References");
            return new(MailKind.Automatic, "Return-Path: <>", !isAnswer && HasWords(mail));
        }
        if (mail.From is { } from && BounceReader.IsServer(mail.Root, from))
            return new(MailKind.Automatic, $"from {from.Address}");
        return null;
    }

    /// <summary>An answer without any mark that says of itself that nobody wrote it.</summary>
    private static FoundKind? Words(KindEvidence mail)
    {
        var words =
            Absence.AnswererWords(mail.Reply)
            ?? (mail.FormLines < 3 ? Absence.DeskWords(mail.Subject, mail.Reply) : null);
        return words is null ? null : new(MailKind.Automatic, $"says “{words}”", MayBePerson: true);
    }

    /// <summary>“Geaccepteerd: gesprek”, without a word of its own.</summary>
    private static FoundKind? Invitation(KindEvidence mail)
    {
        if (!mail.Reply.AsSpan().IsWhiteSpace())
            return null;
        foreach (var part in mail.Root.Children.SelectMany(c => c.Children.Prepend(c)).Prepend(mail.Root))
        {
            if (
                part.Type == "text/calendar"
                && string.Equals(part.ContentType["method"], "REPLY", StringComparison.OrdinalIgnoreCase)
            )
                return new(MailKind.Automatic, "an answer to an invitation");
        }
        return null;
    }

    private static bool HasWords(KindEvidence mail) => mail.Reply.AsSpan().Trim().Length >= 20;

    private static string Clip(string value) => value.Length > 80 ? value[..80] : value;
}
