using System.Text.Json;
using ComplaintMailer.Inbox;

namespace ComplaintMailer.Commands;

/// <summary>What became of the mails of an import, and which of them ask for a look.</summary>
internal sealed class ImportOutcome
{
    /// <summary>So many names are printed.</summary>
    private const int Shown = 50;
    private const string Failed = "failed";

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        [Dispositions.Complaint] = "became a case",
        [Dispositions.Contribution] = "joined a case",
        [Dispositions.Staff] = "of staff",
        [Dispositions.Unverified] = "joined a case, of somebody who is no party of it",
        [Dispositions.Automatic] = "automatic: noted, nothing follows",
        [Dispositions.Report] = "answered a report",
        [Dispositions.Bounce] = "delivery report on a letter of ours",
        [Dispositions.BounceOfNothing] = "delivery report on something else",
        [Dispositions.Duplicate] = "in already: skipped",
        [Dispositions.Copy] = "the same as another that came by another way: skipped",
        [Dispositions.Own] = "a letter of ours: skipped",
        [Dispositions.Spam] = "spam, by the word of the mail server: set aside",
        [Dispositions.Quarantined] = "may or may not be a complaint: set aside",
        [Dispositions.Poison] = "not understood: a case with nothing in it but the mail",
        [Failed] = "failed: not in; begin again to try them once more",
    };

    private readonly Dictionary<string, int> tally = new(StringComparer.Ordinal);
    private readonly List<string> doubtful = [];

    public int Count => tally.Values.Sum();
    public bool HasFailed => tally.ContainsKey(Failed);

    public void Add(IEnumerable<MailRoom.Handled> handled)
    {
        foreach (var mail in handled)
        {
            tally[mail.Disposition] = tally.GetValueOrDefault(mail.Disposition) + 1;
            if (mail.Disposition is Dispositions.Poison or Dispositions.Quarantined or Dispositions.Spam or Failed)
                doubtful.Add($"{mail.Item} {mail.CaseNumber}".TrimEnd());
        }
    }

    /// <summary>Others read this: its names don't change.</summary>
    public string Json(int total, long letters, bool isWhole) =>
        JsonSerializer.Serialize(
            new
            {
                whole = isWhole,
                mails = total,
                handled = Count,
                lettersKept = letters,
                became = tally.OrderBy(t => t.Key, StringComparer.Ordinal).ToDictionary(),
                notUnderstood = doubtful,
            },
            CaseJson.Options
        );

    public void Print(TextWriter output)
    {
        foreach (var (what, count) in tally.OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal))
            output.WriteLine($"  {count, 6}  {Words.GetValueOrDefault(what, what)}");
        if (doubtful.Count > 0)
            output.WriteLine("Not understood; look at them with `complaintmailer mail inspect`:");
        foreach (var mail in doubtful.Take(Shown))
            output.WriteLine($"  {mail}");
        if (doubtful.Count > Shown)
            output.WriteLine($"  and {doubtful.Count - Shown} more");
    }
}
