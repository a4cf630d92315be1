namespace ComplaintMailer.Mail.Mime;

/// <summary>
/// A mail or a part of one: its header fields and what is within. The bytes are those of the mail, not copies; decoding
/// happens when asked for, and never throws.
/// </summary>
public sealed class MimeEntity
{
    private static readonly HeaderParameters NoParameters = HeaderParameters.Read("");

    private readonly HeaderPlace[] places;

    /// <summary>Signs of the names of its fields: most fields that are asked for are not there, and that is seen by these.</summary>
    private readonly ulong signs;

    /// <summary>Header and body.</summary>
    private readonly ReadOnlyMemory<byte> raw;
    private readonly int body;
    private List<MimeEntity>? children;
    private HeaderParameters? contentType;
    private HeaderParameters? disposition;

    /// <summary>What few have.</summary>
    private Rare? rare;

    /// <param name="isMessage">What it is when it does not say so.</param>
    internal MimeEntity(HeaderPlace[] places, ReadOnlyMemory<byte> raw, int body, int depth, bool isMessage)
    {
        this.places = places;
        signs = SignsOf(places);
        this.raw = raw;
        this.body = body;
        Depth = depth;
        if (isMessage)
            rare = new Rare { IsMessage = true };
    }

    /// <summary>A file found within another part: its bytes do not stand below its header.</summary>
    internal MimeEntity(EmbeddedHeader header, ReadOnlyMemory<byte> content, int depth, string? fileName)
    {
        places = header.Places;
        signs = SignsOf(places);
        raw = header.Raw;
        Depth = depth;
        rare = new Rare { Content = content, FileName = fileName };
    }

    /// <summary>All fields in the order of the mail.</summary>
    public HeaderFields Headers => new(places, raw);

    /// <summary>What stands behind the blank line, still encoded.</summary>
    public ReadOnlyMemory<byte> Body => rare?.Content ?? raw[body..];

    /// <summary>The parts of a multipart, or the one message within a message/rfc822.</summary>
    public IReadOnlyList<MimeEntity> Children => children ?? (IReadOnlyList<MimeEntity>)[];

    /// <summary>0 for the mail itself.</summary>
    public int Depth { get; }

    /// <summary>
    /// What is hidden within this part: uuencoded files in a text, and the text and files of Outlook's winmail.dat. The part
    /// itself stays what it is, save that <see cref="DecodeText"/> leaves the uuencoded lines out.
    /// </summary>
    public IReadOnlyList<MimeEntity> Embedded
    {
        get
        {
            if (rare?.Embedded is { } known)
                return known;
            var found = EmbeddedParts.Of(this);
            if (found.Count > 0)
                (rare ??= new()).Embedded = found;
            return found;
        }
    }

    /// <summary>As it was written; <see cref="Type"/> is what it comes down to.</summary>
    public HeaderParameters ContentType => contentType ??= Parameters("Content-Type");

    /// <summary>Content-Disposition: whether it is shown or hangs on, and its name.</summary>
    public HeaderParameters Disposition => disposition ??= Parameters("Content-Disposition");

    /// <summary>The media type in lower case, always with a slash; nonsense counts as text when it names a text, else as bytes.</summary>
    public string Type =>
        rare?.IsSplit == true ? "multipart/mixed"
        : ContentType.MediaType is { } known ? Given(known)
        : Unknown();

    public bool IsMultipart => Type.StartsWith("multipart/", StringComparison.Ordinal);
    public bool IsMessage => Type is "message/rfc822" or "message/global";
    public bool IsText => Type.StartsWith("text/", StringComparison.Ordinal);

    /// <summary>As its sender called it, perhaps with a path; null when it has no name.</summary>
    public string? FileName => rare?.FileName ?? Disposition["filename"] ?? ContentType["name"];

    /// <summary>Without angle brackets.</summary>
    public string? ContentId => Unfolded("Content-ID")?.Trim('<', '>', ' ');

    /// <summary>How the body is encoded, as far as the label can be understood.</summary>
    public TransferEncoding TransferEncoding
    {
        get
        {
            if (Find("Content-Transfer-Encoding") is not { } given)
                return TransferEncoding.None;
            using var label = new FieldText(given, stackalloc char[FieldText.OnStack]);
            return TransferEncodings.Named(label.Text);
        }
    }

    /// <summary>The first field of that name, unfolded, encoded words left as they are; null when there is none.</summary>
    public string? Unfolded(string name) => Find(name)?.Unfolded();

    /// <summary>The first field of that name as a person reads it; null when there is none.</summary>
    public string? Decoded(string name) => Find(name)?.Decoded();

    /// <summary>All fields of that name, unfolded.</summary>
    public IEnumerable<string> All(string name)
    {
        foreach (var place in places)
        {
            if (place.Is(name))
                yield return place.In(raw).Unfolded();
        }
    }

