using ComplaintMailer.Core;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Core.Intake;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Reports;
using ComplaintMailer.Reports.Sending;
using NodaTime;
using NodaTime.Text;

namespace ComplaintMailer.Configuration;

/// <summary>Whether the values make sense together.</summary>
internal static class SettingsValidator
{
    public static void Check(Settings settings, List<string> faults)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(settings.TimeZone) is null)
            faults.Add($"TimeZone: “{settings.TimeZone}” is no time zone. Use a name such as Europe/Amsterdam.");
        OneOf(settings.LogLevel, ["Debug", "Information", "Warning", "Error"], "LogLevel", faults);
        OneOf(settings.Data.Provider, ["Sqlite", "Postgres"], "Data:Provider", faults);
        if (Is(settings.Data.Provider, "Postgres") && string.IsNullOrWhiteSpace(settings.Data.ConnectionString))
            faults.Add("Data:ConnectionString: missing. Postgres needs one: “Host=…;Database=…;Username=…”.");
        CheckLimits(settings.Limits, faults);
        if (settings.Organisations.Count == 0)
            faults.Add("Organisations: there are none. Add at least one; appsettings.example.json shows how.");
        for (var i = 0; i < settings.Organisations.Count; i++)
            CheckOrganisation(settings.Organisations[i], $"Organisations:{i}", faults);
        Unique(settings.Organisations.Select(o => o.Key), "Organisations: Key", faults);
        Unique(settings.Organisations.Select(o => o.CasePrefix), "Organisations: CasePrefix", faults);
        Unique(settings.Organisations.Select(o => o.Address), "Organisations: Address", faults);
    }

    /// <summary>Regulations and reports lie in files: whether those that are named are there.</summary>
    /// <param name="templates">The folder they lie in.</param>
    public static void CheckPacks(Settings settings, string templates, List<string> faults)
    {
        var packs = Regulations.Names(templates);
        var reports = OwnDefinitions.Names(templates) is { } own ? ReportKinds.All.Concat(own).ToList() : null;
        for (var i = 0; i < settings.Organisations.Count; i++)
        {
            var o = settings.Organisations[i];
            if (
                packs.Count > 0
                && o.Regulation is { Length: > 0 } pack
                && !pack.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            )
                OneOf(pack, packs, $"Organisations:{i}:Regulation", faults);
            for (var j = 0; j < o.Reports.Count; j++)
            {
                if (reports is not null && o.Reports[j].Kind is { Length: > 0 } kind)
                    OneOf(kind, reports, $"Organisations:{i}:Reports:{j}:Kind", faults);
            }
        }
    }

    private static void CheckLimits(LimitSettings limits, List<string> faults)
    {
        void Between(long value, long least, long most, string key)
        {
            if (value < least || value > most)
                faults.Add($"Limits:{key}: {value} is out of range. Use {least} to {most}.");
        }

        Between(limits.MailBytes, 100_000, 1L << 30, nameof(limits.MailBytes));
        Between(limits.Parts, 10, 100_000, nameof(limits.Parts));
        Between(limits.Depth, 5, 500, nameof(limits.Depth));
        Between(limits.HeaderBytes, 10_000, 100_000_000, nameof(limits.HeaderBytes));
        Between(limits.AnswersPerAddressPerDay, 1, 1000, nameof(limits.AnswersPerAddressPerDay));
        Between(limits.AnswersPerDomainPerHour, 1, 1_000_000, nameof(limits.AnswersPerDomainPerHour));
        Between(limits.LettersPerPersonPerDay, 10, 1_000_000, nameof(limits.LettersPerPersonPerDay));
    }

    private static void CheckOrganisation(OrganisationSettings o, string path, List<string> faults)
    {
        Filled(o.Key, $"{path}:Key", "a short name in small letters, such as wijkz", faults);
        Filled(o.Name, $"{path}:Name", "the name as people know it", faults);
        Filled(
            o.Regulation,
            $"{path}:Regulation",
            "mik-piw, mik-piw-2021, xtra, fluks, partou, or the path of a pack",
            faults
        );
        if (o.CasePrefix.Length is < 1 or > 8 || !o.CasePrefix.All(char.IsAsciiLetterOrDigit))
            faults.Add($"{path}:CasePrefix: must be 1 to 8 letters or digits, such as WIJ.");
        Address(o.Address, $"{path}:Address", faults);
        OneOf(o.Language, ["nl", "en"], $"{path}:Language", faults);
        OneOf(o.FormOfAddress, ["u", "je"], $"{path}:FormOfAddress", faults);
        CheckMailbox(o.Mailbox, $"{path}:Mailbox", faults);
        CheckSender(o.Sender, $"{path}:Sender", faults);
        for (var i = 0; i < o.People.Count; i++)
            CheckPerson(o, o.People[i], $"{path}:People:{i}", faults);
        for (var i = 0; i < o.Locations.Count; i++)
            CheckLocation(o, o.Locations[i], $"{path}:Locations:{i}", faults);
        for (var i = 0; i < o.Forms.Count; i++)
            CheckForm(o.Forms[i], $"{path}:Forms:{i}", faults);
        for (var i = 0; i < o.Reports.Count; i++)
            CheckReport(o, o.Reports[i], $"{path}:Reports:{i}", faults);
        Unique(o.People.Select(p => p.Key), $"{path}:People: Key", faults);
        Unique(o.Locations.Select(l => l.Key), $"{path}:Locations: Key", faults);
    }

    private static void CheckMailbox(MailboxSettings m, string path, List<string> faults)
    {
        OneOf(m.Kind, ["Maildir", "Imap"], $"{path}:Kind", faults);
        if (Is(m.Kind, "Maildir"))
            Filled(m.Path, $"{path}:Path", "the folder of the Maildir", faults);
        if (!Is(m.Kind, "Imap"))
            return;
        Filled(m.Host, $"{path}:Host", "the name of the IMAP server", faults);
        Filled(m.User, $"{path}:User", "the name to log in with", faults);
        OneOf(m.Security, ["Tls", "StartTls", "None"], $"{path}:Security", faults);
        OneOf(m.Auth, ["Password", "OAuth2"], $"{path}:Auth", faults);
        CheckServer(m.Host, m.Port, m.Security, path, faults);
        CheckLogin(m.Auth, m.PasswordFile, m.OAuth2, path, faults);
        if (m.PollSeconds is < 5 or > 3600)
            faults.Add($"{path}:PollSeconds: {m.PollSeconds} is out of range. Use 5 to 3600.");
    }

    private static void CheckSender(SenderSettings s, string path, List<string> faults)
    {
        OneOf(s.Kind, ["Maildir", "Smtp", "Sendmail"], $"{path}:Kind", faults);
        if (Is(s.Kind, "Maildir"))
            Filled(s.Path, $"{path}:Path", "the folder of the Maildir", faults);
        if (Is(s.Kind, "Sendmail"))
            Filled(s.Command, $"{path}:Command", "such as /usr/sbin/sendmail", faults);
        if (s.Dkim is { } dkim)
        {
            Filled(dkim.Domain, $"{path}:Dkim:Domain", "the domain that signs, such as wijkz.nl", faults);
            Filled(dkim.Selector, $"{path}:Dkim:Selector", "the name before ._domainkey in DNS", faults);
            Filled(dkim.KeyFile, $"{path}:Dkim:KeyFile", "the path of a private RSA key in PEM", faults);
        }
        if (!Is(s.Kind, "Smtp"))
            return;
        Filled(s.Host, $"{path}:Host", "the name of the mail server", faults);
        OneOf(s.Security, ["Tls", "StartTls", "None"], $"{path}:Security", faults);
        OneOf(s.Auth, ["Password", "OAuth2"], $"{path}:Auth", faults);
        CheckServer(s.Host, s.Port, s.Security, path, faults, mustLogIn: s.User is { Length: > 0 });
        // Within one's own network a server may take mail from whoever is there.
        if (s.User is { Length: > 0 })
            CheckLogin(s.Auth, s.PasswordFile, s.OAuth2, path, faults);
    }

    private static void CheckServer(
        string? host,
        int port,
        string security,
        string path,
        List<string> faults,
        bool mustLogIn = true
    )
    {
        if (port is < 1 or > 65535)
            faults.Add($"{path}:Port: {port} is no port. Use 1 to 65535.");
        if (
            Is(security, "None")
            && mustLogIn
            && host is { Length: > 0 }
            && !new ServerOptions(host, port, ServerSecurity.None).IsLoopback
        )
            faults.Add(
                $"{path}:Security: None would show the password to others. Use Tls or StartTls; None is for a server on this machine."
            );
    }

    private static void CheckLogin(
        string auth,
        string? passwordFile,
        OAuth2Settings? oauth,
        string path,
        List<string> faults
    )
    {
        if (!Is(auth, "OAuth2"))
        {
            Filled(passwordFile, $"{path}:PasswordFile", "the path of a file that holds the password", faults);
            return;
        }
        if (oauth is null)
        {
            faults.Add(
                $"{path}:OAuth2: missing. Fill in TenantId, ClientId and ClientSecretFile (Microsoft 365), or ClientId and RefreshTokenFile."
            );
            return;
        }
        Filled(oauth.ClientId, $"{path}:OAuth2:ClientId", "the application's id", faults);
        if (
            oauth.TokenEndpoint is { } endpoint
            && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || uri.IsLoopback))
        )
            faults.Add($"{path}:OAuth2:TokenEndpoint: “{endpoint}” is no https address.");
        if (oauth.ClientSecretExpires is { } date && !LocalDatePattern.Iso.Parse(date).Success)
            faults.Add($"{path}:OAuth2:ClientSecretExpires: “{date}” is no date. Write it as 2027-01-31.");
        if (oauth.RefreshTokenFile is not null)
            return;
        Filled(oauth.TenantId, $"{path}:OAuth2:TenantId", "the id of the tenant, or RefreshTokenFile", faults);
        if (oauth.CertificateFile is null)
            Filled(
                oauth.ClientSecretFile,
                $"{path}:OAuth2:ClientSecretFile",
                "the path of a file that holds the secret",
                faults
            );
    }

    private static void CheckPerson(OrganisationSettings o, PersonSettings p, string path, List<string> faults)
    {
        Filled(p.Key, $"{path}:Key", "a short name, such as jdevries", faults);
        Filled(p.Name, $"{path}:Name", "the name as it stands in letters", faults);
        Address(p.Email, $"{path}:Email", faults);
        foreach (var role in p.Roles)
            OneOf(role, Roles.All, $"{path}:Roles", faults);
        Known(p.ReportsTo, o.People.Select(x => x.Key), $"{path}:ReportsTo", "person", faults);
        Known(p.Deputy, o.People.Select(x => x.Key), $"{path}:Deputy", "person", faults);
    }

    private static void CheckLocation(OrganisationSettings o, LocationSettings l, string path, List<string> faults)
    {
        Filled(l.Key, $"{path}:Key", "a short name, such as centrum", faults);
        Filled(l.Name, $"{path}:Name", "the name as people know it", faults);
        OneOf(l.Service, Services.All, $"{path}:Service", faults);
        Known(l.Manager, o.People.Select(x => x.Key), $"{path}:Manager", "person", faults);
    }

    private static void CheckForm(FormSettings form, string path, List<string> faults)
    {
        Filled(form.From, $"{path}:From", "the address the form sends from", faults);
        foreach (var (label, field) in form.Fields)
            OneOf(field, FormFields.All, $"{path}:Fields:{label}", faults);
    }

    private static void CheckReport(OrganisationSettings o, ReportSettings r, string path, List<string> faults)
    {
        Filled(r.Kind, $"{path}:Kind", $"one of {string.Join(", ", ReportKinds.All)}, or the name of your own", faults);
        if (r.At is { } at && !ReportClock.IsCron(at))
            faults.Add(
                $"{path}:At: “{at}” is no time. Write a Quartz cron expression, such as “0 0 8 ? * MON” for Mondays at eight."
            );
        foreach (var to in r.To.Where(t => !t.Contains('@', StringComparison.Ordinal)))
        {
            var word = to.StartsWith("role:", StringComparison.OrdinalIgnoreCase) ? to[5..] : to;
            var known = Roles.All.Concat(Audience.Groups).Concat(o.People.Select(p => p.Key)).ToList();
            if (!known.Any(k => Is(k, word)))
                faults.Add(
                    $"{path}:To: “{to}” is no role, person, group or mail address. Did you mean “{Nearest.Of(word, known)}”?"
                );
        }
    }

    private static void Known(string? key, IEnumerable<string> known, string path, string what, List<string> faults)
    {
        var keys = known.ToList();
        if (key is null || keys.Contains(key))
            return;
        // A name that is nothing like it is no help.
        var near =
            Nearest.Of(key, keys) is { Length: > 0 } k && Nearest.Distance(k, key) <= Math.Max(2, key.Length / 2)
                ? k
                : null;
        var remedy = near is null ? "Use the key of one of the People." : $"Did you mean “{near}”?";
        faults.Add($"{path}: there is no {what} “{key}”. {remedy}");
    }

    private static void Filled(string? value, string path, string what, List<string> faults)
    {
        if (string.IsNullOrWhiteSpace(value))
            faults.Add($"{path}: missing. Fill in {what}.");
    }

    private static void Address(string value, string path, List<string> faults)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at == value.Length - 1 || value.Any(char.IsWhiteSpace))
            faults.Add($"{path}: “{value}” is no mail address.");
    }

    private static void OneOf(string value, IReadOnlyList<string> allowed, string path, List<string> faults)
    {
        if (!allowed.Any(a => Is(a, value)))
            faults.Add(
                $"{path}: “{value}” is not one of {string.Join(", ", allowed)}. Did you mean “{Nearest.Of(value, allowed)}”?"
            );
    }

    private static void Unique(IEnumerable<string> values, string what, List<string> faults)
    {
        foreach (
            var twice in values
                .GroupBy(v => v, StringComparer.OrdinalIgnoreCase)
                .Where(g => g.Count() > 1 && g.Key.Length > 0)
        )
            faults.Add($"{what}: “{twice.Key}” occurs {twice.Count()} times. Each must be its own.");
    }

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
