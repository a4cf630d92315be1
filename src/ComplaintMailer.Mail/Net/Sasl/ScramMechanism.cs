using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ComplaintMailer.Mail.Net.Sasl;

/// <summary>
/// SCRAM-SHA-256 (RFC 5802, 7677): the password is not sent, and the server has to prove that it knows it too.
/// </summary>
internal sealed class ScramMechanism : SaslMechanism
{
    // Fewer rounds would make the talk worth keeping for a guesser; more is an attack on our processor.
    private const int RoundsMin = 4096;
    private const int RoundsMax = 1_000_000;

    private readonly string password;
    private readonly string nonce;
    private readonly string bare;
    private byte[]? serverSignature;
    private bool proven;

    public ScramMechanism(string user, string password, string? nonce = null)
        : base("SCRAM-SHA-256")
    {
        this.password = Prepared(password);
        this.nonce = nonce ?? Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        var name = Prepared(user)
            .Replace("=", "=3D", StringComparison.Ordinal)
            .Replace(",", "=2C", StringComparison.Ordinal);
        bare = $"n={name},r={this.nonce}";
    }

    public override byte[] First => Bytes("n,," + bare);
    public override bool HasBegun => serverSignature is not null;

    public override byte[] Answer(byte[] challenge)
    {
        var text = Encoding.UTF8.GetString(challenge);
        if (serverSignature is null)
            return Bytes(Proof(text));
        Verify(text);
        return [];
    }

    public override void Accepted()
    {
        if (!proven)
            throw Wrong("the server did not prove that it knows the password");
    }

    /// <summary>Some servers put their proof into the last answer instead of a challenge of its own.</summary>
    public void Verify(string text)
    {
        var field = Field(text, 'v') ?? throw Wrong($"the server refuses ({Field(text, 'e') ?? "without a reason"})");
        Span<byte> given = stackalloc byte[64];
        proven =
            Convert.TryFromBase64String(field, given, out var length)
            && CryptographicOperations.FixedTimeEquals(given[..length], serverSignature);
        if (!proven)
            throw Wrong("the server's proof is wrong: it does not know the password");
    }

    private string Proof(string challenge)
    {
        var full = Field(challenge, 'r') ?? "";
        if (!full.StartsWith(nonce, StringComparison.Ordinal) || full.Length == nonce.Length)
            throw Wrong("the server's nonce does not follow ours");
        if (
            !int.TryParse(Field(challenge, 'i'), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds)
            || rounds is < RoundsMin or > RoundsMax
        )
            throw Wrong("the server asks for too few or too many rounds");
        var salt = new byte[1024];
        if (!Convert.TryFromBase64String(Field(challenge, 's') ?? "", salt, out var saltLength) || saltLength == 0)
            throw Wrong("the server's salt is malformed");

        var salted = Rfc2898DeriveBytes.Pbkdf2(
            Bytes(password),
            salt.AsSpan(0, saltLength),
            rounds,
            HashAlgorithmName.SHA256,
            32
        );
        var clientKey = HMACSHA256.HashData(salted, "Client Key"u8);
        var unproven = $"c=biws,r={full}";
        var said = Bytes($"{bare},{challenge},{unproven}");
        var signature = HMACSHA256.HashData(SHA256.HashData(clientKey), said);
        for (var i = 0; i < clientKey.Length; i++)
            clientKey[i] ^= signature[i];
        serverSignature = HMACSHA256.HashData(HMACSHA256.HashData(salted, "Server Key"u8), said);
        return $"{unproven},p={Convert.ToBase64String(clientKey)}";
    }

    private static string? Field(string text, char name) =>
        text.Split(',').FirstOrDefault(f => f.Length > 1 && f[0] == name && f[1] == '=')?[2..];

    /// <summary>The part of SASLprep (RFC 4013) that real passwords meet: blanks are blanks, forms are composed.</summary>
    private static string Prepared(string text)
    {
        if (text.All(char.IsAscii))
            return text;
        var blanks = string.Concat(
            text.Where(c => c != '\u00AD')
                .Select(c => char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator ? ' ' : c)
        );
        return blanks.Normalize(NormalizationForm.FormKC);
    }

    private static MailServerException Wrong(string what) => new(ServerTrouble.Login, $"SCRAM-SHA-256: {what}.");
}