    /// <summary>Whether there is a field of that name.</summary>
    public bool Has(string name) => Find(name) is not null;

    internal int Count(string name)
    {
        var count = 0;
        foreach (var place in places)
        {
            if (place.Is(name))
                count++;
        }
        return count;
    }

    /// <summary>The mailboxes in all fields of that name.</summary>
    public IReadOnlyList<MailAddress> Addresses(string name)
    {
        IReadOnlyList<MailAddress> found = [];
        if ((signs & HeaderPlace.Sign(name)) == 0)
            return found;
        foreach (var place in places)
        {
            if (!place.Is(name))
                continue;
            var more = AddressList.Read(place.In(raw));
            found = found.Count == 0 ? more : [.. found, .. more];
        }
        return found;
    }

    /// <summary>The first mailbox of the first field of that name; null when that has none.</summary>
    public MailAddress? FirstAddress(string name) =>
        Find(name) is { } field && AddressList.Read(field) is { Count: > 0 } found ? found[0] : null;

    /// <summary>The message-ids in the first field of that name, without angle brackets.</summary>
    public IReadOnlyList<string> Ids(string name)
    {
        if (Find(name) is not { } field)
            return [];
        using var value = new FieldText(field, stackalloc char[FieldText.OnStack]);
        return MessageIds.Read(value.Text);
    }

    /// <summary>The first of them; null when there is none.</summary>
    public string? Id(string name)
    {
        var ids = Ids(name);
        return ids.Count > 0 ? ids[0] : null;
    }

    /// <summary>The date in the first field of that name, also when it is written in a way of its own.</summary>
    public DateTimeOffset? Date(string name)
    {
        if (Find(name) is not { } field)
            return null;
        using var value = new FieldText(field, stackalloc char[FieldText.OnStack]);
        return MailDates.Read(value.Text);
    }

    /// <summary>When the last server on the way took the mail in: the date of the topmost Received field.</summary>
    public DateTimeOffset? ReceivedDate()
    {
        if (Find("Received") is not { } field)
            return null;
        using var value = new FieldText(field, stackalloc char[FieldText.OnStack]);
        return MailDates.OfReceived(value.Text);
    }

    /// <summary>The body without its transfer encoding. Garbage in it is skipped.</summary>
    public ReadOnlyMemory<byte> DecodeBytes() => TransferEncodings.Decode(Body, TransferEncoding);

    /// <summary>How many bytes <see cref="DecodeBytes"/> has.</summary>
    internal int DecodedLength() =>
        TransferEncoding is TransferEncoding.Base64 && Base64Decoder.Length(Body.Span) is { } length
            ? length
            : DecodeBytes().Length;

    /// <summary>The body as text, by its charset or, where the label is missing or lies, by what the bytes are.</summary>
    public string DecodeText(ICollection<string> defects)
    {
        var text = TextDecoder.Decode(this, defects);
        // Programs that write CRLF for every LF make two returns of one when the text had CRLF already.
        if (text.Contains("\r\r\n", StringComparison.Ordinal))
            text = text.Replace("\r\r\n", "\r\n", StringComparison.Ordinal);
        return Type == "text/plain" ? Uuencode.Without(text) : text;
    }

    internal void Add(MimeEntity child) => (children ??= new(2)).Add(child);

    /// <summary>It has turned out to hold parts although it does not say so.</summary>
    internal void BecomeMultipart() => (rare ??= new()).IsSplit = true;

    private static ulong SignsOf(HeaderPlace[] places)
    {
        ulong all = 0;
        foreach (var place in places)
            all |= HeaderPlace.Sign(place.Name);
        return all;
    }

    private HeaderField? Find(string name)
    {
        if ((signs & HeaderPlace.Sign(name)) == 0)
            return null;
        foreach (var place in places)
        {
            if (place.Is(name))
                return place.In(raw);
        }
        return null;
    }

    private HeaderParameters Parameters(string name) =>
        Find(name) is { } field ? KnownParameters.Of(field) : NoParameters;

    private string Given(string type) =>
        type.Length > 0 ? type
        : rare?.IsMessage == true ? "message/rfc822"
        : "text/plain";

    /// <summary>RFC 2045, section 5.2: what can't be understood is text. A file that has a name is none.</summary>
    private string Unknown() => FileName is null ? "text/plain" : "application/octet-stream";

    private sealed class Rare
    {
        public bool IsMessage { get; init; }
        public bool IsSplit { get; set; }
        public ReadOnlyMemory<byte>? Content { get; init; }
        public string? FileName { get; init; }
        public IReadOnlyList<MimeEntity>? Embedded { get; set; }
    }
}
