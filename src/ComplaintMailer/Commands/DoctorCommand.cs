using System.CommandLine;
using System.Text.Json;
using ComplaintMailer.Setup;

namespace ComplaintMailer.Commands;

/// <summary><c>doctor</c>: is everything as it must be, and if not, what to do.</summary>
internal static class DoctorCommand
{
    public static void Add(RootCommand root, Option<string> config)
    {
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("doctor", "Checks whether everything is in order.") { json };
        command.SetAction((result, ct) => Examine(result.GetValue(config)!, result.GetValue(json), ct));
        root.Subcommands.Add(command);
    }

    private static async Task<int> Examine(string config, bool json, CancellationToken ct)
    {
        var findings = await Checkup.Of(config, ct);
        var fine = findings.All(f => f.IsFine);
        if (json)
            Console.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        fine,
                        findings = findings.Select(f => new
                        {
                            fine = f.IsFine,
                            what = f.What,
                            remedy = f.Remedy.Length == 0 ? null : f.Remedy,
                        }),
                    },
                    CaseJson.Options
                )
            );
        else
            foreach (var found in findings)
                Console.WriteLine(found.IsFine ? $"✓ {found.What}" : $"✗ {found.What} {found.Remedy}".TrimEnd());
        return fine ? 0 : 1;
    }
}
