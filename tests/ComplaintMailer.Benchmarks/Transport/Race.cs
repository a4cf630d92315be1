using System.Diagnostics;
using System.Globalization;

namespace ComplaintMailer.Benchmarks.Transport;

/// <summary>
/// Several ways of doing the same, in turn, round after round, each round beginning with another one: what else the machine does
/// then hits all of them alike. What counts is the ratio within a round, and the median of those.
/// </summary>
internal sealed class Race(string what, int mails, int rounds)
{
    private readonly List<(
        string Name,
        Func<Func<Task<double>>> Prepare,
        List<(double Seconds, double Processor)> Times
    )> runners = [];

    /// <param name="work">Gives the processor time that it cost, in seconds.</param>
    public Race With(string name, Func<Task<double>> work)
    {
        runners.Add((name, () => work, []));
        return this;
    }

    /// <summary>The same for work that is done within this very process.</summary>
    public Race With(string name, Func<Task> work) => WithPrepared(name, () => work);

    /// <summary>The same for work that needs preparing, which is not measured.</summary>
    public Race WithPrepared(string name, Func<Func<Task>> prepare)
    {
        runners.Add((name, () => Measured(prepare()), []));
        return this;
    }

    private static Func<Task<double>> Measured(Func<Task> work) =>
        async () =>
        {
            var before = Environment.CpuUsage.TotalTime;
            await work();
            return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        };

    /// <param name="between">Not measured.</param>
    public async Task Run(Func<Task> between)
    {
        for (var round = 0; round < rounds; round++)
        for (var i = 0; i < runners.Count; i++)
        {
            var (name, prepare, times) = runners[(i + round) % runners.Count];
            var run = prepare();
            var clock = Stopwatch.StartNew();
            var processor = await run();
            times.Add((clock.Elapsed.TotalSeconds, processor));
            Console.Error.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: {times[^1].Seconds:0.00} s, {processor:0.00} s of processor"
                )
            );
            await between();
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}, {mails} mails, median of {rounds}"));
        foreach (var (name, _, times) in runners)
        {
            var ratio = Median(times.Zip(runners[0].Times, (t, first) => t.Seconds / first.Seconds));
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {name, -46} {mails / Median(times.Select(t => t.Seconds)), 7:0} mails/s   {1 / ratio, 5:0.00} × the first   {Median(times.Select(t => t.Processor)), 6:0.00} s of processor"
                )
            );
        }
    }

    private static double Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>Runs a program, and gives the processor time that it took.</summary>
    public static Task<double> Program(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in new[] { "-c", "TIMEFORMAT='time %U %S'; time \"$@\"", "-", program })
            start.ArgumentList.Add(word);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var told = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program}: {told}{output.Result}");
        var words = told[told.LastIndexOf("time ", StringComparison.Ordinal)..].Split(' ');
        return Task.FromResult(Number(words[1]) + Number(words[2]));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
