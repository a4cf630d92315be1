using ComplaintMailer.Logging;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace ComplaintMailer.Tests.Logging;

/// <summary>Writes events as the log files would have them.</summary>
internal sealed class TextSink(TextWriter writer, ITextFormatter? format = null) : ILogEventSink
{
    private readonly ITextFormatter line = format ?? new PlainLine();
    private readonly Lock gate = new();

    public void Emit(LogEvent logEvent)
    {
        lock (gate)
            line.Format(logEvent, writer);
    }
}
