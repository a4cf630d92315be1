using System.CommandLine;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Monitoring;
using NodaTime;

namespace ComplaintMailer.Commands;

/// <summary><c>status</c>: how things stand, for people and for monitoring.</summary>
internal static class StatusCommand
{
    /// <summary>Nagios' word for “cannot tell”.</summary>
    private const int Unknown = 3;

    public static void Add(RootCommand root, Option<string> config)
    {
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var check = new Option<bool>("--check")
        {
            Description =
                "One line and an exit code for Nagios and its kin: 0 well, 1 warning, 2 critical, 3 can't tell.",
        };
        var prometheus = new Option<string?>("--prometheus")
        {
            Description = "Writes a file for the textfile collector of node_exporter; - for standard output.",
        };
        var command = new Command("status", "Shows mailboxes, queues, what is due next, and alarms.")
        {
            json,
            check,
            prometheus,
        };
        command.SetAction(result =>
            result.GetValue(check)
                ? Check(result.GetValue(config)!)
                : Show(result.GetValue(config)!, result.GetValue(json), result.GetValue(prometheus))
        );
        root.Subcommands.Add(command);
    }

    private static int Show(string config, bool json, string? prometheus)
    {
        var settings = SettingsReader.Load(config);
        var health = Read(settings);
        if (prometheus is "-")
            Console.Write(HealthForms.Prometheus(health));
        else if (prometheus is not null)
            Replace(prometheus, HealthForms.Prometheus(health));
        else if (json)
            Console.WriteLine(HealthForms.Json(health));
        else
            Console.Write(HealthForms.Text(health, DateTimeZoneProviders.Tzdb[settings.TimeZone]));
        return 0;
    }

    private static int Check(string config)
    {
        try
        {
            var (line, exitCode) = HealthForms.Check(Read(SettingsReader.Load(config)));
            Console.WriteLine(line);
            return exitCode;
        }
        catch (Exception e)
        {
            var reason = (e is OperatorException ? e.Message : Trouble.Of(e)).ReplaceLineEndings("; ");
            Console.WriteLine($"COMPLAINTMAILER UNKNOWN - {reason}");
            return Unknown;
        }
    }

    private static Health Read(Settings settings)
    {
        if (!settings.Data.IsPostgres && !File.Exists(settings.Data.Path))
            throw new OperatorException(
                $"Data:Path: there is no database {settings.Data.Path} yet. It is made when the worker runs for the first time."
            );
        // Only looks: bringing the schema up to date is the worker's.
        using var register = Register.Make(settings.Data);
        return HealthReader.Read(settings, register, Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()));
    }

    /// <summary>Whoever reads the file sees the old one or the new one, never half of one.</summary>
    private static void Replace(string file, string text)
    {
        var fresh = file + ".new";
        File.WriteAllText(fresh, text);
        File.Move(fresh, file, overwrite: true);
    }
}
