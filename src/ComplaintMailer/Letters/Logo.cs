using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Mail.Writing;

namespace ComplaintMailer.Letters;

/// <summary>The logo of an organisation, sent within the mail: <c>templates/organisations/KEY/logo.png</c> (or .jpg, .gif).</summary>
internal static class Logo
{
    /// <summary>More than this would be more logo than letter.</summary>
    private const int MaxBytes = 100_000;

    private static readonly (string Name, string Type)[] Files =
    [
        ("logo.png", "image/png"),
        ("logo.jpg", "image/jpeg"),
        ("logo.gif", "image/gif"),
    ];

    public static OutgoingPart? Of(LetterFolder folder, Organisation organisation)
    {
        foreach (var (name, type) in Files)
        {
            if (folder.Own(organisation.Key, name) is { } path && new FileInfo(path).Length <= MaxBytes)
                return new(name, type, folder.Bytes(path), ContentId: $"logo.{organisation.Key}@complaintmailer");
        }
        return null;
    }
}
