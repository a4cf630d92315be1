using System.Text;
using ComplaintMailer.Database;
using Serilog.Sinks.File;

namespace ComplaintMailer.Logging;

/// <summary>Log files are for the worker and its administrator: 0600.</summary>
internal sealed class PrivateLogFiles : FileLifecycleHooks
{
    public override Stream OnFileOpened(string path, Stream underlyingStream, Encoding encoding)
    {
        PrivateFiles.Restrict(path);
        return underlyingStream;
    }
}
