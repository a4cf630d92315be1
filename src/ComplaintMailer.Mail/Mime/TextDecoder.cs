using System.Buffers;

namespace ComplaintMailer.Mail.Mime;

/// <summary>A body as text, with one allocation: the text.</summary>
internal static class TextDecoder
{
    /// <summary>So far into a page its own word on its charset is looked for, as browsers do.</summary>
    private const int MetaWithin = 2048;

    /// <summary>What is borrowed for longer texts would be kept for nobody.</summary>
    private const int MostBorrowed = 100_000;

    private static readonly SearchValues<byte> EndOfName = SearchValues.Create("\"' ;/>"u8);

    public static string Decode(MimeEntity entity, ICollection<string>? defects)
    {
        var encoding = entity.TransferEncoding;
        if (encoding is TransferEncoding.None)
            return Text(entity, entity.Body.Span, defects);
        if (encoding is TransferEncoding.Uuencode)
            return Text(entity, entity.DecodeBytes().Span, defects);
        var body = entity.Body.Span;
        var rented = ArrayPool<byte>.Shared.Rent(
            encoding is TransferEncoding.Base64 ? Base64Decoder.Most(body.Length) : body.Length
        );
        var length =
            encoding is TransferEncoding.Base64
                ? Base64Decoder.Decode(body, rented)
                : QuotedPrintableDecoder.Decode(body, rented);
        var text = Text(entity, rented.AsSpan(0, length), defects);
        ArrayPool<byte>.Shared.Return(rented);
        return text;
    }

    /// <summary>Of a plain, unencoded and valid UTF-8 text of the usual size the letters, in borrowed memory; of all others none.</summary>
    public static BorrowedText Letters(MimeEntity entity)
    {
        var bytes = entity.Body.Span;
        return
            bytes.Length <= MostBorrowed
            && entity.TransferEncoding is TransferEncoding.None
            && Charsets.Borrow(bytes, entity.ContentType["charset"], out var length) is { } letters
            ? new(letters, length)
            : default;
    }

    private static string Text(MimeEntity entity, ReadOnlySpan<byte> bytes, ICollection<string>? defects)
    {
        var label = entity.ContentType["charset"];
        if (string.IsNullOrWhiteSpace(label) && entity.Type == "text/html")
            label = MetaCharset(bytes);
        var text = Charsets.Decode(bytes, label, defects);
        return text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text;
    }

    private static string? MetaCharset(ReadOnlySpan<byte> page)
    {
        page = page[..Math.Min(page.Length, MetaWithin)];
        while (page.IndexOf("charset="u8) is >= 0 and var found)
        {
            page = page[(found + 8)..].TrimStart("\"' "u8);
            var end = page.IndexOfAny(EndOfName);
            if (end is > 0 and < 40)
            {
                var name = System.Text.Encoding.ASCII.GetString(page[..end]);
                // A page that reached us as bytes one can read as letters is not in UTF-16, whatever it says (as in HTML's rules).
                return name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? "utf-8" : name;
            }
        }
        return null;
    }
}

/// <summary>A text for one look, in memory that is given back.</summary>
internal readonly ref struct BorrowedText(char[]? letters, int length)
{
    public ReadOnlySpan<char> Text => letters.AsSpan(0, length);

    public void Dispose()
    {
        if (letters is not null)
            ArrayPool<char>.Shared.Return(letters);
    }
}
