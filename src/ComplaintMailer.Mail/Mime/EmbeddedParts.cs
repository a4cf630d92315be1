namespace ComplaintMailer.Mail.Mime;

/// <summary>Makes parts of what is hidden within a part.</summary>
internal static class EmbeddedParts
{
    public static IReadOnlyList<MimeEntity> Of(MimeEntity entity)
    {
        if (entity.Children.Count > 0)
            return [];
        if (IsTnef(entity))
            return Tnef.Open(entity.DecodeBytes(), entity.Depth + 1);
        if (entity.Type != "text/plain" || !MayHoldFiles(entity))
            return [];
        return
        [
            .. Uuencode
                .Files(TextDecoder.Decode(entity, null))
                .Select(f => Made(FileTypes.Of(f.Name), null, f.Name, f.Content, entity.Depth + 1)),
        ];
    }

    /// <summary>A part that has no header of its own in the mail.</summary>
    public static MimeEntity Made(
        string type,
        string? charset,
        string? name,
        ReadOnlyMemory<byte> content,
        int depth,
        string? contentId = null
    )
    {
        var header = new EmbeddedHeader();
        header.Add("Content-Type", charset is null ? type : $"{type}; charset={charset}");
        if (name is not null)
            header.Add("Content-Disposition", "attachment");
        if (contentId is not null)
            header.Add("Content-ID", $"<{contentId}>");
        return new MimeEntity(header, content, depth, name);
    }

    private static bool IsTnef(MimeEntity entity) =>
        entity.Type is "application/ms-tnef" or "application/vnd.ms-tnef"
        || (
            entity.Type == "application/octet-stream"
            && string.Equals(entity.FileName, "winmail.dat", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Spares most texts a second decoding.</summary>
    private static bool MayHoldFiles(MimeEntity entity) =>
        entity.TransferEncoding is TransferEncoding.Base64 || entity.Body.Span.IndexOf("begin "u8) >= 0;
}
