using System.Globalization;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Mail.Imap;

/// <summary>One mail of an IMAP folder.</summary>
internal sealed class ImapItem(ImapListing listing, int index, uint validity, ImapMailInfo info) : MailboxItem
{
    public override string Id { get; } = string.Create(CultureInfo.InvariantCulture, $"{validity}/{info.Uid}");
    public override DateTimeOffset? TakenInAt => info.TakenInAt;
    public override DateTimeOffset? FileTime => null;
    public override long Size => info.Size;
    public override MailboxMark Mark => new(validity, info.Uid);

    public override async Task<ReadOnlyMemory<byte>> Open(CancellationToken ct) => await listing.Open(index, ct);

    public override Task Read(Action<ReadOnlySpan<byte>> take, CancellationToken ct) =>
        info.Size < MailSkeleton.Large ? base.Read(take, ct) : listing.Read(index, take, ct);
}
