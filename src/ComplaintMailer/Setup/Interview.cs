using System.Text;
using ComplaintMailer.Database;

namespace ComplaintMailer.Setup;

/// <summary>Asks what was not given by a flag. Where nobody sits at the keyboard, what lacks is an error that names the flag.</summary>
/// <param name="readUnseen">Reads a line that is not shown as it is typed.</param>
internal sealed class Interview(TextReader input, TextWriter output, bool mayAsk, Func<string>? readUnseen = null)
{
    /// <param name="given">From a flag.</param>
    /// <param name="otherwise">Taken when only Enter is pressed; null: an answer is needed.</param>
    /// <param name="fault">What is wrong with an answer; null: nothing.</param>
    public string Ask(
        string flag,
        string question,
        string? given,
        string? otherwise,
        Func<string, string?>? fault = null
    )
    {
        if (given is not null)
            return fault?.Invoke(given) is { } wrong ? throw Wrong(flag, wrong) : given;
        if (!mayAsk)
            return otherwise ?? throw Wrong(flag, "missing. Give it, or run setup at a terminal and it asks.");
        while (true)
        {
            output.Write(otherwise is { Length: > 0 } ? $"{question} [{otherwise}]: " : $"{question}: ");
            var answer = input.ReadLine() ?? throw Wrong(flag, "missing.");
            answer = answer.Trim();
            if (answer.Length == 0 && otherwise is not null)
                return otherwise;
            var why = answer.Length == 0 ? "Please answer this one." : fault?.Invoke(answer);
            if (why is null)
                return answer;
            output.WriteLine($"  {why}");
        }
    }

    /// <summary>Asks for a secret that is not in its file yet, and puts it there.</summary>
    public void KeepSecret(string file, string what)
    {
        if (File.Exists(file) || !mayAsk || readUnseen is null)
            return;
        output.Write($"The {what} (not shown; Enter to write it into the file yourself): ");
        var secret = readUnseen();
        output.WriteLine();
        if (secret.Length > 0)
            OwnFile.Write(file, secret + "\n");
    }

    public void Say(string line) => output.WriteLine(line);

    /// <summary>A line from the keyboard, unseen.</summary>
    public static string ReadUnseen()
    {
        var typed = new StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter)
                return typed.ToString();
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }
    }

    private static OperatorException Wrong(string flag, string why) => new($"{flag}: {why}") { ExitCode = 2 };
}
