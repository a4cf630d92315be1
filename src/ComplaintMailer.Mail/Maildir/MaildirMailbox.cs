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
    private readonly string processed;
    private readonly string quarantine;
    private readonly MaildirWatch watch;

    /// <param name="processed">The subfolder for handled mail, in the Maildir++ manner: a dot is put before its name.</param>
    public MaildirMailbox(string path, string processed = "Processed", string quarantine = "Quarantine")
    {
        this.path = path;
        this.processed = Sub(processed);
        this.quarantine = Sub(quarantine);
        watch = new MaildirWatch(Path.Combine(path, "new"));
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
        watch.Seen();
        foreach (var name in Names())
        {
            ct.ThrowIfCancellationRequested();
            yield return new MaildirItem(path, name);
        }
        await Task.CompletedTask;
    }

    /// <summary>Of all mails that lie there, in the order in which they came.</summary>
    private List<string> Names()
    {
        var names = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            foreach (var folder in new[] { "new", "cur" })
            foreach (var file in Directory.EnumerateFiles(Path.Combine(path, folder)))
            {
                var name = Path.GetFileName(file);
                // A reader moves a file from new/ to cur/ while we look, so that it can show up in both.
                if (!name.StartsWith('.') && known.Add(MaildirFolder.Unique(name)))
                    names.Add(name);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MailboxException($"The Maildir {path} can't be listed: {e.Message}", e);
        }
        // Names begin with the time of delivery, so name order is the order of arrival.
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    public Task File(MailboxItem item, MailboxFolder folder, CancellationToken ct)
    {
        var target = folder == MailboxFolder.Processed ? processed : quarantine;
        var mail = (MaildirItem)item;
        try
        {
            // A reader may rename the file in between; then it is looked for again.
            for (var attempt = 0; attempt < 5 && mail.Find() is { } source; attempt++)
            {
                try
                {
                    if (TryMove(source, Path.Combine(target, "cur"), mail.Id))
                        break;
                }
                catch (DirectoryNotFoundException)
                {
                    MaildirFolder.MakeSub(target);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MailboxException($"A mail in {path} can't be moved to {target}: {e.Message}", e);
        }
        return Task.CompletedTask;
    }

    public Task<bool> WaitForMail(TimeSpan atMost, CancellationToken ct) => watch.Wait(atMost, ct);

    public Task KeepSent(IReadOnlyList<ReadOnlyMemory<byte>> mails, CancellationToken ct) => Task.CompletedTask;

    public Task<bool?> WasSent(string messageId, CancellationToken ct) => Task.FromResult<bool?>(null);

    public ValueTask DisposeAsync()
    {
        watch.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Marks the mail as seen and keeps what marks it has; a namesake that lies there already is left alone.</summary>
    private static bool TryMove(string source, string folder, string id)
    {
        var marks = MaildirFolder.Marks(Path.GetFileName(source));
        // The standard wants the marks in the order of the alphabet.
        marks = string.Concat(marks.Append('S').Distinct().Order());
        for (var twin = 0; ; twin++)
        {
            var name = twin == 0 ? id : $"{id}.{twin}";
            try
            {
                System.IO.File.Move(source, Path.Combine(folder, $"{name}:2,{marks}"), overwrite: false);
                return true;
            }
            catch (FileNotFoundException)
            {
                return false;
            }
            catch (IOException) when (twin < 1000 && System.IO.File.Exists(Path.Combine(folder, $"{name}:2,{marks}")))
            { }
        }
    }

    private string Sub(string name) => Path.Combine(path, "." + name.Trim('.').Replace('/', '.'));
}
