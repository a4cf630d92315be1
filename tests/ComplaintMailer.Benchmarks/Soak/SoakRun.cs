using System.Diagnostics;
using System.Globalization;
using ComplaintMailer.Schedules;
using NodaTime;

namespace ComplaintMailer.Benchmarks.Soak;

/// <summary>
/// Does the worker stay as it is when it runs for long? Either the real program for real minutes, as a process of its own, or
/// the minutes of simulated days one after the other. Sampled all along, and told at the end: the first and the last quarter beside each other.
/// </summary>
internal static class SoakRun
{
    private const int MinutesOfDay = 24 * 60;

    /// <summary>In the day a mail comes every so many minutes; in the real run every minute.</summary>
    private const int MailEvery = 10;

    public static async Task<int> Real(int minutes)
    {
        using var place = new SoakPlace();
        var program = Path.Combine(AppContext.BaseDirectory, "complaintmailer.dll");
        using var worker = Process.Start(
            new ProcessStartInfo("dotnet", [program, "run", "--config", place.Config])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        worker.OutputDataReceived += (_, _) => { };
        worker.BeginOutputReadLine();
        var samples = new List<ProcessFigures>();
        try
        {
            for (var minute = 1; minute <= minutes; minute++)
            {
                await Task.Delay(TimeSpan.FromSeconds(50));
                await place.Write();
                await Task.Delay(TimeSpan.FromSeconds(10));
                if (worker.HasExited)
                    throw new InvalidOperationException($"the worker ended with {worker.ExitCode}");
                samples.Add(ProcessFigures.Of(worker.Id));
                Console.WriteLine(samples[^1].Line($"{minute} min"));
            }
            var used = samples[^1].ProcessorSeconds - samples[0].ProcessorSeconds;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"processor: {used / ((minutes - 1) * 60) * 100:0.00} % of one, with a mail every minute"
                )
            );
        }
        finally
        {
            if (!worker.HasExited)
            {
                Process.Start("kill", ["-TERM", worker.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
                worker.WaitForExit(TimeSpan.FromSeconds(20));
            }
        }
        return Verdict(samples, "min");
    }

    public static async Task<int> Days(int days)
    {
        using var place = new SoakPlace();
        using var worker = new Worker(place.Settings);
        var samples = new List<ProcessFigures>();
        // The mail servers say what time it is when a mail comes in, so the day is counted from now.
        var start = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        var (taken, sent) = (0, 0);
        for (var minute = 0; minute < days * MinutesOfDay; minute++)
        {
            if (minute % MailEvery == 0)
                await place.Write();
            var pass = await worker.Once(start + Duration.FromMinutes(minute), true, default);
            if (pass.Faults.Count > 0)
                throw new InvalidOperationException(string.Join("; ", pass.Faults));
            taken += pass.In.Count;
            sent += pass.Out.Count;
            if (minute % 60 != 59)
                continue;
            // What is garbage now would be thrown away some time; what stays is what counts.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            samples.Add(ProcessFigures.Of(Environment.ProcessId));
            Console.WriteLine(
                samples[^1].Line($"{(minute + 1) / 60} h") + $"\t{GC.GetTotalMemory(false) / 1e6:0.0} MB managed"
            );
        }
        Console.WriteLine($"{taken} mails in, {sent} letters out");
        return Verdict(samples, "h");
    }

    /// <summary>Holds the last quarter against the second: what grows with time shows there, warming up does not.</summary>
    private static int Verdict(List<ProcessFigures> samples, string unit)
    {
        var quarter = Math.Max(1, samples.Count / 4);
        var (early, late) = (samples.Skip(quarter).Take(quarter).ToList(), samples.TakeLast(quarter).ToList());
        double Memory(List<ProcessFigures> s) => s.Average(f => f.MegaBytes);
        var (handlesBefore, handlesAfter) = (early.Max(f => f.Handles), late.Max(f => f.Handles));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"memory {Memory(early):0.0} MB in the second quarter, {Memory(late):0.0} MB in the last; handles {handlesBefore} and {handlesAfter}; {samples.Count} {unit}"
            )
        );
        var isFlat = Memory(late) < Memory(early) * 1.1 && handlesAfter <= handlesBefore + 5;
        Console.WriteLine(isFlat ? "Flat." : "It grows.");
        return isFlat ? 0 : 1;
    }
}
