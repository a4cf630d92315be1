using System.Collections.Concurrent;
using System.Data.Common;
using ComplaintMailer.Configuration;
using Microsoft.Data.Sqlite;

namespace ComplaintMailer.Database;

/// <summary>The database in which everything stands. Opens it, brings its schema up to date, and hands out sessions.</summary>
internal sealed class Register : IDisposable
{
    /// <summary>So often a transaction is tried when another node was ahead of it.</summary>
    private const int TriesMost = 5;

    private readonly string connectionString;

    /// <summary>The one used last goes first: what it has read is in its memory, and the others need hold nothing.</summary>
    private readonly ConcurrentStack<Session> idle = new();

    /// <summary>SQLite has one writer, and that is one connection: any other would have to read anew what this one wrote.</summary>
    private readonly ConcurrentStack<Session> idleWriter = new();
    private readonly SemaphoreSlim oneWriter = new(1, 1);
    private readonly LogCopier copier;

    /// <summary>One copies the log at a time. Taken before the turn to write, never after it.</summary>
    private readonly SemaphoreSlim oneCopier = new(1, 1);

    private Register(Dialect dialect, string connectionString)
    {
        Dialect = dialect;
        this.connectionString = connectionString;
        copier = new(this);
    }

    public Dialect Dialect { get; }

    public static Register Open(DataSettings data)
    {
        var register = Make(data);
        try
        {
            register.Use(Migrator.Migrate);
            if (!register.Dialect.IsPostgres)
                PrivateFiles.Restrict(data.Path);
        }
        catch (Exception e) when (e is DbException and not SqliteException { SqliteErrorCode: 5 })
        {
            register.Dispose();
            throw new OperatorException($"Data: the database can't be opened: {e.Message}", e);
        }
        catch
        {
            register.Dispose();
            throw;
        }
        return register;
    }

    /// <summary>Opens without touching the schema, for looking at what is wrong.</summary>
    public static Register Make(DataSettings data)
    {
        if (data.IsPostgres)
            return new(Dialect.Postgres, PostgresLibrary.Complete(data.ConnectionString));
        SqliteLibrary.Choose();
        PrivateFiles.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(data.Path))!);
        return new(
            Dialect.Sqlite,
            new SqliteConnectionStringBuilder
            {
                DataSource = data.Path,
                ForeignKeys = true,
                DefaultTimeout = 30,
                Pooling = false,
            }.ToString()
        );
    }

    /// <summary>Looks; changes nothing.</summary>
    public T Read<T>(Func<Session, T> look) => Use(look);

    /// <summary>Changes something, in one transaction. May be run again when another node was ahead; it must not act elsewhere.</summary>
    /// <param name="flushed">
    /// False: it outlives this process, but a power cut may undo it as long as nothing later was flushed; whole it stays.
    /// </param>
    public T Write<T>(Func<Session, T> work, bool flushed = true)
    {
        if (!Dialect.IsPostgres)
        {
            // SQLite has one writer; queueing here is fairer and quicker than its own busy waiting.
            oneWriter.Wait();
            try
            {
                return Use(
                    idleWriter,
                    session =>
                    {
                        var result = session.InTransaction(work, flushed);
                        copier.Wrote((SqliteConnection)session.Connection);
                        return result;
                    }
                );
            }
            finally
            {
                oneWriter.Release();
            }
        }
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Use(session => session.InTransaction(work, flushed));
            }
            catch (Exception e) when (attempt < TriesMost && PostgresLibrary.IsConflict(e))
            {
                Thread.Sleep(attempt * 20);
            }
        }
    }

    public void Write(Action<Session> work) =>
        Write(session =>
        {
            work(session);
            return 0;
        });

    /// <summary>Brings what stands in the write-ahead log into the database and empties it, so that nothing destroyed lives on there.</summary>
    public void Shrink()
    {
        if (Dialect.IsPostgres)
            return;
        // Beside another who copies SQLite would leave the log as it is.
        oneCopier.Wait();
        oneWriter.Wait();
        try
        {
            Use(session => session.Query("PRAGMA wal_checkpoint(TRUNCATE)", r => r.GetInt64(0)));
        }
        finally
        {
            oneWriter.Release();
            oneCopier.Release();
        }
    }

    /// <summary>Brings what stands in the write-ahead log into the database, beside whoever writes.</summary>
    /// <param name="most">A log of more pages is brought to its end, so that whoever writes next begins it anew.</param>
    public void CopyLog(int most)
    {
        oneCopier.Wait();
        try
        {
            if (Copy() <= most)
                return;
            oneWriter.Wait();
            try
            {
                Copy();
            }
            finally
            {
                oneWriter.Release();
            }
        }
        finally
        {
            oneCopier.Release();
        }
        int Copy() => Use(session => session.Query("PRAGMA wal_checkpoint(PASSIVE)", r => r.GetInt32(1)))[0];
    }

    public void Dispose()
    {
        copier.Dispose();
        foreach (var session in idle.Concat(idleWriter))
            session.Dispose();
        idle.Clear();
        idleWriter.Clear();
        oneWriter.Dispose();
        oneCopier.Dispose();
    }

    private T Use<T>(Func<Session, T> work) => Use(idle, work);

    private T Use<T>(ConcurrentStack<Session> from, Func<Session, T> work)
    {
        var session = from.TryPop(out var kept) ? kept : Connect();
        try
        {
            var result = work(session);
            from.Push(session);
            return result;
        }
        catch
        {
            // After a failure a connection may be in any state: a fresh one costs little.
            session.Dispose();
            throw;
        }
    }

    private void Use(Action<Session> work) =>
        Use(session =>
        {
            work(session);
            return 0;
        });

    private Session Connect()
    {
        if (Dialect.IsPostgres)
            return new(PostgresLibrary.Connect(connectionString), Dialect);
        var sqlite = new SqliteConnection(connectionString);
        sqlite.Open();
        var session = new Session(sqlite, Dialect);
        using var command = sqlite.CreateCommand();
        // FULL: a mail that we said we have is on the disk, power cut or not. WAL: lookers-on don't block the worker.
        // secure_delete: what was erased is overwritten, not left in a free page.
        // temp_store: what a savepoint may have to take back is kept in memory, not in a file for each.
        // wal_autocheckpoint: only should nobody else do it, see LogCopier.
        // cache_size: a batch of mails stays in memory until it is committed, instead of being written out and read back.
        command.CommandText =
            $"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint={LogCopier.PagesUnheard};";
        command.ExecuteNonQuery();
        return session;
    }
}
