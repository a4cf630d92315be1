using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace ComplaintMailer.Database;

/// <summary>Brings the schema up to date: numbered .sql files, each once, in order, each in its own transaction.</summary>
internal static class Migrator
{
    /// <summary>Any number; the same in every node.</summary>
    private const long MigrationLock = 7_264_530_912;

    public static void Migrate(Session session)
    {
        if (!session.Dialect.IsPostgres)
        {
            MigrateAlone(session);
            return;
        }
        // Several nodes may start at once on a new database: one makes the tables, the others wait for it.
        session.Execute("SELECT pg_advisory_lock(@lock)", ("lock", MigrationLock));
        try
        {
            MigrateAlone(session);
        }
        finally
        {
            session.Execute("SELECT pg_advisory_unlock(@lock)", ("lock", MigrationLock));
        }
    }

    private static void MigrateAlone(Session session)
    {
        session.Execute("CREATE TABLE IF NOT EXISTS schema_step (name TEXT PRIMARY KEY, hash TEXT NOT NULL)");
        var done = Done(session);
        var steps = Steps(session.Dialect);
        if (done.Keys.Except(steps.Select(s => s.Name)).FirstOrDefault() is { } unknown)
            throw new OperatorException(
                $"Data: the database was made by a newer version (step {unknown}). Install that version, or restore a backup."
            );
        foreach (var step in steps)
        {
            if (done.TryGetValue(step.Name, out var hash) && hash != step.Hash)
                throw new OperatorException(
                    $"Data: schema step {step.Name} is not the one this database was made with. Install the version that made it."
                );
        }
        foreach (var step in steps.Where(s => !done.ContainsKey(s.Name)))
        {
            session.InTransaction(_ =>
            {
                // Another process may have done the step while this one waited for its turn.
                if (Done(session).ContainsKey(step.Name))
                    return 0;
                using var command = session.Connection.CreateCommand();
                command.Transaction = session.Transaction;
                command.CommandText = step.Sql;
                command.ExecuteNonQuery();
                return session.Execute(
                    "INSERT INTO schema_step (name, hash) VALUES (@name, @hash)",
                    ("name", step.Name),
                    ("hash", step.Hash)
                );
            });
        }
    }

    /// <summary>The steps for a database: a file of the dialect's own (<c>0001-register.postgres.sql</c>) goes before the common one.</summary>
    public static IReadOnlyList<SchemaStep> Steps(Dialect dialect)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(n => n.Contains(".Schema.", StringComparison.Ordinal))
                .Select(n =>
                {
                    var parts = n[(n.IndexOf(".Schema.", StringComparison.Ordinal) + 8)..].Split('.');
                    return (Resource: n, Step: parts[0], Of: parts.Length > 2 ? parts[1] : null);
                })
                .Where(f => f.Of is null || f.Of == dialect.Name)
                .GroupBy(f => f.Step, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g =>
                    Read(
                        assembly,
                        g.Key,
                        (g.FirstOrDefault(f => f.Of is not null) is { Of: not null } own ? own : g.First()).Resource
                    )
                ),
        ];
    }

    /// <summary>Steps that have not been done yet.</summary>
    public static IReadOnlyList<string> Pending(Session session)
    {
        session.Execute("CREATE TABLE IF NOT EXISTS schema_step (name TEXT PRIMARY KEY, hash TEXT NOT NULL)");
        var done = Done(session);
        return [.. Steps(session.Dialect).Select(s => s.Name).Where(n => !done.ContainsKey(n))];
    }

    private static Dictionary<string, string> Done(Session session) =>
        session
            .Query("SELECT name, hash FROM schema_step", row => (row.GetString(0), row.GetString(1)))
            .ToDictionary(r => r.Item1, r => r.Item2, StringComparer.Ordinal);

    private static SchemaStep Read(Assembly assembly, string name, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new(name, sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)))[..16]);
    }
}

/// <param name="Hash">A step that has been released is never edited: its hash says so.</param>
internal sealed record SchemaStep(string Name, string Sql, string Hash);
