using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ComplaintMailer.Database;

/// <summary>
/// Copies SQLite's write-ahead log into the database beside the work. SQLite would do it in the commit that finds the log long enough,
/// and whoever writes would wait for all these pages and for the disk.
/// </summary>
internal sealed class LogCopier(Register register) : IDisposable
{
    /// <summary>16 MB: a page that changes with each mail is copied once for many.</summary>
    private const int PagesBetween = 4096;

    /// <summary>
    /// 64 MB. The log begins anew when all of it has been copied at the moment somebody writes; where somebody always does, that
    /// moment has to be made.
    /// </summary>
    private const int PagesMost = 4 * PagesBetween;

    /// <summary>Should copying beside the work fail, or never catch up, whoever writes does it and waits.</summary>
    public const int PagesUnheard = 8 * PagesBetween;

    private readonly Lock turn = new();
    private Task copying = Task.CompletedTask;
    private int copiedAt;

    /// <summary>After each commit, with the connection that wrote.</summary>
    public void Wrote(SqliteConnection connection)
    {
        _ = raw.sqlite3_db_status(connection.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var written, out _, 0);
        lock (turn)
        {
            // A connection that took the place of one that failed counts from nothing.
            if (written < copiedAt)
                copiedAt = 0;
            if (written - copiedAt < PagesBetween || !copying.IsCompleted)
                return;
            copiedAt = written;
            copying = Task.Run(Copy);
        }
    }

    /// <summary>Waits for what is under way.</summary>
    public void Dispose() => copying.Wait();

    private void Copy()
    {
        try
        {
            register.CopyLog(PagesMost);
        }
        catch (SqliteException)
        {
            // A full disk, say. What can't be copied stays in the log, where it is as safe, and is tried again with the next pages.
        }
    }
}
