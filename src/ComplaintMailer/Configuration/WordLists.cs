using ComplaintMailer.Core.Signals;
using ComplaintMailer.Database;

namespace ComplaintMailer.Configuration;

/// <summary>The word lists of <c>templates/signals</c>.</summary>
internal static class WordLists
{
    public static SignalBook Load(string templates)
    {
        var folder = Path.Combine(templates, "signals");
        if (!Directory.Exists(folder))
            throw new OperatorException(
                $"Templates: {folder} does not exist. Point Templates at the folder that came with the program."
            )
            {
                ExitCode = 2,
            };
        var (book, faults) = SignalBook.Read(
            Directory.EnumerateFiles(folder, "*.json").Select(f => (Path.GetFileName(f), File.ReadAllText(f)))
        );
        return book ?? throw new OperatorException(string.Join(Environment.NewLine, faults)) { ExitCode = 2 };
    }
}
