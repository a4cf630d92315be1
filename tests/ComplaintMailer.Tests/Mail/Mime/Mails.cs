using System.Text;
using ComplaintMailer.Mail.Mime;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Tests.Mail.Mime;

/// <summary>Mails for tests, written as text. Each character is one byte, so that any byte can be written.</summary>
internal static class Mails
{
    public static byte[] Bytes(string mail) => Encoding.Latin1.GetBytes(mail.ReplaceLineEndings("\r\n"));

    /// <summary>Line ends as they stand.</summary>
    public static byte[] Raw(string mail) => Encoding.Latin1.GetBytes(mail);

    public static ReadMail Read(string mail) => new MailReader().Read(Bytes(mail));

    public static ReadMail ReadRaw(byte[] mail) => new MailReader().Read(mail);

    public static (MimeEntity Root, List<string> Defects) Parse(byte[] mail, MailLimits? limits = null)
    {
        var defects = new List<string>();
        return (MimeParser.Parse(mail, limits ?? MailLimits.Default, defects), defects);
    }

    /// <summary>A mail with this one field more and an ordinary body.</summary>
    public static ReadMail WithField(string field) =>
        Read($"From: Anna <anna@example.org>\nMIME-Version: 1.0\n{field}\n\nDag,\n");

    /// <summary>A text mail with these fields and body.</summary>
    public static ReadMail WithBody(string fields, string body) =>
        Read($"From: Anna <anna@example.org>\nSubject: klacht\nMIME-Version: 1.0\n{fields}\n\n{body}");

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>The parts in order, the mail itself first.</summary>
    public static IEnumerable<MimeEntity> All(MimeEntity root)
    {
        var open = new Stack<MimeEntity>();
        open.Push(root);
        while (open.TryPop(out var part))
        {
            yield return part;
            foreach (var child in part.Children.Reverse())
                open.Push(child);
        }
    }
}
