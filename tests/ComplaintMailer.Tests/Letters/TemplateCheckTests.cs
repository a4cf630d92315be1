using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Letters.Checking;
using ComplaintMailer.Tests.Core;
using NodaTime;

namespace ComplaintMailer.Tests.Letters;

/// <summary><c>template check</c> says what is wrong, where, and what was probably meant.</summary>
public sealed class TemplateCheckTests : IDisposable
{
    private readonly string templates = Directory.CreateTempSubdirectory("templates").FullName;

    public TemplateCheckTests()
    {
        foreach (var file in Directory.GetFiles(CoreFiles.Templates, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(templates, Path.GetRelativePath(CoreFiles.Templates, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public void Dispose() => Directory.Delete(templates, recursive: true);

    [Fact]
    public void Our_own_letters_are_in_order()
    {
        Assert.Equal("", string.Join("\n", Check()));
    }

    [Fact]
    public void Each_mistake_is_named_with_its_place_and_what_was_meant()
    {
        Write("letters/nl/resumed.txt", "subject: Hoi\n---\n{{ if false }}{{ complaint.nmber }}{{ end }}\n");
        Write("letters/nl/stopped.txt", "subject: Hoi\n---\n{{ if true }}Dag\n");
        Write("letters/nl/delay.txt", "subject: Hoi\n---\n{{ letter.new_due }}\n");
        Write("letters/nl/question.txt", "subject: Hoi\n---\n[> Klik](mailto:niemand)\n[hier](https://)\n");
        Write("letters/nl/acknowledgment.txt", "subject: Hoi\n---\nHoi\n");
        Write("letters/blocks/quote.html", "<p>{{ for }}</p>");
        File.Delete(Path.Combine(templates, "letters", "en", "closed.txt"));

        var faults = Check();

        Assert.Contains(
            faults,
            f =>
                f.Contains("resumed.txt:3:", StringComparison.Ordinal)
                && f.Contains("`complaint.number`", StringComparison.Ordinal)
        );
        Assert.Contains(faults, f => f.Contains("stopped.txt:", StringComparison.Ordinal));
        Assert.Contains(
            faults,
            f =>
                f.Contains("delay.txt:3:", StringComparison.Ordinal)
                && f.Contains("`letter.new_due` is unknown", StringComparison.Ordinal)
        );
        Assert.Contains(
            faults,
            f => f.Contains("question, nl: the link “mailto:niemand” has no address", StringComparison.Ordinal)
        );
        Assert.Contains(
            faults,
            f =>
                f.Contains(
                    "no letter is called “acknowledgment”; did you mean “acknowledgement”?",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(faults, f => f.Contains("quote.html:", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("closed.txt: there is no such file", StringComparison.Ordinal));
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(templates, "organisations", "zonnebloem", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private IReadOnlyList<string> Check() =>
        new LetterCheck(templates, CoreFiles.Bodies, DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).Of(
            LetterDesk.Organisation(Services.Childcare),
            LetterDesk.Regulation("mik-piw")
        );
}
