using ComplaintMailer.Mail.Mailboxes;
using Microsoft.Win32.SafeHandles;

namespace ComplaintMailer.Mail.Maildir;

/// <summary>One file of a Maildir, found again under whatever marks readers have given it since.</summary>
internal sealed class MaildirItem(string path, string fileName) : MailboxItem
{
    /// <summary>What one array can hold, with room to spare; a larger file is set aside by hand.</summary>
    private const long BytesMax = 1L << 30;
    private const int PieceBytes = 64 * 1024;
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

    public override Task<ReadOnlyMemory<byte>> Open(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(Read());
    }

    public override Task Read(Action<ReadOnlySpan<byte>> take, CancellationToken ct) =>
        Task.FromResult(
            Found(file =>
            {
                Pass(file, take, ct);
                return true;
            })
        );

    private ReadOnlyMemory<byte> Read() => Found(ReadSettled);

    /// <summary>At once: a file of a few kilobytes on this machine takes less time than having another thread wait for it.</summary>
    private T Found<T>(Func<string, T> read)
    {
        // A reader may rename the file between finding and opening it; a second look finds it under its new name.
        for (var attempt = 1; ; attempt++)
        {
            if (Find() is not { } file)
                throw new MailUnreadableException($"{Id} is gone.") { IsGone = true };
            try
            {
                return read(file);
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
    private static ReadOnlyMemory<byte> ReadSettled(string file)
    {
        using var handle = Opened(file);
        while (true)
        {
            var length = RandomAccess.GetLength(handle);
            if (length > BytesMax)
                throw new IOException($"it is larger than {BytesMax >> 20} MB");
            var bytes = new byte[length];
            var read = 0;
            while (read < length && RandomAccess.Read(handle, bytes.AsSpan(read), read) is > 0 and var more)
                read += more;
            if (RandomAccess.GetLength(handle) == read)
                return bytes;
        }
    }

    /// <summary>A large one that still grows is left for the next time.</summary>
    private static void Pass(string file, Action<ReadOnlySpan<byte>> take, CancellationToken ct)
    {
        using var handle = Opened(file);
        var bytes = new byte[PieceBytes];
        var length = RandomAccess.GetLength(handle);
        if (length > BytesMax)
            throw new IOException($"it is larger than {BytesMax >> 20} MB");
        var read = 0L;
        while (RandomAccess.Read(handle, bytes, read) is > 0 and var more)
        {
            ct.ThrowIfCancellationRequested();
            take(bytes.AsSpan(0, more));
            read += more;
        }
        if (read != length)
            throw new IOException("it is still being written");
    }

    private static SafeFileHandle Opened(string file) =>
        System.IO.File.OpenHandle(
            file,
            share: FileShare.ReadWrite | FileShare.Delete,
            options: FileOptions.SequentialScan
        );
}
