using System.Collections.Concurrent;
using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Connections;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Database;
using ComplaintMailer.Outbox;
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

    /// <param name="what">What is known of it beyond its name, as the server or the file says it: for the administrator's eyes, not logged.</param>
    /// <param name="since">When it began, where that was before now.</param>
    public void Raise(Office office, string name, string what, Instant now, Instant? since = null)
    {
        if (!standing.TryGetValue(name, out var known) || !known)
            log.LogWarning("{Alarm}: trouble since {Since}", name, Codes.Instant(since ?? now));
        standing[name] = true;
        register.Write(session =>
        {
            session.Execute(
                "INSERT INTO alarm (name, organisation, since) VALUES (@name, @organisation, @since) ON CONFLICT (name) DO NOTHING",
                ("name", name),
                ("organisation", office.Organisation.Key),
                ("since", Codes.Instant(since ?? now))
            );
            var (began, told) = session
                .Query(
                    "SELECT since, told_at FROM alarm WHERE name = @name",
                    r => (r.GetString(0), r.Text(1)),
                    ("name", name)
                )
                .Single();
            if (told is not null || now - Codes.Instant(began) < Patience)
                return;
            // One mail stands for all that the same cause holds up.
            var held = name == AlarmNames.Sender(office) ? OutboxClaims.Waiting(session, office) : 0;
            Tell(session, office, "alarm", name, what, began, now, held: held);
            session.Execute(
                "UPDATE alarm SET told_at = @now WHERE name = @name",
                ("now", Codes.Instant(now)),
                ("name", name)
            );
        });
    }

    /// <summary>Something to know beforehand: told at once, and once.</summary>
    public void Announce(Office office, string name, string what, Instant now) =>
        register.Write(session =>
        {
            if (IsNew(session, office, name, now))
                Tell(session, office, "alarm", name, what, Codes.Instant(now), now);
        });

    /// <summary>A mail that did not arrive: told at once, to those who look after reports as well, and not to whom it did not reach.</summary>
    public void AnnounceUndelivered(
        Session session,
        Office office,
        string name,
        string what,
        string? address,
        Instant now
    )
    {
        var readers = Readers(office.Organisation)
            .Concat(office.Organisation.WithRole(Roles.Quality))
            .DistinctBy(p => p.Key)
            .Where(p => !string.Equals(p.Email.Trim(), address?.Trim(), StringComparison.OrdinalIgnoreCase))
            .ToList();
        if (IsNew(session, office, name, now))
            Tell(session, office, "alarm", name, what, Codes.Instant(now), now, readers);
        if (readers.Count == 0)
            log.LogWarning("{Alarm}: nobody else to tell", name.Split(':')[0]);
    }

    private static bool IsNew(Session session, Office office, string name, Instant now) =>
        session.Execute(
            "INSERT INTO alarm (name, organisation, since, told_at) VALUES (@name, @organisation, @now, @now) ON CONFLICT (name) DO NOTHING",
            ("name", name),
            ("organisation", office.Organisation.Key),
            ("now", Codes.Instant(now))
        ) > 0;

    /// <summary>Drops announcements that have become needless, without a word.</summary>
    /// <param name="beginning">How their names begin.</param>
    /// <param name="current">How those begin that stay.</param>
    public void Forget(string beginning, IReadOnlyList<string> current) =>
        register.Write(session =>
        {
            foreach (var name in session.Query("SELECT name FROM alarm", r => r.GetString(0)))
                if (
                    name.StartsWith(beginning, StringComparison.Ordinal)
                    && !current.Any(c => name.StartsWith(c, StringComparison.Ordinal))
                )
                    session.Execute("DELETE FROM alarm WHERE name = @name", ("name", name));
        });

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
                Tell(session, office, "recovered", name, "", since, now);
            log.LogWarning("{Alarm}: well again", name);
        });
        standing[name] = false;
    }

    private void Tell(
        Session session,
        Office office,
        string kind,
        string name,
        string what,
        string since,
        Instant now,
        IEnumerable<Person>? readers = null,
        long held = 0
    )
    {
        foreach (var admin in readers ?? Readers(office.Organisation))
        {
            var language = office.Organisation.LanguageOf(admin);
            desk.Notify(
                session,
                office,
                admin,
                kind,
                new Dictionary<string, object?>
                {
                    ["what"] = AlarmNames.What(name, office.Organisation.Name, language),
                    ["since"] = Codes.Instant(since).InZone(office.Around.Zone).ToString("uuuu-MM-dd HH:mm", null),
                    ["remedy"] = string.Join(
                        ' ',
                        new[] { AlarmNames.Held(held, language), AlarmNames.Remedy(name, language), what }.Where(w =>
                            !string.IsNullOrEmpty(w)
                        )
                    ),
                },
                byItself: true,
                now
            );
        }
    }

    private static IEnumerable<Person> Readers(Organisation organisation) =>
        organisation.WithRole(Roles.Admin).Any()
            ? organisation.WithRole(Roles.Admin)
            : organisation.WithRole(Roles.Coordinator);
}
