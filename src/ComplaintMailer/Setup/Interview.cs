using ComplaintMailer.Database;

namespace ComplaintMailer.Setup;

/// <summary>Asks what was not given by a flag. Where nobody sits at the keyboard, what lacks is an error that names the flag.</summary>
internal sealed class Interview(TextReader input, TextWriter output, bool mayAsk)
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

    public void Say(string line) => output.WriteLine(line);

    private static OperatorException Wrong(string flag, string why) => new($"{flag}: {why}") { ExitCode = 2 };
}
