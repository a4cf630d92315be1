using ComplaintMailer.Mail.Mailboxes;

namespace ComplaintMailer.Mail.Maildir;

/// <summary>One file of a Maildir, found again under whatever marks readers have given it since.</summary>
internal sealed class MaildirItem(string path, string fileName) : MailboxItem
{
    public override string Id { get; } = MaildirFolder.Unique(fileName);
    public override DateTimeOffset? TakenInAt => null;
    public override DateTimeOffset? FileTime =>
        Find() is { } file ? new DateTimeOffset(System.IO.File.GetLastWriteTimeUtc(file), TimeSpan.Zero) : null;
    public override long Size => Find() is { } file ? new FileInfo(file).Length : 0;
    public override MailboxMark? Mark => null;

    public override async Task<ReadOnlyMemory<byte>> Open(CancellationToken ct)
    {
        if (Find() is not { } file)
            throw new MailUnreadableException($"{Id} is gone.") { IsGone = true };
        try
        {
            return await System.IO.File.ReadAllBytesAsync(file, ct);
        }
        catch (FileNotFoundException e)
        {
            throw new MailUnreadableException($"{Id} vanished while it was read.", e) { IsGone = true };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MailUnreadableException($"{Id} can't be read: {e.Message}", e);
        }
    }

    public string? Find()
    {
        foreach (var folder in new[] { "new", "cur" })
        {
            var straight = Path.Combine(path, folder, fileName);
            if (System.IO.File.Exists(straight))
                return straight;
        }
        var cur = Path.Combine(path, "cur");
        return Directory.Exists(cur)
            ? Directory
                .EnumerateFiles(cur, Id + "*")
                .FirstOrDefault(f => MaildirFolder.Unique(Path.GetFileName(f)) == Id)
            : null;
    }
}
