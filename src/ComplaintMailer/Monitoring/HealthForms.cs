using System.Globalization;
using System.Text;
using System.Text.Json;
using ComplaintMailer.Commands;
using NodaTime;

namespace ComplaintMailer.Monitoring;

/// <summary>How things stand, for people, for programs, for Nagios and for Prometheus.</summary>
internal static class HealthForms
{
    public static string Text(Health health, DateTimeZone zone)
    {
        var text = new StringBuilder();
        text.AppendLine(
            health.IsRunning switch
            {
                true => "The worker runs.",
                false => "The worker does not run.",
                null => "Several machines may be at work; whether one is, shows from the times below.",
            }
        );
        text.AppendLine()
            .AppendLine($"{"", -16}  last read   mails waiting   letters waiting   open cases   duties due");
        foreach (var o in health.Offices)
        {
            var polled = o.PolledAt is { } at ? HealthVerdict.Ago(health.At - at) : "never";
            text.AppendLine(
                $"{o.Key, -16}  {polled, 9}   {o.MailsOpen, 13}   {o.LettersQueued, 15}   {o.CasesOpen, 10}   {o.DutiesDue, 10}"
            );
        }
        if (health.Next.Count > 0)
            text.AppendLine().AppendLine("Next:");
        foreach (var duty in health.Next)
            text.AppendLine(
                $"  {Local(duty.DueAt, zone):uuuu-MM-dd HH:mm}  {duty.Whose, -16} {duty.Title ?? duty.Kind}"
            );
        var found = HealthVerdict.Of(health);
        text.AppendLine().AppendLine(found.Count == 0 ? "All is well." : "Look at:");
        foreach (var problem in found)
            text.AppendLine($"  {(problem.Grade == Grade.Critical ? "✗" : "!")} {problem.Line}");
        return text.ToString();
    }

    public static string Json(Health health)
    {
        var found = HealthVerdict.Of(health);
        return JsonSerializer.Serialize(
            new
            {
                at = health.At.ToString(),
                grade = HealthVerdict.Worst(found).ToString().ToLowerInvariant(),
                running = health.IsRunning,
                problems = found.Select(f => new { grade = f.Grade.ToString().ToLowerInvariant(), what = f.Line }),
                organisations = health.Offices.Select(o => new
                {
                    key = o.Key,
                    polledAt = o.PolledAt?.ToString(),
                    mailsOpen = o.MailsOpen,
                    oldestMail = o.OldestMail?.ToString(),
                    setAside = o.SetAside,
                    lettersQueued = o.LettersQueued,
                    lettersFailed = o.LettersFailed,
                    casesOpen = o.CasesOpen,
                    dutiesDue = o.DutiesDue,
                    oldestDuty = o.OldestDuty?.ToString(),
                }),
                alarms = health.Alarms.Select(a => new
                {
                    name = a.Name,
                    organisation = a.Organisation,
                    since = a.Since.ToString(),
                }),
                next = health.Next.Select(d => new
                {
                    dueAt = d.DueAt.ToString(),
                    whose = d.Whose,
                    kind = d.Kind,
                }),
            },
            CaseJson.Options
        );
    }

    /// <summary>One line and an exit code, as Nagios and its kin want: 0 fine, 1 warning, 2 critical.</summary>
    public static (string Line, int ExitCode) Check(Health health)
    {
        var found = HealthVerdict.Of(health);
        var grade = HealthVerdict.Worst(found);
        var what =
            found.Count == 0
                ? "all is well"
                : string.Join("; ", found.OrderByDescending(f => f.Grade).Select(f => f.Line));
        // A bar would begin the figures.
        what = what.Replace('|', '/');
        var figures =
            $"mails={health.Offices.Sum(o => o.MailsOpen)} letters={health.Offices.Sum(o => o.LettersQueued)} "
            + $"cases={health.Offices.Sum(o => o.CasesOpen)} duties={health.Offices.Sum(o => o.DutiesDue)} alarms={health.Alarms.Count}";
        return ($"COMPLAINTMAILER {grade.ToString().ToUpperInvariant()} - {what} | {figures}", (int)grade);
    }

    /// <summary>For the textfile collector of Prometheus' node_exporter.</summary>
    public static string Prometheus(Health health)
    {
        var text = new StringBuilder();
        void Gauge(string name, string help, IEnumerable<(string Labels, double Value)> values)
        {
            text.Append("# HELP complaintmailer_").Append(name).Append(' ').Append(help).Append('\n');
            text.Append("# TYPE complaintmailer_").Append(name).Append(" gauge\n");
            foreach (var (labels, value) in values)
                text.Append("complaintmailer_")
                    .Append(name)
                    .Append(labels)
                    .Append(' ')
                    .Append(value.ToString(CultureInfo.InvariantCulture))
                    .Append('\n');
        }
        void Each(string name, string help, Func<OfficeHealth, double?> value) =>
            Gauge(
                name,
                help,
                health
                    .Offices.Select(o => (Labels: $"{{organisation=\"{o.Key}\"}}", Value: value(o)))
                    .Where(v => v.Value is not null)
                    .Select(v => (v.Labels, v.Value!.Value))
            );

        if (health.IsRunning is { } running)
            Gauge("running", "1 when a worker is at work.", [("", running ? 1 : 0)]);
        Gauge("read_time_seconds", "When these figures were read.", [("", health.At.ToUnixTimeSeconds())]);
        Gauge("grade", "0 well, 1 warning, 2 critical.", [("", (int)HealthVerdict.Worst(HealthVerdict.Of(health)))]);
        Gauge("alarms", "Alarms that stand.", [("", health.Alarms.Count)]);
        Each("poll_time_seconds", "When the mailbox was last read whole.", o => o.PolledAt?.ToUnixTimeSeconds());
        Each("mails_open", "Mails kept and not yet handled.", o => o.MailsOpen);
        Each("mails_set_aside", "Mails of seven days that a person must look at.", o => o.SetAside);
        Each("letters_queued", "Letters on their way.", o => o.LettersQueued);
        Each("letters_failed", "Letters of seven days that were not delivered.", o => o.LettersFailed);
        Each("cases_open", "Cases that are open.", o => o.CasesOpen);
        Each("duties_due", "Duties that are due and not yet done.", o => o.DutiesDue);
        return text.ToString();
    }

    private static LocalDateTime Local(Instant at, DateTimeZone zone) => at.InZone(zone).LocalDateTime;
}
