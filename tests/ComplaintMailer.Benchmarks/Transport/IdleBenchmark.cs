using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ComplaintMailer.ServerTests.Servers;

namespace ComplaintMailer.Benchmarks.Transport;

/// <summary>
/// The worker itself, as a process of its own, with five organisations whose mailboxes wait in IDLE. After a minute in which it
/// warms up, the processor time that it uses by waiting.
/// </summary>
internal static class IdleBenchmark
{
    private const int Mailboxes = 5;

    public static async Task Run(MailServers servers, int minutes)
    {
        var folder = Directory.CreateTempSubdirectory("complaintmailer-idle-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "password"), MailServers.Password);
        var config = Path.Combine(folder, "appsettings.json");
        await File.WriteAllTextAsync(
            config,
            JsonSerializer.Serialize(
                new
                {
                    Templates = Path.Combine(AppContext.BaseDirectory, "templates"),
                    Organisations = Enumerable.Range(1, Mailboxes).Select(n => Organisation(servers, n)),
                }
            )
        );
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (
            var word in new[]
            {
                Path.Combine(AppContext.BaseDirectory, "complaintmailer.dll"),
                "run",
                "--config",
                config,
            }
        )
            start.ArgumentList.Add(word);
        using var worker = Process.Start(start)!;
        worker.OutputDataReceived += (_, _) => { };
        worker.BeginOutputReadLine();
        try
        {
            await Task.Delay(TimeSpan.FromMinutes(1));
            var began = Used(worker);
            for (var minute = 1; minute <= minutes; minute++)
            {
                var before = Used(worker);
                await Task.Delay(TimeSpan.FromMinutes(1));
                var after = Used(worker);
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"idle, {Mailboxes} mailboxes, minute {minute}: {(after - before) * 1000:0} ms of processor time; that would be {(after - before) * 60:0.0} s an hour, {(after - began) / minute * 60:0.0} s since the first minute"
                    )
                );
            }
        }
        finally
        {
            worker.Kill();
            await worker.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>In seconds, to the hundredth, of the threads that have ended as well.</summary>
    private static double Used(Process process)
    {
        // Behind the name in parentheses: the fourteenth and fifteenth field of the whole line.
        var stat = File.ReadAllText($"/proc/{process.Id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (Number(fields[11]) + Number(fields[12])) / 100.0;
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static object Organisation(MailServers servers, int n)
    {
        var address = servers.AddPerson();
        return new
        {
            Key = $"huis{n}",
            Name = $"Huis {n}",
            Regulation = "xtra",
            CasePrefix = $"HU{n}",
            Address = address,
            Mailbox = Office.Server(servers, "Imap", servers.Imaps, "Tls", address),
            Sender = Office.Server(servers, "Smtp", servers.Submission, "StartTls", address),
            People = new[]
            {
                new
                {
                    Key = "coordinator",
                    Name = "C. Coordinator",
                    Email = servers.AddPerson(),
                    Roles = new[] { "coordinator", "admin" },
                },
            },
        };
    }
}
