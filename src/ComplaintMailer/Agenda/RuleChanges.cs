using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Core.Terms;
using ComplaintMailer.Database;
using NodaTime;

namespace ComplaintMailer.Agenda;

/// <summary>
/// The regulation or its closed days have changed: dates that were promised stay, and the quality officer gets a list of those that would
/// be counted otherwise today, to move by hand where she or he wants that.
/// </summary>
internal sealed class RuleChanges(Desk desk, CaseStore store)
{
    private const string Kind = "changed-dates";

    // What has been looked at since the program began, so that a quiet minute asks nothing of the database.
    private readonly Dictionary<string, Regulation> known = [];

    public void Look(Session session, Office office, Instant now)
    {
        var organisation = office.Organisation.Key;
        if (ReferenceEquals(known.GetValueOrDefault(organisation), office.Regulation))
            return;
        Compare(session, office, now);
        // Only now: what failed is looked at again.
        known[organisation] = office.Regulation;
    }

    private void Compare(Session session, Office office, Instant now)
    {
        var mark = Mark(office.Regulation);
        var name = $"rules {office.Organisation.Key}";
        var kept = session.Query("SELECT last FROM counter WHERE name = @name", r => r.GetInt64(0), ("name", name));
        if (kept.Count > 0 && kept[0] == mark)
            return;
        session.Execute(
            "INSERT INTO counter (name, last) VALUES (@name, @mark) ON CONFLICT (name) DO UPDATE SET last = @mark",
            ("name", name),
            ("mark", mark)
        );
        if (kept.Count > 0)
            Tell(session, office, now);
    }

    private void Tell(Session session, Office office, Instant now)
    {
        var running = session.Query(
            "SELECT number FROM complaint WHERE organisation = @organisation AND key_id IS NOT NULL ORDER BY number",
            r => r.GetString(0),
            ("organisation", office.Organisation.Key)
        );
        var changed = new List<ChangedDate>();
        foreach (var number in running)
        {
            using var dossier = store.Load(session, number);
            if (dossier is not { State: { IsOpen: true } state })
                continue;
            var under = office.For(state);
            changed.AddRange(ChangedDates.Of(state, under.Regulation, under.Around.Calendar));
        }
        if (changed.Count == 0)
            return;
        var items = changed.ConvertAll(c => new Dictionary<string, object?>
        {
            ["number"] = c.Number,
            ["term"] = c.Term,
            ["due"] = c.Due,
            ["counted"] = c.Counted,
        });
        foreach (var person in office.Organisation.WithRole(Roles.Quality))
        {
            desk.Notify(
                session,
                office,
                person,
                Kind,
                new Dictionary<string, object?> { ["items"] = items },
                byItself: true,
                now
            );
        }
    }

    /// <summary>All by which dates are counted, as one number.</summary>
    private static int Mark(Regulation regulation)
    {
        var calendar = regulation.Calendar;
        var told = new StringBuilder().Append(
            $"{regulation.Code} {regulation.Version} {calendar.GoodFridayClosed} {calendar.LiberationDayClosed}"
        );
        foreach (var day in calendar.ExtraClosed.Order())
            told.Append($" {DateWords.Iso(day)}");
        foreach (var term in regulation.Terms)
            told.Append($" {term.Id} {term.Count} {term.Unit}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(told.ToString()));
        return BinaryPrimitives.ReadInt32LittleEndian(hash) & int.MaxValue;
    }
}
