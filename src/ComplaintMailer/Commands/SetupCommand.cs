using System.CommandLine;
using ComplaintMailer.Configuration;
using ComplaintMailer.Connections;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Setup;

namespace ComplaintMailer.Commands;

/// <summary><c>setup</c>: asks what is needed, or takes it from flags; writes the configuration and tries the connections.</summary>
internal static class SetupCommand
{
    private static readonly string[] Regulations = ["mik-piw", "mik-piw-2021", "xtra", "fluks", "partou"];
    private static readonly string[] Services = ["childcare", "social-work", "youth-care", "support"];

    private static readonly (string Flag, string What)[] Flags =
    [
        ("--name", "Name of the organisation."),
        ("--regulation", "Its regulation: mik-piw, mik-piw-2021, xtra, fluks, partou, or the path of a pack."),
        ("--prefix", "Letters in front of case numbers, such as WIJ."),
        ("--address", "Where complaints are mailed to, such as klachten@wijkz.nl."),
        ("--phone", "A number to call, for in letters."),
        ("--mailbox", "Name of the IMAP server, or the path of a Maildir."),
        ("--sender", "Name of the SMTP server, /usr/sbin/sendmail, or the path of a Maildir."),
        ("--user", "Name to log in with at the mail servers; the address when not given."),
        ("--password-file", "File that holds the password, readable by the service only."),
        ("--coordinator", "Who looks after complaints that belong nowhere: \"Name <address>\"."),
        ("--director", "The director: \"Name <address>\"."),
        ("--quality", "Quality officer: \"Name <address>\"."),
        ("--admin", "Who is told of technical trouble: \"Name <address>\"."),
        ("--locations", "A table (CSV) with columns name, service, manager, email."),
        ("--location", "Name of the only location, where there is no table."),
        ("--service", "What that location does: childcare, social-work, youth-care or support."),
        ("--data", "Folder of the register and its key."),
        ("--logs", "Folder of the logs."),
    ];

    public static void Add(RootCommand root, Option<string> config)
    {
        var command = new Command(
            "setup",
            "Writes a configuration: asks, or takes all from flags; then tries the mail servers."
        );
        var options = Flags.ToDictionary(
            f => f.Flag,
            f => new Option<string?>(f.Flag) { Description = f.What },
            StringComparer.Ordinal
        );
        foreach (var option in options.Values)
            command.Options.Add(option);
        var force = new Option<bool>("--force") { Description = "Replaces a configuration that is there already." };
        var offline = new Option<bool>("--offline") { Description = "Does not try the mail servers." };
        command.Options.Add(force);
        command.Options.Add(offline);
        command.SetAction(
            (result, ct) =>
                SetUp(
                    result.GetValue(config)!,
                    flag => result.GetValue(options[flag]),
                    result.GetValue(force),
                    result.GetValue(offline),
                    ct
                )
        );
        root.Subcommands.Add(command);
    }

