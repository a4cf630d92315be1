using System.CommandLine;
using System.Text.Json;
using ComplaintMailer.Agenda;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Reports.Sending;
using ComplaintMailer.Schedules;
using NodaTime;

namespace ComplaintMailer.Commands;

/// <summary><c>agenda</c>: what is due when.</summary>
internal static class AgendaCommand
{
    public static void Add(RootCommand root, Option<string> config)
    {
        var until = new Option<string?>("--until")
        {
            Description = "Up to and including this date, such as 2026-12-31.",
        };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("agenda", "Shows what is due when.") { until, json };
        command.SetAction(result => Show(result.GetValue(config)!, result.GetValue(until), result.GetValue(json)));
        root.Subcommands.Add(command);
    }

    private static int Show(string config, string? until, bool json)
    {
        var settings = SettingsReader.Load(config);
        var zone = DateTimeZoneProviders.Tzdb[settings.TimeZone];
        var last = "9999";
        if (until is not null)
        {
            if (NodaTime.Text.LocalDatePattern.Iso.Parse(until) is not { Success: true } day)
                throw new OperatorException($"--until: “{until}” is no date. Write it as 2026-12-31.") { ExitCode = 2 };
            last = Codes.Instant(zone.AtStartOfDay(day.Value.PlusDays(1)).ToInstant());
        }
        using var worker = new Worker(settings, exclusive: false);
        var definitions = worker.Offices.SelectMany(o => o.Definitions).DistinctBy(d => d.Name).ToList();
        var rows = worker.Register.Read(session =>
            session
                .Query(
                    "SELECT due_at, case_number, organisation, key FROM duty WHERE due_at < @last ORDER BY due_at, case_number, key",
                    r =>
                        (
                            At: r.GetString(0),
                            Whose: r.GetString(1) is { Length: > 0 } number ? number : r.GetString(2),
                            Key: r.GetString(3)
                        ),
                    ("last", last)
                )
                .Select(row => (row.At, row.Whose, row.Key, Title: ReportDuties.Title(session, row.Key, definitions)))
                .ToList()
        );
        static string Code(string key) => string.Join(": ", key.Split(':').Take(2));
        string When(string at) => $"{Codes.Instant(at).InZone(zone).LocalDateTime:uuuu-MM-dd HH:mm}";
        if (json)
            Console.WriteLine(
                JsonSerializer.Serialize(
                    rows.Select(r => new
                    {
                        at = Codes.Instant(r.At).ToString(),
                        whose = r.Whose,
                        what = r.Title ?? Code(r.Key),
                        means = r.Title ?? DutyWords.Of(r.Key),
                    }),
                    CaseJson.Options
                )
            );
        else
            Console.Write(
                TextTable.Of(
                    ["WHEN", "WHOSE", "WHAT"],
                    rows.Select(r => (IReadOnlyList<string>)[When(r.At), r.Whose, r.Title ?? DutyWords.Of(r.Key)])
                )
            );
        return 0;
    }
}
