using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ComplaintMailer.Setup;

/// <summary>The configuration as a file that a person can read and go on with.</summary>
internal static class SettingsText
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(Answers a)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        Line(
            "// Written by `complaintmailer setup`. Comments are allowed; unknown keys are errors that name the nearest known one."
        );
        Line(
            "// After a change: `complaintmailer doctor`. A running worker reads the file anew by itself, if it is good."
        );
        Line("{");
        Line($"  \"TimeZone\": \"Europe/Amsterdam\",");
        Line("");
        Line("  // The register: { \"Provider\": \"Sqlite\", \"Path\": … }, or for several machines Postgres.");
        Line($"  \"Data\": {Data(a)},");
        Line("");
        Line("  // Opens all that is sealed in the register. Keep a copy of it in another place than the backups.");
        Line($"  \"MasterKeyFile\": {Q(Path.Combine(a.Data ?? "data", "master.key"))},");
        if (a.Templates is not null)
            Line($"  \"Templates\": {Q(a.Templates)},");
        Line($"  \"Logs\": {Q(a.Logs ?? "logs")},");
        Line("");
        Line("  \"Organisations\": [{");
        Line($"    \"Key\": {Q(a.Key)},");
        Line($"    \"Name\": {Q(a.Name)},");
        Line("    // mik-piw, mik-piw-2021, xtra, fluks, partou, or the path of a pack of your own.");
        Line($"    \"Regulation\": {Q(a.Regulation)},");
        Line("    // Stands in front of every case number.");
        Line($"    \"CasePrefix\": {Q(a.CasePrefix)},");
        Line($"    \"Address\": {Q(a.Address)},");
        Line($"    \"Language\": {Q(a.Language)},");
        if (a.Phone is not null)
            Line($"    \"Phone\": {Q(a.Phone)},");
        Line(
            "    // False when the mail server drops klachten+something@: then replies are known by their case number only."
        );
        Line("    \"Subaddressing\": true,");
        Line("");
        Line("    // Where complaints come in.");
        Line($"    \"Mailbox\": {Mailbox(a)},");
        Line("    // Where letters go out.");
        Line($"    \"Sender\": {Sender(a)},");
        Line("");
        Line("    // Roles: handler, coordinator, quality, director, board, supervisory-board, hr, finance,");
        Line(
            "    // reporting-code-officer, external-committee-clerk, admin. Add \"ReportsTo\", \"Deputy\", \"Phone\", \"Function\" where known."
        );
        Line("    \"People\": [");
        Lines(
            text,
            a.People.Select(p =>
                $"      {{ \"Key\": {Q(p.Key)}, \"Name\": {Q(p.Name)}, \"Email\": {Q(p.Email)}, \"Roles\": {JsonSerializer.Serialize(p.Roles)} }}"
            )
        );
        Line("    ],");
        Line("");
        Line(
            "    // Service: childcare, social-work, youth-care or support. \"Aliases\" are other names people use for the place."
        );
        Line("    \"Locations\": [");
        Lines(
            text,
            a.Locations.Select(l =>
                $"      {{ \"Key\": {Q(l.Key)}, \"Name\": {Q(l.Name)}, \"Service\": {Q(l.Service)}, \"Manager\": {Q(l.Manager)} }}"
            )
        );
        Line("    ]");
        Line("  }]");
        Line("}");
        return text.ToString();
    }

    private static string Data(Answers a) =>
        a.Postgres is not null
            ? $"{{ \"Provider\": \"Postgres\", \"ConnectionString\": {Q(a.Postgres)} }}"
            : $"{{ \"Provider\": \"Sqlite\", \"Path\": {Q(Path.Combine(a.Data ?? "data", "complaints.db"))} }}";

    private static string Mailbox(Answers a) =>
        a.Imap is { } server
            ? $"{{ \"Kind\": \"Imap\", {Server(server)}, {Login(a)} }}"
            : $"{{ \"Kind\": \"Maildir\", \"Path\": {Q(a.Mailbox)} }}";

    private static string Sender(Answers a) =>
        a.Smtp is { } server ? $"{{ \"Kind\": \"Smtp\", {Server(server)}{(server.IsRelay ? "" : ", " + Login(a))} }}"
        : a.IsSendmail ? $"{{ \"Kind\": \"Sendmail\", \"Command\": {Q(a.Sender)} }}"
        : $"{{ \"Kind\": \"Maildir\", \"Path\": {Q(a.Sender)} }}";

    private static string Server(ServerName server) =>
        $"\"Host\": {Q(server.Host)}, \"Port\": {server.Port}, \"Security\": {Q(server.Security)}";

    private static string Login(Answers a)
    {
        var secret = Q(a.PasswordFile ?? "mail.password");
        var login = a.Application is { } app
            ? $"\"Auth\": \"OAuth2\", \"OAuth2\": {{ \"TenantId\": {Q(app.Tenant)}, \"ClientId\": {Q(app.Client)}, \"ClientSecretFile\": {secret} }}"
            : $"\"PasswordFile\": {secret}";
        var trusted = a.Certificates is { } file ? $", \"TrustedCertificates\": {Q(Path.GetFullPath(file))}" : "";
        return $"\"User\": {Q(a.User ?? a.Address)}, {login}{trusted}";
    }

    private static void Lines(StringBuilder text, IEnumerable<string> lines) =>
        text.Append(string.Join(",\n", lines)).Append('\n');

    private static string Q(string value) => JsonSerializer.Serialize(value, Plain);
}
