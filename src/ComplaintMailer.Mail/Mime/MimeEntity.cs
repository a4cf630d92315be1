namespace ComplaintMailer.Mail.Mime;

/// <summary>A mail or a part of one: its header fields and what is within. The bytes are those of the mail, not copies.</summary>
internal sealed class MimeEntity
{
    private HeaderParameters? contentType;
    private HeaderParameters? disposition;

    public required IReadOnlyList<HeaderField> Headers { get; init; }

    /// <summary>Behind the blank line.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }
    public List<MimeEntity> Children { get; } = [];
    public required int Depth { get; init; }

    public HeaderParameters ContentType =>
        contentType ??= HeaderParameters.Read(Unfolded("Content-Type") ?? DefaultType);
    public HeaderParameters Disposition => disposition ??= HeaderParameters.Read(Unfolded("Content-Disposition") ?? "");

    /// <summary>Within multipart/digest a part is a message unless it says otherwise.</summary>
    public string DefaultType { get; init; } = "text/plain";

    /// <summary>Lower case; nonsense counts as text.</summary>
    public string Type
    {
        get
        {
            var type = ContentType.Value.ToLowerInvariant();
            if (type.Contains('/', StringComparison.Ordinal))
                return type;
            return type.Length == 0 || type == "text" ? "text/plain"
                : type == "html" ? "text/html"
                : "application/octet-stream";
        }
    }

    public bool IsMultipart => Type.StartsWith("multipart/", StringComparison.Ordinal);
    public bool IsMessage => Type is "message/rfc822" or "message/global";
    public bool IsText => Type.StartsWith("text/", StringComparison.Ordinal);
    public string? FileName => Disposition["filename"] ?? ContentType["name"];
    public string? ContentId => Unfolded("Content-ID")?.Trim('<', '>', ' ');

    public string? Unfolded(string name)
    {
        foreach (var field in Headers)
        {
            if (string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase))
                return field.Unfolded();
        }
        return null;
    }

    public string? Decoded(string name) => Unfolded(name) is { } text ? EncodedWords.Decode(text) : null;

    public IEnumerable<string> All(string name) =>
        Headers.Where(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase)).Select(f => f.Unfolded());

    public ReadOnlyMemory<byte> DecodeBytes() =>
        (Unfolded("Content-Transfer-Encoding") ?? "").Trim().TrimEnd(';').ToLowerInvariant() switch
        {
            "base64" => TransferEncodings.Base64(Body.Span),
            "quoted-printable" => TransferEncodings.QuotedPrintable(Body.Span),
            _ => Body,
        };

    public string DecodeText(ICollection<string> defects) =>
        Charsets
            .Decode(DecodeBytes().Span, ContentType["charset"], defects)
            .Replace("\0", "", StringComparison.Ordinal);
}
