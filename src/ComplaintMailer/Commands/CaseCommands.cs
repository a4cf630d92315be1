using System.CommandLine;
using System.Text.Json;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Schedules;

namespace ComplaintMailer.Commands;

/// <summary><c>case show</c>, and its companions.</summary>
internal static class CaseCommands
{
    public static void Add(RootCommand root, Option<string> config)
    {
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var number = new Argument<string>("number") { Description = "Such as WIJ-2026-0042." };
        var show = new Command("show", "Shows a case.") { number, json };
        show.SetAction(result => Show(result.GetValue(config)!, result.GetValue(number)!, result.GetValue(json)));
        root.Subcommands.Add(
            new Command("case", "Looks at cases, and handles them.")
            {
                CaseListCommand.Make(config),
                show,
                CaseDoCommand.Make(config),
            }
        );
    }

    private static int Show(string config, string number, bool json)
    {
        using var worker = new Worker(SettingsReader.Load(config), exclusive: false);
        var shown = Json(worker, number.ToUpperInvariant());
        Console.WriteLine(json ? shown : CaseText.Of(shown));
        return 0;
    }

    public static string Json(Worker worker, string number) =>
        worker.Register.Read(session =>
        {
            using var loaded = worker.Store.Load(session, number);
            if (loaded is null)
                return Destroyed(session, number) ?? throw new OperatorException($"There is no case {number}.");
            var around = worker
                .Offices.FirstOrDefault(o => o.Organisation.Key == loaded.State.Organisation)
                ?.For(loaded.State)
                .Around;
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
}
