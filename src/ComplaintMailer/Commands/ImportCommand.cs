using System.CommandLine;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Inbox;
using ComplaintMailer.Schedules;
using NodaTime;
using Spectre.Console;

namespace ComplaintMailer.Commands;

/// <summary><c>import</c>: a backlog of mails becomes dossiers, and nobody gets a letter of it.</summary>
internal static class ImportCommand
{
    /// <summary>So many mails are taken in before their letters are stopped.</summary>
    private const int Batch = 50;

    /// <summary>So many names of mails that ask for a look are printed.</summary>
    private const int Shown = 50;

    public static void Add(RootCommand root, Option<string> config)
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Files (.eml, mbox), folders, Maildirs.",
            Arity = ArgumentArity.OneOrMore,
        };
        var organisation = new Option<string?>("--organisation")
        {
            Description = "The key of the organisation, where the configuration has several.",
        };
        var command = new Command(
            "import",
            "Takes a backlog of mails in without sending anything. Begun again, it goes on: what is in already is skipped. The worker must be stopped."
        )
        {
            paths,
            organisation,
        };
        command.SetAction(
            (result, ct) => Import(result.GetValue(config)!, result.GetValue(paths)!, result.GetValue(organisation), ct)
        );
        root.Subcommands.Add(command);
    }

    private static async Task<int> Import(string config, string[] paths, string? key, CancellationToken ct)
    {
        var settings = SettingsReader.Load(config);
        using var worker = new Worker(settings);
        var office = Office(worker, key);
        var total = paths.Sum(p => MailFiles.Read(p).Count());
        var tally = new Dictionary<string, int>(StringComparer.Ordinal);
        var doubtful = new List<string>();
        var letters = 0;

        async Task Take(Action<int> advance)
        {
            foreach (var mails in paths.SelectMany(MailFiles.Read).Chunk(Batch))
            {
                var (handled, silenced) = await worker.Import(office, mails, Now(), ct);
                letters += silenced;
                foreach (var mail in handled)
                {
                    tally[mail.Disposition] = tally.GetValueOrDefault(mail.Disposition) + 1;
                    if (mail.Disposition is Dispositions.Poison or Dispositions.Quarantined or "failed")
                        doubtful.Add($"{mail.Item} {mail.CaseNumber}".TrimEnd());
                }
                advance(mails.Length);
            }
        }

        if (Console.IsOutputRedirected)
            await Take(_ => { });
        else
            await AnsiConsole
                .Progress()
                .Columns(
                    new TaskDescriptionColumn(),
                    new ProgressBarColumn(),
                    new PercentageColumn(),
                    new RemainingTimeColumn()
                )
                .StartAsync(async progress =>
                {
                    var task = progress.AddTask($"{total} mails", maxValue: Math.Max(1, total));
                    await Take(n => task.Increment(n));
                });

        Console.WriteLine($"{total} mails; {letters} letters kept in the dossiers, none sent.");
        foreach (var (what, count) in tally.OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal))
            Console.WriteLine($"  {count, 6} {what}");
        if (doubtful.Count > 0)
            Console.WriteLine("Not understood, kept as they are; look at them with `complaintmailer mail inspect`:");
        foreach (var mail in doubtful.Take(Shown))
            Console.WriteLine($"  {mail}");
        if (doubtful.Count > Shown)
            Console.WriteLine($"  and {doubtful.Count - Shown} more");
        return tally.ContainsKey("failed") ? 1 : 0;
    }

    private static Instant Now() => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    private static Office Office(Worker worker, string? key)
    {
        if (key is null && worker.Offices.Count == 1)
            return worker.Offices[0];
        var known = string.Join(", ", worker.Offices.Select(o => o.Organisation.Key));
        return worker.Offices.FirstOrDefault(o => o.Organisation.Key == key)
            ?? throw new OperatorException(
                key is null
                    ? $"--organisation: say whose mails these are: {known}."
                    : $"--organisation: “{key}” is not known. Known are {known}."
            )
            {
                ExitCode = 2,
            };
    }
}
