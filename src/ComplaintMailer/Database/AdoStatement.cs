using System.Data.Common;

namespace ComplaintMailer.Database;

/// <summary>A statement as every .NET database knows it.</summary>
internal sealed class AdoStatement : IStatement
{
    private readonly Session session;
    private readonly DbCommand command;

    public AdoStatement(Session session, string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        this.session = session;
        command = session.Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, _) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            command.Parameters.Add(parameter);
        }
    }

    public int Execute(ReadOnlySpan<(string Name, object? Value)> values) => With(values).ExecuteNonQuery();

    public object? Scalar(ReadOnlySpan<(string Name, object? Value)> values) =>
        With(values).ExecuteScalar() is { } value and not DBNull ? value : null;

    public List<T> Query<T>(Func<Row, T> read, ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var reader = With(values).ExecuteReader();
        var row = new Found(reader);
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(row));
        return rows;
    }

    public void Dispose() => command.Dispose();

    private DbCommand With(ReadOnlySpan<(string Name, object? Value)> values)
    {
        command.Transaction = session.Transaction;
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i].Value ?? DBNull.Value;
        return command;
    }

    private sealed class Found(DbDataReader reader) : Row
    {
        public override bool IsNull(int column) => reader.IsDBNull(column);

        public override string GetString(int column) => reader.GetString(column);

        public override long GetInt64(int column) => reader.GetInt64(column);

        public override byte[] GetBytes(int column) => (byte[])reader.GetValue(column);
    }
}
