using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Mail.Writing;

namespace ComplaintMailer.Inbox;

/// <summary>What came with a mail and tells something: a photo, a scan, a letter.</summary>
internal static class MailFiles
{
    /// <summary>Smaller pictures within a text are logos; larger ones are photos that a telephone put between the words.</summary>
    private const int SmallestPhoto = 32 * 1024;

    /// <summary>More than this some mail servers refuse, and with it the letter itself.</summary>
    private const int MostBytes = 8 * 1024 * 1024;

    private static readonly HashSet<string> Signatures =
    [
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/pgp-signature",
        "application/pgp-keys",
    ];

    /// <summary>What mail servers let through and people can open. A letter with a program in it would be refused.</summary>
    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg",
        ".jpeg",
        ".png",
        ".gif",
        ".webp",
        ".heic",
        ".heif",
        ".bmp",
        ".tif",
        ".tiff",
        ".pdf",
        ".txt",
        ".rtf",
        ".docx",
        ".odt",
        ".xlsx",
        ".ods",
        ".m4a",
        ".mp3",
        ".mp4",
        ".mov",
    };

    public static IEnumerable<MailAttachment> Of(ReadMail mail) =>
        mail.Attachments.Where(a =>
            !Signatures.Contains(a.Type)
            && (
                !a.Inline
                || (a.Type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) && a.Size >= SmallestPhoto)
            )
        );

    public static List<string> Names(ReadMail mail) => [.. Of(mail).Select(a => a.Name)];

    /// <summary>Those that can go along with a letter to staff, in order, as far as there is room.</summary>
    public static List<OutgoingPart> ToPassOn(IEnumerable<ReadMail> mails)
    {
        var parts = new List<OutgoingPart>();
        long bytes = 0;
        foreach (var file in mails.SelectMany(Of))
        {
            if (!Harmless.Contains(Path.GetExtension(file.Name)) || bytes + file.Size > MostBytes)
                continue;
            var content = file.Content;
            if (content.Length < file.Size)
                continue;
            bytes += content.Length;
            parts.Add(new(file.Name, file.Type, content));
        }
        return parts;
    }
}
