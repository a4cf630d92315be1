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
        Line("  // The register. For several machines: { \"Provider\": \"Postgres\", \"ConnectionString\": \"…\" }.");
        Line(
            $"  \"Data\": {{ \"Provider\": \"Sqlite\", \"Path\": {Q(Path.Combine(a.Data ?? "data", "complaints.db"))} }},"
        );
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

    private static string Mailbox(Answers a) =>
        a.IsImap
            ? $"{{ \"Kind\": \"Imap\", \"Host\": {Q(a.Mailbox)}, \"Port\": 993, \"Security\": \"Tls\", {Login(a)} }}"
            : $"{{ \"Kind\": \"Maildir\", \"Path\": {Q(a.Mailbox)} }}";

    private static string Sender(Answers a) =>
        a.IsSmtp
            ? $"{{ \"Kind\": \"Smtp\", \"Host\": {Q(a.Sender)}, \"Port\": 587, \"Security\": \"StartTls\", {Login(a)} }}"
        : a.IsSendmail ? $"{{ \"Kind\": \"Sendmail\", \"Command\": {Q(a.Sender)} }}"
        : $"{{ \"Kind\": \"Maildir\", \"Path\": {Q(a.Sender)} }}";

    private static string Login(Answers a) =>
        $"\"User\": {Q(a.User ?? a.Address)}, \"PasswordFile\": {Q(a.PasswordFile ?? "mail.password")}";

    private static void Lines(StringBuilder text, IEnumerable<string> lines) =>
        text.Append(string.Join(",\n", lines)).Append('\n');

    private static string Q(string value) => JsonSerializer.Serialize(value, Plain);
}
