using System.CommandLine;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;

namespace ComplaintMailer.Commands;

/// <summary><c>db migrate</c>, <c>db backup</c>, <c>db restore</c> and <c>db check</c>.</summary>
internal static class DatabaseCommands
{
    public static void Add(RootCommand root, Option<string> config)
    {
        var to = new Argument<string>("file") { Description = "The file to write; it must not exist yet." };
        var from = new Argument<string>("file") { Description = "A file that db backup has written." };
        var migrate = new Command("migrate", "Brings the schema of the database up to date.");
        migrate.SetAction(result => Migrate(SettingsReader.Load(result.GetValue(config)!)));
        var backup = new Command("backup", "Copies the database, whole and consistent, while the worker goes on.")
        {
            to,
        };
        backup.SetAction(result => Copy(SettingsReader.Load(result.GetValue(config)!), result.GetValue(to)!));
        var restore = new Command("restore", "Puts a backup in the place of the database.") { from };
        restore.SetAction(result => Restore(SettingsReader.Load(result.GetValue(config)!), result.GetValue(from)!));
        var check = new Command("check", "Checks the database itself.");
        check.SetAction(result => Check(SettingsReader.Load(result.GetValue(config)!)));
        root.Subcommands.Add(new Command("db", "Looks after the database.") { migrate, backup, restore, check });
    }

    private static int Migrate(Settings settings)
    {
        using var register = Register.Make(settings.Data);
        var pending = register.Read(Migrator.Pending);
        if (pending.Count == 0)
        {
            Console.WriteLine("The schema is up to date.");
            return 0;
        }
        using var opened = Register.Open(settings.Data);
        foreach (var step in pending)
            Console.WriteLine($"✓ {step}");
        return 0;
    }

    private static int Copy(Settings settings, string file)
    {
        using var register = Register.Open(settings.Data);
        Backup.Make(register, settings.Data, file);
        Console.WriteLine(
            $"✓ {file} ({new FileInfo(file).Length / 1024} kB), checked. Keep the master key in another place."
        );
        return 0;
    }

    private static int Restore(Settings settings, string file)
    {
        var aside = Backup.Restore(settings.Data, file);
        if (aside is not null)
            Console.WriteLine($"The database that was there is now {aside}.");
        Console.WriteLine(
            $"✓ {settings.Data.Path} is restored. Mail that came in after the backup lies in the folder Processed of its mailbox: move it back, and it is handled again."
        );
        return 0;
    }

    private static int Check(Settings settings)
    {
        using var register = Register.Make(settings.Data);
        var pending = register.Read(Migrator.Pending);
        var faults = register.Read(Backup.Faults);
        Console.WriteLine(
            pending.Count == 0
                ? "✓ the schema is up to date"
                : $"✗ steps not done yet: {string.Join(", ", pending)}. Run db migrate."
        );
        foreach (var fault in faults)
            Console.WriteLine($"✗ {fault}");
        if (faults.Count == 0)
            Console.WriteLine("✓ the database is sound");
        else
            Console.WriteLine("Stop the worker and restore the last good backup with db restore.");
        return pending.Count + faults.Count == 0 ? 0 : 1;
    }
}
