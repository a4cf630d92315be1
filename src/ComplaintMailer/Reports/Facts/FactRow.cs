using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using NodaTime;
using SQLitePCL;

namespace ComplaintMailer.Reports.Facts;

/// <summary>
/// The row a reader stands on. A yearly report reads millions of fields, and nearly all are one of a few codes or a date: they are
/// looked at where SQLite keeps them, without a string for each. Other databases give their strings.
/// </summary>
internal sealed class FactRow(DbDataReader reader)
{
    /// <summary>What is longer is read as a string.</summary>
    private const int RoomFor = 2048;
    private readonly sqlite3_stmt? statement = (reader as SqliteDataReader)?.Handle;
    private readonly char[] room = new char[RoomFor];

    /// <summary>Holds until the next field is read.</summary>
    public ReadOnlySpan<char> Text(int column)
    {
        if (statement is null)
            return reader.GetString(column);
        var bytes = raw.sqlite3_column_blob(statement, column);
        return bytes.Length > RoomFor ? reader.GetString(column) : room.AsSpan(0, Encoding.UTF8.GetChars(bytes, room));
    }

    public bool IsNothing(int column) =>
        statement is null ? reader.IsDBNull(column) : raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public int Number(int column) =>
        (int)(statement is null ? reader.GetInt64(column) : raw.sqlite3_column_int64(statement, column));

    public bool Flag(int column) => Number(column) != 0;

    public string Code(int column) => FactText.Code(Text(column));

    public string? CodeOrNothing(int column) => TextOrNothing(column, out var text) ? FactText.Code(text) : null;

    public LocalDate Day(int column) => FactText.Day(Text(column));

    public LocalDate? DayOrNothing(int column) => TextOrNothing(column, out var text) ? FactText.Day(text) : null;

    /// <returns>False when nothing is there; an empty text is something.</returns>
    public bool TextOrNothing(int column, out ReadOnlySpan<char> text)
    {
        // SQLite gives no bytes for nothing: only then there is something to ask.
        text = statement is null && reader.IsDBNull(column) ? default : Text(column);
        return text.Length > 0 || !IsNothing(column);
    }
}
