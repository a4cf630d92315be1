using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace ComplaintMailer.Logging;

/// <summary>Logs to the console and to files that roll by the day. They hold codes, counts and case numbers, never what people wrote or who they are.</summary>
internal static class Logs
{
    private const int FilesKept = 30;
    private const long FileBytes = 20L << 20;

    /// <summary>Whether systemd's journal reads what we print; it says so in the environment of a service.</summary>
    private static bool HasJournal =>
        Console.IsOutputRedirected && !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("JOURNAL_STREAM"));

    public static Logger Make(Settings settings, bool console)
    {
        PrivateFiles.MakeFolder(settings.Logs);
        var logger = new LoggerConfiguration()
            .MinimumLevel.Is(Enum.Parse<LogEventLevel>(settings.LogLevel, ignoreCase: true))
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            .WriteTo.File(
                new PlainLine(),
                Path.Combine(settings.Logs, "complaintmailer-.log"),
                rollingInterval: RollingInterval.Day,
                rollOnFileSizeLimit: true,
                fileSizeLimitBytes: FileBytes,
                retainedFileCountLimit: FilesKept,
                hooks: new PrivateLogFiles()
            );
        if (console)
            logger = logger.WriteTo.Console(HasJournal ? new JournalLine() : new PlainLine());
        return logger.CreateLogger();
    }
}
