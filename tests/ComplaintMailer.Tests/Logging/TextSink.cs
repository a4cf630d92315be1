using ComplaintMailer.Logging;
using Serilog.Core;
using Serilog.Events;

namespace ComplaintMailer.Tests.Logging;

/// <summary>Writes events as the log files would have them.</summary>
internal sealed class TextSink(TextWriter writer) : ILogEventSink
{
    private readonly PlainLine line = new();
    private readonly Lock gate = new();

    public void Emit(LogEvent logEvent)
    {
        lock (gate)
            line.Format(logEvent, writer);
    }
}
