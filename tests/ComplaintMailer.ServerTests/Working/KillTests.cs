using System.Diagnostics;
using ComplaintMailer.Outbox;
using ComplaintMailer.ServerTests.Servers;
using Xunit.Abstractions;

namespace ComplaintMailer.ServerTests.Working;

/// <summary>
/// The worker is killed, without a warning, at moments that nobody chose. tests/kill does it two hundred times over two thousand
/// mails, and says how many letters went out twice.
/// </summary>
[Collection(WithMailServers.Name)]
public sealed class KillTests(MailServers servers, ITestOutputHelper output)
{
    private static readonly int Kills = Number("COMPLAINTMAILER_KILLS", 20);
    private static readonly int Mails = Number("COMPLAINTMAILER_KILL_MAILS", 200);

    [Fact]
    public async Task Killed_again_and_again_the_worker_loses_no_complaint_and_registers_none_twice()
    {
        using var place = new RealWorkplace(servers);
        place.Set("Mailbox", "PollSeconds", 5);
        var sanne = servers.AddPerson();
        var chance = new Random(20261123);
        var (put, started) = (0, 0);
        for (var kill = 0; kill <= Kills; kill++)
        {
            var share = (Mails * (kill + 1) / (Kills + 1)) - put;
            servers.Put(
                place.Address,
                Enumerable
                    .Range(put, share)
                    .Select(i =>
                        RealWorkplace.Complaint(
                            sanne.Replace("@", $"+{i % 50}@", StringComparison.Ordinal),
                            "Klacht over Centrum",
                            $"kill{i}"
                        )
                    )
            );
            put += share;
            if (kill == Kills)
                break;
            using var worker = Start(place);
            if (await Begun(place, worker, TimeSpan.FromSeconds(20)))
                started++;
            await Task.Delay(chance.Next(0, 700));
            worker.Kill();
            await worker.WaitForExitAsync();
        }

        // What was under way is taken up when its lease ends, or at once where there is one worker.
        for (var pass = 0; pass < 5; pass++)
            await place.Pass();

        Assert.True(started > Kills / 2, $"only {started} of {Kills} workers came to work");
        Assert.Equal(Mails, place.Cases().Count);
        Assert.Equal(0, servers.Count(place.Address, "INBOX"));
        var letters = (await place.MailsOf(sanne, Mails))
            .Where(l => l.Header("X-ComplaintMailer-Letter") == "acknowledgement")
            .ToList();
        var each = letters.GroupBy(l => l.MessageId, StringComparer.Ordinal).ToList();
        Assert.Equal(Mails, each.Count);
        // A letter can only go out twice when the worker died between its handing over and writing that down.
        var twins = letters.Count - each.Count;
        output.WriteLine(
            $"{started} kills at work, {Mails} complaints, each registered once and acknowledged; {twins} acknowledgements went out twice."
        );
        Assert.InRange(twins, 0, started * OutboxRound.UnderWayMost);
        Assert.All(each, twin => Assert.Single(twin.Select(l => l.Text).Distinct(StringComparer.Ordinal)));
    }

    /// <summary>The worker has begun to take in mail: the register is written to.</summary>
    private static async Task<bool> Begun(RealWorkplace place, Process worker, TimeSpan atMost)
    {
        var wal = Path.Combine(place.Folder, "data", "complaints.db-wal");
        // A log that is written over again keeps its size: its time tells.
        long Written() => File.Exists(wal) ? File.GetLastWriteTimeUtc(wal).Ticks : 0;
        var (clock, before) = (Stopwatch.StartNew(), Written());
        while (clock.Elapsed < atMost && !worker.HasExited)
        {
            if (Written() != before)
                return true;
            await Task.Delay(10);
        }
        return false;
    }

    private static Process Start(RealWorkplace place)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "complaintmailer.dll"),
                "run",
                "--config",
                place.Config,
            },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var number) ? number : otherwise;
}
