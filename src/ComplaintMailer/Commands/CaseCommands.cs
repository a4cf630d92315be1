using System.CommandLine;
using System.Text.Json;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Schedules;

namespace ComplaintMailer.Commands;

/// <summary><c>case list</c> and <c>case show</c>.</summary>
internal static class CaseCommands
{
    public static void Add(RootCommand root, Option<string> config)
    {
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var list = new Command("list", "Lists the cases.") { json };
        list.SetAction(result => List(result.GetValue(config)!, result.GetValue(json)));
        var number = new Argument<string>("number") { Description = "Such as WIJ-2026-0042." };
        var show = new Command("show", "Shows a case.") { number, json };
        show.SetAction(result => Show(result.GetValue(config)!, result.GetValue(number)!, result.GetValue(json)));
        root.Subcommands.Add(
            new Command("case", "Looks at cases, and handles them.") { list, show, CaseDoCommand.Make(config) }
        );
    }

    private static int List(string config, bool json)
    {
        using var worker = new Worker(SettingsReader.Load(config), exclusive: false);
        var rows = worker.Register.Read(session =>
            session.Query(
                "SELECT number, organisation, kind, stage, outcome, filed_on, handler FROM complaint ORDER BY filed_on, number",
                r =>
                    (
                        Number: r.GetString(0),
                        Organisation: r.GetString(1),
                        Kind: r.GetString(2),
                        Stage: r.GetString(3),
                        Outcome: r.Text(4),
                        FiledOn: r.GetString(5),
                        Handler: r.Text(6)
                    )
            )
        );
        if (json)
        {
            Console.WriteLine(
                JsonSerializer.Serialize(
                    rows.Select(r => new
                    {
                        number = r.Number,
                        organisation = r.Organisation,
                        kind = r.Kind,
                        stage = r.Stage,
                        outcome = r.Outcome,
                        received = r.FiledOn,
                        handler = r.Handler,
                    }),
                    CaseJson.Options
                )
            );
            return 0;
        }
        foreach (var r in rows)
            Console.WriteLine(
                $"{r.Number, -16} {r.Organisation, -14} {r.FiledOn}  {r.Outcome ?? r.Stage, -20} {r.Handler ?? "-"}"
            );
        return 0;
    }

    private static int Show(string config, string number, bool json)
    {
        using var worker = new Worker(SettingsReader.Load(config), exclusive: false);
        var shown = Json(worker, number.ToUpperInvariant());
        Console.WriteLine(json ? shown : Text(shown));
        return 0;
    }

    public static string Json(Worker worker, string number) =>
        worker.Register.Read(session =>
        {
            using var loaded = worker.Store.Load(session, number);
            if (loaded is null)
                return Destroyed(session, number) ?? throw new OperatorException($"There is no case {number}.");
            var around = worker.Offices.FirstOrDefault(o => o.Organisation.Key == loaded.State.Organisation)?.Around;
            return CaseJson.Of(loaded.State, loaded.Events, around);
        });

    /// <summary>What is left of a case whose file has been destroyed.</summary>
    private static string? Destroyed(Session session, string number) =>
        session
            .Query(
                "SELECT organisation, kind, outcome, filed_on, location, service FROM complaint WHERE number = @number",
                r =>
                    JsonSerializer.Serialize(
                        new
                        {
                            number,
                            organisation = r.GetString(0),
                            kind = r.GetString(1),
                            stage = "purged",
                            outcome = r.Text(2),
                            received = r.GetString(3)[..4],
                            location = r.Text(4),
                            service = r.Text(5),
                        },
                        CaseJson.Options
                    ),
                ("number", number)
            )
            .FirstOrDefault();

    /// <summary>The same facts, one a line.</summary>
    private static string Text(string json)
    {
        using var document = JsonDocument.Parse(json);
        return string.Join(
            Environment.NewLine,
            document.RootElement.EnumerateObject().Select(p => $"{p.Name, -12} {p.Value}")
        );
    }
}
