using System.Text.Encodings.Web;
using System.Text.Json;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Intake;
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

    /// <param name="understood">What the intake makes of its words; null: it was not asked.</param>
    public static string Of(string file, ReadMail mail, bool indented, IntakeReading? understood = null) =>
        Json(file, mail, understood, indented ? CaseJson.Options : OneLine);

    private static string Json(string file, ReadMail mail, IntakeReading? understood, JsonSerializerOptions options) =>
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
                eventDate = understood?.EventDate is { } on ? DateWords.Iso(on) : null,
                location = understood?.Location.Certain ?? understood?.Location.Proposed,
                nature = understood?.Nature ?? [],
                signals = understood?.Signals.Signals.Select(s => s.Code) ?? [],
                form = understood?.Form,
                missing = understood?.Missing ?? [],
                defects = mail.Defects,
            },
            options
        );

    private static object? Address(MailAddress? address) =>
        address is null ? null : new { name = address.Name, address = address.Address };
}
