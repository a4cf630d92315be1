using ComplaintMailer.Core.Organisations;

namespace ComplaintMailer.Configuration;

/// <summary>The configuration file as it is written. Every property is a key; there are no others.</summary>
internal sealed record Settings
{
    public string TimeZone { get; init; } = "Europe/Amsterdam";
    public bool AllowTimeTravel { get; init; }
    public DataSettings Data { get; init; } = new();
    public string MasterKeyFile { get; init; } = "data/master.key";
    public string Templates { get; init; } = "templates";
    public string Logs { get; init; } = "logs";
    public string LogLevel { get; init; } = "Information";
    public LimitSettings Limits { get; init; } = new();
    public IReadOnlyList<OrganisationSettings> Organisations { get; init; } = [];
}

internal sealed record DataSettings
{
    public string Provider { get; init; } = "Sqlite";
    public string Path { get; init; } = "data/complaints.db";
    public string? ConnectionString { get; init; }

    public bool IsPostgres => string.Equals(Provider, "Postgres", StringComparison.OrdinalIgnoreCase);
}

internal sealed record OrganisationSettings
{
    public string Key { get; init; } = "";
    public string Name { get; init; } = "";
    public string Regulation { get; init; } = "";
    public string CasePrefix { get; init; } = "";
    public string Address { get; init; } = "";
    public string Language { get; init; } = "nl";
    public MailboxSettings Mailbox { get; init; } = new();
    public SenderSettings Sender { get; init; } = new();
    public bool Subaddressing { get; init; } = true;
    public string? TrustedAuthservId { get; init; }
    public string FormOfAddress { get; init; } = "u";
    public string? Phone { get; init; }
    public string? Website { get; init; }
    public string? PostalAddress { get; init; }
    public string? RegulationUrl { get; init; }
    public string? PrivacyUrl { get; init; }
    public string Colour { get; init; } = "#1f5f7a";
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public IReadOnlyDictionary<string, int> RetentionMonths { get; init; } = new Dictionary<string, int>();
    public IReadOnlyList<PersonSettings> People { get; init; } = [];
    public IReadOnlyList<LocationSettings> Locations { get; init; } = [];
    public IReadOnlyList<FormSettings> Forms { get; init; } = [];
    public IReadOnlyList<ReportSettings> Reports { get; init; } = [];

    public Organisation ToOrganisation() =>
        new()
        {
            Key = Key,
            Name = Name,
            Regulation = Regulation,
            CasePrefix = CasePrefix,
            Address = Address,
            Language = Language,
            Subaddressing = Subaddressing,
            TrustedAuthservId = TrustedAuthservId,
            FormOfAddress = FormOfAddress,
            Phone = Phone,
            Website = Website,
            PostalAddress = PostalAddress,
            RegulationUrl = RegulationUrl,
            PrivacyUrl = PrivacyUrl,
            Colour = Colour,
            Aliases = Aliases,
            RetentionMonths = RetentionMonths,
            People =
            [
                .. People.Select(p => new Person(p.Key, p.Name, p.Email, p.Roles, p.ReportsTo)
                {
                    Function = p.Function,
                    Phone = p.Phone,
                    Deputy = p.Deputy,
                    HasLeft = p.HasLeft,
                    Language = p.Language,
                    Calendar = p.Calendar,
                }),
            ],
            Locations =
            [
                .. Locations.Select(l => new Location(l.Key, l.Name, l.Aliases, l.Service, l.Manager)
                {
                    Supervisor = l.Supervisor,
                    SupervisorEmail = l.SupervisorEmail,
                    Lrk = l.Lrk,
                    ParentsCommitteeEmail = l.ParentsCommitteeEmail,
                }),
            ],
            Forms = [.. Forms.Select(f => new WebForm(f.From, f.Fields))],
        };
}

internal sealed record MailboxSettings
{
    public string Kind { get; init; } = "";
    public string? Path { get; init; }
    public string? Host { get; init; }
    public int Port { get; init; } = 993;
    public string Security { get; init; } = "Tls";
    public string? User { get; init; }
    public string? PasswordFile { get; init; }
    public string Auth { get; init; } = "Password";
    public OAuth2Settings? OAuth2 { get; init; }

    /// <summary>Certificates to trust in place of the system's, in PEM form: for a server with a certificate of the house.</summary>
    public string? TrustedCertificates { get; init; }
    public string Folder { get; init; } = "INBOX";
    public string Processed { get; init; } = "Processed";
    public string Quarantine { get; init; } = "Quarantine";
    public string? Sent { get; init; }
    public int PollSeconds { get; init; } = 60;
    public bool Idle { get; init; } = true;
}

internal sealed record SenderSettings
{
    public string Kind { get; init; } = "";
    public string? Path { get; init; }
    public string? Command { get; init; }
    public string? Host { get; init; }
    public int Port { get; init; } = 587;
    public string Security { get; init; } = "StartTls";
    public string? User { get; init; }
    public string? PasswordFile { get; init; }
    public string Auth { get; init; } = "Password";
    public OAuth2Settings? OAuth2 { get; init; }

    /// <summary>Certificates to trust in place of the system's, in PEM form: for a server with a certificate of the house.</summary>
    public string? TrustedCertificates { get; init; }

    /// <summary>Only where the mail server doesn't sign by itself.</summary>
    public DkimSettings? Dkim { get; init; }
}

/// <summary>The signature under what we send: the public half of the key stands in DNS at Selector._domainkey.Domain.</summary>
internal sealed record DkimSettings
{
    public string Domain { get; init; } = "";
    public string Selector { get; init; } = "";
    public string KeyFile { get; init; } = "";
}

internal sealed record OAuth2Settings
{
    public string? TenantId { get; init; }
    public string? ClientId { get; init; }
    public string? ClientSecretFile { get; init; }
    public string? RefreshTokenFile { get; init; }
    public string? TokenEndpoint { get; init; }
    public string? Scope { get; init; }
    public string? CertificateFile { get; init; }

    /// <summary>The day the client secret ends, as the portal shows it: nothing else tells it beforehand.</summary>
    public string? ClientSecretExpires { get; init; }
}

internal sealed record PersonSettings
{
    public string Key { get; init; } = "";
    public string Name { get; init; } = "";
    public string Email { get; init; } = "";
    public IReadOnlyList<string> Roles { get; init; } = [];
    public string? ReportsTo { get; init; }
    public string? Function { get; init; }
    public string? Phone { get; init; }
    public string? Deputy { get; init; }
    public bool HasLeft { get; init; }
    public string? Language { get; init; }
    public bool Calendar { get; init; }
}

internal sealed record LocationSettings
{
    public string Key { get; init; } = "";
    public string Name { get; init; } = "";
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public string Service { get; init; } = "";
    public string? Manager { get; init; }
    public string? Supervisor { get; init; }
    public string? SupervisorEmail { get; init; }
    public string? Lrk { get; init; }
    public string? ParentsCommitteeEmail { get; init; }
}

internal sealed record FormSettings
{
    public string From { get; init; } = "";
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
}

internal sealed record ReportSettings
{
    public string Kind { get; init; } = "";
    public IReadOnlyList<string> To { get; init; } = [];
    public string? At { get; init; }
}
