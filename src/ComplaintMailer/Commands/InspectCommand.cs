using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Text;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Commands;

/// <summary><c>mail inspect</c>: how a mail is read and why. Changes nothing.</summary>
internal static class InspectCommand
{
    public static void Add(RootCommand root, Option<string> config)
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Files, mboxes, folders, Maildirs, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "One line of JSON a mail." };
        var organisation = new Option<string?>("--organisation")
        {
            Description = "Read it as this organisation does: its locations, its forms, its regulation.",
        };
        var inspect = new Command("inspect", "Shows how a mail is read.") { paths, json, organisation };
        inspect.SetAction(result =>
            Inspect(
                result.GetValue(paths)!,
                result.GetValue(json),
                Inspector.For(result.GetValue(config)!, result.GetValue(organisation))
            )
        );
        root.Subcommands.Add(new Command("mail", "Looks at mails.") { inspect });
    }

    private static int Inspect(string[] paths, bool json, Inspector inspector)
    {
        var reader = new MailReader();
        var watch = Stopwatch.StartNew();
        var count = 0;
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        // Reading is all work of the processor: every core takes a part, and the order stays.
        var lines = paths
            .SelectMany(MailFiles.Read)
            .AsParallel()
            .AsOrdered()
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(m =>
            {
                var mail = reader.Read(m.Raw);
                return InspectJson.Of(m.Name, mail, indented: !json, inspector.Understand(mail));
            });
        try
        {
            foreach (var line in lines)
            {
                output.WriteLine(line);
                count++;
            }
        }
        catch (AggregateException e) when (e.InnerExceptions is [OperatorException inner])
        {
            output.Flush();
            ExceptionDispatchInfo.Throw(inner);
        }
        output.Flush();
        var rate = count / Math.Max(watch.Elapsed.TotalSeconds, 0.001);
        Console.Error.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count} {(count == 1 ? "mail" : "mails")}, {rate:0} per second"
            )
        );
        return 0;
    }
}
