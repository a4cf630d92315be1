using System.CommandLine;
using ComplaintMailer.Configuration;
using ComplaintMailer.Connections;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Database;
using ComplaintMailer.Schedules;

namespace ComplaintMailer.Commands;

/// <summary><c>doctor</c>: is everything as it must be, and if not, what to do.</summary>
internal static class DoctorCommand
{
    public static void Add(RootCommand root, Option<string> config)
    {
        var command = new Command("doctor", "Checks whether everything is in order.");
        command.SetAction((result, ct) => Examine(result.GetValue(config)!, ct));
        root.Subcommands.Add(command);
    }

    private static async Task<int> Examine(string config, CancellationToken ct)
    {
        var fine = true;
        void Say(bool ok, string what, string remedy = "")
        {
            fine &= ok;
            Console.WriteLine(ok ? $"✓ {what}" : $"✗ {what} {remedy}".TrimEnd());
        }

        Settings settings;
        try
        {
            settings = SettingsReader.Load(config);
            Say(true, $"configuration {config}");
        }
        catch (OperatorException e)
        {
            foreach (var line in e.Message.Split(Environment.NewLine))
                Say(false, line);
            return 1;
        }
        try
        {
            using var worker = new Worker(settings, exclusive: false);
            Say(true, $"master key {settings.MasterKeyFile}");
            Say(true, $"database {settings.Data.Path}");
            foreach (var office in worker.Offices)
            {
                var organisation = office.Organisation;
                Say(true, $"{organisation.Key}: regulation {office.Regulation.Code} {office.Regulation.Version}");
                Say(
                    organisation.WithRole(Roles.Coordinator).Any(),
                    $"{organisation.Key}: somebody is coordinator",
                    "— nobody is. Give a person in People the role “coordinator”, or complaints without a location reach nobody."
                );
                foreach (var location in organisation.Locations.Where(l => l.Manager is null))
                    Say(false, $"{organisation.Key}: location {location.Key} has no manager.", "Fill in Manager.");
                foreach (var found in await ConnectionChecks.Run(office.Settings, TimeProvider.System, ct))
                    Say(found.IsFine, found.What, found.Remedy);
            }
        }
        catch (OperatorException e)
        {
            Say(false, e.Message);
        }
        return fine ? 0 : 1;
    }
}
