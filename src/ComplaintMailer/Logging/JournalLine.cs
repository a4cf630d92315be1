using Serilog.Events;
using Serilog.Formatting;

namespace ComplaintMailer.Logging;

/// <summary>
/// One event as systemd's journal takes it: the journal notes the time itself, and knows the level by the number in front, so that
/// <c>journalctl -p warning</c> shows what asks for a look.
/// </summary>
internal sealed class JournalLine : ITextFormatter
{
    public void Format(LogEvent logEvent, TextWriter output)
    {
        output.Write(Priority(logEvent.Level));
        PlainLine.WriteWhat(logEvent, output);
    }

    /// <summary>As in sd-daemon(3).</summary>
    private static string Priority(LogEventLevel level) =>
        level switch
        {
            LogEventLevel.Fatal => "<2>",
            LogEventLevel.Error => "<3>",
            LogEventLevel.Warning => "<4>",
            LogEventLevel.Information => "<6>",
            _ => "<7>",
        };
}
