using System.Collections;
using System.Diagnostics;
using System.Globalization;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Demo;
using ComplaintMailer.Schedules;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace ComplaintMailer.Benchmarks;

/// <summary>
/// Mails per second from Maildir through register and outbox to Maildir, and beside it, in the same run on the same disk, what
/// the least that anybody could do would take: the same raw mails put into SQLite, one synced transaction each and one for 64,
/// and the same files copied and synced.
/// </summary>
internal static class PipelineBenchmark
{
    private const int Batch = 64;
    private const string Key = "zonnebloem";
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    public static async Task<int> Steady(int count)
    {
        var folder = Directory.CreateTempSubdirectory("complaintmailer-benchmark-").FullName;
        try
        {
            var settings = Prepare(folder, 0);
            using var worker = new Worker(settings);
            var office = worker.Offices.Single(o => o.Organisation.Key == Key);
            await SteadyPipeline.Run(worker, office, office.Settings.Mailbox.Path!, count, Now);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static async Task<int> Run(int count)
    {
        var folder = Directory.CreateTempSubdirectory("complaintmailer-benchmark-").FullName;
        try
        {
            var settings = Prepare(folder, count);
            var mails = settings.Organisations.Single(o => o.Key == Key).Mailbox.Path!;
            var copies = Path.Combine(folder, "copies");
            Directory.CreateDirectory(copies);
            var files = Directory.EnumerateFiles(Path.Combine(mails, "new")).ToList();
            var bytes = files.Sum(f => new FileInfo(f).Length);
            Say($"{count} mails, {bytes / 1024.0 / count:0.0} kB each, {Environment.ProcessorCount} processors");

            var one = Rate(count, () => Floor(files, Path.Combine(folder, "floor1.db"), 1));
            Say($"floor: SQLite, a synced transaction each   {one, 8:0} mails/s");
            var many = Rate(count, () => Floor(files, Path.Combine(folder, "floor64.db"), Batch));
            Say($"floor: SQLite, a synced transaction for {Batch} {many, 8:0} mails/s");
            var copy = Rate(count, () => Copy(files, copies));
            Say($"floor: files copied and synced             {copy, 8:0} mails/s");

            var started = Stopwatch.StartNew();
            using var worker = new Worker(settings);
            var office = worker.Offices.Single(o => o.Organisation.Key == Key);
            Say($"start                                      {started.ElapsedMilliseconds, 8} ms");
            // Once as it starts, and once more as it is after that: a worker runs for months.
            var cold = await Measure(worker, office, count, one);
            Say("the same again, with all of it compiled:");
            Fill(office.Settings.Mailbox.Path!, count, count);
            var warm = await Measure(worker, office, count, one);
            Say($"highest resident size                      {HighestResident(), 8} MB");
            return cold && warm ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <returns>Whether each mail became a complaint and each letter went out.</returns>
    private static async Task<bool> Measure(Worker worker, Configuration.Office office, int count, double floor)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var takeIn = Stopwatch.StartNew();
        var complaints = await Rounds.TakeIn(worker, office, Now, true);
        takeIn.Stop();
        var takingIn = Environment.CpuUsage.TotalTime - processor;
        processor += takingIn;
        var send = Stopwatch.StartNew();
        var sent = await worker.Send(office, Now, CancellationToken.None, CancellationToken.None);
        send.Stop();
        var sending = Environment.CpuUsage.TotalTime - processor;
        var both = takeIn.Elapsed + send.Elapsed;
        Say($"taken in and registered                    {count / takeIn.Elapsed.TotalSeconds, 8:0} mails/s");
        Say($"letters sent ({sent.Count})                 {sent.Count / send.Elapsed.TotalSeconds, 8:0} letters/s");
        Say($"all the way                                {count / both.TotalSeconds, 8:0} mails/s");
        Say(
            $"of the first floor: taken in {count / takeIn.Elapsed.TotalSeconds / floor:P0}, all the way {count / both.TotalSeconds / floor:P0}"
        );
        // On a machine that does other things as well, this says more than the time it took.
        Say(
            $"processor time                             {takingIn.TotalMilliseconds / count:0.00} ms a mail taken in, {sending.TotalMilliseconds / sent.Count:0.00} ms a letter sent"
        );
        if (complaints == count && sent.All(s => s.State == "sent"))
            return true;
        Say($"Wrong: {complaints} complaints of {count}");
        return false;
    }

    private static void Fill(string maildir, int from, int count)
    {
        for (var n = from; n < from + count; n++)
            File.WriteAllText(Path.Combine(maildir, "new", $"{1_764_000_000 + n}.{n}.bench"), SampleMail.Write(n));
    }

    private static Settings Prepare(string folder, int count)
    {
        var config = Path.Combine(folder, "appsettings.json");
        File.WriteAllText(config, DemoFiles.Configuration(Path.Combine(AppContext.BaseDirectory, "templates")));
        var settings = SettingsReader.Load(config, new Hashtable()) with
        {
            Limits = new() { AnswersPerDomainPerHour = 1_000_000, LettersPerPersonPerDay = 1_000_000 },
        };
        var maildir = settings.Organisations.Single(o => o.Key == Key).Mailbox.Path!;
        foreach (var part in new[] { "tmp", "new", "cur" })
            Directory.CreateDirectory(Path.Combine(maildir, part));
        Fill(maildir, 0, count);
        return settings;
    }

    private static void Floor(List<string> files, string database, int batch)
    {
        SqliteLibrary.Choose();
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var set = connection.CreateCommand();
        set.CommandText =
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE mail (id INTEGER PRIMARY KEY, raw BLOB NOT NULL)";
        set.ExecuteNonQuery();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO mail (raw) VALUES (@raw)";
        var raw = insert.CreateParameter();
        raw.ParameterName = "raw";
        insert.Parameters.Add(raw);
        foreach (var part in files.Chunk(batch))
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            foreach (var file in part)
            {
                raw.Value = File.ReadAllBytes(file);
                insert.ExecuteNonQuery();
            }
            transaction.Commit();
        }
    }

    private static void Copy(List<string> files, string folder)
    {
        foreach (var file in files)
        {
            using var target = new FileStream(Path.Combine(folder, Path.GetFileName(file)), FileMode.CreateNew);
            target.Write(File.ReadAllBytes(file));
            target.Flush(flushToDisk: true);
        }
    }

    private static double Rate(int count, Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return count / watch.Elapsed.TotalSeconds;
    }

    private static long HighestResident() =>
        OperatingSystem.IsLinux()
            ? long.Parse(
                File.ReadLines("/proc/self/status")
                    .First(l => l.StartsWith("VmHWM", StringComparison.Ordinal))
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
                CultureInfo.InvariantCulture
            ) / 1024
            : Process.GetCurrentProcess().PeakWorkingSet64 >> 20;

    private static void Say(string line) => Console.WriteLine(line);
}
