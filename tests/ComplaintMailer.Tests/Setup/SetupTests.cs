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

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
