using System.Buffers;
using System.Text;

namespace ComplaintMailer.Mail.Mime;

/// <summary>A field's value, unfolded, for one look: most values are only read to make something else of them.</summary>
internal ref struct FieldText
{
    /// <summary>Nearly all values are shorter; what is longer borrows.</summary>
    public const int OnStack = 256;

    private static readonly SearchValues<byte> BreaksAndNul = SearchValues.Create("\r\n\0"u8);
    private char[]? rented;

    public FieldText(HeaderField field, Span<char> buffer)
    {
        var bytes = Bare(field.Raw.Span);
        if (bytes.Length > buffer.Length)
            buffer = rented = ArrayPool<char>.Shared.Rent(bytes.Length);
        Text = Ascii.IsValid(bytes) ? buffer[..Unfold(bytes, buffer)] : field.Unfolded();
    }

    public ReadOnlySpan<char> Text { get; }

    public static ReadOnlySpan<byte> Bare(ReadOnlySpan<byte> raw) => raw.Trim(" \t\r\n\0"u8);

    public void Dispose()
    {
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        rented = null;
    }

    /// <summary>The line break goes, the white space behind it stays: a tab there is a space to people.</summary>
    private static int Unfold(ReadOnlySpan<byte> ascii, Span<char> into)
    {
        var length = 0;
        while (true)
        {
            var stop = ascii.IndexOfAny(BreaksAndNul);
            length += Encoding.ASCII.GetChars(stop < 0 ? ascii : ascii[..stop], into[length..]);
            if (stop < 0)
                return length;
            var wasBreak = ascii[stop] != 0;
            ascii = ascii[(stop + 1)..];
            if (wasBreak && ascii.Length > 0 && ascii[0] == (byte)'\t')
            {
                into[length++] = ' ';
                ascii = ascii[1..];
            }
        }
    }
}
