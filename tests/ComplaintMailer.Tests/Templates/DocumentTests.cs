using static ComplaintMailer.Tests.Templates.Rendering;

namespace ComplaintMailer.Tests.Templates;

public class DocumentTests
{
    [Fact]
    public void Every_builtin_that_the_manual_names_exists()
    {
        var missing = new List<string>();
        var count = 0;
        foreach (var (group, names) in Manual())
        {
            foreach (var name in names)
            {
                count++;
                try
                {
                    Text($"{{{{ x = @{group}.{name} }}}}");
                }
                catch (ComplaintMailer.Templates.TemplateException)
                {
                    missing.Add($"{group}.{name}");
                }
            }
        }

        Assert.Empty(missing);
        Assert.True(count > 100, $"only {count} were found in the manual");
    }

    /// <summary>Lines such as “- `string`: append base64_decode …”, with what is indented below them.</summary>
    private static IEnumerable<(string Group, IEnumerable<string> Names)> Manual()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ComplaintMailer.sln")))
            folder = folder.Parent!;
        var text = File.ReadAllText(Path.Combine(folder.FullName, "docs", "templates.md"))
            .Replace("\n  ", " ", StringComparison.Ordinal);
        foreach (
            var line in text.Split('\n')
                .Where(l =>
                    l.StartsWith("- `", StringComparison.Ordinal) && l.Contains("`: ", StringComparison.Ordinal)
                )
        )
        {
            var words = line[(line.IndexOf("`: ", StringComparison.Ordinal) + 3)..];
            yield return (
                line[3..line.IndexOf('`', 3)],
                words
                    .Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries)
                    .Where(w => w.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
                    .Where(w =>
                        w
                            is not (
                                "and"
                                or "ours"
                                or "all"
                                or "without"
                                or "backtracking"
                                or "days"
                                or "months"
                                or "in"
                                or "with"
                            )
                    )
            );
        }
    }
}
