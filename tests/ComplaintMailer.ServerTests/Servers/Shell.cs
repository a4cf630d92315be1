using System.Diagnostics;

namespace ComplaintMailer.ServerTests.Servers;

/// <summary>Runs a program, with the rights that servers need.</summary>
public static class Shell
{
    public static string Run(string program, params string[] arguments)
    {
        var (code, output) = Start(program, arguments);
        return code == 0
            ? output
            : throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {code}: {output}"
            );
    }

    public static bool Try(string program, params string[] arguments) => Start(program, arguments).Code == 0;

    private static (int Code, string Output) Start(string program, string[] arguments)
    {
        string[] line =
            Environment.UserName == "root" ? [program, .. arguments] : ["sudo", "-n", program, .. arguments];
        // A server goes on in the background and keeps the pipes it was given, so that reading them to their end would wait
        // for it to stop: what it says goes to a file.
        var said = Path.GetTempFileName();
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("/bin/sh")
                {
                    ArgumentList = { "-c", "exec \"$@\" > " + said + " 2>&1 < /dev/null", "sh" },
                }.With(line)
            )!;
            process.WaitForExit();
            return (process.ExitCode, File.ReadAllText(said));
        }
        finally
        {
            File.Delete(said);
        }
    }

    private static ProcessStartInfo With(this ProcessStartInfo start, string[] arguments)
    {
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }
}
