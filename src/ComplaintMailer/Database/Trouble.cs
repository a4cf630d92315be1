using System.Data.Common;
using System.Diagnostics;

namespace ComplaintMailer.Database;

/// <summary>What may be said of an exception in a log. Its message may quote a mail, so only kind and place are told.</summary>
internal static class Trouble
{
    private const int FramesMost = 4;

    public static string Of(Exception e)
    {
        var frames = new StackTrace(e, fNeedFileInfo: true)
            .GetFrames()
            .Select(f => (Method: f.GetMethod(), Line: f.GetFileLineNumber()))
            .Where(f =>
                f.Method?.DeclaringType?.FullName?.StartsWith("ComplaintMailer", StringComparison.Ordinal) == true
            )
            .Take(FramesMost)
            .Select(f => $"{f.Method!.DeclaringType!.Name}.{f.Method.Name}:{f.Line}");
        var code = e is DbException { SqlState: { } state } ? $" {state}" : "";
        return $"{e.GetType().Name}{code} at {string.Join(" < ", frames)}";
    }

    /// <summary>The database's own trouble (full, locked, away) says nothing about the mail or duty in hand.</summary>
    public static bool IsOfDatabase(Exception e) => e is DbException or OperationCanceledException;
}
