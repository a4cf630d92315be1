using System.CommandLine;
using ComplaintMailer.Configuration;
using ComplaintMailer.Connections;
using ComplaintMailer.Database;
using ComplaintMailer.Setup;

namespace ComplaintMailer.Commands;

/// <summary>
/// <c>setup</c>: asks what is needed, or takes it from flags; writes the configuration, tries the connections, and sends a test
/// complaint all the way through.
/// </summary>
internal static class SetupCommand
{
    private const int WaitSeconds = 120;

    private sealed record How(bool Force, bool Offline, bool OnlyWrite, bool OnlyTry, TimeSpan Wait);

    public static void Add(RootCommand root, Option<string> config)
    {
        var command = new Command(
            "setup",
            "Writes a configuration: asks, or takes all from flags; then tries the mail servers and sends a test complaint through."
        );
        var options = SetupFlags.All.ToDictionary(
            f => f.Flag,
            f => new Option<string?>(f.Flag) { Description = f.What },
            StringComparer.Ordinal
        );
        foreach (var option in options.Values)
            command.Options.Add(option);
        var force = new Option<bool>("--force") { Description = "Replaces a configuration that is there already." };
        var offline = new Option<bool>("--offline")
        {
            Description = "Touches no mailbox and no mail server: the test complaint goes through the worker alone.",
        };
        var write = new Option<bool>("--only-write") { Description = "Writes the configuration and tries nothing." };
        var attempt = new Option<bool>("--only-try")
        {
            Description = "Asks and writes nothing: tries the configuration that is there.",
        };
        var wait = new Option<int>("--wait")
        {
            Description = "Seconds to wait for the test complaint to come in.",
            DefaultValueFactory = _ => WaitSeconds,
        };
        foreach (var option in new Option[] { force, offline, write, attempt, wait })
            command.Options.Add(option);
        command.SetAction(
            (result, ct) =>
                SetUp(
                    result.GetValue(config)!,
                    flag => result.GetValue(options[flag]),
                    new(
                        result.GetValue(force),
                        result.GetValue(offline),
                        result.GetValue(write),
                        result.GetValue(attempt),
                        TimeSpan.FromSeconds(result.GetValue(wait))
                    ),
                    ct
                )
        );
        root.Subcommands.Add(command);
    }

    private static async Task<int> SetUp(string config, Func<string, string?> given, How how, CancellationToken ct)
    {
        var mayAsk = !Console.IsInputRedirected;
        var interview = new Interview(Console.In, Console.Out, mayAsk, mayAsk ? Interview.ReadUnseen : null);
        if (!how.OnlyTry)
            Write(interview, given, config, how.Force);
        if (how.OnlyWrite)
            return 0;
        var fine = await Try(SettingsReader.Load(config), how, interview.Say, ct);
        interview.Say("");
        interview.Say(fine ? "Next:" : "Mend what is marked ✗, then:");
        if (!fine)
            interview.Say($"  complaintmailer setup --only-try --config {config}");
        interview.Say($"  complaintmailer doctor --config {config}");
        interview.Say(
            "  systemctl enable --now complaintmailer complaintmailer-backup.timer     # where it is installed as a service"
        );
        return fine ? 0 : 1;
    }

    private static void Write(Interview interview, Func<string, string?> given, string config, bool force)
    {
        if (File.Exists(config) && !force)
            throw new OperatorException($"{config} is there already. Change it by hand, or replace it with --force.")
            {
                ExitCode = 2,
            };
        var answers = new Questions(interview, given, config).Ask();
        var draft = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(config))!, ".appsettings.draft.json");
        try
        {
            OwnFile.Write(draft, SettingsText.Of(answers));
            // Not written to its place until it reads well.
            SettingsReader.Load(draft);
            File.Move(draft, config, overwrite: true);
        }
        catch (OperatorException e)
        {
            throw new OperatorException(
                e.Message.Replace(Path.GetFileName(draft), "What was answered", StringComparison.Ordinal),
                e
            )
            {
                ExitCode = e.ExitCode,
            };
        }
        finally
        {
            File.Delete(draft);
        }
        interview.Say($"✓ {config}");
    }

    private static async Task<bool> Try(Settings settings, How how, Action<string> say, CancellationToken ct)
    {
        var fine = true;
        var byServer = !how.Offline;
        if (byServer && settings.Data.IsPostgres)
            fine &= ReachesDatabase(settings.Data, say);
        if (byServer && !settings.Data.IsPostgres && WorkerLock.IsHeld(settings.Data.Path))
        {
            say("  A worker is at work on these mailboxes: `complaintmailer selftest` tries them along with it.");
            byServer = false;
        }
        foreach (var organisation in settings.Organisations)
        {
            if (byServer)
                foreach (var found in await ConnectionChecks.Run(organisation, TimeProvider.System, ct))
                {
                    fine &= found.IsFine;
                    say(found.IsFine ? $"✓ {found.What}" : $"✗ {found.What} {found.Remedy}".TrimEnd());
                }
            // Without a way there is nothing to send over it; the worker itself can still be tried.
            fine &= await new TestComplaint(settings, organisation, say).Run(byServer && fine, how.Wait, ct);
        }
        return fine;
    }

    private static bool ReachesDatabase(DataSettings data, Action<string> say)
    {
        try
        {
            using var register = Register.Make(data);
            register.Read(session => session.Query("SELECT 1", r => r.GetInt32(0)));
            say("✓ database: PostgreSQL answers");
            return true;
        }
        catch (Exception e) when (e is System.Data.Common.DbException or ArgumentException)
        {
            say($"✗ database: {e.Message} See Data:ConnectionString.");
            return false;
        }
    }
}
