using System.Text.Json;

namespace ComplaintMailer.Demo;

/// <summary>The demo's configuration. All names and addresses are made up.</summary>
internal static class DemoFiles
{
    public static IReadOnlyList<string> Organisations { get; } = ["wijkz", "zonnebloem", "klaver", "fluks", "partou"];

    public static string Configuration(string templates) =>
        JsonSerializer.Serialize(
            new
            {
                AllowTimeTravel = true,
                Templates = templates,
                Organisations = new[]
                {
                    Organisation("wijkz", "Wijkz", "xtra", "WIJ", "social-work", "Centrum"),
                    Organisation("zonnebloem", "Kinderopvang Zonnebloem", "mik-piw", "ZON", "childcare", "De Vlinder"),
                    Organisation("klaver", "Welzijn Klaver", "mik-piw-2021", "KLA", "social-work", "De Brug"),
                    Organisation("fluks", "Fluks opvang", "fluks", "FLU", "childcare", "De Eik"),
                    Organisation("partou", "Partou", "partou", "PAR", "childcare", "De Haven"),
                },
            },
            Commands.CaseJson.Options
        );

    public static string LocationOf(string organisation) =>
        organisation switch
        {
            "wijkz" => "Centrum",
            "zonnebloem" => "De Vlinder",
            "klaver" => "De Brug",
            "fluks" => "De Eik",
            _ => "De Haven",
        };

    private static object Organisation(
        string key,
        string name,
        string regulation,
        string prefix,
        string service,
        string location
    ) =>
        new
        {
            Key = key,
            Name = name,
            Regulation = regulation,
            CasePrefix = prefix,
            Address = $"klachten@{key}.example",
            Phone = "070 000 00 00",
            Mailbox = new { Kind = "Maildir", Path = $"mail/{key}" },
            Sender = new { Kind = "Maildir", Path = "mail/out" },
            People = new object[]
            {
                Person(key, "manager", "J. de Vries", "handler", "regio"),
                Person(key, "regio", "R. Hendriks", "handler", "director"),
                Person(key, "medewerker", "K. Bos", "handler", "manager"),
                Person(key, "coordinator", "M. Jansen", "coordinator", "director"),
                Person(key, "quality", "F. Yilmaz", "quality", "director"),
                Person(key, "director", "P. Smit", "director", "board"),
                Person(key, "board", "A. van Dijk", "board", "rvt"),
                Person(key, "rvt", "K. Visser", "supervisory-board", null),
                Person(key, "hr", "H. Kok", "hr", "director"),
                Person(key, "finance", "F. Meijer", "finance", "director"),
                Person(key, "officer", "O. de Boer", "reporting-code-officer", "director"),
                Person(key, "clerk", "S. Peters", "external-committee-clerk", null),
                Person(key, "admin", "Beheer", "admin", null),
            },
            Locations = new[]
            {
                Location(
                    key,
                    location.Replace("De ", "", StringComparison.Ordinal).ToLowerInvariant(),
                    location,
                    service,
                    "manager"
                ),
                Location(key, "west", location + " West", service, "regio"),
            },
        };

    private static object Location(string organisation, string key, string name, string service, string manager)
    {
        var isChildcare = service == "childcare";
        return new
        {
            Key = key,
            Name = name,
            Service = service,
            Manager = manager,
            Supervisor = isChildcare ? "GGD Voorbeeldregio" : null,
            SupervisorEmail = isChildcare ? "ggd@toezicht.example" : null,
            ParentsCommitteeEmail = isChildcare ? $"oudercommissie@{organisation}.example" : null,
        };
    }

    private static object Person(string organisation, string key, string name, string role, string? reportsTo) =>
        new
        {
            Key = key,
            Name = name,
            Email = $"{key}@{organisation}.example",
            Roles = new[] { role },
            ReportsTo = reportsTo,
        };
}
