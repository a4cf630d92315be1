namespace ComplaintMailer.Setup;

/// <summary>What <c>setup</c> asks, in the order it asks it.</summary>
internal sealed class Questions(Interview interview, Func<string, string?> given, string config)
{
    private static readonly string[] Regulations = ["mik-piw", "mik-piw-2021", "xtra", "fluks", "partou"];
    private static readonly string[] Services = ["childcare", "social-work", "youth-care", "support"];
    private static readonly string[] Languages = ["nl", "en"];

    private static readonly string[] Microsoft = ["office365.com", "outlook.com"];

    private readonly List<PersonAnswer> people = [];

    public Answers Ask()
    {
        var name = Ask("--name", "Name of the organisation", null);
        var key = Keys.Of(name);
        var regulation = Ask(
            "--regulation",
            $"Regulation ({string.Join(", ", Regulations)})",
            null,
            a => Answers.IsPath(a) ? null : OneOf(Regulations, a)
        );
        var letters = new string([.. key.Where(char.IsAsciiLetterOrDigit).Take(3)]).ToUpperInvariant();
        var prefix = Ask("--prefix", "Letters in front of case numbers", letters);
        var address = Ask("--address", "Address for complaints", null, AddressFault);
        var language = Ask("--language", "Language (nl, en)", "nl", a => OneOf(Languages, a));
        var phone = Ask("--phone", "Phone number for in letters, if any", "");
        var domain = address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..];
        var mailbox = Ask(
            "--mailbox",
            "IMAP server, or path of a Maildir",
            $"imap.{domain}",
            a => ServerFault(a, "imaps")
        );
        var sender = Ask(
            "--sender",
            "SMTP server, or path of sendmail or of a Maildir",
            IsMicrosoft(mailbox) ? "smtp.office365.com" : $"smtp.{domain}",
            a => ServerFault(a, "smtp")
        );
        var answers = new Answers
        {
            Name = name,
            Key = key,
            Regulation = regulation,
            CasePrefix = prefix,
            Address = address,
            Language = language,
            Phone = Filled(phone),
            Mailbox = mailbox,
            Sender = sender,
            Certificates = given("--certificates"),
            Postgres = given("--postgres"),
            People = [],
            Locations = [],
        };
        answers = Login(answers);
        Person("--coordinator", "Complaints coordinator", null, "coordinator", "handler");
        Person("--director", "Director", null, "director");
        Person("--quality", "Quality officer, if any", "", "quality");
        Person("--admin", "Who is told of technical trouble", $"{people[0].Name} <{people[0].Email}>", "admin");
        var locations = Locations(name);
        // As a service its files have their places; else they stand beside the configuration.
        var system = Path.GetFullPath(config).StartsWith("/etc/", StringComparison.Ordinal);
        return answers with
        {
            People = people,
            Locations = locations,
            Data = given("--data") ?? (system ? "/var/lib/complaintmailer" : null),
            Logs = given("--logs") ?? (system ? "/var/log/complaintmailer" : null),
            Templates = Path.Combine(AppContext.BaseDirectory, "templates"),
        };
    }

    /// <summary>How to log in at the servers, where there are any to log in at.</summary>
    private Answers Login(Answers answers)
    {
        if (answers.Imap is null && answers.Smtp is null or { IsRelay: true })
            return answers;
        var user = Ask("--user", "Name to log in with", answers.Address);
        ApplicationAnswer? application = null;
        if (given("--client") is not null || IsMicrosoft(answers.Mailbox) || IsMicrosoft(answers.Sender))
        {
            interview.Say("  Microsoft 365 takes no passwords: an application logs in. How to register one:");
            interview.Say("  docs/mail-servers.md, “Microsoft 365”.");
            application = new(
                Ask("--tenant", "Id of the tenant (directory)", null),
                Ask("--client", "Id of the application (client)", null)
            );
        }
        var secret = application is null ? "password" : "client secret";
        var file = Path.GetFullPath(
            Ask(
                "--password-file",
                $"File with the {secret}",
                Path.Combine(Path.GetDirectoryName(Path.GetFullPath(config))!, "mail.password")
            )
        );
        interview.KeepSecret(file, secret);
        return answers with { User = user, PasswordFile = file, Application = application };
    }

    private IReadOnlyList<LocationAnswer> Locations(string organisation)
    {
        // One location may be named by flags alone; else a table is worth asking for.
        var table =
            given("--location") is null || given("--locations") is not null
                ? Ask(
                    "--locations",
                    "Table of locations (CSV: name;service;manager;email), or Enter to name one",
                    "",
                    FileFault
                )
                : "";
        if (table.Length > 0)
        {
            var (locations, managers) = LocationFile.Read(table);
            var known = people.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
            people.AddRange(managers.Where(m => !known.Contains(m.Key)));
            return locations;
        }
        var place = Ask("--location", "Name of the (first) location", organisation);
        var service = Ask("--service", $"What it does ({string.Join(", ", Services)})", null, a => OneOf(Services, a));
        return [new(Keys.Of(place), place, service, people[0].Key)];
    }

    private void Person(string flag, string question, string? otherwise, params string[] roles)
    {
        var answer = Ask(flag, $"{question} (Name <address>)", otherwise, PersonFault);
        if (answer.Length == 0)
            return;
        var (who, mail) = Parse(answer);
        var known = people.FindIndex(p => string.Equals(p.Email, mail, StringComparison.OrdinalIgnoreCase));
        if (known >= 0)
            people[known] = people[known] with { Roles = [.. people[known].Roles.Union(roles)] };
        else
            people.Add(new(Keys.Of(who), who, mail, roles));
    }

    private string Ask(string flag, string question, string? otherwise, Func<string, string?>? fault = null) =>
        interview.Ask(flag, question, given(flag), otherwise, fault);

    private static string? Filled(string answer) => answer.Length == 0 ? null : answer;

    private static string? OneOf(string[] known, string answer) =>
        known.Contains(answer) ? null : $"Choose one of {string.Join(", ", known)}.";

    private static bool IsMicrosoft(string server) =>
        ServerName.Parse(server, "imaps") is { } named
        && Microsoft.Any(m => named.Host.EndsWith(m, StringComparison.OrdinalIgnoreCase));

    private static string? ServerFault(string answer, string usual) =>
        Answers.IsPath(answer) || ServerName.Parse(answer, usual) is not null
            ? null
            : "Write it as imap.example.nl, imap.example.nl:143, imaps://imap.example.nl:993, or /path/of/Maildir.";

    private static string? FileFault(string answer) =>
        answer.Length == 0 || File.Exists(answer) ? null : $"{answer} does not exist.";

    private static string? AddressFault(string answer) =>
        answer.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at < answer.Length - 3
        && !answer.Contains(' ')
            ? null
            : "That is no address.";

    private static string? PersonFault(string answer) =>
        answer.Length == 0 || (Parse(answer) is var (name, mail) && name.Length > 0 && AddressFault(mail) is null)
            ? null
            : "Write it as: J. de Vries <j.devries@wijkz.nl>";

    private static (string Name, string Email) Parse(string answer)
    {
        var open = answer.LastIndexOf('<');
        return open < 0 ? ("", answer) : (answer[..open].Trim().Trim('"'), answer[(open + 1)..].TrimEnd('>', ' '));
    }
}
