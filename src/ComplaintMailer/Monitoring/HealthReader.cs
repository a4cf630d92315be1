using ComplaintMailer.Agenda;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Inbox;
using ComplaintMailer.Reports.Sending;
using NodaTime;

namespace ComplaintMailer.Monitoring;

/// <summary>Reads how things stand from the register. Needs no key: it looks at dates, codes and counts alone.</summary>
internal static class HealthReader
{
    private const int NextDuties = 5;
    private static readonly Duration Week = Duration.FromDays(7);

    public static Health Read(Settings settings, Register register, Instant now) =>
        register.Read(session => new Health(
            now,
            settings.Data.IsPostgres ? null : WorkerLock.IsHeld(settings.Data.Path),
            [.. settings.Organisations.Select(o => Office(session, o, now))],
            session.Query(
                "SELECT name, organisation, since FROM alarm ORDER BY since, name",
                r => new StandingAlarm(r.GetString(0), r.GetString(1), Codes.Instant(r.GetString(2)))
            ),
            session.Query(
                "SELECT due_at, case_number, organisation, kind, key FROM duty ORDER BY due_at, case_number LIMIT @most",
                r => new NextDuty(
                    Codes.Instant(r.GetString(0)),
                    r.GetString(1) is { Length: > 0 } number ? number : r.GetString(2),
                    r.GetString(3)
                )
                {
                    Title = ReportDuties.Title(session, r.GetString(4)) ?? DutyWords.Of(r.GetString(4)),
                },
                ("most", NextDuties)
            )
        ));

    private static OfficeHealth Office(Session session, OrganisationSettings organisation, Instant now)
    {
        var (key, since) = (organisation.Key, Codes.Instant(now - Week));
        (long Count, Instant? First) Tally(string sql, params (string, object?)[] more) =>
            session.Query(sql, r => (r.GetInt64(0), At(r.Text(1))), [("key", key), .. more]).Single();

        var open = Tally(
            "SELECT COUNT(*), MIN(kept_at) FROM raw_mail WHERE organisation = @key AND disposition IS NULL"
        );
        var queued = Tally(
            "SELECT COUNT(*), MIN(next_at) FROM delivery WHERE organisation = @key AND next_at IS NOT NULL AND settled_at IS NULL"
        );
        var due = Tally(
            "SELECT COUNT(*), MIN(due_at) FROM duty WHERE organisation = @key AND due_at <= @now",
            ("now", Codes.Instant(now))
        );
        long Count(string sql) => Tally(sql, ("since", since)).Count;
        return new()
        {
            Key = key,
            Name = organisation.Name,
            Rhythm = Duration.FromSeconds(organisation.Mailbox.PollSeconds),
            PolledAt = session
                .Query(
                    "SELECT polled_at FROM mailbox_mark WHERE mailbox = @mailbox",
                    r => At(r.Text(0)),
                    ("mailbox", organisation.Address)
                )
                .FirstOrDefault(),
            MailsOpen = open.Count,
            OldestMail = open.First,
            SetAside = Count(
                $"SELECT COUNT(*), NULL FROM raw_mail WHERE organisation = @key AND kept_at >= @since AND disposition IN ('{Dispositions.Spam}', '{Dispositions.Quarantined}', '{Dispositions.Poison}')"
            ),
            MailsIn = Count("SELECT COUNT(*), NULL FROM raw_mail WHERE organisation = @key AND kept_at >= @since"),
            LettersQueued = queued.Count,
            LetterDue = queued.First <= now ? queued.First : null,
            LettersFailed = Count(
                "SELECT COUNT(*), NULL FROM letter WHERE organisation = @key AND made_at >= @since AND state IN ('failed', 'bounced')"
            ),
            LettersSent = Count(
                "SELECT COUNT(*), NULL FROM letter WHERE organisation = @key AND made_at >= @since AND state = 'sent'"
            ),
            CasesOpen = Tally(
                "SELECT COUNT(*), NULL FROM complaint WHERE organisation = @key AND closed_on IS NULL"
            ).Count,
            CasesNew = Count(
                "SELECT COUNT(*), NULL FROM complaint WHERE organisation = @key AND received_at >= @since"
            ),
            DutiesDue = due.Count,
            OldestDuty = due.First,
        };
    }

    private static Instant? At(string? text) => text is null ? null : Codes.Instant(text);
}
