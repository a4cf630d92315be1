using System.Runtime.CompilerServices;
using ComplaintMailer.Mail.Mailboxes;

namespace ComplaintMailer.Mail.Maildir;

/// <summary>
/// A Maildir: mails in <c>new/</c> and <c>cur/</c> are to be handled, <c>.Processed</c> and <c>.Quarantine</c> hold what has been.
/// Other programs may read and mark mails meanwhile; a mark only changes a file's name behind the colon.
/// </summary>
public sealed class MaildirMailbox : IMailbox
{
    private readonly string path;

    public MaildirMailbox(string path)
    {
        this.path = path;
        try
        {
            MaildirFolder.Make(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MailboxException($"The Maildir {path} can't be used: {e.Message}", e);
        }
    }

    public async IAsyncEnumerable<MailboxItem> List(MailboxMark? after, [EnumeratorCancellation] CancellationToken ct)
    {
        List<FileInfo> files;
        try
        {
            files =
            [
                .. new[] { "new", "cur" }
                    .SelectMany(folder => new DirectoryInfo(Path.Combine(path, folder)).EnumerateFiles())
                    .Where(f => !f.Name.StartsWith('.')),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MailboxException($"The Maildir {path} can't be listed: {e.Message}", e);
        }
        // Names begin with the time of delivery, so name order is the order of arrival.
        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (var file in files)
        {
            ct.ThrowIfCancellationRequested();
            yield return new MaildirItem(path, file.Name);
        }
        await Task.CompletedTask;
    }

    public Task File(MailboxItem item, MailboxFolder folder, CancellationToken ct)
    {
        var target = Path.Combine(path, folder == MailboxFolder.Processed ? ".Processed" : ".Quarantine");
        try
        {
            MaildirFolder.Make(target);
            var mail = (MaildirItem)item;
            if (mail.Find() is { } source)
                System.IO.File.Move(source, Path.Combine(target, "cur", mail.Id + ":2,S"), overwrite: true);
        }
        catch (FileNotFoundException)
        {
            // Somebody else has moved it in this very moment: it is filed all the same.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MailboxException($"A mail in {path} can't be moved to {target}: {e.Message}", e);
        }
        return Task.CompletedTask;
    }

    public async Task WaitForMail(TimeSpan atMost, CancellationToken ct)
    {
        using var watcher = new FileSystemWatcher(Path.Combine(path, "new"));
        var came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Created += (_, _) => came.TrySetResult();
        watcher.Renamed += (_, _) => came.TrySetResult();
        watcher.EnableRaisingEvents = true;
        await Task.WhenAny(came.Task, Task.Delay(atMost, ct));
        ct.ThrowIfCancellationRequested();
    }

    public Task KeepSent(ReadOnlyMemory<byte> mail, CancellationToken ct) => Task.CompletedTask;

    public Task<bool?> WasSent(string messageId, CancellationToken ct) => Task.FromResult<bool?>(null);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
