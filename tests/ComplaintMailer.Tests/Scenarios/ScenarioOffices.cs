using System.Text.Json;

namespace ComplaintMailer.Tests.Scenarios;

/// <summary>The organisations of the stories: every regulation with the services it has, each with the same people (see tests/scenarios/README.md).</summary>
internal static class ScenarioOffices
{
    public static string Configuration(string templates, string extra = "") =>
        JsonSerializer.Serialize(
            new
            {
                AllowTimeTravel = true,
                Templates = templates,
                Organisations = new[]
                {
                    Organisation("mik", "MIK Kinderopvang", "mik-piw", "MIK", "childcare"),
                    Organisation("piw", "Partners in Welzijn", "mik-piw", "PIW", "social-work"),
                    Organisation("mik21", "MIK Kinderopvang 2021", "mik-piw-2021", "M21", "childcare"),
                    Organisation("piw21", "Partners in Welzijn 2021", "mik-piw-2021", "P21", "social-work"),
                    Organisation("jongleren", "JongLeren", "xtra", "JON", "childcare"),
                    Organisation("wijkz", "Wijkz", "xtra", "WIJ", "social-work"),
                    Organisation("jess", "Stichting JESS", "xtra", "JES", "youth-care"),
                    Organisation("meezhn", "MEE ZHN", "xtra", "MEE", "support", retentionMonths: 180),
                    Organisation("xtra", "Xtra", "xtra", "XTR", "social-work"),
                    Organisation("fluks", "Fluks", "fluks", "FLU", "childcare"),
                    Organisation("partou", "Partou", "partou", "PAR", "childcare"),
                    Organisation("klein", "Stichting Klein", "xtra", "KLN", "childcare", isSmall: true),
                },
            }
        ) + extra;

    /// <param name="retentionMonths">How long the law has files of this service kept; null: the organisation has not said.</param>
    /// <param name="isSmall">Has nobody for personnel, and no clerk of the external committee.</param>
    private static object Organisation(
        string key,
        string name,
        string regulation,
        string prefix,
        string service,
        bool isSmall = false,
        int? retentionMonths = null
    ) =>
        new
        {
            Key = key,
            Name = name,
            Regulation = regulation,
            CasePrefix = prefix,
            Address = $"klachten@{key}.example",
            Phone = "070 000 00 00",
            RetentionMonths = retentionMonths is { } months ? new Dictionary<string, int> { [service] = months } : [],
            Mailbox = new { Kind = "Maildir", Path = $"mail/{key}" },
            Sender = new { Kind = "Maildir", Path = "mail/out" },
            People = (object[])
                [
                    Person(key, "manager", "Joke de Vries", ["handler"], "regio"),
                    Person(key, "manager2", "Bart Mulder", ["handler"], "regio"),
                    Person(key, "regio", "Rob Hendriks", ["handler"], "director"),
                    Person(key, "leidster", "Kim Bos", ["handler"], "manager"),
                    Person(key, "coordinator", "Marja Jansen", ["coordinator"], "director"),
                    Person(key, "quality", "Fatma Yilmaz", ["quality"], "director"),
                    Person(key, "director", "Peter Smit", ["director"], "board"),
                    Person(key, "board", "Anna van Dijk", ["board"], "rvt"),
                    Person(key, "rvt", "Karel Visser", ["supervisory-board"], null),
                    Person(key, "finance", "Frits Meijer", ["finance"], "director"),
                    Person(key, "officer", "Olga de Boer", ["reporting-code-officer"], "director"),
                    Person(key, "admin", "Beheer", ["admin"], null),
                    .. isSmall
                        ? []
                        : new[]
                        {
                            Person(key, "hr", "Hanneke Kok", ["hr"], "director"),
                            Person(key, "clerk", "Sara Peters", ["external-committee-clerk"], null),
                        },
                ],
            Locations = new[]
            {
                new
                {
                    Key = "vlinder",
                    Name = "De Vlinder",
                    Service = service,
                    Manager = "manager",
                    Supervisor = "GGD Haaglanden",
                    SupervisorEmail = "toezicht@ggd-haaglanden.example",
                    ParentsCommitteeEmail = "commissie@vlinder.example",
                },
                new
                {
                    Key = "beer",
                    Name = "De Beer",
                    Service = service,
                    Manager = "manager2",
                    Supervisor = "GGD Hollands Midden",
                    SupervisorEmail = "toezicht@ggd-hollands-midden.example",
                    ParentsCommitteeEmail = "commissie@beer.example",
                },
            },
        };

    private static object Person(string organisation, string key, string name, string[] roles, string? reportsTo) =>
        new
        {
            Key = key,
            Name = name,
            Email = $"{key}@{organisation}.example",
            Roles = roles,
            ReportsTo = reportsTo,
        };
}
