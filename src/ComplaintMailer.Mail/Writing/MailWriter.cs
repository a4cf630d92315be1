using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ComplaintMailer.Mail.Writing;

/// <summary>
/// Writes mails that any server passes on unchanged: ASCII only, lines under 78 where they can be folded, CRLF. Boundaries
/// follow from the Message-ID, so the same mail is the same bytes, today and after a crash.
/// </summary>
public sealed class MailWriter : IMailWriter
{
    private static readonly string[] Days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    private static readonly string[] Months =
    [
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ];

    public byte[] Write(OutgoingMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var to = new MemoryStream();
        Field(to, "From", HeaderText.Addresses([mail.From]));
        if (mail.To.Count > 0)
            Field(to, "To", HeaderText.Addresses(mail.To));
        if (mail.Cc.Count > 0)
            Field(to, "Cc", HeaderText.Addresses(mail.Cc));
        if (mail.ReplyTo is { } replyTo)
            Field(to, "Reply-To", HeaderText.Addresses([replyTo]));
        Field(to, "Subject", HeaderText.Unstructured(mail.Subject));
        Field(to, "Date", Date(mail.Date));
        Field(to, "Message-ID", HeaderText.MessageIds([mail.MessageId]));
        if (mail.InReplyTo is { } inReplyTo)
            Field(to, "In-Reply-To", HeaderText.MessageIds([inReplyTo]));
        if (mail.References.Count > 0)
            Field(to, "References", HeaderText.MessageIds(mail.References));
        foreach (var (name, value) in mail.Headers)
            Field(to, HeaderText.Name(name), HeaderText.Unstructured(value));
        if (mail.Language is { } language)
            Field(to, "Content-Language", HeaderText.Unstructured(language));
        Field(to, "MIME-Version", "1.0");
        Body(to, mail);
        return to.ToArray();
    }

    private static void Body(MemoryStream to, OutgoingMail mail)
    {
        var tree = Part.Text("plain", mail.Text);
        if (mail.Html is { } html)
        {
            var rich = Part.Text("html", html);
            if (mail.Related.Count > 0)
                rich = Part.Multi("related", [rich, .. mail.Related.Select(p => Part.File(p, inline: true))]);
            tree = Part.Multi("alternative", [tree, rich]);
        }
        if (mail.Attachments.Count > 0)
            tree = Part.Multi("mixed", [tree, .. mail.Attachments.Select(p => Part.File(p, inline: false))]);
        var counter = 0;
        tree.Write(to, mail.MessageId, ref counter);
    }

    internal static void Field(Stream to, string name, string value) =>
        to.Write(Encoding.ASCII.GetBytes(HeaderText.Fold($"{name}: {value}") + "\r\n"));

    private static string Date(DateTimeOffset date)
    {
        var sign = date.Offset < TimeSpan.Zero ? '-' : '+';
        var offset = date.Offset.Duration();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Days[(int)date.DayOfWeek]}, {date.Day} {Months[date.Month - 1]} {date.Year:0000} {date.Hour:00}:{date.Minute:00}:{date.Second:00} {sign}{offset.Hours:00}{offset.Minutes:00}"
        );
    }

    internal static string Boundary(string messageId, int counter)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{messageId}/{counter}"));
        return "=_" + Convert.ToHexStringLower(digest)[..28];
    }
}
