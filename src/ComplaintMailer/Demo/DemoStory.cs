using System.Text;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Schedules;
using NodaTime;

namespace ComplaintMailer.Demo;

/// <summary>Five organisations on Maildirs and SQLite, and a handful of mails.</summary>
internal static class DemoStory
{
    public static async Task<int> Run(string folder, CancellationToken ct)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            if (!File.Exists(Path.Combine(folder, "appsettings.json")))
                throw new OperatorException($"--dir: {folder} holds other things. Name an empty or new folder.")
                {
                    ExitCode = 2,
                };
            Directory.Delete(folder, recursive: true);
        }
        Directory.CreateDirectory(folder);
        var config = Path.Combine(folder, "appsettings.json");
        await File.WriteAllTextAsync(
            config,
            DemoFiles.Configuration(Path.Combine(AppContext.BaseDirectory, "templates")),
            ct
        );
        var settings = SettingsReader.Load(config, new System.Collections.Hashtable());
        foreach (var (organisation, name, mail) in DemoFiles.Mails)
            Drop(settings.Organisations.Single(o => o.Key == organisation).Mailbox.Path!, name, mail);

        using var worker = new Worker(settings);
        var now = Instant.FromUtc(2026, 11, 23, 9, 30);
        var pass = await worker.Once(now, timeTravel: true, ct);

        Console.WriteLine("What came in");
        foreach (var mail in pass.In)
            Console.WriteLine($"  {mail.Item, -28} {mail.Disposition, -12} {mail.CaseNumber}");
        Console.WriteLine();
        Console.WriteLine("What was registered");
        foreach (
            var number in worker.Register.Read(s =>
                s.Query("SELECT number FROM complaint ORDER BY number", r => r.GetString(0))
            )
        )
        {
            using var dossier = worker.Register.Read(s => worker.Store.Load(s, number))!;
            {
                var state = dossier.State;
                var terms = string.Join(", ", state.Terms.Select(t => $"{t.Kind} {Codes.Date(t.Due)}"));
                Console.WriteLine(
                    $"  {number, -15} {state.Regulation, -8} {state.Location ?? "-", -12} {state.Handler ?? "-", -10} {terms}"
                );
            }
        }
        Console.WriteLine();
        Console.WriteLine("What went out");
        foreach (var letter in pass.Out)
            Console.WriteLine($"  {letter.Number, -15} {letter.Kind, -16} {letter.State, -10} {letter.To}");
        Console.WriteLine();
        Console.WriteLine($"The letters lie in {Path.Combine(folder, "mail", "out", "new")}");
        return 0;
    }

    private static void Drop(string maildir, string name, string mail)
    {
        foreach (var part in new[] { "tmp", "new", "cur" })
            Directory.CreateDirectory(Path.Combine(maildir, part));
        File.WriteAllText(Path.Combine(maildir, "new", name), mail.ReplaceLineEndings("\r\n"), new UTF8Encoding(false));
    }
}
