using System.Diagnostics;
using System.Globalization;
using ComplaintMailer.Demo;
using ComplaintMailer.Tests.Pipeline;

namespace ComplaintMailer.ServerTests.Kills;

/// <summary>
/// The worker is killed, again and again, at moments that chance chooses, while mail is taken in. tests/kill does it two hundred
/// times over five hundred mails; here it is a few, so that every run has some.
/// </summary>
public sealed class KillTests
{
    private static readonly int Kills = FromEnvironment("COMPLAINTMAILER_KILLS", 6);
    private static readonly int Mails = FromEnvironment("COMPLAINTMAILER_KILL_MAILS", 80);

    [Fact]
    public async Task Whenever_the_worker_is_killed_every_mail_is_registered_once_and_every_letter_goes_out_once()
    {
        using var place = new Workplace();
        var config = Path.Combine(place.Folder, "appsettings.json");
        var seed = Random.Shared.Next();
        var chance = new Random(seed);
        var arrived = 0;
        var longest = 400;
        for (var kill = 0; kill < Kills; kill++)
        {
            // Mail keeps coming, so that there is something to be interrupted in every time.
            for (var part = (kill + 1) * Mails / Kills; arrived < part; )
                place.Arrives("zonnebloem", Complaint(++arrived));
            using var process = Start(config);
            await Begun(process);
            await Task.Delay(chance.Next(longest));
            process.Kill();
            await process.WaitForExitAsync();
        }
        using (var last = Start(config, "--once"))
            await last.WaitForExitAsync();

        // The seed tells which run failed; the moments depend on the machine as well.
        var told = $"seed {seed}";
        Assert.True(Mails == place.Cases().Count, told);
        var letters = place.Sent();
        var twice = letters.GroupBy(m => m.MessageId).Where(g => g.Count() > 1).Select(g => g.Key);
        Assert.Empty(twice);
        var acknowledged = letters.Where(m => m.Header("X-ComplaintMailer-Letter") == "acknowledgement").ToList();
        Assert.True(Mails == acknowledged.Select(m => m.To[0].Address).Distinct().Count(), told);
        Assert.True(Mails == acknowledged.Count, told);
        Assert.Empty(Directory.EnumerateFiles(place.Maildir("zonnebloem", "new")));
        Assert.Equal(Mails, Directory.EnumerateFiles(place.Maildir("zonnebloem", ".Processed/cur")).Count());
        Assert.All(place.Cases(), c => Assert.Equal("met", c.Term("ack")!.State));
        Assert.Equal(0, Run(config, "audit", "verify"));
        Assert.Equal(0, Run(config, "db", "check"));
    }

    /// <summary>Up to where the worker is at its work: killing it while it starts up would try nothing.</summary>
    private static async Task Begun(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("Started", StringComparison.Ordinal))
                return;
        }
    }

    private static int Run(string config, params string[] words)
    {
        using var process = Start(config, words);
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    private static Process Start(string config, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(DemoStory).Assembly.Location },
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        if (words is not ["audit" or "db", ..])
            start.ArgumentList.Add("run");
        foreach (var word in words.Append("--config").Append(config))
            start.ArgumentList.Add(word);
        return Process.Start(start)!;
    }

    private static string Complaint(int n) =>
        $"""
            From: Ahmed <ahmed{n}@gezin{n}.example>
            To: klachten@zonnebloem.example
            Subject: Klacht {n}
            Message-ID: <{n}@gezin.example>

            Mijn zoon is bij De Vlinder voor de {n}e keer te laat uit school gehaald.
            """;

    private static int FromEnvironment(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var n) ? n : otherwise;
}
