using System.Data.Common;

namespace ComplaintMailer.Database;

/// <summary>Columns by their place, with null where the database has none.</summary>
internal static class DbColumns
{
    public static string? Text(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    public static byte[]? Bytes(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : (byte[])row.GetValue(column);

    public static long? Number(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
