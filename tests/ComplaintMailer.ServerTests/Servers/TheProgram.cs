using System.Diagnostics;

namespace ComplaintMailer.ServerTests.Servers;

/// <summary>The program itself, as somebody runs it who is no program and sits at no terminal.</summary>
internal static class TheProgram
{
    public static async Task<(int Code, string Said)> Run(params string[] words)
    {
        using var process = Start(words);
        process.StandardInput.Close();
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }

    public static Process Start(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "complaintmailer.dll"));
        foreach (var word in words)
            start.ArgumentList.Add(word);
        return Process.Start(start)!;
    }
}
