using System.Collections;
using System.Text.Json;
using ComplaintMailer.Configuration;
using ComplaintMailer.ServerTests.Servers;

namespace ComplaintMailer.Benchmarks.Transport;

/// <summary>An organisation that works through the servers of the benchmark.</summary>
internal static class Office
{
    /// <param name="open">A port of the server that asks for neither TLS nor a login; null: letters go with both.</param>
    public static Settings Settings(
        MailServers servers,
        string address,
        string folder,
        string coordinator = $"coordinator@{MailServers.Domain}",
        string? sent = null,
        int? open = null
    )
    {
        File.WriteAllText(Path.Combine(folder, "password"), MailServers.Password);
        var config = Path.Combine(folder, "appsettings.json");
        var person = new
        {
            Key = "coordinator",
            Name = "C. Coordinator",
            Email = coordinator,
            Roles = new[] { "coordinator", "admin" },
        };
        var organisation = new
        {
            Key = "zonnebloem",
            Name = "Zonnebloem",
            Regulation = "xtra",
            CasePrefix = "ZON",
            Address = "klachten@zonnebloem.example",
            Mailbox = Server(servers, "Imap", servers.Imaps, "Tls", address, sent),
            Sender = open is { } port
                ? new Dictionary<string, object>
                {
                    ["Kind"] = "Smtp",
                    ["Host"] = "localhost",
                    ["Port"] = port,
                    ["Security"] = "None",
                }
                : Server(servers, "Smtp", servers.Submission, "StartTls", address),
            People = new[] { person },
        };
        File.WriteAllText(
            config,
            JsonSerializer.Serialize(
                new
                {
                    Limits = new { AnswersPerDomainPerHour = 1_000_000, LettersPerPersonPerDay = 1_000_000 },
                    Templates = Path.Combine(AppContext.BaseDirectory, "templates"),
                    Organisations = new[] { organisation },
                }
            )
        );
        return SettingsReader.Load(config, new Hashtable());
    }

    public static Dictionary<string, object> Server(
        MailServers servers,
        string kind,
        int port,
        string security,
        string user,
        string? sent = null
    )
    {
        var server = new Dictionary<string, object>
        {
            ["Kind"] = kind,
            ["Host"] = "localhost",
            ["Port"] = port,
            ["Security"] = security,
            ["User"] = user,
            ["PasswordFile"] = "password",
            ["TrustedCertificates"] = servers.In("cert.pem"),
        };
        if (sent is not null)
            server["Sent"] = sent;
        return server;
    }
}
