using ComplaintMailer.Mail.Mime;

namespace ComplaintMailer.Mail.Reading;

/// <summary>Who or what wrote a mail.</summary>
public enum MailKind
{
    /// <summary>Somebody wrote it.</summary>
    Person,

    /// <summary>A program wrote it: an out-of-office note, a list, a newsletter, another system.</summary>
    Automatic,

    /// <summary>A mail server says that a mail could not, or not yet, be delivered.</summary>
    Bounce,

    /// <summary>A read or delivery receipt, or an abuse report (ARF).</summary>
    Receipt,
}

/// <summary>What could be understood of a mail. Reading never throws: what was wrong stands in <see cref="Defects"/>.</summary>
public sealed record ReadMail
{
    public required MailKind Kind { get; init; }

    /// <summary>Why the kind was chosen, for people: <c>Auto-Submitted: auto-replied</c>.</summary>
    public required string Why { get; init; }

    /// <summary>
    /// True when the mail counts as automatic only because it came through a list or was sent in bulk, while its words may be
    /// a person's: it is not answered by a machine, but a person must look at it.
    /// </summary>
    public bool MayBePerson { get; init; }

    /// <summary>True when an automatic mail is an out-of-office note.</summary>
    public bool IsAbsenceNote { get; init; }

    /// <summary>The date of return named in an out-of-office note, as <c>yyyy-MM-dd</c>; shown to people, never trusted.</summary>
    public string? AbsentUntil { get; init; }

    /// <summary>Without angle brackets.</summary>
    public string? MessageId { get; init; }
    public string? InReplyTo { get; init; }
    public IReadOnlyList<string> References { get; init; } = [];
    public DateTimeOffset? Date { get; init; }

    /// <summary>The date of the topmost Received header: when our own server took the mail in.</summary>
    public DateTimeOffset? Received { get; init; }
    public MailAddress? From { get; init; }
    public MailAddress? Sender { get; init; }
    public string? ReturnPath { get; init; }
    public IReadOnlyList<MailAddress> ReplyTo { get; init; } = [];
    public IReadOnlyList<MailAddress> To { get; init; } = [];
    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    /// <summary>Every address the mail was delivered to: To, Cc, Delivered-To, X-Original-To, Envelope-To; lower case, in that order, once each.</summary>
    public IReadOnlyList<string> DeliveredTo { get; init; } = [];
    public string Subject { get; init; } = "";

    /// <summary>The decoded readable body.</summary>
    public string Text { get; init; } = "";

    /// <summary>The person's own words: the body without quoted mail, signature and footers.</summary>
    public string Reply { get; init; } = "";

    /// <summary>What was taken off below the person's own words: closing, name, function, telephone, device, footers. Shown and searched for contact data only.</summary>
    public string Signature { get; init; } = "";

    /// <summary>True when quoted mail was found and cut (or kept between interleaved answers).</summary>
    public bool HasQuote { get; init; }

    /// <summary>True when the mail passes on another person's mail (FW, WG, Doorst, TR, or a forwarded message within).</summary>
    public bool IsForward { get; init; }

    /// <summary>Who wrote the mail that is passed on, where it says so.</summary>
    public MailAddress? ForwardedFrom => Forwarded?.From;

    /// <summary>The mail that is passed on, in the text or attached to it, as far as it can be read.</summary>
    public ForwardedMail? Forwarded { get; init; }
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];
    public BounceReport? Bounce { get; init; }

    /// <summary><c>nl</c> or <c>en</c> (or another two-letter code) where the words show it.</summary>
    public string? Language { get; init; }

    /// <summary>Marked as spam upstream (X-Spam-Flag: YES and the like).</summary>
    public bool IsMarkedSpam { get; init; }

    /// <summary>
    /// All header fields in order, as name and value; names as they stand in the mail. A value is decoded each time it is
    /// looked at: <see cref="Header"/> finds one without decoding the others.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Label and value lines of a web form's HTML tables or "Label: value" text, in order of appearance.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> FormLines { get; init; } = [];

    /// <summary>What was wrong with the mail, for people.</summary>
    public IReadOnlyList<string> Defects { get; init; } = [];

    /// <summary>The first field of that name, decoded; null when there is none.</summary>
    public string? Header(string name) =>
        Headers is DecodedHeaders decoded
            ? decoded.Named(name)
            : Headers.FirstOrDefault(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}

/// <summary>A mail that another passes on.</summary>
public sealed record ForwardedMail(MailAddress? From, DateTimeOffset? Date, string? Subject, string Text);

/// <summary>A part that is not the body.</summary>
/// <param name="Size">Of what is in it, decoded.</param>
public sealed record MailAttachment(string Name, string Type, long Size, bool Inline, string? ContentId)
{
    /// <summary>Null: the file is too large to be held.</summary>
    internal MimeEntity? Part { get; init; }

    /// <summary>
    /// Decoded, each time it is asked for: when a mail is read nobody looks into its files. Of a file too large to be held it is empty.
    /// </summary>
    public ReadOnlyMemory<byte> Content =>
        Part is null ? default
        : Part.IsMessage ? Part.Body
        : Part.DecodeBytes();
}

/// <summary>What a delivery report says.</summary>
public sealed record BounceReport(IReadOnlyList<BouncedRecipient> Recipients, string? OriginalMessageId);

/// <param name="Action"><c>failed</c>, <c>delayed</c>, <c>delivered</c>, <c>relayed</c> or <c>expanded</c>.</param>
/// <param name="Status">The enhanced status code (RFC 3463), such as <c>5.1.1</c>, where given or deduced.</param>
public sealed record BouncedRecipient(string Address, string Action, string? Status, string? Diagnostic);
