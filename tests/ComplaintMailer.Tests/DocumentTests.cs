using ComplaintMailer.Core.Commands;

namespace ComplaintMailer.Tests;

/// <summary>What the documents say of the sources is so.</summary>
public class DocumentTests
{
    private static readonly string Root = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "ComplaintMailer.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);

    [Fact]
    public void The_architecture_page_names_every_room_there_is_and_no_other()
    {
        var page = File.ReadAllText(Path.Combine(Root, "docs", "architecture.md"));
        var tree = page[
            page.IndexOf("src/\n", StringComparison.Ordinal)..page.IndexOf("templates/  ", StringComparison.Ordinal)
        ];
        var named = tree.Split('\n')
            .SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(w => char.IsAsciiLetterUpper(w[0]) && !w.StartsWith("ComplaintMailer", StringComparison.Ordinal));
        var there = Directory
            .EnumerateDirectories(Path.Combine(Root, "src"))
            .SelectMany(Directory.EnumerateDirectories)
            .Select(d => Path.GetFileName(d)!)
            .Where(d => d is not ("bin" or "obj"));

        Assert.Equal(there.Distinct().Order(StringComparer.Ordinal), named.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_table_of_README_has_a_row_for_everything_one_can_command()
    {
        var text = File.ReadAllText(Path.Combine(Root, "README.md"));
        var rows = text[text.IndexOf("| Dutch | English |", StringComparison.Ordinal)..];
        var table = rows[..rows.IndexOf("\n\n", StringComparison.Ordinal)];

        Assert.All(
            CommandWords.All,
            command => Assert.True(table.Contains(command.Nl[0]) && table.Contains(command.En[0]), command.Key)
        );
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/changing.md")]
    [InlineData("docs/operations.md")]
    [InlineData("docs/architecture.md")]
    [InlineData("src/README.md")]
    [InlineData("tests/README.md")]
    [InlineData("src/ComplaintMailer.Mail/README.md")]
    public void A_link_or_a_path_in_a_document_leads_somewhere(string document)
    {
        var file = Path.Combine(Root, document);
        var text = File.ReadAllText(file);
        var links = System
            .Text.RegularExpressions.Regex.Matches(text, @"\]\(([^)#:]+)(#[^)]*)?\)")
            .Select(m => Path.Combine(Path.GetDirectoryName(file)!, m.Groups[1].Value));
        var paths = System
            .Text.RegularExpressions.Regex.Matches(text, "`((?:src|tests|templates|docs)/[A-Za-z0-9./-]+)`")
            .Select(m => Path.Combine(Root, m.Groups[1].Value))
            // A name in capitals stands for any.
            .Where(p => !p.Contains("KIND", StringComparison.Ordinal));

        Assert.All(links.Concat(paths), p => Assert.True(Path.Exists(p), p));
    }
}
