namespace ComplaintMailer.Outbox.Packing;

/// <summary>
/// What letters have in common, as it stands in mails: <c>known-1.dat</c>. Letters that were packed with it can't be read without
/// it, so it never changes; when the layout has changed so much that it helps little, a second one stands beside it.
/// </summary>
internal sealed class KnownText
{
    private readonly ushort[] places;

    private KnownText(byte number)
    {
        Number = number;
        using var resource = typeof(KnownText).Assembly.GetManifestResourceStream($"known-{number}.dat")!;
        Bytes = new byte[resource.Length];
        resource.ReadExactly(Bytes);
        places = LetterPacker.Places(Bytes);
    }

    /// <summary>What letters are packed with now.</summary>
    public static KnownText Newest { get; } = new(1);

    public byte Number { get; }
    public byte[] Bytes { get; }

    /// <summary>Null: no version of the program has had it.</summary>
    public static KnownText? Of(byte number) => number == Newest.Number ? Newest : null;

    /// <returns>How much was written.</returns>
    public int Pack(ReadOnlySpan<byte> whole, Span<byte> to)
    {
        Span<ushort> own = stackalloc ushort[places.Length];
        places.CopyTo(own);
        return LetterPacker.Pack(whole, Bytes.Length, own, to);
    }
}
