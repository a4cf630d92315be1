using Spectre.Console;

namespace ComplaintMailer.Commands;

/// <summary>A bar on standard error while reports are made: one step a form of a report.</summary>
internal static class ReportProgress
{
    /// <summary>Where somebody is looking, and there is more than one thing to wait for.</summary>
    public static bool IsWanted(bool isErrorRedirected, int steps) => !isErrorRedirected && steps > 1;

    /// <summary>Standard error, so that what is printed can be piped.</summary>
    public static IAnsiConsole OnError() =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <param name="console">Null: nobody is looking.</param>
    /// <param name="work">Says what it is about to make, each time before it makes it.</param>
    public static void Show(IAnsiConsole? console, int steps, Action<Action<string>> work)
    {
        if (console is null)
        {
            work(_ => { });
            return;
        }
        console
            .Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new ElapsedTimeColumn()
            )
            .Start(progress =>
            {
                var task = progress.AddTask("report", maxValue: steps);
                var begun = 0;
                work(what =>
                {
                    // What was said before this is done by now.
                    task.Value = begun++;
                    task.Description = Markup.Escape(what);
                    progress.Refresh();
                });
                task.Value = steps;
            });
    }
}
