using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using NodaTime;

namespace ComplaintMailer.Tests.Core.Cases;

/// <summary>An organisation with everybody in it, for cases that live in memory only.</summary>
internal static class CaseWorld
{
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    public static string[] Packs { get; } = ["mik-piw", "mik-piw-2021", "xtra", "fluks", "partou"];

    public static Surroundings Around(string pack, string service = "childcare")
    {
        var templates = Path.Combine(AppContext.BaseDirectory, "templates");
        var regulation = ComplaintMailer.Configuration.Regulations.Load(templates, pack);
        Person P(string key, string role, string? up) => new(key, "Name " + key, $"{key}@org.example", [role], up);
        return new(
            new()
            {
                Key = "org",
                Name = "Organisation",
                Regulation = pack,
                CasePrefix = "ORG",
                Address = "klachten@org.example",
                People =
                [
                    P("manager", "handler", "regio"),
                    P("manager2", "handler", "regio"),
                    P("regio", "handler", "director"),
                    P("leidster", "handler", "manager"),
                    P("coordinator", "coordinator", "director"),
                    P("quality", "quality", "director"),
                    P("director", "director", "board"),
                    P("board", "board", "rvt"),
                    P("rvt", "supervisory-board", null),
                    P("hr", "hr", "director"),
                    P("finance", "finance", "director"),
                    P("officer", "reporting-code-officer", "director"),
                    P("clerk", "external-committee-clerk", null),
                    P("admin", "admin", null),
                ],
                Locations =
                [
                    new("vlinder", "De Vlinder", [], service, "manager"),
                    new("beer", "De Beer", [], service, "manager2"),
                ],
            },
            regulation,
            new WorkingCalendar(regulation.Calendar),
            Zone
        )
        {
            Bodies = ComplaintMailer.Configuration.Regulations.LoadBodies(templates),
        };
    }
}
