using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Mail.Imap;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Mail.Smtp;
using ComplaintMailer.Schedules;
using NodaTime;

namespace ComplaintMailer.ServerTests.Servers;

/// <summary>One organisation whose mailbox and way out are the real servers, with people who have mailboxes there too.</summary>
internal sealed class RealWorkplace : IDisposable
{
    private readonly MailServers servers;
    private readonly JsonObject organisation;
    private readonly List<JsonObject> others = [];

    public RealWorkplace(MailServers servers)
    {
        this.servers = servers;
        Directory.CreateDirectory(Folder);
        (Address, Coordinator, Manager, Admin) = (
            servers.AddPerson(),
            servers.AddPerson(),
            servers.AddPerson(),
            servers.AddPerson()
        );
        File.WriteAllText(Path.Combine(Folder, "password"), MailServers.Password + "\n");
        organisation = (JsonObject)
            JsonSerializer.SerializeToNode(
                new
                {
                    Key = "wijkz",
                    Name = "Wijkz",
                    Regulation = "xtra",
                    CasePrefix = "WIJ",
                    Address,
                    Mailbox = new
                    {
                        Kind = "Imap",
                        Host = "localhost",
                        Port = servers.Imaps,
                        Security = "Tls",
                        User = Address,
                        PasswordFile = "password",
                        TrustedCertificates = servers.In("cert.pem"),
                        Sent = "auto",
                    },
                    Sender = new
                    {
                        Kind = "Smtp",
                        Host = "localhost",
                        Port = servers.Submission,
                        Security = "StartTls",
                        User = Address,
                        PasswordFile = "password",
                        TrustedCertificates = servers.In("cert.pem"),
                    },
                    People = new object[]
                    {
                        Person("manager", Manager, "handler"),
                        Person("coordinator", Coordinator, "coordinator"),
                        Person("admin", Admin, "admin"),
                    },
                    Locations = new[]
                    {
                        new
                        {
                            Key = "centrum",
                            Name = "Centrum",
                            Service = "social-work",
                            Manager = "manager",
                        },
                    },
                }
            )!;
        Write();
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("complaintmailer-real-").FullName;
    public string Config => Path.Combine(Folder, "appsettings.json");
    public string Address { get; }
    public string Coordinator { get; }
    public string Manager { get; }
    public string Admin { get; }

    public Settings Settings => SettingsReader.Load(Config, new Hashtable());

    /// <summary>Talks to the servers through proxies.</summary>
    /// <param name="plain">So that these can read along.</param>
    public RealWorkplace Through(FaultProxy? imap, FaultProxy? smtp, bool plain = true)
    {
        foreach (var (key, proxy) in new[] { ("Mailbox", imap), ("Sender", smtp) })
        {
            if (proxy is null)
                continue;
            organisation[key]!["Port"] = proxy.Port;
            if (plain)
                organisation[key]!["Security"] = "None";
        }
        Write();
        return this;
    }

    public void Set(string part, string key, JsonNode? value)
    {
        organisation[part]![key] = value;
        Write();
    }

    /// <summary>A second organisation, with a mailbox on another port, which is looked at first.</summary>
    public void Beside(string key, int port)
    {
        var other = (JsonObject)organisation.DeepClone();
        (other["Key"], other["Name"], other["CasePrefix"]) = (key, key, key.ToUpperInvariant());
        var address = servers.AddPerson();
        other[nameof(Address)] = address;
        other["Mailbox"]!["User"] = address;
        other["Mailbox"]!["Port"] = port;
        others.Add(other);
        Write();
    }

    /// <summary>Somebody sends a mail to the organisation, as people do.</summary>
    public async Task Send(
        string from,
        string subject,
        string id,
        string headers = "",
        string? to = null,
        string? words = null
    )
    {
        await using var sender = new SmtpSender(servers.SenderOf(from));
        var result = await sender.Send(
            new(from, to ?? Address, id),
            System.Text.Encoding.UTF8.GetBytes(Complaint(from, subject, id, headers, words)),
            default
        );
        Assert.IsType<ComplaintMailer.Mail.Sending.SendResult.Accepted>(result);
    }

    public static string Complaint(string from, string subject, string id, string headers = "", string? words = null) =>
        $"From: Sanne Bakker <{from}>\r\nTo: klachten\r\nSubject: {subject}\r\nMessage-ID: <{id}@gezin.example>\r\n{headers}"
        + "Date: Mon, 23 Nov 2026 10:02:11 +0100\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        + (
            words is null
                ? $"Goedemorgen,\r\n\r\nIk ben het niet eens met hoe er in Centrum met ons is omgegaan ({id}). Ik wil dat iemand ons belt.\r\n\r\nSanne Bakker\r\n"
                : words + "\r\n"
        );

    public static Instant Now => Instant.FromDateTimeOffset(DateTimeOffset.UtcNow);

    /// <summary>Passes until there is nothing left to do, as it looks.</summary>
    public async Task<Worker.Pass> Pass()
    {
        using var worker = new Worker(Settings);
        return await worker.Once(Now, false, default);
    }

    public IReadOnlyList<Case> Cases()
    {
        using var worker = new Worker(Settings, exclusive: false);
        return worker.Register.Read(session =>
            session
                .Query("SELECT number FROM complaint ORDER BY number", r => r.GetString(0))
                .ConvertAll(number =>
                {
                    using var dossier = worker.Store.Load(session, number)!;
                    return dossier.State;
                })
        );
    }

    /// <summary>Waits until somebody has so many mails.</summary>
    public async Task<List<ReadMail>> MailsOf(string address, int count)
    {
        await using var mailbox = new ImapMailbox(servers.MailboxOf(address));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var items = await mailbox.All();
            if (items.Count >= count)
            {
                var mails = new List<ReadMail>();
                foreach (var item in items)
                    mails.Add(new MailReader().Read(await item.Open(default)));
                return mails;
            }
            await mailbox.WaitForMail(TimeSpan.FromSeconds(5), limit.Token);
            limit.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Waits until so many mails lie in the organisation's mailbox.</summary>
    public async Task Arrived(int count)
    {
        for (var i = 0; i < 300 && servers.Count(Address, "INBOX") < count; i++)
            await Task.Delay(100);
        Assert.Equal(count, servers.Count(Address, "INBOX"));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Write() =>
        File.WriteAllText(
            Config,
            new JsonObject
            {
                ["Templates"] = Path.Combine(AppContext.BaseDirectory, "templates"),
                // Here one person complains more often than anybody should have to.
                ["Limits"] = new JsonObject
                {
                    ["AnswersPerAddressPerDay"] = 1000,
                    ["AnswersPerDomainPerHour"] = 1_000_000,
                    ["LettersPerPersonPerDay"] = 1_000_000,
                },
                ["Organisations"] = new JsonArray([.. others.Append(organisation).Select(o => o.DeepClone())]),
            }.ToJsonString()
        );

    private static object Person(string key, string email, string role) =>
        new
        {
            Key = key,
            Name = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(key),
            Email = email,
            Roles = new[] { role },
        };
}
