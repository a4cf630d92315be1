using System.Diagnostics;
using System.Text;

namespace ComplaintMailer.Tests.Mail;

/// <summary>Asks Debian's Python, which knows mail by other people's work. <c>./test</c> installs what it needs.</summary>
internal static class Judge
{
    private const string Python = "/usr/bin/python3";

    public static string Says(string program, ReadOnlySpan<byte> input, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(Python, ["-c", program, .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
        // Answers are read while the question is still being put, lest both wait for each other.
        var said = process.StandardOutput.ReadToEndAsync();
        var wrong = process.StandardError.ReadToEndAsync();
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0
            ? said.GetAwaiter().GetResult()
            : throw new InvalidOperationException($"{Python}: {wrong.GetAwaiter().GetResult()}");
    }
}
