namespace ComplaintMailer.Setup;

/// <summary>What somebody who sets the program up has told.</summary>
internal sealed record Answers
{
    public required string Name { get; init; }
    public required string Key { get; init; }
    public required string Regulation { get; init; }
    public required string CasePrefix { get; init; }
    public required string Address { get; init; }
    public string Language { get; init; } = "nl";
    public string? Phone { get; init; }

    /// <summary>A Maildir, or the name of an IMAP server.</summary>
    public required string Mailbox { get; init; }

    /// <summary>A Maildir, the path of a sendmail program, or the name of a mail server.</summary>
    public required string Sender { get; init; }
    public string? User { get; init; }
    public string? PasswordFile { get; init; }

    /// <summary>Where passwords no longer work (Microsoft 365): the registered application.</summary>
    public ApplicationAnswer? Application { get; init; }

    /// <summary>Certificates of the house, to trust in place of the system's.</summary>
    public string? Certificates { get; init; }
    public required IReadOnlyList<PersonAnswer> People { get; init; }
    public required IReadOnlyList<LocationAnswer> Locations { get; init; }

    /// <summary>How to reach PostgreSQL; null: SQLite.</summary>
    public string? Postgres { get; init; }

    /// <summary>Where the register and its key go; null: beside the configuration.</summary>
    public string? Data { get; init; }
    public string? Logs { get; init; }
    public string? Templates { get; init; }

    public ServerName? Imap => IsPath(Mailbox) ? null : ServerName.Parse(Mailbox, "imaps");
    public ServerName? Smtp => IsPath(Sender) ? null : ServerName.Parse(Sender, "smtp");
    public bool IsSendmail => IsPath(Sender) && Path.GetFileName(Sender.Split(' ')[0]) == "sendmail";

    public static bool IsPath(string value) =>
        !value.Contains("://", StringComparison.Ordinal) && (value.Contains('/') || value.Contains('\\'));
}

internal sealed record PersonAnswer(string Key, string Name, string Email, IReadOnlyList<string> Roles);

internal sealed record LocationAnswer(string Key, string Name, string Service, string Manager);

internal sealed record ApplicationAnswer(string Tenant, string Client);
