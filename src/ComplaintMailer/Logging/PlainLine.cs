using System.Globalization;
using ComplaintMailer.Database;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Parsing;

namespace ComplaintMailer.Logging;

/// <summary>
/// One event, one line: time, level, room, message. The last guard over what people may not find there: an exception's own
/// words are left out, since they may quote a mail, and whatever looks like an address is struck out.
/// </summary>
internal sealed class PlainLine : ITextFormatter
{
    private const string Struck = "[address]";

    public void Format(LogEvent logEvent, TextWriter output)
    {
        output.Write(logEvent.Timestamp.ToString("yyyy-MM-dd HH:mm:ss.fff zzz", CultureInfo.InvariantCulture));
        output.Write(Level(logEvent.Level));
        WriteWhat(logEvent, output);
    }

    /// <summary>Room and message, without time and level.</summary>
    public static void WriteWhat(LogEvent logEvent, TextWriter output)
    {
        if (
            logEvent.Properties.TryGetValue("SourceContext", out var source)
            && source is ScalarValue { Value: string room }
        )
            output.Write($"{room}: ");
        output.Write(WithoutAddresses(Message(logEvent).ReplaceLineEndings(" ")));
        if (logEvent.Exception is { } e)
            output.Write($" ({Trouble.Of(e)})");
        output.WriteLine();
    }

    /// <summary>The message as a person writes it: without quotes around every word that was put in.</summary>
    private static string Message(LogEvent logEvent)
    {
        var message = new StringWriter(CultureInfo.InvariantCulture);
        foreach (var token in logEvent.MessageTemplate.Tokens)
        {
            if (
                token is PropertyToken { PropertyName: var name }
                && logEvent.Properties.TryGetValue(name, out var value)
                && value is ScalarValue { Value: string word }
            )
                message.Write(word);
            else
                token.Render(logEvent.Properties, message, CultureInfo.InvariantCulture);
        }
        return message.ToString();
    }

    private static string WithoutAddresses(string message) =>
        message.Contains('@', StringComparison.Ordinal)
            ? string.Join(' ', message.Split(' ').Select(w => w.Contains('@', StringComparison.Ordinal) ? Struck : w))
            : message;

    private static string Level(LogEventLevel level) =>
        level switch
        {
            LogEventLevel.Fatal => " FATAL ",
            LogEventLevel.Error => " ERROR ",
            LogEventLevel.Warning => " WARN  ",
            LogEventLevel.Information => " INFO  ",
            _ => " DEBUG ",
        };
}
