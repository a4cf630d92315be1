namespace ComplaintMailer.Mail.Writing;

/// <summary>A mail to be written. Values are plain text; the writer encodes, folds and refuses line breaks in headers.</summary>
public sealed record OutgoingMail
{
    public required MailAddress From { get; init; }
    public required IReadOnlyList<MailAddress> To { get; init; }
    public IReadOnlyList<MailAddress> Cc { get; init; } = [];
    public MailAddress? ReplyTo { get; init; }
    public required string Subject { get; init; }

    /// <summary>Without angle brackets.</summary>
    public required string MessageId { get; init; }
    public required DateTimeOffset Date { get; init; }
    public string? InReplyTo { get; init; }
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Further fields, written after the ones above in this order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
    public required string Text { get; init; }
    public string? Html { get; init; }

    /// <summary>The HTML where it is no string, but in memory that somebody has borrowed and gives back once the mail is written.</summary>
    public ReadOnlyMemory<char>? Page { get; init; }

    /// <summary>Parts the HTML shows by <c>cid:</c>.</summary>
    public IReadOnlyList<OutgoingPart> Related { get; init; } = [];
    public IReadOnlyList<OutgoingPart> Attachments { get; init; } = [];

    /// <summary>Written as Content-Language.</summary>
    public string? Language { get; init; }
}

/// <param name="ContentId">Without angle brackets; compulsory in <see cref="OutgoingMail.Related"/>.</param>
public sealed record OutgoingPart(
    string Name,
    string Type,
    ReadOnlyMemory<byte> Content,
    string? ContentId = null,
    IReadOnlyList<KeyValuePair<string, string>>? TypeParameters = null
);

/// <summary>Writes a mail as bytes with CRLF line ends. The same mail gives the same bytes.</summary>
public interface IMailWriter
{
    byte[] Write(OutgoingMail mail);

    /// <summary>The same in memory that is borrowed, for who needs it only a moment: dispose of it to give it back.</summary>
    MailBytes Fill(OutgoingMail mail);
}
