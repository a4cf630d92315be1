namespace ComplaintMailer.Mail.Mime;

/// <summary>Undoes Content-Transfer-Encoding. Whatever can't be right is skipped; nothing throws.</summary>
internal static class TransferEncodings
{
    public static TransferEncoding Named(ReadOnlySpan<char> label)
    {
        var name = label.Trim(" \t\"';");
        // A comment or a parameter behind the word is not part of it.
        var end = name.IndexOfAny(" ;(\t");
        if (end >= 0)
            name = name[..end];
        Span<char> lower = stackalloc char[24];
        if (name.Length > lower.Length)
            return TransferEncoding.None;
        lower = lower[..name.ToLowerInvariant(lower)];
        return lower switch
        {
            "base64" or "base-64" or "b" => TransferEncoding.Base64,
            "quoted-printable" or "quoted_printable" or "quotedprintable" or "qp" => TransferEncoding.QuotedPrintable,
            "x-uuencode" or "uuencode" or "x-uue" or "uue" => TransferEncoding.Uuencode,
            _ => TransferEncoding.None,
        };
    }

    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> body, TransferEncoding encoding)
    {
        switch (encoding)
        {
            case TransferEncoding.Base64:
                var bytes = new byte[Base64Decoder.Most(body.Length)];
                return bytes.AsMemory(0, Base64Decoder.Decode(body.Span, bytes));
            case TransferEncoding.QuotedPrintable:
                var unquoted = new byte[body.Length];
                return unquoted.AsMemory(0, QuotedPrintableDecoder.Decode(body.Span, unquoted));
            case TransferEncoding.Uuencode:
                return Uuencode.DecodeBody(body);
            default:
                return body;
        }
    }
}
