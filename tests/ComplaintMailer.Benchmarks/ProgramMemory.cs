using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ComplaintMailer.Demo;

namespace ComplaintMailer.Benchmarks;

/// <summary>What the program itself holds in memory: at its highest while it takes mails in, and when it waits with one mailbox.</summary>
internal static class ProgramMemory
{
    private const string Key = "zonnebloem";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>After this the worker has given back what starting took.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(24);

    public static async Task<int> Once(int count)
    {
        using var place = new Place(count);
        using var program = place.Start("run", "--once", "--now", "2026-11-23T09:00");
        var highest = 0L;
        while (!program.HasExited)
        {
            highest = Math.Max(highest, Status(program, "VmHWM:"));
            await Task.Delay(Look);
        }
        Console.WriteLine($"run --once over {count} mails: highest resident size {highest >> 10} MB");
        return program.ExitCode;
    }

    public static async Task<int> Idle()
    {
        using var place = new Place(0);
        using var program = place.Start("run");
        await Task.Delay(Settled);
        var (all, own) = (Status(program, "VmRSS:"), Status(program, "RssAnon:"));
        program.Kill();
        await program.WaitForExitAsync();
        Console.WriteLine(
            $"waiting with one mailbox: {all / 1024.0:0.0} MB resident, {own / 1024.0:0.0} of it its own"
        );
        return 0;
    }

    private static long Status(Process program, string name)
    {
        try
        {
            return
                File.ReadLines($"/proc/{program.Id}/status")
                    .FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal))
                    is { } line
                ? long.Parse(
                    line.AsSpan(name.Length, line.Length - name.Length - 3).Trim(),
                    CultureInfo.InvariantCulture
                )
                : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>A folder with one organisation and its mails.</summary>
    private sealed class Place : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("complaintmailer-memory-").FullName;

        public Place(int mails)
        {
            var config = JsonNode.Parse(DemoFiles.Configuration(Path.Combine(AppContext.BaseDirectory, "templates")))!;
            var one = config["Organisations"]!.AsArray().Single(o => (string)o!["Key"]! == Key)!;
            config["Organisations"] = new JsonArray(one.DeepClone());
            config["Limits"] = new JsonObject
            {
                ["AnswersPerDomainPerHour"] = 1_000_000,
                ["LettersPerPersonPerDay"] = 1_000_000,
            };
            File.WriteAllText(Config, config.ToJsonString());
            var maildir = Path.Combine(folder, (string)one["Mailbox"]!["Path"]!);
            foreach (var part in new[] { "tmp", "new", "cur" })
                Directory.CreateDirectory(Path.Combine(maildir, part));
            for (var n = 0; n < mails; n++)
                File.WriteAllText(Path.Combine(maildir, "new", $"{1_764_000_000 + n}.{n}.bench"), SampleMail.Write(n));
        }

        private string Config => Path.Combine(folder, "appsettings.json");

        public Process Start(params string[] words) =>
            Quiet(
                new ProcessStartInfo(
                    "dotnet",
                    [Path.Combine(AppContext.BaseDirectory, "complaintmailer.dll"), .. words, "--config", Config]
                )
                {
                    WorkingDirectory = folder,
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            );

        private static Process Quiet(ProcessStartInfo start)
        {
            var program = Process.Start(start)!;
            // What it says is of no interest, but has to be taken from it.
            program.BeginOutputReadLine();
            return program;
        }

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }
}
