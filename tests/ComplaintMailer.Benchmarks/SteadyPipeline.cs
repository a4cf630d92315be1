using System.Diagnostics;
using ComplaintMailer.Schedules;
using NodaTime;

namespace ComplaintMailer.Benchmarks;

/// <summary>
/// The same way in rounds, and the processor time of the cheapest: what a mail costs once all is compiled, in a moment in which nothing
/// else on the machine was in the way. Two versions of the program can be compared by it while others are busy.
/// </summary>
internal static class SteadyPipeline
{
    private const int Round = 500;

    public static async Task Run(Worker worker, Configuration.Office office, string maildir, int count, Instant now)
    {
        var (takingIn, sending, made, quickest) = (double.MaxValue, double.MaxValue, long.MaxValue, double.MaxValue);
        for (var n = 0; n < count; n += Round)
        {
            for (var i = n; i < n + Round; i++)
                File.WriteAllText(Path.Combine(maildir, "new", $"{1_764_000_000 + i}.{i}.bench"), SampleMail.Write(i));
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var watch = Stopwatch.StartNew();
            var start = Environment.CpuUsage.TotalTime;
            var taken = await Rounds.TakeIn(worker, office, now, true);
            var between = Environment.CpuUsage.TotalTime;
            quickest = Math.Min(quickest, watch.Elapsed.TotalSeconds / taken);
            made = Math.Min(made, GC.GetTotalAllocatedBytes(precise: true) - before);
            var sent = await worker.Send(office, now, CancellationToken.None, CancellationToken.None);
            takingIn = Math.Min(takingIn, (between - start).TotalMilliseconds / taken);
            if ((n / Round) % 4 == 3)
                Console.WriteLine(
                    $"after {n + Round} mails: heap {GC.GetTotalMemory(forceFullCollection: false) >> 10} kB, of it used {GC.GetTotalMemory(forceFullCollection: true) >> 10} kB, resident {Environment.WorkingSet >> 20} MB"
                );
            sending = Math.Min(sending, (Environment.CpuUsage.TotalTime - between).TotalMilliseconds / sent.Count);
        }
        // Said beside it because it does not depend on what else the machine does.
        Console.WriteLine(
            $"memory taken for the collector to give back: {made / 1024.0 / Round:0.0} kB a mail taken in"
        );
        Console.WriteLine(
            $"the collector stopped all for {GC.GetTotalPauseDuration().TotalMilliseconds:0} ms, {GC.CollectionCount(0)} times"
        );
        Console.WriteLine($"the quickest {Round}: {1 / quickest:0} mails/s taken in");
        Console.WriteLine(
            $"processor time of the cheapest {Round}: {takingIn:0.000} ms a mail taken in, {sending:0.000} ms a letter sent"
        );
    }
}
