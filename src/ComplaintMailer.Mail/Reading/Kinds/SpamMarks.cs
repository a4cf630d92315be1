using ComplaintMailer.Mail.Mime;

namespace ComplaintMailer.Mail.Reading.Kinds;

/// <summary>What filters on the way here wrote into the head: SpamAssassin and its like, Microsoft 365.</summary>
internal static class SpamMarks
{
    /// <summary>From this level on Microsoft puts a mail into the junk folder.</summary>
    private const char JunkLevel = '5';

    public static bool Any(MimeEntity root) =>
        Says(root, "X-Spam-Flag")
        || Says(root, "X-Spam-Status")
        || Says(root, "X-Spam")
        || Level(root.Unfolded("X-MS-Exchange-Organization-SCL"))
        || Forefront(root.Unfolded("X-Forefront-Antispam-Report"));

    private static bool Says(MimeEntity root, string field) =>
        root.Unfolded(field)?.AsSpan().Trim().StartsWith("yes", StringComparison.OrdinalIgnoreCase) == true;

    private static bool Level(string? level) => level?.Trim() is [>= JunkLevel and <= '9'];

    private static bool Forefront(string? report)
    {
        if (report is null)
            return false;
        foreach (var mark in report.Split(';', StringSplitOptions.TrimEntries))
        {
            if (
                mark is "SFV:SPM" or "SFV:SKB"
                || (mark.StartsWith("SCL:", StringComparison.Ordinal) && Level(mark[4..]))
            )
                return true;
        }
        return false;
    }
}
