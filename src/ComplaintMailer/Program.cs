using System.CommandLine;
using ComplaintMailer.Commands;
using ComplaintMailer.Database;

var parsed = CommandLine.Make().Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
        await Console.Error.WriteLineAsync(error.Message);
    await Console.Error.WriteLineAsync("See --help.");
    return 2;
}
try
{
    return await parsed.InvokeAsync(
        new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            // The worker listens by itself, and ends what it has in hand.
            ProcessTerminationTimeout = RunCommand.IsWorker(parsed) ? null : TimeSpan.FromSeconds(2),
        }
    );
}
catch (OperatorException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return e.ExitCode;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    // A disk that is full or a file that may not be read is for whoever looks after the machine, not a crash.
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
catch (OperationCanceledException)
{
    return 0;
}
