using System.Runtime.CompilerServices;
using System.Text;

namespace ComplaintMailer.Tests.Letters;

/// <summary>
/// Every letter as it is sent, kept as files to be reviewed. <c>ACCEPT=1 dotnet test</c> writes them anew. The first
/// regulation stands in full, the others as what differs from it.
/// </summary>
public class GoldenLettersTests
{
    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void Letters_read_as_they_were_accepted(string language)
    {
        var folder = Path.Combine(Folder(), language);
        var written = new SortedDictionary<string, StringBuilder>(StringComparer.Ordinal);
        var first = new Dictionary<string, string[]>();
        foreach (var (regulation, service) in LetterDesk.Grounds)
        {
            foreach (var (sample, letter) in LetterDesk.Letters(regulation, service, language))
            {
                var lines = $"{letter.Subject}\n\n{letter.Text}".TrimEnd('\n').Split('\n');
                if (!written.TryGetValue(sample.Name, out var file))
                {
                    written[sample.Name] = file = new();
                    first[sample.Name] = lines;
                    file.AppendLine($"{regulation}, {service}").AppendLine();
                    Array.ForEach(lines, l => file.AppendLine(l));
                }
                else if (Difference(first[sample.Name], lines) is { Count: > 0 } difference)
                {
                    file.AppendLine().AppendLine($"==== {regulation}, {service}").AppendLine();
                    difference.ForEach(l => file.AppendLine(l));
                }
            }
        }

        Compare(folder, ".txt", written.ToDictionary(w => w.Key, w => w.Value.ToString().ReplaceLineEndings("\n")));
    }

    [Fact]
    public void The_page_is_drawn_as_it_was_accepted()
    {
        string[] shown = ["acknowledgement", "verdict-preview", "signal.child-abuse"];
        var pages = LetterDesk
            .Letters("xtra", "childcare", "nl")
            .Where(l => shown.Contains(l.Sample.Name))
            .ToDictionary(l => l.Sample.Name, l => l.Letter.Html!);

        Compare(Path.Combine(Folder(), "html"), ".html", pages);
    }

    private static void Compare(string folder, string extension, IReadOnlyDictionary<string, string> written)
    {
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.CreateDirectory(folder);
            foreach (var (name, text) in written)
                File.WriteAllText(Path.Combine(folder, name + extension), text);
        }
        foreach (var (name, text) in written)
        {
            var path = Path.Combine(folder, name + extension);
            Assert.True(File.Exists(path), $"{name} is new: look at it, then run the tests with ACCEPT=1.");
            Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
        }
        Assert.Equal(
            written.Keys.Order(StringComparer.Ordinal),
            Directory.GetFiles(folder).Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)
        );
    }

    /// <summary>Lines that went and lines that came, by longest common subsequence.</summary>
    private static List<string> Difference(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
                common[i, j] =
                    before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        var lines = new List<string>();
        int a = 0,
            b = 0;
        while (a < before.Length || b < after.Length)
        {
            if (a < before.Length && b < after.Length && before[a] == after[b])
                (a, b) = (a + 1, b + 1);
            else if (b == after.Length || (a < before.Length && common[a + 1, b] >= common[a, b + 1]))
                lines.Add("- " + before[a++]);
            else
                lines.Add("+ " + after[b++]);
        }
        return lines;
    }

    private static string Folder([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "golden");
}
