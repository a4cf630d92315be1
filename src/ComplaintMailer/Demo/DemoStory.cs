using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Schedules;
using NodaTime;

namespace ComplaintMailer.Demo;

/// <summary>A year in five organisations, on Maildirs and SQLite, in about a minute: people complain, answer, forget, object; reports go out.</summary>
internal static class DemoStory
{
    private const int Seed = 20260101;
    private const int Hour = 10;

    public static async Task<int> Run(string folder, int days, CancellationToken ct)
    {
        var settings = Prepare(folder);
        using var worker = new Worker(settings);
        var post = new DemoPost(folder);
        var people = new DemoPeople(Seed);
        var board = new DemoBoard(worker, days);
        var answers = new PriorityQueue<(string Organisation, DemoPost.Letter Letter, string Text), LocalDate>();
        var letters = new List<DemoPost.Letter>();
        var zone = DateTimeZoneProviders.Tzdb[settings.TimeZone];
        var first = new LocalDate(2026, 1, 5);
        for (var day = first; day < first.PlusDays(days); day = day.PlusDays(1))
        {
            ct.ThrowIfCancellationRequested();
            var now = zone.AtLeniently(day.At(new LocalTime(Hour, 0))).ToInstant();
            Complain(post, people, day);
            while (answers.TryPeek(out var next, out var on) && on <= day)
            {
                answers.Dequeue();
                post.Answer(next.Organisation, next.Letter, next.Text);
            }
            var pass = await worker.Once(now, timeTravel: true, ct);
            foreach (var letter in post.Collect())
            {
                letters.Add(letter);
                if (people.Answer(letter, day) is { } answer)
                {
                    var organisation = letter
                        .Mail.From!.Address.Split('@')[1]
                        .Replace(".example", "", StringComparison.Ordinal);
                    answers.Enqueue(
                        (organisation, letter, answer.Text),
                        Workday(day.PlusDays(Math.Max(1, answer.Days)))
                    );
                }
            }
            board.Show(day, post.In, letters.Count, pass.Faults);
        }
        var page = DemoIndex.Write(folder, worker, letters, post.In);
        board.Close(page);
        return 0;
    }

    private static Settings Prepare(string folder)
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
        File.WriteAllText(config, DemoFiles.Configuration(Path.Combine(AppContext.BaseDirectory, "templates")));
        return SettingsReader.Load(config, new System.Collections.Hashtable());
    }

    /// <summary>About one complaint a week in each organisation.</summary>
    private static void Complain(DemoPost post, DemoPeople people, LocalDate day)
    {
        foreach (var organisation in DemoFiles.Organisations)
        {
            if (people.Pick(10) > 0 && day != new LocalDate(2026, 1, 5))
                continue;
            var name = DemoTexts.Names[people.Pick(DemoTexts.Names.Count)];
            var (subject, text) = DemoTexts.Complaints[people.Pick(DemoTexts.Complaints.Count)];
            var location = DemoFiles.LocationOf(organisation) + (people.Pick(3) == 0 ? " West" : "");
            var address = name.ToLowerInvariant().Replace(' ', '.') + "@gezin.example";
            post.Write(
                organisation,
                $"{name} <{address}>",
                subject.Replace("{0}", location, StringComparison.Ordinal),
                text.Replace("{0}", location, StringComparison.Ordinal).Replace("{1}", name, StringComparison.Ordinal)
            );
        }
    }

    private static LocalDate Workday(LocalDate day) =>
        day.DayOfWeek switch
        {
            IsoDayOfWeek.Saturday => day.PlusDays(2),
            IsoDayOfWeek.Sunday => day.PlusDays(1),
            _ => day,
        };
}
