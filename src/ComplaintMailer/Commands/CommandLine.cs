using System.CommandLine;

namespace ComplaintMailer.Commands;

/// <summary>All that can be typed.</summary>
internal static class CommandLine
{
    public static RootCommand Make()
    {
        var root = new RootCommand("Runs complaint procedures by e-mail alone.");
        var config = new Option<string>("--config")
        {
            Description = "The configuration file.",
            DefaultValueFactory = _ => "appsettings.json",
            Recursive = true,
        };
        root.Options.Add(config);
        // In the order in which one comes to need them.
        DemoCommand.Add(root);
        SetupCommand.Add(root, config);
        DoctorCommand.Add(root, config);
        SelfTestCommand.Add(root, config);
        RunCommand.Add(root, config);
        StatusCommand.Add(root, config);
        AgendaCommand.Add(root, config);
        CaseCommands.Add(root, config);
        ReportCommand.Add(root, config);
        ImportCommand.Add(root, config);
        InspectCommand.Add(root, config);
        TemplateCommands.Add(root, config);
        DossierCommands.Add(root, config);
        DatabaseCommands.Add(root, config);
        Examples.AddTo(root);
        return root;
    }
}
