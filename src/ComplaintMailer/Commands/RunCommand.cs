using System.CommandLine;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Logging;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Schedules;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Text;
using Serilog.Extensions.Logging;

namespace ComplaintMailer.Commands;

/// <summary><c>run</c>: the worker. <c>run --once</c>: one pass.</summary>
internal static class RunCommand
{
    private const string Name = "run";

    public static void Add(RootCommand root, Option<string> config)
    {
        var once = new Option<bool>("--once")
        {
            Description = "One pass: take in all mail, handle all that is due, send the outbox.",
        };
        var now = new Option<string?>("--now")
        {
            Description = "Local time to act at, such as 2026-12-01T09:00. Needs AllowTimeTravel.",
        };
        var dry = new Option<bool>("--dry-run")
        {
            Description = "With --once: shows every letter that a pass would send, sends none and changes nothing.",
        };
        var command = new Command(Name, "Runs the worker.") { once, now, dry };
        command.SetAction(
            (result, _) =>
                Run(result.GetValue(config)!, result.GetValue(once), result.GetValue(now), result.GetValue(dry))
        );
        root.Subcommands.Add(command);
        root.SetAction((result, _) => Run(result.GetValue(config)!, false, null, false));
    }

    /// <summary>Whether this is the worker, or one pass of it, rather than a question put to it.</summary>
    public static bool IsWorker(ParseResult asked) => asked.CommandResult.Command is RootCommand or { Name: Name };

    private static async Task<int> Run(string config, bool once, string? now, bool dry)
    {
        using var ending = new Ending();
        var ct = ending.Token;
        var settings = SettingsReader.Load(config, withSecrets: true);
        var at = At(settings, now);
        if (at is not null && !once)
            throw new OperatorException("--now goes with --once.") { ExitCode = 2 };
        if (dry && !once)
            throw new OperatorException("--dry-run goes with --once.") { ExitCode = 2 };
        if (dry)
            return await Rehearse(settings, at, ct);
        if (once)
            return await Once(settings, at, ct);
        await Serve(config, settings, ct);
        return 0;
    }

    /// <summary>Runs until told to stop. A changed configuration stops the worker and starts it anew within the process.</summary>
    private static async Task Serve(string config, Settings settings, CancellationToken ct)
    {
        var manager = ServiceManager.OfEnvironment();
        using var watch = new ConfigurationWatch(config, Console.Error.WriteLine);
        var before = settings;
        while (true)
        {
            using (var host = Build(settings, before, manager))
            {
                var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
                watch.OnFresh(lifetime.StopApplication);
                // Begun is begun: told to end meanwhile, it ends in good order after that.
                await host.StartAsync(CancellationToken.None);
                await host.WaitForShutdownAsync(ct);
            }
            if (ct.IsCancellationRequested || watch.Take() is not { } fresh)
                break;
            manager.Reloading();
            (before, settings) = (settings, fresh);
        }
        manager.Stopping();
    }

    /// <summary>A configuration that reads well may still not work: a key that opens nothing, say. Then the old one stays.</summary>
    private static IHost Build(Settings settings, Settings before, ServiceManager manager)
    {
        try
        {
            return WorkerHost.Build(settings, manager: manager);
        }
        catch (OperatorException e) when (settings != before)
        {
            Console.Error.WriteLine($"The new configuration does not work; the old one stays. {e.Message}");
            return WorkerHost.Build(before, manager: manager);
        }
    }

    private static async Task<int> Once(Settings settings, Instant? at, CancellationToken ct)
    {
        using var logs = new SerilogLoggerFactory(Logs.Make(settings, console: false), dispose: true);
        using var worker = new Worker(settings, logs: logs);
        var now = at ?? Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        var (taken, duties, sent, faults) = (0, 0, 0, 0);
        await foreach (var pass in worker.UntilDone(now, at is not null, ct))
        {
            foreach (var fault in pass.Faults)
                await Console.Error.WriteLineAsync(fault);
            (taken, duties) = (taken + pass.In.Count, duties + pass.Duties);
            (sent, faults) = (sent + pass.Out.Count, faults + pass.Faults.Count);
        }
        Console.WriteLine($"{taken} in, {duties} due, {sent} out");
        return faults == 0 ? 0 : 1;
    }

    private static async Task<int> Rehearse(Settings settings, Instant? at, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("complaintmailer-rehearsal-").FullName;
        try
        {
            var letters = new List<ReadOnlyMemory<byte>>();
            using (var worker = new Worker(Rehearsal.On(settings, folder), rehearsed: letters))
            {
                var now = at ?? Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
                await foreach (var pass in worker.UntilDone(now, at is not null, ct))
                foreach (var fault in pass.Faults)
                    await Console.Error.WriteLineAsync(fault);
            }
            var reader = new MailReader();
            foreach (var letter in letters.Select(l => reader.Read(l)))
            {
                Console.WriteLine($"To: {letter.To[0].Address}");
                Console.WriteLine($"Subject: {letter.Subject}");
                Console.WriteLine();
                Console.WriteLine(letter.Text);
                Console.WriteLine(new string('-', 60));
            }
            Console.WriteLine($"{letters.Count} letters would go out. Nothing was sent and nothing was changed.");
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static Instant? At(Settings settings, string? now)
    {
        if (now is null)
            return null;
        if (!settings.AllowTimeTravel)
            throw new OperatorException(
                "--now: refused. Set AllowTimeTravel to true in the configuration; never do that where real complaints are handled."
            )
            {
                ExitCode = 2,
            };
        foreach (
            var pattern in new[]
            {
                LocalDateTimePattern.GeneralIso,
                LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
            }
        )
        {
            if (pattern.Parse(now) is { Success: true } parsed)
                return parsed.Value.InZoneLeniently(DateTimeZoneProviders.Tzdb[settings.TimeZone]).ToInstant();
        }
        throw new OperatorException($"--now: “{now}” is no time. Write it as 2026-12-01T09:00.") { ExitCode = 2 };
    }
}
