namespace ComplaintMailer.Database;

/// <summary>A row that was found, its columns by their place.</summary>
internal abstract class Row
{
    public abstract bool IsNull(int column);
    public abstract string GetString(int column);
    public abstract long GetInt64(int column);
    public abstract byte[] GetBytes(int column);

    public int GetInt32(int column) => checked((int)GetInt64(column));

    public string? Text(int column) => IsNull(column) ? null : GetString(column);

    public byte[]? Bytes(int column) => IsNull(column) ? null : GetBytes(column);

    public long? Number(int column) => IsNull(column) ? null : GetInt64(column);
}
