using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ComplaintMailer.Commands;

/// <summary>What <c>--help</c> shows below the options: the command as one would type it.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["complaintmailer"] =
        [
            "complaintmailer demo                     # a made-up year, to look at",
            "complaintmailer setup                    # asks what it needs, and tries it",
            "complaintmailer doctor                   # is everything as it must be?",
        ],
        ["run"] =
        [
            "complaintmailer run --once               # one pass, then exit",
            "complaintmailer run --once --dry-run     # what would go out now?",
        ],
        ["case list"] =
        [
            "complaintmailer case list --open --handler jdevries",
            "complaintmailer case list --overdue --json",
        ],
        ["case show"] = ["complaintmailer case show WIJ-2026-0042"],
        ["case do"] = ["echo 'notitie: ouders gebeld' | complaintmailer case do WIJ-2026-0042 --as jdevries"],
        ["case export"] = ["complaintmailer case export WIJ-2026-0042 --out dossier"],
        ["agenda"] = ["complaintmailer agenda --until 2026-12-31"],
        ["report"] =
        [
            "complaintmailer report quarterly --period 2026-Q4",
            "complaintmailer report statutory-childcare --period 2026 --out reports --format pdf,xlsx",
        ],
        ["status"] =
        [
            "complaintmailer status",
            "complaintmailer status --check           # for Nagios, Icinga, Zabbix",
            "complaintmailer status --prometheus /var/lib/prometheus/node-exporter/complaintmailer.prom",
        ],
        ["import"] =
        [
            "complaintmailer import oud.mbox",
            "complaintmailer import --organisation wijkz Maildir/.Archief export/*.eml",
        ],
        ["setup"] =
        [
            "complaintmailer setup",
            "complaintmailer setup --locations locaties.csv     # a table: name;service;manager;email",
            "complaintmailer setup --name Zonnebloem --regulation partou --prefix ZON --address klachten@zonnebloem.nl --mailbox imap.zonnebloem.nl \\",
            "  --sender smtp.zonnebloem.nl:587 --password-file mail.password --coordinator \"Eva <eva@zonnebloem.nl>\" --director \"Bob <bob@zonnebloem.nl>\"",
            "complaintmailer setup --only-try         # the configuration that is there, once more",
        ],
        ["selftest"] = ["complaintmailer selftest --wait 60"],
        ["mail inspect"] = ["complaintmailer mail inspect klacht.eml", "complaintmailer mail inspect --json Maildir/"],
        ["doctor"] = ["complaintmailer doctor", "complaintmailer doctor --json            # for programs"],
        ["template check"] = ["complaintmailer template check"],
        ["template preview"] = ["complaintmailer template preview"],
        ["retention"] =
        [
            "complaintmailer retention --dry-run      # whose time has come?",
            "complaintmailer retention                # the worker does this by itself, at night",
        ],
        ["forget"] = ["complaintmailer forget WIJ-2026-0042"],
        ["audit verify"] = ["complaintmailer audit verify"],
        ["db check"] = ["complaintmailer db check"],
        ["db migrate"] = ["complaintmailer db migrate             # the worker does this by itself when it starts"],
        ["db backup"] = ["complaintmailer db backup /var/backups/complaintmailer/today.db"],
        ["db restore"] = ["complaintmailer db restore /var/backups/complaintmailer/today.db"],
        ["demo"] = ["complaintmailer demo --dir demo --days 30"],
    };

    /// <summary>Adds them to the help of every command.</summary>
    public static void AddTo(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new Shown((SynchronousCommandLineAction)help.Action!);
    }

    private sealed class Shown(SynchronousCommandLineAction usual) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = usual.Invoke(parseResult);
            if (!Known.TryGetValue(Path(parseResult.CommandResult.Command), out var lines))
                return code;
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var line in lines)
                output.WriteLine($"  {line}");
            output.WriteLine();
            return code;
        }
    }

    /// <summary><c>case list</c>; of the program itself its name.</summary>
    private static string Path(Command command)
    {
        var names = new List<string>();
        for (Symbol? at = command; at is not null and not RootCommand; at = at.Parents.FirstOrDefault())
            names.Insert(0, at.Name);
        return names.Count == 0 ? "complaintmailer" : string.Join(' ', names);
    }
}
