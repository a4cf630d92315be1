using System.Data.Common;
using System.Runtime.CompilerServices;
using Npgsql;

namespace ComplaintMailer.Database;

/// <summary>All that is asked of Npgsql, in a place of its own: where the register is SQLite its library is never loaded.</summary>
internal static class PostgresLibrary
{
    /// <summary>What somebody configured, and what we need besides.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string Complete(string? connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            // The sessions are kept by the register, with their statements.
            Pooling = false,
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            // Details of an error quote values, and values are people's.
            IncludeErrorDetail = false,
        }.ToString();

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static DbConnection Connect(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        return connection;
    }

    /// <summary>Another node was ahead: done again, it may well succeed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IsConflict(Exception e) =>
        e is PostgresException { SqlState: "40001" or "40P01" or "23505" } or NpgsqlException { IsTransient: true };
}
