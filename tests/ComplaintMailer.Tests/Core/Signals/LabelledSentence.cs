namespace ComplaintMailer.Tests.Core.Signals;

/// <summary>
/// A sentence people could have written, with what it must raise: <c>violence</c> a flag, <c>~violence</c> one to look
/// at, <c>(violence)</c> either is fine, <c>-</c> nothing.
/// </summary>
internal sealed record LabelledSentence(
    int Line,
    string Text,
    IReadOnlySet<string> Flags,
    IReadOnlySet<string> Looks,
    IReadOnlySet<string> Either
)
{
    public static IReadOnlyList<LabelledSentence> All { get; } = [.. Read()];

    private static IEnumerable<LabelledSentence> Read()
    {
        using var stream = typeof(LabelledSentence).Assembly.GetManifestResourceStream("sentences.txt")!;
        using var reader = new StreamReader(stream);
        var line = 0;
        while (reader.ReadLine() is { } text)
        {
            line++;
            if (text.Length == 0 || text[0] == '#')
                continue;
            var bar = text.IndexOf('|', StringComparison.Ordinal);
            var labels = text[..bar].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            yield return new(
                line,
                text[(bar + 1)..].Trim().Replace("\\n", "\n", StringComparison.Ordinal),
                labels.Where(l => char.IsLetter(l[0])).ToHashSet(),
                labels.Where(l => l[0] == '~').Select(l => l[1..]).ToHashSet(),
                labels.Where(l => l[0] == '(').Select(l => l.Trim('(', ')')).ToHashSet()
            );
        }
    }
}
