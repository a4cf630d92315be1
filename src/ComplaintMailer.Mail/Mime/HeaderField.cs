using System.Buffers;

namespace ComplaintMailer.Mail.Mime;

/// <summary>One header field as it stands in the mail.</summary>
public readonly struct HeaderField(string name, ReadOnlyMemory<byte> raw)
{
    private const int OnStack = 1024;
    private static readonly SearchValues<byte> BreaksAndNul = SearchValues.Create("\r\n\0"u8);

    /// <summary>“1.0”, “quoted-printable”: what stands in the fields of MIME returns in every mail.</summary>
    private static readonly RecurringText Recurring = new(places: 256, longest: 40);

    public string Name { get; } = name;

    /// <summary>Behind the colon, still folded.</summary>
    public ReadOnlyMemory<byte> Raw { get; } = raw;

    /// <summary>Unfolded, encoded words left as they are; 8-bit text is read as UTF-8 where it is valid, else by what it looks like.</summary>
    public string Unfolded()
    {
        var bytes = FieldText.Bare(Raw.Span);
        if (!bytes.ContainsAny(BreaksAndNul))
            return IsOfMime && System.Text.Ascii.IsValid(bytes) ? Recurring.Of(bytes) : Charsets.Decode(bytes, null);
        byte[]? rented = null;
        var buffer =
            bytes.Length <= OnStack ? stackalloc byte[OnStack] : rented = ArrayPool<byte>.Shared.Rent(bytes.Length);
        var length = Unfold(bytes, buffer);
        var text = Charsets.Decode(buffer[..length], null);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return text;
    }

    /// <summary>Unfolded, with encoded words (RFC 2047) made readable.</summary>
    public string Decoded()
    {
        if (!EncodedWords.MayHold(Raw.Span))
            return Unfolded();
        using var value = new FieldText(this, stackalloc char[FieldText.OnStack]);
        return EncodedWords.Decode(value.Text);
    }

    public override string ToString() => $"{Name}: {Unfolded()}";

    private bool IsOfMime =>
        Name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
        || Name.StartsWith("MIME-", StringComparison.OrdinalIgnoreCase);

    private static int Unfold(ReadOnlySpan<byte> bytes, Span<byte> into)
    {
        var length = 0;
        while (true)
        {
            var stop = bytes.IndexOfAny(BreaksAndNul);
            if (stop < 0)
            {
                bytes.CopyTo(into[length..]);
                return length + bytes.Length;
            }
            bytes[..stop].CopyTo(into[length..]);
            length += stop;
            var wasBreak = bytes[stop] != 0;
            bytes = bytes[(stop + 1)..];
            if (wasBreak && bytes.Length > 0 && bytes[0] == (byte)'\t')
            {
                into[length++] = (byte)' ';
                bytes = bytes[1..];
            }
        }
    }
}
