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
        var command = new Command("demo", "Shows an example: complaints in, letters out.") { folder };
        command.SetAction((result, ct) => DemoStory.Run(Path.GetFullPath(result.GetValue(folder)!), ct));
        root.Subcommands.Add(command);
    }
}
