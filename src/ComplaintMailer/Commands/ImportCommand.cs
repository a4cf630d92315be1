using System.CommandLine;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Schedules;
using NodaTime;

namespace ComplaintMailer.Commands;

/// <summary><c>import</c>: a backlog of mails becomes dossiers, and nobody gets a letter of it.</summary>
internal static class ImportCommand
{
    /// <summary>So many mails are taken in between two looks at how far it is.</summary>
    private const int Batch = 50;

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
        var json = new Option<bool>("--json") { Description = "What became of the mails as JSON." };
        var command = new Command(
            "import",
            "Takes a backlog of mails in without sending anything. Begun again, it goes on: what is in already is skipped. Stop the worker first."
        )
        {
            paths,
            organisation,
            json,
        };
        command.SetAction(
            (result, ct) =>
                Import(
                    result.GetValue(config)!,
                    result.GetValue(paths)!,
                    result.GetValue(organisation),
                    result.GetValue(json),
                    ct
                )
        );
        root.Subcommands.Add(command);
    }

    private static async Task<int> Import(string config, string[] paths, string? key, bool json, CancellationToken ct)
    {
        if (paths.Contains("-"))
            throw new OperatorException("An import is gone through twice, so it needs files: write the mails into one.")
            {
                ExitCode = 2,
            };
        var settings = SettingsReader.Load(config);
        using var worker = new Worker(settings);
        var office = Office(worker, key);
        var total = paths.Sum(p => MailFiles.Read(p).Count());
        var outcome = new ImportOutcome();
        var before = Kept(worker, office);
        var isWhole = true;
        try
        {
            await ImportProgress.Show(
                total,
                async advance =>
                {
                    foreach (var mails in paths.SelectMany(MailFiles.Read).Chunk(Batch))
                    {
                        outcome.Add(await worker.Import(office, mails, Now(), ct));
                        advance(mails.Length);
                    }
                }
            );
        }
        catch (OperationCanceledException)
        {
            isWhole = false;
        }
        var letters = Kept(worker, office) - before;
        if (json)
            Console.WriteLine(outcome.Json(total, letters, isWhole));
        else
        {
            Console.WriteLine(
                isWhole
                    ? $"{total} mails; {letters} letters kept in the dossiers, none sent."
                    : $"Broken off after {outcome.Count} of {total} mails. Begin again, and it goes on from there."
            );
            outcome.Print(Console.Out);
        }
        return isWhole && !outcome.HasFailed ? 0 : 1;
    }

    private static long Kept(Worker worker, Office office) =>
        worker.Register.Read(session =>
            session.Scalar<long>(
                "SELECT COUNT(*) FROM letter WHERE organisation = @key AND state = 'suppressed'",
                ("key", office.Organisation.Key)
            )
        );

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
