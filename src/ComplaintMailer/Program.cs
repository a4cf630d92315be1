using System.CommandLine;
using ComplaintMailer.Commands;
using ComplaintMailer.Database;

var root = new RootCommand("Runs complaint procedures by e-mail alone.");
var config = new Option<string>("--config")
{
    Description = "The configuration file.",
    DefaultValueFactory = _ => "appsettings.json",
    Recursive = true,
};
root.Options.Add(config);
RunCommand.Add(root, config);
CaseCommands.Add(root, config);
DossierCommands.Add(root, config);
DatabaseCommands.Add(root, config);
AgendaCommand.Add(root, config);
ReportCommand.Add(root, config);
DoctorCommand.Add(root, config);
TemplateCommands.Add(root, config);
StatusCommand.Add(root, config);
ImportCommand.Add(root, config);
SetupCommand.Add(root, config);
SelfTestCommand.Add(root, config);
InspectCommand.Add(root, config);
DemoCommand.Add(root);
Examples.AddTo(root);

var parsed = root.Parse(args);
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
            // Told to stop, the worker ends what it has in hand; systemd waits for it a little longer than this.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(RunCommand.IsWorker(parsed) ? 12 : 2),
        }
    );
}
catch (OperatorException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return e.ExitCode;
}
catch (OperationCanceledException)
{
    return 0;
}
