using System.CommandLine;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Letters;
using ComplaintMailer.Database;
using ComplaintMailer.Letters;
using ComplaintMailer.Letters.Checking;
using ComplaintMailer.Letters.Samples;
using NodaTime;

namespace ComplaintMailer.Commands;

/// <summary><c>template check</c> and <c>template preview</c>: letters before anybody gets one. Needs no database.</summary>
internal static class TemplateCommands
{
    public static void Add(RootCommand root, Option<string> config)
    {
        var check = new Command("check", "Finds what is wrong with the templates of letters.");
        check.SetAction(result => Check(result.GetValue(config)!));

        var letter = new Argument<string?>("letter")
        {
            Description = "One letter, such as acknowledgement; none for all.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var all = new Option<bool>("--all") { Description = "Every letter." };
        var folder = new Option<string>("--out")
        {
            Description = "The folder to write to.",
            DefaultValueFactory = _ => "preview",
        };
        var preview = new Command("preview", "Writes letters with made-up cases, to look at.") { letter, all, folder };
        preview.SetAction(result =>
            Preview(result.GetValue(config)!, result.GetValue(letter), result.GetValue(all), result.GetValue(folder)!)
        );
        root.Subcommands.Add(new Command("template", "Checks and shows letters.") { check, preview });
    }

    private static int Check(string config)
    {
        var settings = SettingsReader.Load(config);
        var check = new LetterCheck(settings.Templates, Regulations.LoadBodies(settings.Templates), Zone(settings));
        var faults = settings
            .Organisations.SelectMany(o =>
                check.Of(o.ToOrganisation(), Regulations.Load(settings.Templates, o.Regulation))
            )
            .Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (var fault in faults)
            Console.WriteLine($"✗ {fault}");
        if (faults.Count == 0)
            Console.WriteLine($"✓ {LetterKinds.All.Count} letters in {settings.Templates} are in order.");
        return faults.Count == 0 ? 0 : 1;
    }

    private static int Preview(string config, string? letter, bool all, string folder)
    {
        if (letter is not null && !LetterKinds.All.Contains(letter))
        {
            var near = Core.Nearest.Of(letter, LetterKinds.All);
            throw new OperatorException(
                $"There is no letter “{letter}”." + (near is null ? "" : $" Did you mean “{near}”?")
            )
            {
                ExitCode = 2,
            };
        }
        var settings = SettingsReader.Load(config);
        var writer = new LetterWriter(settings.Templates, Regulations.LoadBodies(settings.Templates), Zone(settings));
        var faults = LetterGallery.Write(
            folder,
            writer,
            settings.Organisations.Select(o =>
                (o.ToOrganisation(), Regulations.Load(settings.Templates, o.Regulation))
            ),
            all ? null : letter
        );
        foreach (var fault in faults)
            Console.Error.WriteLine($"✗ {fault}");
        Console.WriteLine(Path.GetFullPath(Path.Combine(folder, "index.html")));
        return faults.Count == 0 ? 0 : 1;
    }

    private static DateTimeZone Zone(Settings settings) => DateTimeZoneProviders.Tzdb[settings.TimeZone];
}
