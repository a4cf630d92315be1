namespace ComplaintMailer.Setup;

/// <summary>What somebody who sets the program up has told.</summary>
internal sealed record Answers
{
    public required string Name { get; init; }
    public required string Key { get; init; }
    public required string Regulation { get; init; }
    public required string CasePrefix { get; init; }
    public required string Address { get; init; }
    public string? Phone { get; init; }

    /// <summary>A Maildir, or the name of an IMAP server.</summary>
    public required string Mailbox { get; init; }

    /// <summary>A Maildir, the path of a sendmail program, or the name of a mail server.</summary>
    public required string Sender { get; init; }
    public string? User { get; init; }
    public string? PasswordFile { get; init; }
    public required IReadOnlyList<PersonAnswer> People { get; init; }
    public required IReadOnlyList<LocationAnswer> Locations { get; init; }

    /// <summary>Where the register and its key go; null: beside the configuration.</summary>
    public string? Data { get; init; }
    public string? Logs { get; init; }
    public string? Templates { get; init; }

    public bool IsImap => !IsPath(Mailbox);
    public bool IsSmtp => !IsPath(Sender);
    public bool IsSendmail => IsPath(Sender) && Path.GetFileName(Sender) == "sendmail";

    public static bool IsPath(string value) => value.Contains('/') || value.Contains('\\');
}

internal sealed record PersonAnswer(string Key, string Name, string Email, IReadOnlyList<string> Roles);

internal sealed record LocationAnswer(string Key, string Name, string Service, string Manager);
