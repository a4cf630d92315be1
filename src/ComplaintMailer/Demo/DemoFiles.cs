using System.Text.Json;

namespace ComplaintMailer.Demo;

/// <summary>The demo's configuration and mails. All names and addresses are made up.</summary>
internal static class DemoFiles
{
    public static IReadOnlyList<(string Organisation, string Name, string Mail)> Mails { get; } =
    [
        (
            "wijkz",
            "1763885000.1.demo",
            """
            Received: from mx.example by mail.wijkz.example; Mon, 23 Nov 2026 10:02:11 +0100
            From: Sanne Bakker <sanne.bakker@gezin.example>
            To: klachten@wijkz.example
            Subject: Klacht over wijkcentrum Centrum
            Date: Mon, 23 Nov 2026 10:01:55 +0100
            Message-ID: <demo-1@gezin.example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            Goedemorgen,

            Op 12 november was ik met mijn moeder bij wijkcentrum Centrum. We hadden een afspraak,
            maar er was niemand. De medewerker die wel kwam, was kortaf en wilde niet naar ons luisteren.
            Ik wil graag dat iemand ons belt en dat dit niet meer gebeurt.

            Met vriendelijke groet,
            Sanne Bakker
            """
        ),
        (
            "zonnebloem",
            "1763885100.1.demo",
            """
            Received: from mx.example by mail.zonnebloem.example; Mon, 23 Nov 2026 08:15:00 +0100
            From: "Ahmed El Idrissi" <ahmed@gezin.example>
            To: klachten@zonnebloem.example
            Subject: Mijn zoon is weer te laat opgehaald
            Message-ID: <demo-2@gezin.example>
            MIME-Version: 1.0
            Content-Type: text/html; charset=utf-8

            <html><body><p>Beste mensen,</p><p>Mijn zoon is bij <b>De Vlinder</b> voor de derde keer te laat uit school gehaald.
            Hij stond een half uur alleen. Wij maken ons grote zorgen.</p><p>Groeten,<br>Ahmed El Idrissi</p></body></html>
            """
        ),
        (
            "fluks",
            "1763885200.1.demo",
            """
            Received: from mx.example by mail.fluks.example; Fri, 20 Nov 2026 16:40:00 +0100
            From: Grace Miller <grace.miller@home.example>
            To: klachten@fluks.example
            Subject: Complaint about the new contract
            Message-ID: <demo-3@home.example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            Hello,

            I have been told that the hours in our contract were changed, but nobody asked us.
            Please tell me why this was done and put it back to how it was.

            Kind regards,
            Grace Miller
            """
        ),
        (
            "fluks",
            "1763885300.1.demo",
            """
            Received: from mx.example by mail.fluks.example; Mon, 23 Nov 2026 09:00:00 +0100
            From: Kantoor <kantoor@school.example>
            To: klachten@fluks.example
            Subject: Automatisch antwoord: afwezig
            Message-ID: <demo-4@school.example>
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            Ik ben afwezig tot 30 november.
            """
        ),
    ];

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
                Person(key, "manager", "J. de Vries", "handler", "director"),
                Person(key, "coordinator", "M. Jansen", "coordinator", "director"),
                Person(key, "quality", "F. Yilmaz", "quality", "director"),
                Person(key, "director", "P. Smit", "director", "board"),
                Person(key, "board", "A. van Dijk", "board", null),
                Person(key, "admin", "Beheer", "admin", null),
            },
            Locations = new[]
            {
                new
                {
                    Key = location.Replace("De ", "", StringComparison.Ordinal).ToLowerInvariant(),
                    Name = location,
                    Service = service,
                    Manager = "manager",
                    Supervisor = service == "childcare" ? "GGD Voorbeeldregio" : null,
                    SupervisorEmail = service == "childcare" ? "ggd@toezicht.example" : null,
                    ParentsCommitteeEmail = service == "childcare" ? $"oudercommissie@{key}.example" : null,
                },
            },
        };

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
