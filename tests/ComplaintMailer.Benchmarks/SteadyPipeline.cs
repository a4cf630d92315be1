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
        var (takingIn, sending) = (double.MaxValue, double.MaxValue);
        for (var n = 0; n < count; n += Round)
        {
            for (var i = n; i < n + Round; i++)
                File.WriteAllText(Path.Combine(maildir, "new", $"{1_764_000_000 + i}.{i}.bench"), SampleMail.Write(i));
            var start = Environment.CpuUsage.TotalTime;
            var taken = await worker.Poll(office, now, true, CancellationToken.None);
            var between = Environment.CpuUsage.TotalTime;
            var sent = await worker.Send(office, now, CancellationToken.None, CancellationToken.None);
            takingIn = Math.Min(takingIn, (between - start).TotalMilliseconds / taken.Count);
            sending = Math.Min(sending, (Environment.CpuUsage.TotalTime - between).TotalMilliseconds / sent.Count);
        }
        Console.WriteLine(
            $"processor time of the cheapest {Round}: {takingIn:0.000} ms a mail taken in, {sending:0.000} ms a letter sent"
        );
    }
}
