namespace ComplaintMailer.Mail.Maildir;

/// <summary>
/// Tells when something has come into a folder since it was last asked. Kept between waits, so that a mail that comes
/// while others are being handled is not slept over. Where the system can't watch, only time passes.
/// </summary>
internal sealed class MaildirWatch(string folder) : IDisposable
{
    /// <summary>Mails come in bursts, and not every program writes a file elsewhere first: a moment's patience serves both.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(100);

    /// <summary>Where the folder can't be watched, somebody looks after such a time.</summary>
    private static readonly TimeSpan Blind = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim came = new(0, 1);
    private FileSystemWatcher? watcher;

    /// <returns>Whether there may be mail.</returns>
    public async Task<bool> Wait(TimeSpan atMost, CancellationToken ct)
    {
        // The first wait only begins the watch: what came before is not known, so there may be mail.
        if (watcher is null && Begin())
            return true;
        var canTell = watcher is not null;
        if (await came.WaitAsync(canTell || atMost < Blind ? atMost : Blind, ct))
            await Task.Delay(Settle, ct);
        else if (canTell)
            return false;
        return true;
    }

    /// <summary>Called before the folder is listed: what came until now will be seen by that listing.</summary>
    public void Seen() => came.Wait(0);

    public void Dispose()
    {
        watcher?.Dispose();
        watcher = null;
        came.Dispose();
    }

    private bool Begin()
    {
        FileSystemWatcher? begun = null;
        try
        {
            begun = new FileSystemWatcher(folder) { NotifyFilter = NotifyFilters.FileName };
            begun.Created += (_, _) => Signal();
            begun.Renamed += (_, _) => Signal();
            begun.Error += (_, _) => GiveUp();
            begun.EnableRaisingEvents = true;
            watcher = begun;
            return true;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // Out of inotify watches, or the folder is away for the moment: the poll still sees every mail.
            begun?.Dispose();
            return false;
        }
    }

    private void Signal()
    {
        try
        {
            came.Release();
        }
        catch (SemaphoreFullException) { }
        catch (ObjectDisposedException) { }
    }

    /// <summary>The folder went away or too much happened at once: look now, and watch anew at the next wait.</summary>
    private void GiveUp()
    {
        Interlocked.Exchange(ref watcher, null)?.Dispose();
        Signal();
    }
}
