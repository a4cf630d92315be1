using System.Text.RegularExpressions;

namespace ComplaintMailer.Tests.Scenarios;

/// <summary>Every sentence by which a command is refused stands in a story, so that somebody has read what a manager then reads.</summary>
public partial class RefusalTests
{
    /// <summary>Guards that no sequence of mails is known to reach.</summary>
    private static readonly string[] Guards = ["Er loopt geen termijn die kan worden verlengd."];

    [Fact]
    public void Every_refusal_is_read_in_a_story()
    {
        var read = Story
            .All.SelectMany(name => Story.Read(name).Lines)
            .Where(line => line.Text.StartsWith("letter refused ", StringComparison.Ordinal))
            .SelectMany(line => Said().Matches(line.Text).Select(m => m.Groups[1].Value))
            .Distinct()
            .ToList();

        Assert.NotEmpty(read);
        Assert.Equal([], Refusals().Except(Guards).Where(refusal => !read.Any(said => IsPartOf(said, refusal))));
    }

    /// <summary>The Dutch sentences in the code of the commands, with their holes.</summary>
    private static IEnumerable<string> Refusals()
    {
        var folder = Path.Combine(Story.Folder, "..", "..", "src", "ComplaintMailer.Core", "Commands");
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs"))
        {
            foreach (Match call in Call().Matches(File.ReadAllText(file)))
                yield return call.Groups[1].Value;
        }
    }

    /// <summary>Some stretch of the sentence between two holes holds what the story says, or is held by it.</summary>
    private static bool IsPartOf(string said, string refusal) =>
        Hole()
            .Split(refusal)
            .Where(part => part.Trim().Length > 6)
            .Any(part =>
                part.Contains(said, StringComparison.Ordinal) || said.Contains(part.Trim(), StringComparison.Ordinal)
            );

    [GeneratedRegex("says \"([^\"]+)\"")]
    private static partial Regex Said();

    // The sentence may follow upon a condition: run.Refuse(value.Length == 0 ? "…" : "…").
    [GeneratedRegex(@"\bRefuse\(\s*(?:[^""();]*\?\s*)?\$?""((?:\{[^}]*\}|[^""{])*)""")]
    private static partial Regex Call();

    [GeneratedRegex("""\{[^}]*\}""")]
    private static partial Regex Hole();
}
