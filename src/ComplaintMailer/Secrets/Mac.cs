using System.Security.Cryptography;
using System.Text;

namespace ComplaintMailer.Secrets;

/// <summary>
/// A keyed digest (HMAC-SHA256) of bytes for a purpose. Some twenty are made for each mail, and making one ready costs more than the digest of
/// something short: each thread keeps its own ready.
/// </summary>
internal sealed class Mac(byte[] key) : IDisposable
{
    private readonly ThreadLocal<IncrementalHash> ready = new(
        () => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key),
        trackAllValues: true
    );

    /// <summary>The purpose and a zero go before the bytes.</summary>
    public byte[] Of(string purpose, ReadOnlySpan<byte> bytes)
    {
        var mac = ready.Value!;
        Begin(mac, purpose);
        mac.AppendData(bytes);
        return mac.GetHashAndReset();
    }

    public byte[] Of(string purpose, IEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        // Getting them ready may fail, and may use a digest of this thread itself.
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Begin(mac, purpose);
        foreach (var piece in pieces)
            mac.AppendData(piece.Span);
        return mac.GetHashAndReset();
    }

    private static void Begin(IncrementalHash mac, string purpose)
    {
        Span<byte> head = stackalloc byte[Encoding.UTF8.GetMaxByteCount(purpose.Length) + 1];
        var length = Encoding.UTF8.GetBytes(purpose, head);
        head[length++] = 0;
        mac.AppendData(head[..length]);
    }

    public void Dispose()
    {
        foreach (var mac in ready.Values)
            mac.Dispose();
        ready.Dispose();
    }
}
