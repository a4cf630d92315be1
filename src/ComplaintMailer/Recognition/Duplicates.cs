using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Words;
using ComplaintMailer.Database;
using ComplaintMailer.Outbox;
using ComplaintMailer.Secrets;
using NodaTime;

namespace ComplaintMailer.Recognition;

/// <summary>The same person with like words within a day: offered to the handler as one matter, never merged by itself.</summary>
internal sealed class Duplicates(CaseStore store, Vault vault)
{
    private const double LikeEnough = 0.6;
    private static readonly Duration Within = Duration.FromDays(1);

    public string? Find(Session session, Office office, Filing filing, Instant now)
    {
        if (filing.Complainant.Email is not { } address)
            return null;
        var earlier = session.Query(
            """
            SELECT DISTINCT case_number FROM letter
            WHERE organisation = @organisation AND address = @address AND kind = 'acknowledgement' AND made_at >= @since AND case_number IS NOT NULL
            ORDER BY case_number DESC
            """,
            r => r.GetString(0),
            ("organisation", office.Organisation.Key),
            ("address", Digests.Address(vault, address)),
            ("since", Codes.Instant(now - Within))
        );
        if (earlier.Count == 0)
            return null;
        var words = Words(filing.Description);
        foreach (var number in earlier.Take(5))
        {
            using var dossier = store.Load(session, number);
            if (dossier is { State.IsOpen: true } && Likeness(words, Words(dossier.State.Description)) >= LikeEnough)
                return number;
        }
        return null;
    }

    /// <summary>Shared words as part of all words (Jaccard).</summary>
    private static double Likeness(HashSet<string> a, HashSet<string> b)
    {
        if (a.Count == 0 || b.Count == 0)
            return 0;
        var shared = a.Count(b.Contains);
        return (double)shared / (a.Count + b.Count - shared);
    }

    private static HashSet<string> Words(string text) =>
        [
            .. Folding
                .Fold(text)
                .Split([' ', '\n', '\r', '\t', ',', '.', '!', '?', ';', ':'], StringSplitOptions.RemoveEmptyEntries)
                .Where(w => w.Length > 2),
        ];
}
