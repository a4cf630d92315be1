using System.CommandLine;
using System.Text.Json;
using ComplaintMailer.Configuration;
using ComplaintMailer.Schedules;
using NodaTime;

namespace ComplaintMailer.Commands;

/// <summary><c>case list</c>: the cases, or those that are asked for.</summary>
internal static class CaseListCommand
{
    private sealed record Row(
        string Number,
        string Organisation,
        string Kind,
        string Stage,
        string? Outcome,
        string FiledOn,
        string? Handler,
        string? Location,
        string? FinalDue
    );

    public static Command Make(Option<string> config)
    {
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var open = new Option<bool>("--open") { Description = "Only those that are not closed." };
        var late = new Option<bool>("--overdue") { Description = "Only open ones whose last day has passed." };
        var organisation = Text("--organisation", "Only of this organisation (its key).");
        var handler = Text("--handler", "Only of this person (her or his key); - for those of nobody.");
        var location = Text("--location", "Only of this location (its key); - for those of none.");
        var stage = Text("--stage", "Only at this stage or with this outcome, such as assigned or withdrawn.");
        var since = Text("--since", "Only filed on or after this date, such as 2026-01-01.");
        var command = new Command("list", "Lists the cases.")
        {
            open,
            late,
            organisation,
            handler,
            location,
            stage,
            since,
            json,
        };
        command.SetAction(result =>
        {
            var settings = SettingsReader.Load(result.GetValue(config)!);
            var today = TimeProvider.System.GetUtcNow();
            var date = Instant
                .FromDateTimeOffset(today)
                .InZone(DateTimeZoneProviders.Tzdb[settings.TimeZone])
                .Date.ToString("uuuu-MM-dd", null);
            bool Fits(string? wanted, params string?[] values) =>
                wanted is null || values.Any(v => v is null ? wanted == "-" : Same(v, wanted));
            var rows = Read(settings)
                .Where(r => (!result.GetValue(open) && !result.GetValue(late)) || r.Outcome is null)
                .Where(r => !result.GetValue(late) || string.CompareOrdinal(r.FinalDue, date) < 0)
                .Where(r => Fits(result.GetValue(organisation), r.Organisation))
                .Where(r => Fits(result.GetValue(handler), r.Handler))
                .Where(r => Fits(result.GetValue(location), r.Location))
                .Where(r => result.GetValue(stage) is not { } s || Same(r.Stage, s) || Same(r.Outcome ?? "", s))
                .Where(r => string.CompareOrdinal(r.FiledOn, result.GetValue(since)) >= 0)
                .ToList();
            Console.Write(result.GetValue(json) ? Json(rows) + Environment.NewLine : Table(rows));
        });
        return command;

        static Option<string?> Text(string name, string what) => new(name) { Description = what };
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static List<Row> Read(Settings settings)
    {
        using var worker = new Worker(settings, exclusive: false);
        return worker.Register.Read(session =>
            session.Query(
                "SELECT number, organisation, kind, stage, outcome, filed_on, handler, location, final_due FROM complaint ORDER BY filed_on, number",
                r => new Row(
                    r.GetString(0),
                    r.GetString(1),
                    r.GetString(2),
                    r.GetString(3),
                    r.Text(4),
                    r.GetString(5),
                    r.Text(6),
                    r.Text(7),
                    r.Text(8)
                )
            )
        );
    }

    private static string Table(List<Row> rows) =>
        TextTable.Of(
            ["NUMBER", "ORGANISATION", "FILED", "DUE", "STAGE", "HANDLER", "LOCATION"],
            rows.Select(r =>
                (IReadOnlyList<string>)
                    [
                        r.Number,
                        r.Organisation,
                        r.FiledOn,
                        r.Outcome is null ? r.FinalDue ?? "-" : "-",
                        r.Outcome ?? r.Stage,
                        r.Handler ?? "-",
                        r.Location ?? "-",
                    ]
            )
        )
        + (rows.Count == 1 ? "1 case" : $"{rows.Count} cases")
        + Environment.NewLine;

    private static string Json(List<Row> rows) =>
        JsonSerializer.Serialize(
            rows.Select(r => new
            {
                number = r.Number,
                organisation = r.Organisation,
                kind = r.Kind,
                stage = r.Stage,
                outcome = r.Outcome,
                received = r.FiledOn,
                due = r.FinalDue,
                handler = r.Handler,
                location = r.Location,
            }),
            CaseJson.Options
        );
}
