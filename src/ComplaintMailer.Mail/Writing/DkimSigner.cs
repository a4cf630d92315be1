using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ComplaintMailer.Mail.Writing;

/// <summary>
/// Signs mails (RFC 6376) with rsa-sha256, relaxed both ways: what servers change on the way leaves the signature whole.
/// The fields that matter are signed once more than they occur, so that none can be added.
/// </summary>
public sealed class DkimSigner : IMailSigner, IDisposable
{
    private const int LeastBits = 1024;

    /// <summary>RFC 6376, section 5.4.1, and what we write beside it.</summary>
    private static readonly string[] Fields =
    [
        "from",
        "to",
        "cc",
        "reply-to",
        "subject",
        "date",
        "message-id",
        "in-reply-to",
        "references",
        "mime-version",
        "content-type",
        "content-transfer-encoding",
        "content-language",
        "auto-submitted",
        "list-id",
        "list-unsubscribe",
    ];

    /// <summary>Signed once more than they occur. Lists may add the others.</summary>
    private static readonly string[] Closed = ["from", "to", "cc", "reply-to", "subject", "date", "content-type"];

    private readonly RSA key;
    private readonly string domain;
    private readonly string selector;

    private DkimSigner(RSA key, string domain, string selector) =>
        (this.key, this.domain, this.selector) = (key, domain, selector);

    /// <param name="pem">A private key in PKCS#1 or PKCS#8, as <c>openssl genrsa 2048</c> writes it.</param>
    /// <exception cref="ArgumentException">The key can't be read or is too short, or a name is no name.</exception>
    public static DkimSigner Of(string domain, string selector, string pem)
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
            // Throws where the file holds a public key only.
            _ = rsa.ExportParameters(includePrivateParameters: true);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            rsa.Dispose();
            throw new ArgumentException("This is no private RSA key in PEM.", nameof(pem), e);
        }
        if (rsa.KeySize < LeastBits)
        {
            rsa.Dispose();
            throw new ArgumentException(
                $"A key of {rsa.KeySize} bits is not accepted by anyone: make one of 2048.",
                nameof(pem)
            );
        }
        return new DkimSigner(rsa, Name(domain), Name(selector));
    }

    /// <summary>What stands in DNS at <c>selector._domainkey.domain</c> for others to check signatures with.</summary>
    public string DnsRecord => $"v=DKIM1; k=rsa; p={Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}";

    /// <summary>The mail with a DKIM-Signature field above it, and nothing else changed.</summary>
    public byte[] Sign(ReadOnlySpan<byte> mail, DateTimeOffset? at = null)
    {
        var (fields, body) = DkimText.Split(mail);
        var names = Names(fields);
        var bodyHash = Convert.ToBase64String(SHA256.HashData(DkimText.Body(body)));
        var moment = at is { } signedAt
            ? string.Create(CultureInfo.InvariantCulture, $" t={signedAt.ToUnixTimeSeconds()};")
            : "";
        var unsigned = Folding.Fold(
            "DKIM-Signature",
            $"v=1; a=rsa-sha256; c=relaxed/relaxed; d={domain}; s={selector};{moment} h={string.Join(" : ", names)}; bh={bodyHash}; b=",
            hasQuotes: false
        );
        var signed = new MemoryStream();
        foreach (var field in DkimText.Chosen(fields, names))
            signed.Write(Encoding.UTF8.GetBytes(field + "\r\n"));
        signed.Write(Encoding.UTF8.GetBytes(DkimText.Field(unsigned)));
        var signature = Convert.ToBase64String(
            key.SignData(signed.ToArray(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        );
        var header = new StringBuilder(unsigned);
        for (var i = 0; i < signature.Length; i += 72)
            header.Append("\r\n ").Append(signature, i, Math.Min(72, signature.Length - i));
        return [.. Encoding.UTF8.GetBytes(header.Append("\r\n").ToString()), .. mail];
    }

    public void Dispose() => key.Dispose();

    private static List<string> Names(IReadOnlyList<string> fields)
    {
        var names = new List<string>();
        foreach (var name in Fields)
        {
            var count = fields.Count(f => DkimText.IsNamed(f, name));
            if (Closed.Contains(name))
                count++;
            names.AddRange(Enumerable.Repeat(name, count));
        }
        return names;
    }

    /// <summary>Whether it can stand in DNS.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and < 254 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    private static string Name(string name) =>
        IsName(name)
            ? name.ToLowerInvariant()
            : throw new ArgumentException($"“{name}” can't be a name in DNS.", nameof(name));
}

/// <summary>Signs a mail that is otherwise ready to be sent.</summary>
public interface IMailSigner
{
    /// <summary>The mail with its signature before it. The same mail and moment give the same bytes.</summary>
    /// <param name="mail">With CRLF line ends, as it will be sent.</param>
    /// <param name="at">Written into the signature where given; receivers refuse one from the future.</param>
    byte[] Sign(ReadOnlySpan<byte> mail, DateTimeOffset? at = null);
}
