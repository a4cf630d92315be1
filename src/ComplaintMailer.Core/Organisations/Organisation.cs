using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Organisations;

/// <summary>What a person may be in an organisation. The words are those of the configuration.</summary>
public static class Roles
{
    public const string Handler = "handler";
    public const string Coordinator = "coordinator";
    public const string Quality = "quality";
    public const string Director = "director";
    public const string Board = "board";
    public const string SupervisoryBoard = "supervisory-board";
    public const string Hr = "hr";
    public const string Finance = "finance";
    public const string ReportingCodeOfficer = "reporting-code-officer";
    public const string ExternalCommitteeClerk = "external-committee-clerk";
    public const string Admin = "admin";

    public static IReadOnlyList<string> All { get; } =
    [
        Handler,
        Coordinator,
        Quality,
        Director,
        Board,
        SupervisoryBoard,
        Hr,
        Finance,
        ReportingCodeOfficer,
        ExternalCommitteeClerk,
        Admin,
    ];
}

/// <summary>Kinds of service; the law that applies hangs on it.</summary>
public static class Services
{
    public const string Childcare = "childcare";
    public const string SocialWork = "social-work";
    public const string YouthCare = "youth-care";
    public const string Support = "support";

    public static IReadOnlyList<string> All { get; } = [Childcare, SocialWork, YouthCare, Support];
}

/// <summary>An organisation as its configuration describes it.</summary>
public sealed record Organisation
{
    public required string Key { get; init; }
    public required string Name { get; init; }

    /// <summary>Name of a regulation pack, or a file path.</summary>
    public required string Regulation { get; init; }
    public required string CasePrefix { get; init; }

    /// <summary>The complaints address: every letter comes from it, every answer goes to it.</summary>
    public required string Address { get; init; }
    public string Language { get; init; } = "nl";

    /// <summary>False when the mail server has no plus-addressing; the token then travels in References and the subject only.</summary>
    public bool Subaddressing { get; init; } = true;
    public string? TrustedAuthservId { get; init; }

    /// <summary><c>u</c> or <c>je</c>.</summary>
    public string FormOfAddress { get; init; } = "u";
    public string? Phone { get; init; }
    public string? Website { get; init; }
    public string? PostalAddress { get; init; }

    /// <summary>Where the regulation and the privacy statement can be read.</summary>
    public string? RegulationUrl { get; init; }
    public string? PrivacyUrl { get; init; }

    /// <summary>#rrggbb.</summary>
    public string Colour { get; init; } = "#1f5f7a";

    /// <summary>Months a file is kept after closing, per service or <c>*</c>, where the regulation is silent.</summary>
    public IReadOnlyDictionary<string, int> RetentionMonths { get; init; } = new Dictionary<string, int>();
    public IReadOnlyList<Person> People { get; init; } = [];
    public IReadOnlyList<Location> Locations { get; init; } = [];
    public IReadOnlyList<WebForm> Forms { get; init; } = [];

    /// <summary>Further addresses of the organisation that complaints may arrive at.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public Person? Person(string? key) =>
        People.FirstOrDefault(p => string.Equals(p.Key, key, StringComparison.OrdinalIgnoreCase));

    /// <summary>Each person may have a language of her or his own.</summary>
    public string LanguageOf(Person person) => person.Language ?? Language;

    public Location? Location(string? key) =>
        Locations.FirstOrDefault(l => string.Equals(l.Key, key, StringComparison.OrdinalIgnoreCase));

    /// <summary>By its key, its name or another name it goes by, however accents and capitals are written.</summary>
    public Location? LocationNamed(string? said) =>
        said is null
            ? null
            : Locations.FirstOrDefault(l =>
                l.Aliases.Append(l.Name).Append(l.Key).Any(n => Folding.Fold(n) == Folding.Fold(said))
            );

    public IEnumerable<Person> WithRole(string role) => People.Where(p => !p.HasLeft && p.Roles.Contains(role));
}

/// <param name="ReportsTo">The key of the person one level up.</param>
public sealed record Person(string Key, string Name, string Email, IReadOnlyList<string> Roles, string? ReportsTo)
{
    public string? Function { get; init; }
    public string? Phone { get; init; }
    public string? Deputy { get; init; }
    public bool HasLeft { get; init; }
    public string? Language { get; init; }

    /// <summary>Gets the terms as calendar files.</summary>
    public bool Calendar { get; init; }
}

public sealed record Location(string Key, string Name, IReadOnlyList<string> Aliases, string Service, string? Manager)
{
    /// <summary>The supervisor (GGD) of this location, and where its reports go.</summary>
    public string? Supervisor { get; init; }
    public string? SupervisorEmail { get; init; }

    /// <summary>Number in the national register of childcare.</summary>
    public string? Lrk { get; init; }
    public string? ParentsCommitteeEmail { get; init; }
}

/// <summary>A web form that arrives as mail: which label holds which field.</summary>
public sealed record WebForm(string From, IReadOnlyDictionary<string, string> Fields);
