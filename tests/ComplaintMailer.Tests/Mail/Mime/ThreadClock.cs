using System.Runtime.InteropServices;

namespace ComplaintMailer.Tests.Mail.Mime;

/// <summary>What this thread has had of the processor: a busy machine makes a test wait, not fail.</summary>
internal static class ThreadClock
{
    private const int ThreadCpuTime = 3;

    public static double Seconds =>
        GetTime(ThreadCpuTime, out var time) == 0
            ? time.Seconds + (time.Nanoseconds / 1e9)
            : throw new NotSupportedException();

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
