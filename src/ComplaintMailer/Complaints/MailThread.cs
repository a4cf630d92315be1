using System.Text.Json;

namespace ComplaintMailer.Complaints;

/// <summary>The mail that a letter answers.</summary>
internal sealed record Answered(string? MessageId, IReadOnlyList<string> References);

/// <summary>Message-IDs of the complainant's mails, oldest first, so that our letters stand under them in a mail program.</summary>
internal sealed record MailThread(IReadOnlyList<string> Ids)
{
    /// <summary>The first keeps the thread together, the last few keep it in order; what lies between helps nobody.</summary>
    private const int Most = 8;

    public static MailThread Empty { get; } = new([]);

    public MailThread With(string? id) =>
        id is null || Ids.Contains(id) ? this
        : Ids.Count < Most ? new([.. Ids, id])
        : new([Ids[0], .. Ids.Skip(2), id]);

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(Ids);

    public static MailThread Read(ReadOnlySpan<byte> json) => new(JsonSerializer.Deserialize<string[]>(json) ?? []);
}
