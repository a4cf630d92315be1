using Spectre.Console;

namespace ComplaintMailer.Commands;

/// <summary>How far an import is and how long it still takes: a bar at a terminal, a line now and then elsewhere.</summary>
internal static class ImportProgress
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    public static async Task Show(int total, Func<Action<int>, Task> work)
    {
        if (Console.IsOutputRedirected)
            await work(Lines(total, Console.Error, TimeProvider.System));
        else
            await AnsiConsole
                .Progress()
                .Columns(
                    new TaskDescriptionColumn(),
                    new ProgressBarColumn(),
                    new PercentageColumn(),
                    new RemainingTimeColumn()
                )
                .StartAsync(async progress =>
                {
                    var task = progress.AddTask($"{total} mails", maxValue: Math.Max(1, total));
                    await work(n => task.Increment(n));
                });
    }

    public static Action<int> Lines(int total, TextWriter output, TimeProvider clock)
    {
        var begun = clock.GetTimestamp();
        var told = begun;
        var done = 0;
        return n =>
        {
            done += n;
            if (clock.GetElapsedTime(told) < LineEvery)
                return;
            told = clock.GetTimestamp();
            var left = clock.GetElapsedTime(begun) / done * (total - done);
            output.WriteLine($"{done} of {total} mails, about {Math.Ceiling(left.TotalSeconds):0} seconds left");
        };
    }
}
