using System.Security.Cryptography;
using System.Text;

namespace ComplaintMailer.Secrets;

/// <summary>Seals and opens with AES-256-GCM: nonce, ciphertext, tag. Every piece is bound to its place.</summary>
internal sealed class DataKey : IDisposable
{
    public const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly byte[] key;
    private readonly AesGcm aes;
    private readonly Lock turn = new();

    public DataKey(byte[] key)
    {
        this.key = key;
        aes = new AesGcm(key, TagBytes);
    }

    public static DataKey New() => new(RandomNumberGenerator.GetBytes(KeyBytes));

    public ReadOnlySpan<byte> Bytes => key;

    /// <summary>The same key, for work that goes on when this one has been put away.</summary>
    public DataKey Copy() => new([.. key]);

    /// <param name="place">What it is and where it stands; a piece moved elsewhere can't be opened there.</param>
    public byte[] Seal(ReadOnlySpan<byte> plain, string place)
    {
        var piece = new byte[NonceBytes + plain.Length + TagBytes];
        var nonce = piece.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        var bound = Encoding.UTF8.GetBytes(place);
        // Letters of one case are made side by side, and the cipher serves one at a time.
        lock (turn)
            aes.Encrypt(
                nonce,
                plain,
                piece.AsSpan(NonceBytes, plain.Length),
                piece.AsSpan(NonceBytes + plain.Length),
                bound
            );
        return piece;
    }

    public byte[] Seal(string plain, string place) => Seal(Encoding.UTF8.GetBytes(plain), place);

    /// <exception cref="CryptographicException">The piece was changed, moved, or sealed under another key.</exception>
    public byte[] Open(ReadOnlySpan<byte> piece, string place)
    {
        if (piece.Length < NonceBytes + TagBytes)
            throw new CryptographicException($"The {place} is cut off.");
        var plain = new byte[piece.Length - NonceBytes - TagBytes];
        var bound = Encoding.UTF8.GetBytes(place);
        lock (turn)
            aes.Decrypt(piece[..NonceBytes], piece.Slice(NonceBytes, plain.Length), piece[^TagBytes..], plain, bound);
        return plain;
    }

    public void Dispose()
    {
        aes.Dispose();
        CryptographicOperations.ZeroMemory(key);
    }
}
