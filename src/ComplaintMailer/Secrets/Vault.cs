using System.Security.Cryptography;
using System.Text;

namespace ComplaintMailer.Secrets;

/// <summary>
/// The master key and what is made of it: data keys wrapped by it, keyed digests, tokens. Whoever destroys a data key has
/// destroyed all that was sealed with it.
/// </summary>
internal sealed class Vault : IDisposable
{
    private const string WrapPlace = "data key";

    /// <summary>No letter that looks like another, and no case to lose on the way.</summary>
    private const string TokenAlphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int TokenLength = 26;

    private readonly DataKey master;
    private readonly Mac digest;
    private readonly Mac token;
    private readonly Mac chain;

    public Vault(byte[] key)
    {
        // One purpose, one key: a digest shown in a column never helps anybody against a token.
        byte[] For(string purpose) =>
            HKDF.DeriveKey(HashAlgorithmName.SHA256, key, DataKey.KeyBytes, info: Encoding.UTF8.GetBytes(purpose));
        master = new DataKey(For("wrap"));
        digest = new(For("digest"));
        token = new(For("token"));
        chain = new(For("chain"));
    }

    public byte[] Wrap(DataKey key) => master.Seal(key.Bytes, WrapPlace);

    public DataKey Unwrap(byte[] wrapped) => new(master.Open(wrapped, WrapPlace));

    /// <summary>The same bytes give the same digest, and nobody without the key can try bytes out.</summary>
    public string Digest(string purpose, ReadOnlySpan<byte> bytes) =>
        Convert.ToHexStringLower(digest.Of(purpose, bytes));

    /// <summary>The same of bytes that come in pieces.</summary>
    public string Digest(string purpose, IEnumerable<ReadOnlyMemory<byte>> pieces) =>
        Convert.ToHexStringLower(digest.Of(purpose, pieces));

    public string Digest(string purpose, string text) => Digest(purpose, Encoding.UTF8.GetBytes(text));

    /// <summary>A link of a dossier's chain: it can't be made again by whoever can only write in the database.</summary>
    public string Link(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(chain.Of("link", content));

    /// <summary>26 letters and digits: 128 bits.</summary>
    public string Token(string purpose, string text)
    {
        var bytes = this.token.Of(purpose, Encoding.UTF8.GetBytes(text));
        return string.Create(
            TokenLength,
            bytes,
            static (token, mac) =>
            {
                for (var i = 0; i < token.Length; i++)
                {
                    var (at, shift) = (i * 5 / 8, i * 5 % 8);
                    var pair = (mac[at] << 8) | mac[at + 1];
                    token[i] = TokenAlphabet[(pair >> (11 - shift)) & 31];
                }
            }
        );
    }

    public bool IsToken(string purpose, string text, string token) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Token(purpose, text)),
            Encoding.UTF8.GetBytes(token.ToLowerInvariant())
        );

    public void Dispose()
    {
        master.Dispose();
        foreach (var mac in new[] { digest, token, chain })
            mac.Dispose();
    }
}
