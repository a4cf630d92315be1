namespace ComplaintMailer.Mail.Mime;

/// <summary>
/// A mail or a part of one: its header fields and what is within. The bytes are those of the mail, not copies; decoding
/// happens when asked for, and never throws.
/// </summary>
public sealed class MimeEntity
{
    private static readonly HeaderParameters NoParameters = HeaderParameters.Read("");

    private readonly List<HeaderField> headers;
    private List<MimeEntity>? children;
    private IReadOnlyList<MimeEntity>? embedded;
    private HeaderParameters? contentType;
    private HeaderParameters? disposition;
    private string? type;

    internal MimeEntity(List<HeaderField> headers, ReadOnlyMemory<byte> body, int depth, string defaultType)
    {
        this.headers = headers;
        Body = body;
        Depth = depth;
        DefaultType = defaultType;
    }

    /// <summary>All fields in the order of the mail.</summary>
    public IReadOnlyList<HeaderField> Headers => headers;

    /// <summary>What stands behind the blank line, still encoded.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The parts of a multipart, or the one message within a message/rfc822.</summary>
    public IReadOnlyList<MimeEntity> Children => children ?? (IReadOnlyList<MimeEntity>)[];

    /// <summary>0 for the mail itself.</summary>
    public int Depth { get; }

    /// <summary>What it is when it does not say so: within multipart/digest a part is a message.</summary>
    internal string DefaultType { get; }

    /// <summary>
    /// What is hidden within this part: uuencoded files in a text, and the text and files of Outlook's winmail.dat. The part
    /// itself stays what it is, save that <see cref="DecodeText"/> leaves the uuencoded lines out.
    /// </summary>
    public IReadOnlyList<MimeEntity> Embedded => embedded ??= EmbeddedParts.Of(this);

    public HeaderParameters ContentType =>
        contentType ??= Unfolded("Content-Type") is { Length: > 0 } given ? HeaderParameters.Read(given) : NoParameters;

    public HeaderParameters Disposition =>
        disposition ??= Unfolded("Content-Disposition") is { Length: > 0 } given
            ? HeaderParameters.Read(given)
            : NoParameters;

    /// <summary>The media type in lower case, always with a slash; nonsense counts as text when it names a text, else as bytes.</summary>
    public string Type => type ??= ReadType();

    public bool IsMultipart => Type.StartsWith("multipart/", StringComparison.Ordinal);
    public bool IsMessage => Type is "message/rfc822" or "message/global";
    public bool IsText => Type.StartsWith("text/", StringComparison.Ordinal);

    public string? FileName => GivenName ?? Disposition["filename"] ?? ContentType["name"];

    /// <summary>The name of a file that was found within another part and has no header to name it.</summary>
    internal string? GivenName { get; init; }

    /// <summary>Without angle brackets.</summary>
    public string? ContentId => Unfolded("Content-ID")?.Trim('<', '>', ' ');

    /// <summary>How the body is encoded, as far as the label can be understood.</summary>
    public TransferEncoding TransferEncoding => TransferEncodings.Named(Unfolded("Content-Transfer-Encoding"));

    /// <summary>The first field of that name, unfolded, encoded words left as they are; null when there is none.</summary>
    public string? Unfolded(string name)
    {
        foreach (var field in headers)
        {
            if (string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase))
                return field.Unfolded();
        }
        return null;
    }

    /// <summary>The first field of that name as a person reads it; null when there is none.</summary>
    public string? Decoded(string name)
    {
        foreach (var field in headers)
        {
            if (string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase))
                return field.Decoded();
        }
        return null;
    }

    /// <summary>All fields of that name, unfolded.</summary>
    public IEnumerable<string> All(string name) =>
        headers.Where(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase)).Select(f => f.Unfolded());

    /// <summary>The mailboxes in all fields of that name.</summary>
    public IReadOnlyList<MailAddress> Addresses(string name)
    {
        IReadOnlyList<MailAddress> found = [];
        foreach (var field in headers)
        {
            if (!string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase))
                continue;
            var more = AddressList.Read(field.Unfolded());
            found = found.Count == 0 ? more : [.. found, .. more];
        }
        return found;
    }

    /// <summary>The message-ids in the first field of that name, without angle brackets.</summary>
    public IReadOnlyList<string> Ids(string name) => MessageIds.Read(Unfolded(name));

    /// <summary>The date in the first field of that name, also when it is written in a way of its own.</summary>
    public DateTimeOffset? Date(string name) => MailDates.Read(Unfolded(name));

    /// <summary>When the last server on the way took the mail in: the date of the topmost Received field.</summary>
    public DateTimeOffset? ReceivedDate() => MailDates.OfReceived(Unfolded("Received"));

    /// <summary>The body without its transfer encoding. Garbage in it is skipped.</summary>
    public ReadOnlyMemory<byte> DecodeBytes() => TransferEncodings.Decode(Body, TransferEncoding);

    /// <summary>The body as text, by its charset or, where the label is missing or lies, by what the bytes are.</summary>
    public string DecodeText(ICollection<string> defects)
    {
        var text = TextDecoder.Decode(this, defects);
        // Programs that write CRLF for every LF make two returns of one when the text had CRLF already.
        if (text.Contains("\r\r\n", StringComparison.Ordinal))
            text = text.Replace("\r\r\n", "\r\n", StringComparison.Ordinal);
        return Type == "text/plain" ? Uuencode.Without(text) : text;
    }

    internal void Add(MimeEntity child) => (children ??= []).Add(child);

    /// <summary>It has turned out to hold parts although it does not say so.</summary>
    internal void BecomeMultipart() => type = "multipart/mixed";

    private string ReadType()
    {
        var given = ContentType.Value;
        if (given.Length == 0)
            return DefaultType;
        var lower = given.ToLowerInvariant();
        var slash = lower.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && slash < lower.Length - 1)
            return lower;
        return lower.Trim('/') switch
        {
            "text" or "plain" or "ascii" => "text/plain",
            "html" => "text/html",
            "multipart" or "mixed" => "multipart/mixed",
            "message" or "rfc822" => "message/rfc822",
            // RFC 2045, section 5.2: what can't be understood is text. A file that has a name is none.
            _ => FileName is null ? "text/plain" : "application/octet-stream",
        };
    }
}
