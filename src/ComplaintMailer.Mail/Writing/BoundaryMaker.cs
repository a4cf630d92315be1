using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ComplaintMailer.Mail.Writing;

/// <summary>
/// Boundaries from a digest of all that the mail holds: nobody can put one into a text beforehand, since the text itself
/// decides what it will be.
/// </summary>
internal sealed class BoundaryMaker
{
    private readonly byte[] digest;
    private int made;

    public BoundaryMaker(OutgoingMail mail)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var piece in new[] { mail.MessageId, "\n", mail.Text, "\n", mail.Html ?? "" })
            Append(hash, piece);
        foreach (var part in mail.Related.Concat(mail.Attachments))
            hash.AppendData(part.Content.Span);
        digest = hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        hash.AppendData(bytes, 0, Encoding.UTF8.GetBytes(text, bytes));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    public string Next()
    {
        var own = SHA256.HashData([.. digest, .. BitConverter.GetBytes(made++)]);
        return "=_" + Convert.ToHexStringLower(own.AsSpan(0, 14));
    }
}
