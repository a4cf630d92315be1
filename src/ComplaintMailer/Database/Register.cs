using Microsoft.Data.Sqlite;

namespace ComplaintMailer.Database;

/// <summary>Opens the register. One writer at a time: SQLite has only one, and the worker holds it.</summary>
internal sealed class Register : IDisposable
{
    private readonly string connectionString;
    private readonly FileStream? guard;

    private Register(string path, FileStream? guard)
    {
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString();
        this.guard = guard;
    }

    static Register() => SQLitePCL.Batteries_V2.Init();

    /// <param name="path">The database file; made when absent.</param>
    /// <param name="exclusive">True for the worker itself; looking on (<c>status</c>, <c>case list</c>) needs no exclusive hold.</param>
    public static Register Open(string path, bool exclusive)
    {
        PrivateFiles.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var register = new Register(path, exclusive ? Guard(path) : null);
        try
        {
            using var connection = register.Connect();
            Migrator.Migrate(connection);
            PrivateFiles.Restrict(path);
        }
        catch
        {
            register.Dispose();
            throw;
        }
        return register;
    }

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        // FULL: a mail that we said we have is on the disk, power cut or not. WAL: lookers-on don't block the worker.
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000;";
        command.ExecuteNonQuery();
        return connection;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        guard?.Dispose();
    }

    /// <summary>The system lets go of this lock when the process ends, however it ends.</summary>
    private static FileStream Guard(string path)
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new OperatorException(
                $"Another worker runs on {path}. Stop it first, or use PostgreSQL to run several.",
                e
            );
        }
    }
}

/// <summary>Something only the operator can mend; the message says what is wrong, where, and what to do. No stack trace helps.</summary>
internal sealed class OperatorException : Exception
{
    public OperatorException() { }

    public OperatorException(string message)
        : base(message) { }

    public OperatorException(string message, Exception inner)
        : base(message, inner) { }

    /// <summary>2: wrong usage or configuration; 1: the thing itself failed.</summary>
    public int ExitCode { get; init; } = 1;
}
