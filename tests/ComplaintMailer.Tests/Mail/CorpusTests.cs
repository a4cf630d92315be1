using ComplaintMailer.Commands;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Tests.Mail;

/// <summary>
/// Every mail in Corpus reads as the file beside it says. With ACCEPT=1 the files are written anew: look at each change
/// before keeping it.
/// </summary>
public sealed class CorpusTests
{
    private static readonly string Folder = Path.Combine(Source(), "Corpus");

    public static TheoryData<string> Mails() =>
        [.. Directory.EnumerateFiles(Folder, "*.eml").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Mails))]
    public void Each_mail_reads_as_the_file_beside_it_says(string name)
    {
        var path = Path.Combine(Folder, name);
        var read = InspectJson.Of(name, new MailReader().Read(File.ReadAllBytes(path)), indented: true) + "\n";
        var expected = Path.ChangeExtension(path, ".json");
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
            File.WriteAllText(expected, read);
        Assert.True(
            File.Exists(expected),
            $"{name} has no expectation beside it: look at what is read, then ACCEPT=1."
        );
        Assert.Equal(File.ReadAllText(expected), read);
    }

    internal static ReadMail Read(string name) =>
        new MailReader().Read(File.ReadAllBytes(Path.Combine(Folder, name + ".eml")));

    internal static IEnumerable<byte[]> All() => Directory.EnumerateFiles(Folder, "*.eml").Select(File.ReadAllBytes);

    [Fact]
    public void The_corpus_is_large_enough_to_mean_something() =>
        Assert.True(Directory.EnumerateFiles(Folder, "*.eml").Count() >= 200);

    private static string Source([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, ".."));
}
