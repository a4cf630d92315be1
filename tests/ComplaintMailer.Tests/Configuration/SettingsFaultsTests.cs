using System.Collections;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;

namespace ComplaintMailer.Tests.Configuration;

public class SettingsFaultsTests
{
    [Fact]
    public void Every_fault_is_told_at_once_with_its_key_and_what_to_do()
    {
        var faults = Faults(
            """
            {
              "TimeZon": "Europe/Amsterdam",
              "AllowTimeTravel": "yes",
              "LogLevel": "Loud",
              "Limits": { "AnswersPerAddressPerDay": 0, "Parts": 1.5 },
              "Organisations": [
                { "Key": "a", "Name": "A", "Regulation": "xtra", "CasePrefix": "A", "Address": "nowhere",
                  "Mailbox": { "Kind": "Pop3" }, "Sender": { "Kind": "Maildir" },
                  "People": [{ "Key": "x", "Name": "X", "Email": "x@a.example", "Roles": ["handeler"], "ReportsTo": "y" }] },
                7
              ]
            }
            """
        );

        Assert.Equal(2, faults.ExitCode);
        var lines = faults.Message.Split(Environment.NewLine);
        string[] expected =
        [
            "TimeZon: unknown key. Did you mean “TimeZone”?",
            "AllowTimeTravel: the value is of the wrong kind. Write true or false.",
            "LogLevel: “Loud” is not one of",
            "Limits:AnswersPerAddressPerDay: 0 is out of range. Use 1 to 1000.",
            "Limits:Parts: the value is of the wrong kind. Write a whole number.",
            "Organisations:0:Address: “nowhere” is no mail address.",
            "Organisations:0:Mailbox:Kind: “Pop3” is not one of Maildir, Imap.",
            "Organisations:0:Sender:Path: missing.",
            "Organisations:0:People:0:Roles: “handeler” is not one of",
            "Organisations:0:People:0:ReportsTo: there is no person “y”.",
            "Organisations:1: the value is of the wrong kind. Write an object",
        ];
        Assert.All(expected, e => Assert.Contains(lines, l => l.Contains(e, StringComparison.Ordinal)));
        Assert.Equal(expected.Length, lines.Length);
    }

    [Fact]
    public void Regulations_reports_and_people_that_are_not_there_are_told_with_the_rest()
    {
        var faults = Faults(
            """
            {
              "Organisations": [
                { "Key": "a", "Name": "A", "Regulation": "xtraa", "CasePrefix": "A", "Address": "a@a.example",
                  "Mailbox": { "Kind": "Maildir", "Path": "a" }, "Sender": { "Kind": "Maildir", "Path": "b" },
                  "People": [{ "Key": "fin", "Name": "X", "Email": "x@a.example", "ReportsTo": "niemand" }],
                  "Reports": [{ "Kind": "quartely", "To": ["role:quality"] }] }
              ]
            }
            """
        );

        var lines = faults.Message.Split(Environment.NewLine);
        Assert.Contains(
            lines,
            l =>
                l.Contains("Organisations:0:Regulation: “xtraa” is not one of", StringComparison.Ordinal)
                && l.EndsWith("Did you mean “xtra”?", StringComparison.Ordinal)
        );
        Assert.Contains(
            lines,
            l =>
                l.Contains("Organisations:0:Reports:0:Kind: “quartely”", StringComparison.Ordinal)
                && l.EndsWith("Did you mean “quarterly”?", StringComparison.Ordinal)
        );
        Assert.Contains(
            lines,
            l => l.EndsWith("there is no person “niemand”. Use the key of one of the People.", StringComparison.Ordinal)
        );
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public void Secrets_that_can_not_be_used_are_told_with_the_rest_and_those_of_run_time_are_left_alone()
    {
        var folder = Directory.CreateTempSubdirectory("complaintmailer-").FullName;
        var file = Path.Combine(folder, "appsettings.json");
        File.WriteAllText(Path.Combine(folder, "empty"), "\n");
        File.WriteAllText(Path.Combine(folder, "no.pem"), "no key");
        File.WriteAllText(
            file,
            """
            {
              "LogLevel": "Loud",
              "Organisations": [
                { "Key": "a", "Name": "A", "Regulation": "xtra", "CasePrefix": "A", "Address": "a@a.example",
                  "Mailbox": { "Kind": "Imap", "Host": "127.0.0.1", "User": "a", "PasswordFile": "nope" },
                  "Sender": { "Kind": "Smtp", "Host": "127.0.0.1", "User": "a", "PasswordFile": "empty",
                    "Dkim": { "Domain": "a b", "Selector": "k1", "KeyFile": "no.pem" } } },
                { "Key": "b", "Name": "B", "Regulation": "xtra", "CasePrefix": "B", "Address": "b@b.example",
                  "Mailbox": { "Kind": "Imap", "Host": "127.0.0.1", "User": "b", "PasswordFile": "/run/credentials/nope.service/mail" },
                  "Sender": { "Kind": "Maildir", "Path": "out" } }
              ]
            }
            """
        );

        var faults = Assert.Throws<OperatorException>(() =>
            SettingsReader.Load(file, new Hashtable(), withSecrets: true)
        );

        var lines = faults.Message.Split(Environment.NewLine);
        string[] expected =
        [
            "LogLevel: “Loud”",
            $"Organisations:0:Mailbox:PasswordFile: there is no {folder}/nope. Write the password into it.",
            $"Organisations:0:Sender:PasswordFile: {folder}/empty is empty. Write the password into it.",
            "Organisations:0:Sender:Dkim:Domain: “a b” can't be a name in DNS.",
            $"Organisations:0:Sender:Dkim:KeyFile: {folder}/no.pem: This is no private RSA key in PEM. Make one with",
        ];
        Assert.All(expected, e => Assert.Contains(lines, l => l.Contains(e, StringComparison.Ordinal)));
        Assert.Equal(expected.Length, lines.Length);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_variable_of_the_environment_takes_the_place_of_a_key()
    {
        var file = Write("{ \"LogLevel\": \"Loud\" }");
        var environment = new Hashtable { ["COMPLAINTMAILER__LogLevel"] = "Whisper" };

        var faults = Assert.Throws<OperatorException>(() => SettingsReader.Load(file, environment));

        Assert.Contains("Whisper", faults.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Theory]
    [InlineData("", "is no JSON")]
    [InlineData("{ \"Data\": ", "is no JSON")]
    [InlineData("[]", "must hold one object")]
    [InlineData("{}", "Organisations: there are none")]
    public void A_file_that_is_no_configuration_is_told_so(string text, string told) =>
        Assert.Contains(told, Faults(text).Message, StringComparison.Ordinal);

    private static OperatorException Faults(string text)
    {
        var file = Write(text);
        try
        {
            return Assert.Throws<OperatorException>(() => SettingsReader.Load(file, new Hashtable()));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Write(string text)
    {
        var file = Path.Combine(Path.GetTempPath(), $"settings-{Guid.NewGuid():N}.json");
        File.WriteAllText(file, text);
        return file;
    }
}
