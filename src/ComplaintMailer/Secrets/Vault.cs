using System.Security.Cryptography;
using System.Text;
using ComplaintMailer.Database;

namespace ComplaintMailer.Secrets;

/// <summary>
/// The master key and what is made of it: data keys wrapped by it, keyed digests, tokens. Whoever destroys a data key has
/// destroyed all that was sealed with it, in every backup too.
/// </summary>
internal sealed class Vault
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly byte[] master;

    public Vault(byte[] master)
    {
        if (master.Length != KeyBytes)
            throw new ArgumentException("The master key has 32 bytes.", nameof(master));
        this.master = master;
    }

    /// <summary>Reads the key; makes one when there is none and that is allowed.</summary>
    public static Vault Open(string file, bool make)
    {
        if (!File.Exists(file))
        {
            if (!make)
                throw new OperatorException(
                    $"MasterKeyFile: {file} does not exist. Put the key back from where you keep it; without it no dossier can be read."
                )
                {
                    ExitCode = 2,
                };
            PrivateFiles.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
            var temporary = file + ".new";
            File.WriteAllText(temporary, Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)) + "\n");
            PrivateFiles.Restrict(temporary);
            File.Move(temporary, file);
        }
        byte[] key;
        try
        {
            key = Convert.FromBase64String(File.ReadAllText(file).Trim());
        }
        catch (FormatException e)
        {
            throw new OperatorException($"MasterKeyFile: {file} holds no key (32 bytes in base64).", e)
            {
                ExitCode = 2,
            };
        }
        return key.Length == KeyBytes
            ? new Vault(key)
            : throw new OperatorException($"MasterKeyFile: {file} holds {key.Length} bytes, not 32.") { ExitCode = 2 };
    }

    public static byte[] NewDataKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    public byte[] Wrap(byte[] dataKey) => Seal(master, dataKey, "data key");

    public byte[] Unwrap(byte[] wrapped) => Unseal(master, wrapped, "data key");

    /// <param name="place">What it is and where it stands; a piece moved elsewhere can't be opened there.</param>
    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, string place)
    {
        var sealedBytes = new byte[NonceBytes + plain.Length + TagBytes];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(
            nonce,
            plain,
            sealedBytes.AsSpan(NonceBytes, plain.Length),
            sealedBytes.AsSpan(NonceBytes + plain.Length),
            Encoding.UTF8.GetBytes(place)
        );
        return sealedBytes;
    }

    public static byte[] Unseal(byte[] key, ReadOnlySpan<byte> sealedBytes, string place)
    {
        var plain = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(
            sealedBytes[..NonceBytes],
            sealedBytes.Slice(NonceBytes, plain.Length),
            sealedBytes[^TagBytes..],
            plain,
            Encoding.UTF8.GetBytes(place)
        );
        return plain;
    }

    /// <summary>The same bytes give the same digest, and nobody without the key can try bytes out.</summary>
    public string Digest(string purpose, ReadOnlySpan<byte> bytes)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, master);
        mac.AppendData(Encoding.UTF8.GetBytes(purpose));
        mac.AppendData([0]);
        mac.AppendData(bytes);
        return Convert.ToHexStringLower(mac.GetHashAndReset());
    }

    public string Digest(string purpose, string text) => Digest(purpose, Encoding.UTF8.GetBytes(text));

    /// <summary>26 letters and digits, 128 bits. No letter that looks like another, no case to lose on the way.</summary>
    public string Token(string purpose, string text)
    {
        const string alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, master);
        mac.AppendData(Encoding.UTF8.GetBytes("token " + purpose));
        mac.AppendData([0]);
        mac.AppendData(Encoding.UTF8.GetBytes(text));
        var bytes = mac.GetHashAndReset();
        var token = new StringBuilder(26);
        for (var bit = 0; token.Length < 26; bit += 5)
        {
            var (at, shift) = (bit / 8, bit % 8);
            var pair = (bytes[at] << 8) | bytes[at + 1];
            token.Append(alphabet[(pair >> (11 - shift)) & 31]);
        }
        return token.ToString();
    }

    public bool IsToken(string purpose, string text, string token) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Token(purpose, text)),
            Encoding.ASCII.GetBytes(token.ToLowerInvariant())
        );
}
