using System.Globalization;
using ComplaintMailer.Complaints;
using ComplaintMailer.Database;
using ComplaintMailer.Secrets;

namespace ComplaintMailer.Dossiers;

/// <summary>
/// Whether every dossier is as it was written: each event is bound by a keyed hash to all before it, so that none can have been
/// changed, taken out, put in between or cut off by anybody who has only the database.
/// </summary>
internal static class DossierAudit
{
    public sealed record Finding(string Number, string What);

    public static (int Cases, int Events, IReadOnlyList<Finding> Findings) Verify(Session session, Vault vault)
    {
        var findings = new List<Finding>();
        var events = 0;
        var cases = session.Query(
            "SELECT number, events, head, key_id FROM complaint ORDER BY number",
            r => (Number: r.GetString(0), Events: r.GetInt32(1), Head: r.GetString(2), Destroyed: r.Number(3) is null)
        );
        foreach (var c in cases)
        {
            var rows = session.Query(
                "SELECT seq, at, kind, sealed, hash FROM event WHERE case_number = @number ORDER BY seq",
                r => new EventRow(r.GetInt32(0), r.GetString(1), r.GetString(2), r.Bytes(3) ?? [], r.GetString(4)),
                ("number", c.Number)
            );
            events += rows.Count;
            if (c.Destroyed)
            {
                if (rows.Count > 0)
                    findings.Add(new(c.Number, "its file is destroyed, and yet events stand there"));
                continue;
            }
            if (Broken(vault, c.Number, c.Events, c.Head, rows) is { } what)
                findings.Add(new(c.Number, what));
        }
        var loose = session.Scalar<long>(
            "SELECT COUNT(*) FROM event e WHERE NOT EXISTS (SELECT 1 FROM complaint c WHERE c.number = e.case_number)"
        );
        if (loose > 0)
            findings.Add(new("-", $"{loose} events belong to no case"));
        return (cases.Count, events, findings);
    }

    private static string? Broken(Vault vault, string number, int count, string head, List<EventRow> rows)
    {
        var hash = "";
        for (var i = 0; i < rows.Count; i++)
        {
            var seq = (i + 1).ToString(CultureInfo.InvariantCulture);
            if (rows[i].Seq != i + 1)
                return $"event {seq} is missing";
            hash = CaseStore.Hash(vault, hash, number, rows[i]);
            if (hash != rows[i].Hash)
                return $"event {seq} ({rows[i].Kind}) is not as it was written, or something before it is not";
        }
        if (rows.Count != count)
            return $"there are {rows.Count} events, and there were {count}";
        return hash == head ? null : "the last event is not the one that was written last";
    }
}
