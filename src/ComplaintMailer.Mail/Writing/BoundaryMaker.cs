using System.Security.Cryptography;
using System.Text;

namespace ComplaintMailer.Mail.Writing;

/// <summary>
/// Boundaries that nothing in a mail can hold. They contain =_, which no text has once it is quoted-printable or base64, and a
/// text that is left as it is has no line that begins with two dashes (see <see cref="TextPart"/>). What remains are mails that
/// go along as they are: their own bytes decide what the boundary will be, so nobody can have put it into one beforehand.
/// </summary>
internal sealed class BoundaryMaker
{
    private readonly byte[] seed = new byte[SHA256.HashSizeInBytes + 1];
    private byte made;

    public BoundaryMaker(OutgoingMail mail)
    {
        if (!Mails(mail).Any())
        {
            SHA256.HashData(Encoding.UTF8.GetBytes(mail.MessageId), seed);
            return;
        }
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(mail.MessageId));
        foreach (var part in Mails(mail))
            hash.AppendData(part.Content.Span);
        hash.GetHashAndReset(seed);
    }

    public string Next()
    {
        seed[^1] = made++;
        Span<byte> own = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(seed, own);
        return $"=_{Convert.ToHexStringLower(own[..14])}";
    }

    private static IEnumerable<OutgoingPart> Mails(OutgoingMail mail) =>
        mail.Related.Concat(mail.Attachments).Where(FilePart.IsMail);
}
