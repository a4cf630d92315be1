using ComplaintMailer.Connections;
using NodaTime;

namespace ComplaintMailer.Monitoring;

internal enum Grade
{
    Ok,
    Warning,
    Critical,
}

/// <summary>Something that asks for somebody, in the words of whoever reads it.</summary>
/// <param name="Organisation">Whose trouble it is; null: everybody's.</param>
internal sealed record Problem(Grade Grade, string? Organisation, string Nl, string En)
{
    public string In(string language) => language == "nl" ? Nl : En;

    /// <summary>For whoever looks after several organisations.</summary>
    public string Line => Organisation is null ? En : $"{Organisation}: {En}";
}

/// <summary>What in the figures asks for somebody: the same judgement for monitoring, for people and for the weekly mail.</summary>
internal static class HealthVerdict
{
    private static readonly Duration Patience = Duration.FromMinutes(15);
    private static readonly Duration Hour = Duration.FromHours(1);

    public static IReadOnlyList<Problem> Of(Health health)
    {
        var found = new List<Problem>();
        if (health.IsRunning == false)
            found.Add(new(Grade.Critical, null, "de worker draait niet", "the worker does not run"));
        foreach (var office in health.Offices)
            Judge(office, health.At, found);
        found.AddRange(health.Alarms.Select(a => Standing(a, health)));
        return found;
    }

    public static Grade Worst(IReadOnlyList<Problem> found) => found.Count == 0 ? Grade.Ok : found.Max(f => f.Grade);

    private static void Judge(OfficeHealth office, Instant now, List<Problem> found)
    {
        void Add(Grade grade, string nl, string en) => found.Add(new(grade, office.Key, nl, en));
        var late = Duration.Max(Patience, office.Rhythm * 3);
        if (office.PolledAt is not { } polled)
            Add(Grade.Critical, "de mailbox is nog nooit gelezen", "the mailbox was never read");
        else if (now - polled > late)
            Add(
                Grade.Critical,
                $"de mailbox is voor het laatst {Ago(now - polled, "nl")} geleden gelezen",
                $"the mailbox was last read {Ago(now - polled)} ago"
            );
        void Waiting(Instant? since, string nl, string en)
        {
            if (since is { } at && now - at > Hour)
                Add(Grade.Critical, $"{nl} wacht al {Ago(now - at, "nl")}", $"{en} waits for {Ago(now - at)}");
        }
        Waiting(office.OldestMail, "een mail", "a mail");
        Waiting(office.LetterDue, "een brief", "a letter");
        Waiting(office.OldestDuty, "een taak op de agenda", "a duty");
        void Tally(long count, (string One, string Many) nl, (string One, string Many) en)
        {
            if (count > 0)
                Add(
                    Grade.Warning,
                    $"{count} {(count == 1 ? nl.One : nl.Many)}",
                    $"{count} {(count == 1 ? en.One : en.Many)}"
                );
        }
        Tally(
            office.LettersFailed,
            ("brief is deze week niet bezorgd", "brieven zijn deze week niet bezorgd"),
            ("letter not delivered this week", "letters not delivered this week")
        );
        Tally(
            office.SetAside,
            ("mail is deze week apart gelegd", "mails zijn deze week apart gelegd"),
            ("mail set aside this week", "mails set aside this week")
        );
    }

    private static Problem Standing(StandingAlarm alarm, Health health)
    {
        var whose = health.Offices.FirstOrDefault(o => o.Key == alarm.Organisation)?.Name ?? alarm.Organisation;
        var time = health.At - alarm.Since;
        return new(
            Grade.Warning,
            alarm.Organisation,
            $"{AlarmNames.What(alarm.Name, whose, "nl")}, sinds {Ago(time, "nl")}",
            $"alarm {alarm.Name} since {Ago(time)}"
        );
    }

    /// <summary>“3 d”, “2 h”, “17 min”; “3 dagen”, “2 uur”, “17 minuten”.</summary>
    public static string Ago(Duration time, string language = "en")
    {
        var (days, hours, minutes) = language == "nl" ? ("dagen", "uur", "minuten") : ("d", "h", "min");
        return time.TotalDays >= 2 ? $"{(int)time.TotalDays} {days}"
            : time.TotalHours >= 2 ? $"{(int)time.TotalHours} {hours}"
            : $"{Math.Max(0, (int)time.TotalMinutes)} {minutes}";
    }
}
