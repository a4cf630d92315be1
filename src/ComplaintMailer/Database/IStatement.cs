namespace ComplaintMailer.Database;

/// <summary>A statement that stands ready on a connection. Its values come in the same order each time.</summary>
internal interface IStatement : IDisposable
{
    /// <returns>How many rows it changed.</returns>
    int Execute(ReadOnlySpan<(string Name, object? Value)> values);

    /// <returns>The first column of the first row; null where there is none.</returns>
    object? Scalar(ReadOnlySpan<(string Name, object? Value)> values);

    List<T> Query<T>(Func<Row, T> read, ReadOnlySpan<(string Name, object? Value)> values);
}
