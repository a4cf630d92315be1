using System.Collections.Concurrent;
using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Database;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ComplaintMailer.Schedules;

/// <summary>
/// Trouble that lasts. The administrators hear of it once, after a quarter of an hour, and once more when it is over; a short
/// hiccup tells nobody anything.
/// </summary>
internal sealed class Alarms(Register register, Desk desk, ILogger log)
{
    private static readonly Duration Patience = Duration.FromMinutes(15);

    /// <summary>What this process knows to be standing; the register is asked only where that is not known.</summary>
    private readonly ConcurrentDictionary<string, bool> standing = new(StringComparer.Ordinal);

    /// <param name="what">What is wrong, for the administrator's eyes. Not logged.</param>
    public void Raise(Office office, string name, string what, string remedy, Instant now)
    {
        if (!standing.TryGetValue(name, out var known) || !known)
            log.LogWarning("{Alarm}: trouble since {Since}", name, Codes.Instant(now));
        standing[name] = true;
        register.Write(session =>
        {
            session.Execute(
                "INSERT INTO alarm (name, organisation, since) VALUES (@name, @organisation, @since) ON CONFLICT (name) DO NOTHING",
                ("name", name),
                ("organisation", office.Organisation.Key),
                ("since", Codes.Instant(now))
            );
            var (since, told) = session
                .Query(
                    "SELECT since, told_at FROM alarm WHERE name = @name",
                    r => (r.GetString(0), r.Text(1)),
                    ("name", name)
                )
                .Single();
            if (told is not null || now - Codes.Instant(since) < Patience)
                return;
            Tell(session, office, "alarm", what, remedy, since, now);
            session.Execute(
                "UPDATE alarm SET told_at = @now WHERE name = @name",
                ("now", Codes.Instant(now)),
                ("name", name)
            );
        });
    }

    public void Clear(Office office, string name, Instant now)
    {
        if (standing.TryGetValue(name, out var known) && !known)
            return;
        register.Write(session =>
        {
            var (since, told) = session
                .Query(
                    "SELECT since, told_at FROM alarm WHERE name = @name",
                    r => (r.Text(0), r.Text(1)),
                    ("name", name)
                )
                .FirstOrDefault();
            if (since is null)
                return;
            session.Execute("DELETE FROM alarm WHERE name = @name", ("name", name));
            if (told is not null)
                Tell(session, office, "recovered", name, null, since, now);
            log.LogWarning("{Alarm}: well again", name);
        });
        standing[name] = false;
    }

    private void Tell(
        Session session,
        Office office,
        string kind,
        string what,
        string? remedy,
        string since,
        Instant now
    )
    {
        foreach (var admin in Readers(office.Organisation))
            desk.Notify(
                session,
                office,
                new()
                {
                    Kind = kind,
                    To = new(
                        $"staff:{admin.Key}",
                        admin.Name,
                        admin.Email,
                        admin.Language ?? office.Organisation.Language
                    ),
                    Facts = new Dictionary<string, object?>
                    {
                        ["what"] = what,
                        ["since"] = Codes.Instant(since).InZone(office.Around.Zone).ToString("uuuu-MM-dd HH:mm", null),
                        ["remedy"] = remedy,
                    },
                    ByItself = true,
                },
                now
            );
    }

    private static IEnumerable<Person> Readers(Organisation organisation) =>
        organisation.WithRole(Roles.Admin).Any()
            ? organisation.WithRole(Roles.Admin)
            : organisation.WithRole(Roles.Coordinator);
}