    private static async Task<int> SetUp(
        string config,
        Func<string, string?> given,
        bool force,
        bool offline,
        CancellationToken ct
    )
    {
        if (File.Exists(config) && !force)
            throw new OperatorException($"{config} is there already. Change it by hand, or replace it with --force.")
            {
                ExitCode = 2,
            };
        var interview = new Interview(Console.In, Console.Out, !Console.IsInputRedirected);
        var answers = Ask(interview, given, config);
        var folder = Path.GetDirectoryName(Path.GetFullPath(config))!;
        PrivateFiles.MakeFolder(folder);
        var draft = Path.Combine(folder, ".appsettings.draft.json");
        try
        {
            await File.WriteAllTextAsync(draft, SettingsText.Of(answers), ct);
            // Not written to its place until it reads well.
            SettingsReader.Load(draft);
            File.Move(draft, config, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
        interview.Say($"✓ {config}");
        var fine = offline || await Try(SettingsReader.Load(config), interview, ct);
        interview.Say("");
        interview.Say(fine ? "Next:" : "Mend what is marked ✗ in the configuration, then:");
        interview.Say($"  complaintmailer doctor --config {config}");
        interview.Say(
            $"  complaintmailer selftest --config {config}    # a mail to yourself, through the real servers"
        );
        interview.Say("  systemctl start complaintmailer               # where it is installed as a service");
        return fine ? 0 : 1;
    }

    private static Answers Ask(Interview interview, Func<string, string?> given, string config)
    {
        string Q(string flag, string question, string? otherwise, Func<string, string?>? fault = null) =>
            interview.Ask(flag, question, given(flag), otherwise, fault);

        var name = Q("--name", "Name of the organisation", null);
        var key = Keys.Of(name);
        var regulation = Q(
            "--regulation",
            $"Regulation ({string.Join(", ", Regulations)})",
            null,
            a =>
                Regulations.Contains(a) || Answers.IsPath(a) ? null : $"Choose one of {string.Join(", ", Regulations)}."
        );
        var letters = new string([.. key.Where(char.IsAsciiLetterOrDigit).Take(3)]).ToUpperInvariant();
        var prefix = Q("--prefix", "Letters in front of case numbers", letters);
        var address = Q("--address", "Address for complaints", null, Address);
        var phone = Q("--phone", "Phone number for in letters", "");
        var domain = address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..];
        var mailbox = Q("--mailbox", "IMAP server, or path of a Maildir", $"imap.{domain}");
        var sender = Q("--sender", "SMTP server, or path of sendmail or of a Maildir", $"smtp.{domain}");
        var onServer = !Answers.IsPath(mailbox) || !Answers.IsPath(sender);
        var user = onServer ? Q("--user", "Name to log in with", address) : null;
        var password = onServer
            ? Q(
                "--password-file",
                "File with the password",
                Path.Combine(Path.GetDirectoryName(Path.GetFullPath(config))!, "mail.password")
            )
            : null;

        var people = new List<PersonAnswer>();
        void Person(string flag, string question, string? otherwise, params string[] roles)
        {
            var answer = Q(flag, $"{question} (Name <address>)", otherwise, PersonFault);
            if (answer.Length == 0)
                return;
            var (who, mail) = Parse(answer);
            var known = people.FindIndex(p => string.Equals(p.Email, mail, StringComparison.OrdinalIgnoreCase));
            if (known >= 0)
                people[known] = people[known] with { Roles = [.. people[known].Roles.Union(roles)] };
            else
                people.Add(new(Keys.Of(who), who, mail, roles));
        }
        Person("--coordinator", "Complaints coordinator", null, "coordinator", "handler");
        Person("--director", "Director", null, "director");
        Person("--quality", "Quality officer, if any", "", "quality");
        Person("--admin", "Who is told of technical trouble", $"{people[0].Name} <{people[0].Email}>", "admin");

        IReadOnlyList<LocationAnswer> locations;
        if (given("--locations") is { } table)
        {
            (locations, var managers) = LocationFile.Read(table);
            var known = people.ToDictionary(p => p.Key, StringComparer.Ordinal);
            people.AddRange(managers.Where(m => !known.ContainsKey(m.Key)));
        }
        else
        {
            var place = Q("--location", "Name of the (first) location", name);
            var service = Q(
                "--service",
                $"What it does ({string.Join(", ", Services)})",
                null,
                a => Services.Contains(a) ? null : $"Choose one of {string.Join(", ", Services)}."
            );
            locations = [new(Keys.Of(place), place, service, people[0].Key)];
        }
        var system = Path.GetFullPath(config).StartsWith("/etc/", StringComparison.Ordinal);
        return new()
        {
            Name = name,
            Key = key,
            Regulation = regulation,
            CasePrefix = prefix,
            Address = address,
            Phone = phone.Length == 0 ? null : phone,
            Mailbox = mailbox,
            Sender = sender,
            User = user,
            PasswordFile = password,
            People = people,
            Locations = locations,
            // As a service its files have their places; else they stand beside the configuration.
            Data = given("--data") ?? (system ? "/var/lib/complaintmailer" : null),
            Logs = given("--logs") ?? (system ? "/var/log/complaintmailer" : null),
            Templates = Path.Combine(AppContext.BaseDirectory, "templates"),
        };
    }

    /// <summary>Looks into the mailbox. It is the surest sign that name, password and server are right, and it changes nothing.</summary>
    private static async Task<bool> Try(Settings settings, Interview interview, CancellationToken ct)
    {
        var organisation = settings.Organisations[0];
        try
        {
            await using var mailbox = MailboxOpener.Open(organisation.Mailbox);
            var count = 0;
            await foreach (var _ in mailbox.List(null, ct))
            {
                if (++count >= 1000)
                    break;
            }
            interview.Say($"✓ mailbox: {count} mails wait in it");
            return true;
        }
        catch (Exception e) when (e is MailboxException or OperatorException or IOException)
        {
            interview.Say($"✗ mailbox: {e.Message}");
            return false;
        }
    }

    private static string? Address(string answer) =>
        answer.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at < answer.Length - 3
        && !answer.Contains(' ')
            ? null
            : "That is no address.";

    private static string? PersonFault(string answer) =>
        answer.Length == 0 || (Parse(answer) is var (name, mail) && name.Length > 0 && Address(mail) is null)
            ? null
            : "Write it as: J. de Vries <j.devries@wijkz.nl>";

    private static (string Name, string Email) Parse(string answer)
    {
        var open = answer.LastIndexOf('<');
        return open < 0 ? ("", answer) : (answer[..open].Trim().Trim('"'), answer[(open + 1)..].TrimEnd('>', ' '));
    }
}
