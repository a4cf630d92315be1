namespace ComplaintMailer.Database;

/// <summary>The few words in which the two databases differ. All other SQL is the part they share.</summary>
internal sealed record Dialect
{
    public static Dialect Sqlite { get; } = new() { Name = "sqlite" };

    public static Dialect Postgres { get; } =
        new()
        {
            Name = "postgres",
            ForUpdate = "FOR UPDATE",
            SkipLocked = "FOR UPDATE SKIP LOCKED",
        };

    public required string Name { get; init; }

    /// <summary>Keeps a row from others until the transaction ends. SQLite has one writer, so there are no others.</summary>
    public string ForUpdate { get; init; } = "";

    /// <summary>Takes rows that no other node is working on.</summary>
    public string SkipLocked { get; init; } = "";

    public bool IsPostgres => Name == "postgres";
}
