using ComplaintMailer.Mail.Mime;
using ComplaintMailer.Mail.Reading.Quotes;

namespace ComplaintMailer.Mail.Reading;

/// <summary>Whether a mail passes on another's, and whose: in its own text, or as an attached mail.</summary>
internal static class Forward
{
    private const int MostLevels = 5;

    private static readonly Phrases Prefixes = new(
        "fw:",
        "fwd:",
        "wg:",
        "doorst:",
        "doorgestuurd:",
        "doorsturen:",
        "tr:",
        "dr:",
        "vl:",
        "[fwd",
        "i:"
    );

    private static readonly Phrases ReplyPrefixes = new(
        "re:",
        "re :",
        "aw:",
        "antw:",
        "antw.:",
        "antwoord:",
        "betr:",
        "betr.:",
        "ref:",
        "rép:",
        "sv:"
    );

    /// <summary>By the last prefix that was put in front: “Re: FW: …” is an answer.</summary>
    public static bool IsSubject(string subject) => Begins(subject, Prefixes);

    public static bool IsReplySubject(string subject) => Begins(subject, ReplyPrefixes);

    public static ForwardedMail? Inline(CutMail cut, bool isSubject)
    {
        ForwardedMail? found = null;
        // The reception passes on to the secretary, who passes on to us: it is about who wrote first.
        for (var level = 0; level < MostLevels; level++)
        {
            if (cut.Quote is not { } quote || !(quote.IsForward || isSubject))
                break;
            if (found is not null && quote.Header?.From is null)
                break;
            var rest = new ReadableText();
            for (var i = quote.Content; i < cut.Lines.Count; i++)
                rest.Lines.Add(Unquoted(cut.Lines[i]));
            var words = rest.Tidied().ToString();
            found = new(quote.Header?.From, quote.Header?.Sent, quote.Header?.Subject, words);
            isSubject = IsSubject(found.Subject ?? "");
            cut = ReplyCutter.Cut(rest, words, new ReplyContext(false, isSubject));
        }
        return found;
    }

    public static ForwardedMail? Attached(MimeEntity root, MailLimits limits)
    {
        if (root.Children.Count == 0)
            return null;
        var message = Messages(root).Take(2).ToList();
        // Of several attached mails none is “the” mail.
        if (message is not [{ Children: [var inner] }])
            return null;
        var body = BodyFinder.Find(inner, limits, []);
        var words = body.Text.ToString();
        var subject = inner.Decoded("Subject");
        var isForward = IsSubject(subject ?? "");
        var cut = ReplyCutter.Cut(body.Text, words, new ReplyContext(false, isForward));
        return Inline(cut, isForward) is { From: not null } first
            ? first
            : new(inner.FirstAddress("From"), inner.Date("Date"), subject, words);
    }

    private static IEnumerable<MimeEntity> Messages(MimeEntity root)
    {
        var open = new Stack<MimeEntity>();
        open.Push(root);
        while (open.TryPop(out var part))
        {
            if (part.IsMessage)
            {
                yield return part;
                continue;
            }
            for (var i = part.Children.Count - 1; i >= 0; i--)
                open.Push(part.Children[i]);
        }
    }

    private static TextLine Unquoted(TextLine line)
    {
        if (!line.IsQuoted)
            return line;
        var words = line.Words[1..];
        return new(words.StartsWith(' ') ? words[1..] : words);
    }

    private static bool Begins(string subject, Phrases prefixes)
    {
        var trimmed = subject.AsSpan().TrimStart();
        // “[EXTERN] FW: …”: gatekeepers put their mark first.
        while (trimmed.StartsWith("[") && trimmed.IndexOf(']') is > 0 and < 30 and var close)
            trimmed = trimmed[(close + 1)..].TrimStart();
        return prefixes.Begin(trimmed);
    }
}
