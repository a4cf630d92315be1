using System.Text.Encodings.Web;
using System.Text.Json;
using ComplaintMailer.Mail;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Commands;

/// <summary>What was read of a mail, as <c>mail inspect --json</c> prints it.</summary>
internal static class InspectJson
{
    private static readonly JsonSerializerOptions OneLine = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(string file, ReadMail mail, bool indented) =>
        Json(file, mail, indented ? CaseJson.Options : OneLine);

    private static string Json(string file, ReadMail mail, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(
            new
            {
                file,
                kind = mail.Kind.ToString().ToLowerInvariant(),
                why = mail.Why,
                messageId = mail.MessageId,
                inReplyTo = mail.InReplyTo,
                references = mail.References,
                date = mail.Date?.ToString(
                    "yyyy-MM-dd'T'HH:mm:sszzz",
                    System.Globalization.CultureInfo.InvariantCulture
                ),
                from = Address(mail.From),
                replyTo = mail.ReplyTo.Select(Address),
                to = mail.To.Select(Address),
                cc = mail.Cc.Select(Address),
                subject = mail.Subject,
                text = mail.Text,
                reply = mail.Reply,
                attachments = mail.Attachments.Select(a => new
                {
                    name = a.Name,
                    type = a.Type,
                    size = a.Size,
                    inline = a.Inline,
                }),
                bounce = mail.Bounce is { } b
                    ? new
                    {
                        recipients = b.Recipients.Select(r => new
                        {
                            address = r.Address,
                            action = r.Action,
                            status = r.Status,
                            diagnostic = r.Diagnostic,
                        }),
                        originalMessageId = b.OriginalMessageId,
                    }
                    : null,
                language = mail.Language,
                eventDate = (string?)null,
                location = (string?)null,
                nature = Array.Empty<string>(),
                signals = Array.Empty<string>(),
                form = (object?)null,
                missing = Array.Empty<string>(),
                defects = mail.Defects,
            },
            options
        );

    private static object? Address(MailAddress? address) =>
        address is null ? null : new { name = address.Name, address = address.Address };
}
