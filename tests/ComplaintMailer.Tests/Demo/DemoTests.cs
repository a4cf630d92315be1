using ComplaintMailer.Demo;

namespace ComplaintMailer.Tests.Demo;

public class DemoTests
{
    [Fact]
    public async Task The_demo_plays_a_month_and_ends_with_a_page_of_every_case_and_letter()
    {
        var folder = Path.Combine(Path.GetTempPath(), "complaintmailer-demo-" + Path.GetRandomFileName());
        try
        {
            Assert.Equal(0, await DemoStory.Run(folder, days: 30, CancellationToken.None));

            var index = await File.ReadAllTextAsync(Path.Combine(folder, "index.html"));
            foreach (
                var number in new[]
                {
                    "WIJ-2026-0001",
                    "ZON-2026-0001",
                    "KLA-2026-0001",
                    "FLU-2026-0001",
                    "PAR-2026-0001",
                }
            )
                Assert.Contains(number, index);
            Assert.DoesNotContain("http", index.Replace("http-equiv", "", StringComparison.Ordinal));
            var pages = Path.Combine(folder, "pages");
            Assert.NotEmpty(Directory.EnumerateFiles(pages, "letter-*.html"));
            var conversation = await File.ReadAllTextAsync(Path.Combine(pages, "wij-2026-0001.html"));
            // The complaint itself, and what was answered: both to be read.
            Assert.Contains("mail-0", conversation);
            Assert.Contains(">We hebben uw klacht ontvangen<", conversation);
            // Each cell says what it is, for screens too narrow for a table.
            Assert.Contains("data-head=\"subject\"", conversation);
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }
}
