using System.CommandLine;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Database;
using ComplaintMailer.Reports;
using ComplaintMailer.Reports.Forms;
using ComplaintMailer.Reports.Sending;
using ComplaintMailer.Reports.Store;
using ComplaintMailer.Schedules;
using NodaTime;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Commands;

/// <summary><c>report</c>: the figures of a period, to look at or to keep. Sends nothing itself.</summary>
internal static class ReportCommand
{
    public static void Add(RootCommand root, Option<string> config)
    {
        var name = new Argument<string>("name")
        {
            Description = $"One of {string.Join(", ", ReportKinds.All)}, or one of templates/reports.",
        };
        var period = new Option<string?>("--period")
        {
            Description =
                "2026, 2026-Q1, 2026-T1 (four months), 2026-05, 2026-W17 or 2026-01-01..2026-04-30; else the last whole one.",
        };
        var organisation = new Option<string?>("--organisation") { Description = "The key of one; else all." };
        var folder = new Option<string?>("--out")
        {
            Description = "The folder to write files to; else one form is printed.",
        };
        var format = new Option<string?>("--format")
        {
            Description = $"{string.Join(", ", ReportForms.All)}, with commas between.",
        };
        var language = new Option<string?>("--language") { Description = "nl or en; else the organisation's." };
        var correct = new Option<bool>("--correct")
        {
            Description =
                "Makes the report of a closed period anew. What differs is shown as a correction, and the worker sends it to whoever had the report.",
        };
        var now = new Option<string?>("--now")
        {
            Description = "Local time to act at, such as 2026-12-01T09:00. Needs AllowTimeTravel.",
        };
        var command = new Command("report", "Makes a report.")
        {
            name,
            period,
            organisation,
            folder,
            format,
            language,
            correct,
            now,
        };
        command.SetAction(result =>
            Run(
                result.GetValue(config)!,
                new(
                    result.GetValue(name)!,
                    result.GetValue(period),
                    result.GetValue(organisation),
                    result.GetValue(folder),
                    result.GetValue(format),
                    result.GetValue(language),
                    result.GetValue(correct),
                    result.GetValue(now)
                )
            )
        );
        root.Subcommands.Add(command);
    }

    private sealed record Asked(
        string Name,
        string? Period,
        string? Organisation,
        string? Folder,
        string? Format,
        string? Language,
        bool Correct,
        string? Now
    );

    private static int Run(string config, Asked asked)
    {
        var settings = SettingsReader.Load(config);
        var forms = Forms(asked);
        if (asked.Language is not (null or "nl" or "en"))
            throw Wrong($"--language: “{asked.Language}” is not nl or en.");
        using var worker = new Worker(settings, exclusive: false);
        var offices = Offices(worker, asked);
        var now = RunCommand.At(settings, asked.Now) ?? Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        var written = 0;
        var steps = offices.Count * forms.Count;
        ReportProgress.Show(
            ReportProgress.IsWanted(Console.IsErrorRedirected, steps) ? ReportProgress.OnError() : null,
            steps,
            step =>
            {
                foreach (var office in offices)
                {
                    MadeReport? report = null;
                    foreach (var form in forms)
                    {
                        step($"{office.Organisation.Name} – {form}");
                        report ??= Make(worker, office, asked, now);
                        Put(report, form, asked, office, settings);
                        written++;
                    }
                }
            }
        );
        if (asked.Folder is { } folder)
            Console.Error.WriteLine($"{written} files in {Path.GetFullPath(folder)}");
        return 0;
    }

    private static MadeReport Make(Worker worker, Office office, Asked asked, Instant now)
    {
        var period = asked.Period is null
            ? ReportPeriods.Last(office, asked.Name, office.Around.DateOf(now))
            : Period.Parse(asked.Period)
                ?? throw Wrong(
                    $"--period: “{asked.Period}” is no period. Write 2026, 2026-Q1, 2026-T1, 2026-05, 2026-W17 or 2026-01-01..2026-04-30."
                );
        if (!ReportPeriods.Fits(office, asked.Name, period))
            throw Wrong(
                $"--period: {asked.Name} is made over whole periods of its own, such as {ReportPeriods.Last(office, asked.Name, office.Around.DateOf(now)).Code}."
            );
        return worker.Register.Write(session =>
            asked.Correct
                ? ReportDesk.Correct(session, office, asked.Name, period, now)
                : ReportMaker.Make(session.Connection, session.Transaction!, office, asked.Name, period, now)
        );
    }

    private static void Put(MadeReport report, string form, Asked asked, Office office, Settings settings)
    {
        var bytes = ReportForms.Write(
            report,
            form,
            asked.Language ?? office.Organisation.Language,
            office.Organisation.Colour,
            DateTimeZoneProviders.Tzdb[settings.TimeZone]
        );
        if (asked.Folder is { } folder)
        {
            PrivateFiles.MakeFolder(Path.GetFullPath(folder));
            var file = Path.Combine(folder, ReportForms.FileName(report, form));
            File.WriteAllBytes(file, bytes);
            PrivateFiles.Restrict(file);
            return;
        }
        using var console = Console.OpenStandardOutput();
        console.Write(bytes);
        if (form == "json")
            console.Write("\n"u8);
    }

    /// <summary>Without a folder one form is printed, so that it can be piped.</summary>
    private static IReadOnlyList<string> Forms(Asked asked)
    {
        var forms =
            asked
                .Format?.ToLowerInvariant()
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            ?? (asked.Folder is null ? ["txt"] : ["html", "pdf", "xlsx", "csv", "json"]);
        foreach (var form in forms.Where(f => !ReportForms.All.Contains(f)))
            throw Wrong(
                $"--format: “{form}” is not one of {string.Join(", ", ReportForms.All)}. Did you mean “{Nearest.Of(form, ReportForms.All)}”?"
            );
        if (asked.Folder is null && forms.Length != 1)
            throw Wrong("--format: several forms need a folder. Name one with --out.");
        return forms;
    }

    private static IReadOnlyList<Office> Offices(Worker worker, Asked asked)
    {
        var known = ReportKinds
            .All.Concat(worker.Offices.SelectMany(o => o.Definitions).Select(d => d.Name))
            .Distinct()
            .ToList();
        if (!known.Contains(asked.Name))
            throw Wrong(
                $"report: there is no “{asked.Name}”. Known are {string.Join(", ", known)}. Did you mean “{Nearest.Of(asked.Name, known)}”?"
            );
        var offices = worker
            .Offices.Where(o =>
                asked.Organisation is null
                || o.Organisation.Key.Equals(asked.Organisation, StringComparison.OrdinalIgnoreCase)
            )
            .ToList();
        if (offices.Count == 0)
            throw Wrong(
                $"--organisation: there is no “{asked.Organisation}”. Did you mean “{Nearest.Of(asked.Organisation!, worker.Offices.Select(o => o.Organisation.Key))}”?"
            );
        if (asked.Name != ReportKinds.StatutoryChildcare)
            return offices;
        var childcare = offices.Where(o => o.Organisation.Locations.Any(l => l.Service == Services.Childcare)).ToList();
        return childcare.Count > 0
            ? childcare
            : throw Wrong("report: statutory-childcare is for childcare, and there is no location with that service.");
    }

    private static OperatorException Wrong(string message) => new(message) { ExitCode = 2 };
}
