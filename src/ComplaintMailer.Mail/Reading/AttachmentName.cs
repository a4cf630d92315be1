using System.Text;
using ComplaintMailer.Mail.Mime;

namespace ComplaintMailer.Mail.Reading;

/// <summary>A name for every attachment that is safe to show: no folders, no controls, never empty.</summary>
internal static class AttachmentName
{
    private const int Longest = 150;

    public static string Of(MimeEntity part, int number)
    {
        if (part.FileName is { Length: > 0 } given && Safe(given) is { Length: > 0 } safe)
            return safe;
        if (part.IsMessage && part.Children.Count > 0)
        {
            var subject = Safe((part.Children[0].Decoded("Subject") ?? "").Replace('/', '-'));
            return subject.Length > 0 ? subject + ".eml" : "message.eml";
        }
        return part.Type switch
        {
            "message/rfc822" => "message.eml",
            "message/delivery-status" => "delivery-status.txt",
            "text/rfc822-headers" => "headers.txt",
            "text/calendar" => "invitation.ics",
            "text/vcard" or "text/x-vcard" => "contact.vcf",
            "image/jpeg" => $"image-{number + 1}.jpg",
            "image/png" => $"image-{number + 1}.png",
            "image/gif" => $"image-{number + 1}.gif",
            "application/pdf" => $"part-{number + 1}.pdf",
            _ => $"part-{number + 1}",
        };
    }

    private static string Safe(string name)
    {
        var slash = name.LastIndexOfAny(['/', '\\']);
        var safe = new StringBuilder(name.Length);
        foreach (var c in PlainText.Clean(name[(slash + 1)..]))
        {
            if (!char.IsControl(c))
                safe.Append(c);
        }
        var clean = safe.ToString().Trim(' ', '.');
        if (clean.Length <= Longest)
            return clean;
        var dot = clean.LastIndexOf('.');
        var ending = dot > 0 && clean.Length - dot <= 10 ? clean[dot..] : "";
        return clean[..(Longest - ending.Length)].TrimEnd() + ending;
    }
}
