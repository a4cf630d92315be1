using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ComplaintMailer.Configuration;
using ComplaintMailer.Mail.Imap;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Mail.Sending;
using ComplaintMailer.Mail.Smtp;
using ComplaintMailer.ServerTests.Servers;

namespace ComplaintMailer.Benchmarks.Soak;

/// <summary>Five organisations, one of each regulation, with their mailboxes on a real Dovecot and their letters by a real Postfix.</summary>
internal sealed class SoakPlace : IDisposable
{
    private static readonly string[] Regulations = ["mik-piw", "mik-piw-2021", "xtra", "fluks", "partou"];
    private readonly MailServers servers = new();
    private readonly List<string> addresses = [];
    private readonly string complainant;
    private int mails;

    public SoakPlace()
    {
        complainant = servers.AddPerson();
        File.WriteAllText(Path.Combine(Folder, "password"), MailServers.Password + "\n");
        var organisations = Regulations.Select(Organisation).ToList();
        File.WriteAllText(
            Config,
            JsonSerializer.Serialize(
                new
                {
                    AllowTimeTravel = true,
                    Templates = Path.Combine(AppContext.BaseDirectory, "templates"),
                    Limits = new
                    {
                        AnswersPerAddressPerDay = 1000,
                        AnswersPerDomainPerHour = 1_000_000,
                        LettersPerPersonPerDay = 1_000_000,
                    },
                    Organisations = organisations,
                }
            )
        );
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("complaintmailer-soak-").FullName;
    public string Config => Path.Combine(Folder, "appsettings.json");
    public Settings Settings => SettingsReader.Load(Config, new Hashtable());

    /// <summary>By turns somebody complains to one of the five, and answers what came back last.</summary>
    public async Task Write()
    {
        var number = mails++;
        var to = addresses[number / 2 % addresses.Count];
        if (number % 2 == 1 && await LastReplyTo() is { } token)
            to = token;
        await using var sender = new SmtpSender(servers.SenderOf(complainant));
        var id = number.ToString(CultureInfo.InvariantCulture);
        var result = await sender.Send(
            new(complainant, to, id),
            Encoding.UTF8.GetBytes(
                $"From: Sanne Bakker <{complainant}>\r\nTo: {to}\r\nSubject: Klacht {id}\r\nMessage-ID: <soak-{id}@gezin.example>\r\n"
                    + $"Date: {DateTimeOffset.UtcNow:r}\r\n\r\nGoedemorgen,\r\n\r\nWij zijn het niet eens met hoe het op {id} in Centrum ging.\r\n\r\nSanne\r\n"
            ),
            default
        );
        if (result is not SendResult.Accepted)
            throw new InvalidOperationException(result.ToString());
    }

    /// <summary>The address that the newest letter wants its answers at.</summary>
    private async Task<string?> LastReplyTo()
    {
        await using var mailbox = new ImapMailbox(servers.MailboxOf(complainant));
        MailboxItem? last = null;
        await foreach (var item in mailbox.List(null, default))
            last = item;
        return last is null ? null : new MailReader().Read(await last.Open(default)).ReplyTo.FirstOrDefault()?.Address;
    }

    private object Organisation(string regulation, int number)
    {
        var (address, staff) = (servers.AddPerson(), servers.AddPerson());
        addresses.Add(address);
        object Server(int port, string security, string kind) =>
            new
            {
                Kind = kind,
                Host = "localhost",
                Port = port,
                Security = security,
                User = address,
                PasswordFile = "password",
                TrustedCertificates = servers.In("cert.pem"),
            };
        return new
        {
            Key = regulation,
            Name = $"Organisatie {regulation}",
            Regulation = regulation,
            CasePrefix = $"O{number + 1}",
            Address = address,
            Mailbox = Server(servers.Imaps, "Tls", "Imap"),
            Sender = Server(servers.Submission, "StartTls", "Smtp"),
            People = new[]
            {
                new
                {
                    Key = "ann",
                    Name = "Ann",
                    Email = staff,
                    Roles = new[] { "handler", "coordinator", "quality", "director", "admin" },
                },
            },
            Locations = new[]
            {
                new
                {
                    Key = "centrum",
                    Name = "Centrum",
                    Service = "childcare",
                    Manager = "ann",
                },
            },
        };
    }

    public void Dispose()
    {
        servers.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
