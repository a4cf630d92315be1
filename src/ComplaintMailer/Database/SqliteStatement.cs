using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ComplaintMailer.Database;

/// <summary>
/// A statement prepared on SQLite itself. Taking a mail in runs some fifty small ones, and what ADO.NET does around each (looking
/// parameters up by name, making a reader) costs more than SQLite's own work. Faults are the same exceptions as there.
/// </summary>
internal sealed class SqliteStatement : IStatement
{
    /// <summary>Texts up to this length need no borrowed memory on their way.</summary>
    private const int Short = 512;
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly int[] places;
    private readonly Found row;

    private SqliteStatement(sqlite3 database, sqlite3_stmt statement, int[] places)
    {
        this.database = database;
        this.statement = statement;
        this.places = places;
        row = new(statement);
    }

    /// <returns>Null when it is more than one statement.</returns>
    public static SqliteStatement? Prepare(
        sqlite3 database,
        string sql,
        ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        var result = raw.sqlite3_prepare_v3(
            database,
            sql,
            raw.SQLITE_PREPARE_PERSISTENT,
            out var statement,
            out var rest
        );
        SqliteException.ThrowExceptionForRC(result, database);
        if (!string.IsNullOrWhiteSpace(rest))
        {
            statement.Dispose();
            return null;
        }
        var found = new int[values.Length];
        for (var i = 0; i < found.Length; i++)
            found[i] = raw.sqlite3_bind_parameter_index(statement, "@" + values[i].Name);
        return new(database, statement, found);
    }

    public int Execute(ReadOnlySpan<(string Name, object? Value)> values)
    {
        try
        {
            Bind(values);
            while (Step()) { }
            return raw.sqlite3_stmt_readonly(statement) != 0 ? -1 : raw.sqlite3_changes(database);
        }
        finally
        {
            Reset();
        }
    }

    public object? Scalar(ReadOnlySpan<(string Name, object? Value)> values)
    {
        try
        {
            Bind(values);
            var found = Step() ? row.Value(0) : null;
            // What returns a row may have more to do.
            while (Step()) { }
            return found;
        }
        finally
        {
            Reset();
        }
    }

    public List<T> Query<T>(Func<Row, T> read, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var rows = new List<T>();
        try
        {
            Bind(values);
            while (Step())
                rows.Add(read(row));
            return rows;
        }
        finally
        {
            Reset();
        }
    }

    public void Dispose() => statement.Dispose();

    private bool Step()
    {
        if (isDone)
            return false;
        var result = raw.sqlite3_step(statement);
        if (result == raw.SQLITE_ROW)
            return true;
        isDone = true;
        if (result != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(result, database);
        return false;
    }

    /// <summary>Stepping on after the end would begin anew.</summary>
    private bool isDone;

    /// <summary>What went wrong was thrown by the step; resetting says it once more.</summary>
    private void Reset()
    {
        _ = raw.sqlite3_reset(statement);
        isDone = false;
    }

    private void Bind(ReadOnlySpan<(string Name, object? Value)> values)
    {
        for (var i = 0; i < values.Length; i++)
            if (places[i] > 0)
                SqliteException.ThrowExceptionForRC(Bind(places[i], values[i].Value), database);
    }

    private int Bind(int place, object? value) =>
        value switch
        {
            null or DBNull => raw.sqlite3_bind_null(statement, place),
            string text => Bind(place, text),
            byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
            long number => raw.sqlite3_bind_int64(statement, place, number),
            int number => raw.sqlite3_bind_int64(statement, place, number),
            bool truth => raw.sqlite3_bind_int(statement, place, truth ? 1 : 0),
            double number => raw.sqlite3_bind_double(statement, place, number),
            _ => throw new ArgumentException($"SQLite keeps no {value.GetType().Name}."),
        };

    private int Bind(int place, string text)
    {
        if (text.Length == 0)
            return raw.sqlite3_bind_text(statement, place, "");
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        byte[]? borrowed = null;
        var bytes = most <= Short ? stackalloc byte[Short] : borrowed = ArrayPool<byte>.Shared.Rent(most);
        var result = raw.sqlite3_bind_text(statement, place, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        if (borrowed is not null)
            ArrayPool<byte>.Shared.Return(borrowed, clearArray: true);
        return result;
    }

    private sealed class Found(sqlite3_stmt statement) : Row
    {
        public override bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

        public override string GetString(int column) =>
            IsNull(column)
                ? throw new InvalidOperationException($"Column {column} has no text.")
                : raw.sqlite3_column_text(statement, column).utf8_to_string();

        public override long GetInt64(int column) =>
            IsNull(column)
                ? throw new InvalidOperationException($"Column {column} has no number.")
                : raw.sqlite3_column_int64(statement, column);

        public override byte[] GetBytes(int column) =>
            IsNull(column)
                ? throw new InvalidOperationException($"Column {column} has no bytes.")
                : raw.sqlite3_column_blob(statement, column).ToArray();

        public object? Value(int column) =>
            raw.sqlite3_column_type(statement, column) switch
            {
                raw.SQLITE_INTEGER => GetInt64(column),
                raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, column),
                raw.SQLITE_TEXT => GetString(column),
                raw.SQLITE_BLOB => GetBytes(column),
                _ => null,
            };
    }
}
