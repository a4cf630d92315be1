using System.Collections;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Setup;

namespace ComplaintMailer.Tests.Setup;

public sealed class SetupTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("complaintmailer-").FullName;

    private static readonly Answers Answers = new()
    {
        Name = "Wijkz \"Zuid\"",
        Key = "wijkz-zuid",
        Regulation = "xtra",
        CasePrefix = "WIJ",
        Address = "klachten@wijkz.example",
        Mailbox = "imap.wijkz.example",
        Sender = "/usr/sbin/sendmail",
        PasswordFile = "/etc/complaintmailer/mail.password",
        People = [new("ann", "Ann", "ann@wijkz.example", ["coordinator", "handler"])],
        Locations = [new("brug", "De Brug", "social-work", "ann")],
        Data = "/var/lib/complaintmailer",
    };

    [Fact]
    public void What_setup_writes_reads_back_as_it_was_meant()
    {
        var file = Path.Combine(folder, "appsettings.json");
        File.WriteAllText(file, SettingsText.Of(Answers));

        var settings = SettingsReader.Load(file, new Hashtable());

        var organisation = Assert.Single(settings.Organisations);
        Assert.Equal("Wijkz \"Zuid\"", organisation.Name);
        Assert.Equal(
            ("Imap", "imap.wijkz.example", "klachten@wijkz.example"),
            (organisation.Mailbox.Kind, organisation.Mailbox.Host, organisation.Mailbox.User)
        );
        Assert.Equal(("Sendmail", "/usr/sbin/sendmail"), (organisation.Sender.Kind, organisation.Sender.Command));
        Assert.Equal("/var/lib/complaintmailer/complaints.db", settings.Data.Path);
        Assert.Equal("ann", organisation.Locations[0].Manager);
    }

    [Fact]
    public void Locations_and_their_managers_come_from_a_table()
    {
        var file = Path.Combine(folder, "locations.csv");
        File.WriteAllText(
            file,
            "name;service;manager;email\n\"Brug; de oude\";social-work;Ann de Wit;ann@x.example\nDe Één;childcare;Ann de Wit;\n"
        );

        var (locations, managers) = LocationFile.Read(file);

        Assert.Equal(["brug-de-oude", "de-een"], locations.Select(l => l.Key));
        Assert.Equal("ann-de-wit", Assert.Single(managers).Key);
        Assert.All(locations, l => Assert.Equal("ann-de-wit", l.Manager));
    }

    [Fact]
    public void A_table_without_an_address_of_a_manager_says_on_which_line()
    {
        var file = Path.Combine(folder, "locations.csv");
        File.WriteAllText(file, "name,service,manager,email\nDe Brug,social-work,Ann,\n");

        Assert.Contains("line 2", Assert.Throws<OperatorException>(() => LocationFile.Read(file)).Message);
    }

    [Fact]
    public void It_asks_again_until_the_answer_is_right()
    {
        var output = new StringWriter();
        var interview = new Interview(new StringReader("\nno\nyes\n"), output, true);

        var answer = interview.Ask("--x", "Right", null, null, a => a == "yes" ? null : "Say yes.");

        Assert.Equal("yes", answer);
        Assert.Contains("Please answer this one.", output.ToString());
        Assert.Contains("Say yes.", output.ToString());
    }

    [Fact]
    public void Without_a_terminal_what_lacks_is_named_by_its_flag()
    {
        var interview = new Interview(TextReader.Null, TextWriter.Null, false);

        Assert.Equal("d", interview.Ask("--x", "X", null, "d"));
        Assert.StartsWith(
            "--name: missing",
            Assert.Throws<OperatorException>(() => interview.Ask("--name", "Name", null, null)).Message
        );
    }

    [Theory]
    [InlineData("imap.wijkz.nl", "imap.wijkz.nl", 993, "Tls")]
    [InlineData("imap.wijkz.nl:143", "imap.wijkz.nl", 143, "StartTls")]
    [InlineData("imap://10.0.0.1:1143", "10.0.0.1", 1143, "StartTls")]
    [InlineData("smtp://localhost:25", "localhost", 25, "None")]
    [InlineData("smtps://smtp.wijkz.nl", "smtp.wijkz.nl", 465, "Tls")]
    public void A_server_is_named_as_people_name_it(string text, string host, int port, string security) =>
        Assert.Equal(new ServerName(host, port, security), ServerName.Parse(text, "imaps"));

    [Theory]
    [InlineData("http://wijkz.nl")]
    [InlineData("imap.wijkz.nl:zes")]
    [InlineData("klachten@wijkz.nl")]
    [InlineData("")]
    public void What_names_no_server_is_not_taken_for_one(string text) => Assert.Null(ServerName.Parse(text, "imaps"));

    [Fact]
    public void Every_question_is_asked_at_a_terminal_and_what_was_answered_can_be_read_back()
    {
        var config = Path.Combine(folder, "appsettings.json");
        var table = Path.Combine(folder, "locations.csv");
        File.WriteAllText(table, "name,service,manager,email\nDe Brug,social-work,Bea Bos,bea@wijkz.example\n");
        var typed = string.Join(
            '\n',
            "Wijkz",
            "extra",
            "xtra",
            "",
            "klachten@wijkz.example",
            "",
            "070 123",
            "outlook.office365.com",
            "",
            "",
            "tenant-1",
            "client-1",
            "",
            "Ann de Wit <ann@wijkz.example>",
            "Bob",
            "Bob Smit <bob@wijkz.example>",
            "",
            "",
            "nergens.csv",
            table
        );
        var said = new StringWriter();
        var interview = new Interview(new StringReader(typed), said, true, () => "geheim");

        var answers = new Questions(interview, _ => null, config).Ask();
        File.WriteAllText(config, SettingsText.Of(answers));

        var organisation = Assert.Single(SettingsReader.Load(config, new Hashtable()).Organisations);
        Assert.Equal(
            ("xtra", "WIJ", "070 123"),
            (organisation.Regulation, organisation.CasePrefix, organisation.Phone)
        );
        Assert.Equal(("smtp.office365.com", 587), (organisation.Sender.Host, organisation.Sender.Port));
        Assert.Equal(("OAuth2", "tenant-1"), (organisation.Mailbox.Auth, organisation.Mailbox.OAuth2!.TenantId));
        Assert.Equal(["Ann de Wit", "Bob Smit", "Bea Bos"], organisation.People.Select(p => p.Name));
        Assert.Contains("admin", organisation.People[0].Roles);
        Assert.Equal("bea-bos", organisation.Locations[0].Manager);
        // What was wrong was said at once, and asked again.
        Assert.Contains("Choose one of mik-piw", said.ToString());
        Assert.Contains("Write it as: J. de Vries", said.ToString());
        Assert.Contains("nergens.csv does not exist.", said.ToString());
        var secret = Path.Combine(folder, "mail.password");
        Assert.Equal("geheim\n", File.ReadAllText(secret));
        Assert.True(OperatingSystem.IsWindows() || !File.GetUnixFileMode(secret).HasFlag(UnixFileMode.OtherRead));
    }

    [Fact]
    public async Task A_test_complaint_is_answered_by_the_worker_and_the_register_stays_as_it_was()
    {
        var file = Path.Combine(folder, "appsettings.json");
        File.WriteAllText(
            file,
            SettingsText.Of(
                Answers with
                {
                    Mailbox = Path.Combine(folder, "in"),
                    Sender = Path.Combine(folder, "out"),
                    Data = Path.Combine(folder, "data"),
                    Templates = Path.Combine(AppContext.BaseDirectory, "templates"),
                }
            )
        );
        var settings = SettingsReader.Load(file, new Hashtable());
        var said = new List<string>();

        var fine = await new TestComplaint(settings, settings.Organisations[0], said.Add).Run(
            true,
            TimeSpan.FromSeconds(5),
            default
        );

        Assert.True(fine, string.Join('\n', said));
        Assert.Contains(said, l => l.Contains("We hebben uw klacht ontvangen", StringComparison.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(folder, "data")));
        Assert.Empty(Directory.GetFiles(Path.Combine(folder, "in", "new")));
        Assert.False(Directory.Exists(Path.Combine(folder, "out")));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
