using System.CommandLine;
using System.Diagnostics;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Commands;

/// <summary><c>mail inspect</c>: how a mail is read and why. Changes nothing.</summary>
internal static class InspectCommand
{
    public static void Add(RootCommand root)
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Files, folders, Maildirs, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "One line of JSON a mail." };
        var inspect = new Command("inspect", "Shows how a mail is read.") { paths, json };
        inspect.SetAction(result => Inspect(result.GetValue(paths)!, result.GetValue(json)));
        root.Subcommands.Add(new Command("mail", "Looks at mails.") { inspect });
    }

    private static int Inspect(string[] paths, bool json)
    {
        var reader = new MailReader();
        var watch = Stopwatch.StartNew();
        var count = 0;
        foreach (var (file, raw) in paths.SelectMany(Mails))
        {
            var line = InspectJson.Of(file, reader.Read(raw), indented: !json);
            Console.WriteLine(line);
            count++;
        }
        var rate = count / Math.Max(watch.Elapsed.TotalSeconds, 0.001);
        Console.Error.WriteLine(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} mails, {rate:0} per second")
        );
        return 0;
    }

    private static IEnumerable<(string File, byte[] Raw)> Mails(string path)
    {
        if (path == "-")
        {
            using var input = Console.OpenStandardInput();
            var all = new MemoryStream();
            input.CopyTo(all);
            yield return ("-", all.ToArray());
            yield break;
        }
        if (File.Exists(path))
        {
            yield return (path, File.ReadAllBytes(path));
            yield break;
        }
        if (!Directory.Exists(path))
            throw new OperatorException($"{path}: there is no such file or folder.") { ExitCode = 2 };
        var isMaildir = Directory.Exists(Path.Combine(path, "cur"));
        foreach (
            var file in Directory
                .EnumerateFiles(path, isMaildir ? "*" : "*.eml", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
            yield return (file, File.ReadAllBytes(file));
    }
}
