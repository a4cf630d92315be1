using System.Globalization;

namespace ComplaintMailer.Mail.Writing;

/// <summary>
/// Writes mails that any server passes on unchanged: ASCII only, lines under 78 where they can be folded, CRLF. Boundaries
/// follow from the mail itself, so the same mail is the same bytes, today and after a crash, and nothing that somebody sent
/// us can hold one. Only an address that is not ASCII before its @ makes the header UTF-8, which asks for SMTPUTF8.
/// </summary>
public sealed class MailWriter : IMailWriter
{
    private static readonly string[] Days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    private static readonly string[] Months = [.. "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".Split(' ')];

    public byte[] Write(OutgoingMail mail)
    {
        using var to = Fill(mail);
        return to.ToArray();
    }

    public MailBytes Fill(OutgoingMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        // About what it comes to, with files in base64, so that it seldom has to be made larger.
        var files = mail.Related.Sum(p => p.Content.Length) + mail.Attachments.Sum(p => p.Content.Length);
        var texts = mail.Text.Length + (mail.Page?.Length ?? mail.Html?.Length ?? 0);
        var to = new MailBytes((int)Math.Min(4096 + (texts * 4L / 3) + (files * 3L / 2), 1 << 26));
        try
        {
            Fill(to, mail);
            return to;
        }
        catch
        {
            to.Dispose();
            throw;
        }
    }

    private static void Fill(MailBytes to, OutgoingMail mail)
    {
        Addresses(to, "From", [mail.From]);
        Addresses(to, "To", mail.To);
        Addresses(to, "Cc", mail.Cc);
        if (mail.ReplyTo is { } replyTo)
            Addresses(to, "Reply-To", [replyTo]);
        Field(to, "Subject", HeaderText.Unstructured(mail.Subject, "Subject: ".Length));
        Field(to, "Date", Date(mail.Date));
        Ids(to, "Message-ID", [mail.MessageId]);
        if (mail.InReplyTo is { } inReplyTo)
            Ids(to, "In-Reply-To", [inReplyTo]);
        Ids(to, "References", mail.References);
        foreach (var (name, value) in mail.Headers)
            Further(to, HeaderText.Name(name), value);
        if (mail.Language is { } language)
            Field(to, "Content-Language", HeaderText.Structured(language));
        Field(to, "MIME-Version", "1.0");
        Tree(mail).Write(to, new BoundaryMaker(mail));
    }

    private static Part Tree(OutgoingMail mail)
    {
        var tree = Part.Text("plain", mail.Text.AsMemory());
        var html = mail.Page ?? mail.Html?.AsMemory();
        var loose = html is null ? mail.Related : [];
        if (html is { } page)
        {
            var rich = Part.Text("html", page);
            if (mail.Related.Count > 0)
                rich = Part.Multi(
                    "related",
                    [rich, .. mail.Related.Select(p => Part.File(p, isInline: true))],
                    "type=\"text/html\""
                );
            tree = Part.Multi("alternative", [tree, rich]);
        }
        if (mail.Attachments.Count + loose.Count == 0)
            return tree;
        return Part.Multi(
            "mixed",
            [tree, .. loose.Concat(mail.Attachments).Select(p => Part.File(p, isInline: false))]
        );
    }

    private static void Addresses(MailBytes to, string name, IReadOnlyList<MailAddress> addresses)
    {
        if (addresses.Count > 0)
            Field(to, name, AddressText.List(addresses, name.Length + 2), hasQuotes: true);
    }

    private static void Ids(MailBytes to, string name, IReadOnlyList<string> ids)
    {
        var value = HeaderText.MessageIds(ids);
        if (value.Length > 0)
            Field(to, name, value);
    }

    private static void Further(MailBytes to, string name, string value)
    {
        // The fields of RFC 2369 and 2919 hold addresses of pages and mailboxes in a grammar of their own.
        var isStructured = name.StartsWith("List-", StringComparison.OrdinalIgnoreCase);
        Field(to, name, isStructured ? HeaderText.Structured(value) : HeaderText.Unstructured(value, name.Length + 2));
    }

    internal static void Field(MailBytes to, string name, string value, bool hasQuotes = false)
    {
        if (name.Length + 2 + value.Length > Folding.LineLength)
        {
            to.Line(Folding.Fold(name, value, hasQuotes));
            return;
        }
        to.Write(name);
        to.Write(": "u8);
        to.Line(value);
    }

    private static string Date(DateTimeOffset date)
    {
        var sign = date.Offset < TimeSpan.Zero ? '-' : '+';
        var offset = date.Offset.Duration();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Days[(int)date.DayOfWeek]}, {date.Day} {Months[date.Month - 1]} {date.Year:0000} {date.Hour:00}:{date.Minute:00}:{date.Second:00} {sign}{offset.Hours:00}{offset.Minutes:00}"
        );
    }
}
