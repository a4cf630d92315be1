using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ComplaintMailer.Database;

/// <summary>Brings the schema up to date: numbered .sql files, each once, in order, each in its own transaction.</summary>
internal static class Migrator
{
    public static void Migrate(SqliteConnection connection)
    {
        connection.Execute("CREATE TABLE IF NOT EXISTS schema_step (name TEXT PRIMARY KEY)");
        var done = connection.Query<string>("SELECT name FROM schema_step").ToHashSet(StringComparer.Ordinal);
        var steps = Steps();
        if (done.Except(steps.Select(s => s.Name)).FirstOrDefault() is { } unknown)
            throw new OperatorException(
                $"The database was made by a newer version (step {unknown}). Install that version, or restore a backup."
            );
        foreach (var (name, sql) in steps.Where(s => !done.Contains(s.Name)))
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute(sql, transaction: transaction);
            connection.Execute("INSERT INTO schema_step (name) VALUES (@name)", new { name }, transaction);
            transaction.Commit();
        }
    }

    private static List<(string Name, string Sql)> Steps()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(n =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(n)!);
                    return (n.Split('.')[^2], reader.ReadToEnd());
                }),
        ];
    }
}
