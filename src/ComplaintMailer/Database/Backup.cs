using ComplaintMailer.Configuration;
using Microsoft.Data.Sqlite;

namespace ComplaintMailer.Database;

/// <summary>Copies of the register. What a backup holds is sealed: without the master key, kept elsewhere, nobody reads it.</summary>
internal static class Backup
{
    /// <summary>A whole and consistent copy, while the worker goes on.</summary>
    public static void Make(Register register, DataSettings data, string file)
    {
        RefusePostgres(data, "pg_dump");
        if (File.Exists(file))
            throw new OperatorException($"{file} exists already. Name another file; a backup is never written over.");
        PrivateFiles.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var temporary = file + ".part";
        File.Delete(temporary);
        // An empty file of ours first, so that the copy is private from its first byte.
        PrivateFiles.Create(temporary).Dispose();
        register.Read(session => session.Execute("VACUUM INTO @file", ("file", temporary)));
        Check(temporary);
        File.Move(temporary, file);
    }

    /// <summary>Puts a copy in the place of the register. What stood there is set aside, not thrown away.</summary>
    /// <returns>Where the register that was there has been put; null when there was none.</returns>
    public static string? Restore(DataSettings data, string file)
    {
        RefusePostgres(data, "pg_restore");
        if (!File.Exists(file))
            throw new OperatorException($"{file} does not exist.") { ExitCode = 2 };
        Check(file);
        using var hold = WorkerLock.Take(data.Path);
        string? aside = null;
        if (File.Exists(data.Path))
        {
            // All that stands in the log goes into the file first, so that one file is the whole register.
            using (var old = Register.Make(data))
                old.Shrink();
            aside = Free($"{data.Path}.before-restore");
            File.Move(data.Path, aside);
        }
        foreach (var companion in new[] { "-wal", "-shm" })
            File.Delete(data.Path + companion);
        using (var target = PrivateFiles.Create(data.Path + ".part"))
        {
            using var source = File.OpenRead(file);
            source.CopyTo(target);
            target.Flush(flushToDisk: true);
        }
        File.Move(data.Path + ".part", data.Path);
        return aside;
    }

    /// <summary>What is wrong with the database itself; empty: nothing.</summary>
    public static IReadOnlyList<string> Faults(Session session)
    {
        if (session.Dialect.IsPostgres)
            return [];
        var faults = session.Query("PRAGMA integrity_check", r => r.GetString(0)).Where(l => l != "ok").ToList();
        faults.AddRange(
            session.Query(
                "PRAGMA foreign_key_check",
                r => $"a row of {r.GetString(0)} points to a row of {r.GetString(2)} that is not there"
            )
        );
        return faults;
    }

    private static void Check(string file)
    {
        SqliteLibrary.Choose();
        try
        {
            using var register = Register.Make(new DataSettings { Path = file });
            var faults = register.Read(Faults);
            if (faults.Count > 0)
                throw new OperatorException($"{file} is damaged: {faults[0]}. Take another backup.");
            register.Read(session => session.Scalar<long>("SELECT COUNT(*) FROM schema_step"));
        }
        catch (SqliteException e)
        {
            throw new OperatorException($"{file} is no backup of a register: {e.Message}", e);
        }
    }

    private static string Free(string file)
    {
        var free = file;
        for (var n = 2; File.Exists(free); n++)
            free = $"{file}.{n}";
        return free;
    }

    private static void RefusePostgres(DataSettings data, string tool)
    {
        if (data.IsPostgres)
            throw new OperatorException($"Data:Provider is Postgres: use {tool} for that.") { ExitCode = 2 };
    }
}
