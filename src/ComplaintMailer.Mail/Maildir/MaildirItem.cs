using ComplaintMailer.Mail.Mailboxes;

namespace ComplaintMailer.Mail.Maildir;

/// <summary>One file of a Maildir, found again under whatever marks readers have given it since.</summary>
internal sealed class MaildirItem(string path, string fileName) : MailboxItem
{
    /// <summary>What one array can hold, with room to spare; a larger file is set aside by hand.</summary>
    private const long BytesMax = 1L << 30;
    private string fileName = fileName;

    public override string Id { get; } = MaildirFolder.Unique(fileName);
    public override DateTimeOffset? TakenInAt => null;
    public override DateTimeOffset? FileTime =>
        Find() is { } file ? new DateTimeOffset(System.IO.File.GetLastWriteTimeUtc(file), TimeSpan.Zero) : null;
    public override long Size
    {
        get
        {
            try
            {
                return Find() is { } file ? new FileInfo(file).Length : 0;
            }
            catch (IOException)
            {
                return 0;
            }
        }
    }
    public override MailboxMark? Mark => null;

    public override async Task<ReadOnlyMemory<byte>> Open(CancellationToken ct)
    {
        // A reader may rename the file between finding and opening it; a second look finds it under its new name.
        for (var attempt = 1; ; attempt++)
        {
            if (Find() is not { } file)
                throw new MailUnreadableException($"{Id} is gone.") { IsGone = true };
            try
            {
                return await ReadSettled(file, ct);
            }
            catch (FileNotFoundException) when (attempt < 5) { }
            catch (FileNotFoundException e)
            {
                throw new MailUnreadableException($"{Id} vanished while it was read.", e) { IsGone = true };
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new MailUnreadableException($"{Id} can't be read: {e.Message}", e);
            }
        }
    }

    /// <summary>Where the file is now, or null when it is gone.</summary>
    public string? Find()
    {
        foreach (var folder in new[] { "new", "cur" })
        {
            var straight = Path.Combine(path, folder, fileName);
            if (System.IO.File.Exists(straight))
                return straight;
        }
        var cur = Path.Combine(path, "cur");
        if (!Directory.Exists(cur))
            return null;
        var found = Directory.EnumerateFiles(cur).FirstOrDefault(f => MaildirFolder.Unique(Path.GetFileName(f)) == Id);
        if (found is not null)
            fileName = Path.GetFileName(found);
        return found;
    }

    /// <summary>
    /// A file in new/ should be whole, but not every program that drops one there writes it elsewhere first: one that
    /// grows while it is read is read again.
    /// </summary>
    private static async Task<ReadOnlyMemory<byte>> ReadSettled(string file, CancellationToken ct)
    {
        while (true)
        {
            var length = new FileInfo(file).Length;
            if (length > BytesMax)
                throw new IOException($"it is larger than {BytesMax >> 20} MB");
            var bytes = await System.IO.File.ReadAllBytesAsync(file, ct);
            if (new FileInfo(file).Length == bytes.Length || !System.IO.File.Exists(file))
                return bytes;
        }
    }
}
