using ComplaintMailer.Core.Signals;

namespace ComplaintMailer.Tests.Core.Signals;

/// <summary>The word lists as they ship.</summary>
internal static class SignalFiles
{
    public static SignalBook Book { get; } = Load();
    public static SignalFinder Finder { get; } = new(Book);

    private static SignalBook Load()
    {
        var folder = Path.Combine(CoreFiles.Templates, "signals");
        var (book, faults) = SignalBook.Read(
            Directory.EnumerateFiles(folder, "*.json").Select(f => (Path.GetFileName(f), File.ReadAllText(f)))
        );
        Assert.Empty(faults);
        return book!;
    }
}
