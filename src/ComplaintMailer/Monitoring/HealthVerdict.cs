using NodaTime;

namespace ComplaintMailer.Monitoring;

internal enum Grade
{
    Ok,
    Warning,
    Critical,
}

/// <summary>What in the figures asks for somebody: the same judgement for monitoring, for people and for the weekly mail.</summary>
internal static class HealthVerdict
{
    private static readonly Duration Patience = Duration.FromMinutes(15);
    private static readonly Duration Hour = Duration.FromHours(1);

    public static IReadOnlyList<(Grade Grade, string What)> Of(Health health)
    {
        var found = new List<(Grade, string)>();
        if (health.IsRunning == false)
            found.Add((Grade.Critical, "the worker does not run"));
        foreach (var office in health.Offices)
            Judge(office, health.At, found);
        found.AddRange(health.Alarms.Select(a => (Grade.Warning, $"alarm {a.Name} since {Ago(health.At - a.Since)}")));
        return found;
    }

    public static Grade Worst(IReadOnlyList<(Grade Grade, string What)> found) =>
        found.Count == 0 ? Grade.Ok : found.Max(f => f.Grade);

    private static void Judge(OfficeHealth office, Instant now, List<(Grade, string)> found)
    {
        var late = Duration.Max(Patience, office.Rhythm * 3);
        if (office.PolledAt is not { } polled)
            found.Add((Grade.Critical, $"{office.Key}: the mailbox was never read"));
        else if (now - polled > late)
            found.Add((Grade.Critical, $"{office.Key}: the mailbox was last read {Ago(now - polled)} ago"));
        if (office.OldestMail is { } mail && now - mail > Hour)
            found.Add((Grade.Critical, $"{office.Key}: a mail waits for {Ago(now - mail)}"));
        if (office.LetterDue is { } letter && now - letter > Hour)
            found.Add((Grade.Critical, $"{office.Key}: a letter waits for {Ago(now - letter)}"));
        if (office.OldestDuty is { } duty && now - duty > Hour)
            found.Add((Grade.Critical, $"{office.Key}: a duty waits for {Ago(now - duty)}"));
        if (office.LettersFailed > 0)
            found.Add((Grade.Warning, $"{office.Key}: {office.LettersFailed} letters not delivered this week"));
        if (office.SetAside > 0)
            found.Add((Grade.Warning, $"{office.Key}: {office.SetAside} mails set aside this week"));
    }

    /// <summary>“3 d”, “2 h”, “17 min”.</summary>
    public static string Ago(Duration time) =>
        time.TotalDays >= 2 ? $"{(int)time.TotalDays} d"
        : time.TotalHours >= 2 ? $"{(int)time.TotalHours} h"
        : $"{Math.Max(0, (int)time.TotalMinutes)} min";
}
