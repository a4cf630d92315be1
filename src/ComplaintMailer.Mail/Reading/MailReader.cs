using ComplaintMailer.Mail.Mime;
using ComplaintMailer.Mail.Reading.Bounces;
using ComplaintMailer.Mail.Reading.Html;
using ComplaintMailer.Mail.Reading.Kinds;
using ComplaintMailer.Mail.Reading.Quotes;

namespace ComplaintMailer.Mail.Reading;

/// <summary>Reads a mail: headers, body, the person's own words, what kind of mail it is. Never throws.</summary>
public sealed class MailReader(MailLimits? limits = null) : IMailReader
{
    /// <summary>Pages larger than this are not read a second time only to find a quote.</summary>
    private const int PageMax = 2_000_000;

    /// <summary>Fields a mail has but one of.</summary>
    private static readonly string[] Single = ["From", "Subject"];

    /// <summary>Beside To and Cc.</summary>
    private static readonly string[] Receivers = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"];

    private readonly MailLimits limits = limits ?? MailLimits.Default;

    public ReadMail Read(ReadOnlyMemory<byte> raw)
    {
        var defects = new List<string>();
        try
        {
            return Understand(MimeParser.Parse(raw, limits, defects), defects);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A fault of ours must not lose a complaint: what there is goes to a person as plain text.
            defects.Add($"could not be read: {e.GetType().Name}");
            return new ReadMail
            {
                Kind = MailKind.Person,
                Why = "unreadable",
                Text = Charsets.Decode(raw.Span[..Math.Min(raw.Length, limits.TextChars)], null),
                Defects = defects,
            };
        }
    }

    private ReadMail Understand(MimeEntity root, List<string> defects)
    {
        var body = BodyFinder.Find(root, limits, defects);
        var from = root.FirstAddress("From");
        if (from is null)
            defects.Add("no sender");
        var subject = (root.Decoded("Subject") ?? "").Trim();
        var inReplyTo = root.Id("In-Reply-To");
        var references = root.Ids("References");
        var isForward = Forward.IsSubject(subject);
        var context = new ReplyContext(
            !isForward && (inReplyTo is not null || references.Count > 0 || Forward.IsReplySubject(subject)),
            isForward
        );
        var text = body.Text.ToString();
        var cut = CutBody(body, text, context);
        var bounce = BounceReader.Read(root, from, text, subject);
        var formLines = FormLines(body);
        var found = KindFinder.Find(new(root, from, subject, text, cut.Reply, bounce, formLines.Count));
        var kind = found.Kind;
        var forwarded = Forwarded(root, cut, isForward, kind);
        // A mail that is nothing but an attached mail says what that mail says.
        var words = text.Length == 0 && forwarded is not null ? forwarded.Text : text;
        var isAbsence = kind == MailKind.Automatic && AbsenceNote.Is(root, subject, cut.Reply);
        var to = root.Addresses("To");
        var cc = root.Addresses("Cc");
        var date = root.Date("Date");
        if (date is null && root.Unfolded("Date") is { Length: > 0 } odd)
            defects.Add($"the date cannot be read: {(odd.Length > 40 ? odd[..40] : odd)}");
        foreach (var name in Single)
        {
            if (root.Count(name) > 1)
                defects.Add($"more than one {name}: the first counts");
        }
        return new ReadMail
        {
            Kind = kind,
            Why = found.Why,
            MayBePerson = found.MayBePerson,
            IsAbsenceNote = isAbsence,
            AbsentUntil = isAbsence ? AbsenceNote.Until(cut.Reply, date) : null,
            MessageId = root.Id("Message-ID"),
            InReplyTo = inReplyTo,
            References = references,
            Date = date,
            Received = root.ReceivedDate(),
            From = from,
            Sender = root.FirstAddress("Sender"),
            ReturnPath = root.Unfolded("Return-Path")?.Trim().Trim('<', '>'),
            ReplyTo = root.Addresses("Reply-To"),
            To = to,
            Cc = cc,
            DeliveredTo = Delivered(root, to, cc),
            Subject = subject,
            Text = words,
            // What servers write is nobody's own words: it is shown whole.
            Reply = kind is MailKind.Bounce or MailKind.Receipt ? words : cut.Reply,
            Signature = cut.Signature,
            HasQuote = cut.Quote is not null,
            IsForward = isForward || cut.Quote?.IsForward == true || (forwarded is not null && text.Length == 0),
            Forwarded = forwarded,
            Attachments = body.Attachments,
            Bounce = bounce,
            Language = LanguageGuess.Of(cut.Reply.Length > 20 ? cut.Reply : subject + "\n" + words),
            IsMarkedSpam = SpamMarks.Any(root),
            Headers = new DecodedHeaders(root.Headers),
            FormLines = formLines,
            Defects = defects,
        };
    }

    /// <summary>Plain text without a trace of a quote may have a page next to it whose structure shows one.</summary>
    private CutMail CutBody(FoundBody body, string text, ReplyContext context)
    {
        var cut = ReplyCutter.Cut(body.Text, text, context);
        if (cut.Quote is not null || body.Page is not { } page || !(context.IsReply || context.IsForward))
            return cut;
        if (page.Body.Length > PageMax || !HtmlText.MayHoldQuote(page.DecodeBytes().Span))
            return cut;
        var html = page.DecodeText([]);
        if (html.Length > limits.TextChars)
            return cut;
        var shown = ReplyCutter.Cut(HtmlText.Read(html, []), text, context);
        return shown.Quote is null || shown.Reply.Length == 0 ? cut : shown;
    }

    /// <summary>Some forms lose their labels on the way to plain text; the page beside it has kept them.</summary>
    private IReadOnlyList<KeyValuePair<string, string>> FormLines(FoundBody body)
    {
        var lines = FormLineReader.Read(body.Text);
        if (lines.Count > 1 || body.Page is not { } page || page.Body.Length > PageMax)
            return lines;
        var bytes = page.DecodeBytes().Span;
        if (bytes.IndexOf("<td"u8) < 0 && bytes.IndexOf("<TD"u8) < 0)
            return lines;
        var html = page.DecodeText([]);
        if (html.Length > limits.TextChars)
            return lines;
        var fields = FormLineReader.Read(HtmlText.Read(html, []));
        return fields.Count > lines.Count ? fields : lines;
    }

    private ForwardedMail? Forwarded(MimeEntity root, CutMail cut, bool isSubject, MailKind kind)
    {
        if (kind is MailKind.Bounce or MailKind.Receipt)
            return null;
        return Forward.Inline(cut, isSubject) ?? Forward.Attached(root, limits);
    }

    private static List<string> Delivered(MimeEntity root, IReadOnlyList<MailAddress> to, IReadOnlyList<MailAddress> cc)
    {
        var found = new List<string>();
        Add(to);
        Add(cc);
        foreach (var header in Receivers)
            Add(root.Addresses(header));
        return found;

        void Add(IReadOnlyList<MailAddress> addresses)
        {
            for (var i = 0; i < addresses.Count; i++)
            {
                var lower = addresses[i].Address.ToLowerInvariant();
                if (!found.Contains(lower))
                    found.Add(lower);
            }
        }
    }
}
