using NodaTime.Text;

namespace ComplaintMailer.Tests.Scenarios;

/// <summary>A story as it is written down: see tests/scenarios/README.md for its words.</summary>
internal sealed record Story(
    string Name,
    string Title,
    string Organisation,
    IReadOnlyList<string> Clauses,
    IReadOnlyList<StoryLine> Lines
)
{
    public static string Folder { get; } = Find();

    public static IEnumerable<string> All =>
        Directory
            .EnumerateFiles(Folder, "*.story", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Folder, f))
            .Order(StringComparer.Ordinal);

    public static Story Read(string name)
    {
        string? title = null;
        var organisation = "";
        var clauses = new List<string>();
        var lines = new List<StoryLine>();
        var number = 0;
        foreach (var raw in File.ReadLines(Path.Combine(Folder, name)))
        {
            number++;
            var line = raw.TrimEnd();
            if (line.StartsWith('|'))
            {
                lines[^1] = lines[^1] with { Body = [.. lines[^1].Body, line.Length > 1 ? line[2..] : ""] };
                continue;
            }
            line = line.Trim();
            if (line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal))
                continue;
            if (line.StartsWith("# ", StringComparison.Ordinal))
                title ??= line[2..];
            else if (line.StartsWith("organisation:", StringComparison.Ordinal))
                organisation = line[13..].Trim();
            else if (line.StartsWith("clauses:", StringComparison.Ordinal))
                clauses.AddRange(line[8..].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries));
            else
                lines.Add(new(number, line, []));
        }
        return new(name, title ?? name, organisation, clauses, lines);
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var scenarios = Path.Combine(folder.FullName, "tests", "scenarios");
            if (Directory.Exists(scenarios))
                return scenarios;
        }
        throw new InvalidOperationException("tests/scenarios was not found above the tests.");
    }
}

internal sealed record StoryLine(int Number, string Text, IReadOnlyList<string> Body)
{
    public static LocalDateTimePattern Time { get; } =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public (string Word, string After) Split()
    {
        var space = Text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (Text, "") : (Text[..space], Text[(space + 1)..].Trim());
    }
}
