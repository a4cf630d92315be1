using System.CommandLine;
using ComplaintMailer.Demo;

namespace ComplaintMailer.Commands;

/// <summary><c>demo</c>: see it work, without a mail server.</summary>
internal static class DemoCommand
{
    public static void Add(RootCommand root)
    {
        var folder = new Option<string>("--dir")
        {
            Description = "The folder to make.",
            DefaultValueFactory = _ => "demo",
        };
        var days = new Option<int>("--days")
        {
            Description = "So many days of the year.",
            DefaultValueFactory = _ => 365,
        };
        var command = new Command("demo", "Shows a made-up year: complaints in, letters and reports out.")
        {
            folder,
            days,
        };
        command.SetAction(
            (result, ct) =>
                DemoStory.Run(Path.GetFullPath(result.GetValue(folder)!), Math.Clamp(result.GetValue(days), 1, 730), ct)
        );
        root.Subcommands.Add(command);
    }
}
