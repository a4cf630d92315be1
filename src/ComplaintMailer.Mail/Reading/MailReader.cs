using ComplaintMailer.Mail.Mime;

namespace ComplaintMailer.Mail.Reading;

/// <summary>Reads a mail: headers, body, the person's own words, what kind of mail it is. Never throws.</summary>
public sealed class MailReader(MailLimits? limits = null) : IMailReader
{
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
        var from = AddressList.Read(root.Unfolded("From")).FirstOrDefault();
        if (from is null)
            defects.Add("no sender");
        var subject = root.Decoded("Subject") ?? "";
        var cut = ReplyCutter.Cut(body.Text);
        var bounce = BounceReader.Read(root, body.Text, subject);
        var (kind, why) = KindFinder.Find(root, from, subject, body.Text, bounce);
        var isAbsence = kind == MailKind.Automatic && AbsenceNote.Is(root, subject, body.Text);
        var date = MailDates.Read(root.Unfolded("Date"));
        return new ReadMail
        {
            Kind = kind,
            Why = why,
            IsAbsenceNote = isAbsence,
            AbsentUntil = isAbsence ? AbsenceNote.Until(body.Text, date) : null,
            MessageId = MessageIds.Read(root.Unfolded("Message-ID")).FirstOrDefault(),
            InReplyTo = MessageIds.Read(root.Unfolded("In-Reply-To")).FirstOrDefault(),
            References = MessageIds.Read(root.Unfolded("References")),
            Date = date,
            Received = root.ReceivedDate(),
            From = from,
            Sender = AddressList.Read(root.Unfolded("Sender")).FirstOrDefault(),
            ReturnPath = root.Unfolded("Return-Path")?.Trim().Trim('<', '>'),
            ReplyTo = AddressList.Read(root.Unfolded("Reply-To")),
            To = [.. root.All("To").SelectMany(AddressList.Read)],
            Cc = [.. root.All("Cc").SelectMany(AddressList.Read)],
            DeliveredTo = Delivered(root),
            Subject = subject,
            Text = body.Text,
            Reply = cut.Reply,
            HasQuote = cut.HasQuote,
            IsForward = Forward.Is(subject, body.Text),
            ForwardedFrom = Forward.From(subject, body.Text),
            Attachments = body.Attachments,
            Bounce = bounce,
            Language = LanguageGuess.Of(cut.Reply.Length > 20 ? cut.Reply : subject + " " + body.Text),
            IsMarkedSpam =
                root.Unfolded("X-Spam-Flag")?.Trim().StartsWith("yes", StringComparison.OrdinalIgnoreCase) == true,
            Headers = [.. root.Headers.Select(h => KeyValuePair.Create(h.Name, h.Decoded()))],
            FormLines = FormLineReader.Read(body.Text),
            Defects = defects,
        };
    }

    private static List<string> Delivered(MimeEntity root)
    {
        var found = new List<string>();
        foreach (var header in new[] { "To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To" })
        {
            foreach (var address in root.All(header).SelectMany(AddressList.Read))
            {
                var lower = address.Address.ToLowerInvariant();
                if (!found.Contains(lower))
                    found.Add(lower);
            }
        }
        return found;
    }
}
