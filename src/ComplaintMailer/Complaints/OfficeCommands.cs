using System.Globalization;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Database;
using ComplaintMailer.Inbox;
using NodaTime;

namespace ComplaintMailer.Complaints;

/// <summary>What people of the organisation ask in answer to letters that are about no case: <c>redden: 17, 18</c>.</summary>
internal sealed class OfficeCommands(Quarantine quarantine, Desk desk)
{
    private static readonly string[] Rescue = ["redden", "rescue"];
    private static readonly string[] MayRescue = [Roles.Coordinator, Roles.Quality, Roles.Admin];

    /// <summary>Whether there is anything in it to obey.</summary>
    public static bool Knows(string text) => text.Split('\n').Any(l => Word(l.Trim()) is not null);

    public void Obey(Session session, Office office, string person, bool proven, string text, Instant now)
    {
        var who = office.Organisation.Person(person)!;
        var done = new List<string>();
        var notDone = new List<string>();
        foreach (var line in text.Split('\n').Select(l => l.Trim()))
        {
            var word = Word(line);
            if (word is null)
                continue;
            if (!proven || !who.Roles.Any(MayRescue.Contains))
            {
                notDone.Add(line);
                continue;
            }
            foreach (var id in Numbers(line[word.Length..]))
            {
                if (quarantine.Rescue(session, office, id, now) is { } number)
                    done.Add($"{id} → {number}");
                else
                    notDone.Add(id.ToString(CultureInfo.InvariantCulture));
            }
        }
        var understood = done.Count + notDone.Count > 0;
        desk.Notify(
            session,
            office,
            who,
            understood && done.Count > 0 ? "receipt" : "refused",
            understood && done.Count > 0
                ? new Dictionary<string, object?> { ["done"] = done, ["not_done"] = notDone }
                : new Dictionary<string, object?> { ["why"] = notDone, ["text"] = text },
            byItself: false,
            now
        );
    }

    private static string? Word(string line) =>
        Rescue.FirstOrDefault(w => line.StartsWith(w, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<long> Numbers(string text) =>
        text.Split([' ', ',', ':', ';', '#'], StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile(w => long.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(w => long.Parse(w, CultureInfo.InvariantCulture));
}
