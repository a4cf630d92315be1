using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace ComplaintMailer.Tests.Letters;

/// <summary>How easily a letter reads, by the measure of Flesch as Douma fitted it to Dutch: 60 and above is plain.</summary>
public partial class ReadingLevelTests(ITestOutputHelper output)
{
    private const double Plain = 60;

    [Fact]
    public void Letters_to_complainants_are_written_in_plain_Dutch()
    {
        var hard = new List<string>();
        foreach (
            var (sample, letter) in LetterDesk
                .Letters("xtra", "childcare", "nl")
                .Where(l => l.Sample.Order.To.Party is "complainant" or "concerned")
        )
        {
            var level = Level(OwnWords(letter.Text));
            output.WriteLine($"{level, 5:0} {sample.Name}");
            if (level < Plain)
                hard.Add($"{sample.Name}: {level:0}");
        }

        Assert.True(hard.Count == 0, string.Join(", ", hard));
    }

    [Theory]
    [InlineData("U mag met uw klacht ook meteen naar ons.", true)]
    [InlineData(
        "De klachtenprocedure wordt overeenkomstig de vigerende bepalingen van het reglement geëvalueerd door de verantwoordelijke functionaris.",
        false
    )]
    public void The_measure_tells_plain_from_hard(string text, bool isPlain)
    {
        Assert.Equal(isPlain, Level(text) >= Plain);
    }

    /// <summary>Without addresses, names of committees and the complainant's own words: those are not ours to choose.</summary>
    private static string OwnWords(string text)
    {
        var lines = new List<string>();
        var inBody = false;
        foreach (var line in text.Split("* * *")[0].Split('\n').Skip(2))
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
                inBody =
                    line.Contains("commissie", StringComparison.OrdinalIgnoreCase)
                    || line.Contains("loket", StringComparison.OrdinalIgnoreCase);
            else if (!line.StartsWith("  ", StringComparison.Ordinal))
                inBody = false;
            if (!inBody && !line.StartsWith('>') && !line.StartsWith("---", StringComparison.Ordinal))
                lines.Add(line.Length > 0 && lines is [.., ""] && IsHeading(line) ? line + "." : line);
        }
        return string.Join(' ', lines)
            .Replace("Geschillencommissie Kinderopvang en Peuterspeelzalen", "commissie", StringComparison.Ordinal);
    }

    private static bool IsHeading(string line) =>
        !".?!:,".Contains(line[^1]) && line.Length < 50 && !line.StartsWith('-');

    private static double Level(string text)
    {
        var sentences = Sentence().Split(text).Count(s => Word().IsMatch(s));
        var words = Word().Matches(text).Select(m => m.Value).ToList();
        var syllables = words.Sum(Syllables);
        return 206.84 - (77.0 * syllables / words.Count) - (0.93 * words.Count / sentences);
    }

    /// <summary>Groups of vowels; “ij” is one, and a vowel with dots begins a new one.</summary>
    private static int Syllables(string word) =>
        Math.Max(1, Vowels().Count(word.ToLowerInvariant().Replace("ij", "y", StringComparison.Ordinal)));

    [GeneratedRegex(@"[.?!:]+(?:\s|$)|\s- ", RegexOptions.NonBacktracking)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\p{L}+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouyáéíóú]+|[ëïöü][aeiouy]*", RegexOptions.NonBacktracking)]
    private static partial Regex Vowels();
}
