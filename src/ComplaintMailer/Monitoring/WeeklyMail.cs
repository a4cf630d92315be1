using System.Globalization;
using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Database;
using NodaTime;
using NodaTime.Calendars;

namespace ComplaintMailer.Monitoring;

/// <summary>
/// Every Monday the administrators hear how the week was, also when all was well: a mail that does not come is a sign that
/// something is wrong which can't tell of itself.
/// </summary>
internal sealed class WeeklyMail(Settings settings, Register register, Desk desk)
{
    private const int Hour = 8;

    /// <summary>Tells it once a week, at the first look after Monday eight o'clock. The week of the very first look is let pass.</summary>
    /// <returns>Whether it was told now.</returns>
    public bool Tell(Office office, Instant now)
    {
        var local = now.InZone(office.Around.Zone).LocalDateTime;
        var date = local.Hour < Hour ? local.Date.PlusDays(-1) : local.Date;
        var week = (WeekYearRules.Iso.GetWeekYear(date) * 100) + WeekYearRules.Iso.GetWeekOfWeekYear(date);
        var name = $"weekly {office.Organisation.Key}";
        long? Last(Session session) =>
            session.Scalar<long?>("SELECT last FROM counter WHERE name = @name", ("name", name));
        // Asked every ten minutes, and told once a week.
        if (register.Read(Last) >= week)
            return false;
        var health = HealthReader.Read(settings, register, now);
        return register.Write(session =>
        {
            var last = Last(session);
            if (last >= week)
                return false;
            session.Execute(
                "INSERT INTO counter (name, last) VALUES (@name, @week) ON CONFLICT (name) DO UPDATE SET last = excluded.last",
                ("name", name),
                ("week", (long)week)
            );
            if (last is null)
                return false;
            foreach (var reader in Readers(office.Organisation))
                desk.Notify(session, office, Letter(office, reader, health), now);
            return true;
        });
    }

    private static LetterOrder Letter(Office office, Person reader, Health health)
    {
        var key = office.Organisation.Key;
        var language = office.Organisation.LanguageOf(reader);
        var own = health.Offices.Single(o => o.Key == key);
        Dictionary<string, object?> Line(string nl, string en, long value) =>
            new() { ["label"] = language == "nl" ? nl : en, ["value"] = value.ToString(CultureInfo.InvariantCulture) };
        return new()
        {
            Kind = "weekly-health",
            To = Recipient.Of(reader, office.Organisation),
            Facts = new Dictionary<string, object?>
            {
                ["lines"] = new List<Dictionary<string, object?>>
                {
                    Line("Nieuwe klachten", "New complaints", own.CasesNew),
                    Line("Open zaken", "Open cases", own.CasesOpen),
                    Line("Mails binnengekomen", "Mails in", own.MailsIn),
                    Line("Brieven verstuurd", "Letters sent", own.LettersSent),
                    Line("Brieven onderweg", "Letters on their way", own.LettersQueued),
                    Line("Brieven niet bezorgd", "Letters not delivered", own.LettersFailed),
                    Line("Mails apart gelegd", "Mails set aside", own.SetAside),
                },
                // What concerns another organisation is not told here.
                ["alarms"] = HealthVerdict
                    .Of(health)
                    .Where(p => p.Organisation is null || p.Organisation == key)
                    .Select(p => p.In(language))
                    .Select(what => char.ToUpperInvariant(what[0]) + what[1..])
                    .ToList(),
            },
            ByItself = true,
        };
    }

    private static IEnumerable<Person> Readers(Organisation organisation) =>
        organisation.WithRole(Roles.Admin).Any()
            ? organisation.WithRole(Roles.Admin)
            : organisation.WithRole(Roles.Coordinator);
}
