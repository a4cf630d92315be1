using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ComplaintMailer.Database;

/// <summary>
/// A connection with the statements prepared on it and the transaction under way. Statements that run for every mail are
/// prepared once; what is asked now and then goes through Dapper on <see cref="Connection"/>.
/// </summary>
internal sealed class Session(DbConnection connection, Dialect dialect) : IDisposable
{
    private readonly Dictionary<string, IStatement> prepared = new(StringComparer.Ordinal);

    public DbConnection Connection => connection;
    public Dialect Dialect => dialect;

    /// <summary>What has been asked on this connection so far.</summary>
    public IReadOnlyCollection<string> Statements => prepared.Keys;
    public DbTransaction? Transaction { get; private set; }

    /// <summary>Runs work in a transaction of its own: all of it is kept, or none.</summary>
    /// <param name="flushed">Whether it must be on the disk when this returns.</param>
    public T InTransaction<T>(Func<Session, T> work, bool flushed = true)
    {
        // A session that failed is not used again, so what is set here needs no undoing on the way out of trouble.
        if (!flushed && !dialect.IsPostgres)
            Execute("PRAGMA synchronous=NORMAL");
        using var transaction = connection.BeginTransaction();
        Transaction = transaction;
        T result;
        try
        {
            if (!flushed && dialect.IsPostgres)
                Execute("SET LOCAL synchronous_commit = off");
            result = work(this);
            transaction.Commit();
        }
        finally
        {
            Transaction = null;
        }
        if (!flushed && !dialect.IsPostgres)
            Execute("PRAGMA synchronous=FULL");
        return result;
    }

    /// <summary>Runs a part of the transaction that may fail alone, without taking the rest with it.</summary>
    public T Apart<T>(Func<T> work)
    {
        Execute("SAVEPOINT part");
        try
        {
            var result = work();
            Execute("RELEASE SAVEPOINT part");
            return result;
        }
        catch
        {
            Execute("ROLLBACK TO SAVEPOINT part");
            Execute("RELEASE SAVEPOINT part");
            throw;
        }
    }

    public void Apart(Action work) =>
        Apart(() =>
        {
            work();
            return 0;
        });

    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Prepared(sql, values).Execute(values);

    public T? Scalar<T>(string sql, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Prepared(sql, values).Scalar(values) switch
        {
            null => default,
            T value => value,
            var value => (T)
                Convert.ChangeType(
                    value,
                    Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T),
                    System.Globalization.CultureInfo.InvariantCulture
                ),
        };

    public List<T> Query<T>(string sql, Func<Row, T> read, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Prepared(sql, values).Query(read, values);

    public void Dispose()
    {
        foreach (var statement in prepared.Values)
            statement.Dispose();
        connection.Dispose();
    }

    private IStatement Prepared(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!prepared.TryGetValue(sql, out var statement))
        {
            statement = Prepare(sql, values);
            prepared.Add(sql, statement);
        }
        return statement;
    }

    private IStatement Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> values) =>
        connection is SqliteConnection { Handle: { } handle } && SqliteStatement.Prepare(handle, sql, values) is { } one
            ? one
            : new AdoStatement(this, sql, values);
}
