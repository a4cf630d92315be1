using ComplaintMailer.Database;
using ComplaintMailer.Monitoring;
using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Pipeline;
using NodaTime;

namespace ComplaintMailer.Tests.Monitoring;

public class StatusTests
{
    private const string Complaint = """
        Received: from mx.example by mail.zonnebloem.example; Mon, 23 Nov 2026 08:15:00 +0100
        From: Ahmed <ahmed@gezin.example>
        To: klachten@zonnebloem.example
        Subject: Mijn zoon is weer te laat opgehaald
        Message-ID: <1@gezin.example>

        Mijn zoon is bij De Vlinder voor de derde keer te laat uit school gehaald.
        """;

    private static readonly Instant Nine = Instant.FromUtc(2026, 11, 23, 8, 0);

    private static Health At(Workplace place, Instant now)
    {
        using var register = Register.Open(place.Settings.Data);
        return HealthReader.Read(place.Settings, register, now);
    }

    [Fact]
    public async Task After_a_good_pass_only_the_worker_itself_is_missed()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Complaint);
        await place.Pass("2026-11-23 09:00");

        var health = At(place, Nine + Duration.FromMinutes(1));

        var office = health.Offices.Single(o => o.Key == "zonnebloem");
        Assert.Equal((1, 0, 1), (office.CasesOpen, office.MailsOpen, office.MailsIn));
        Assert.True(office.LettersSent > 0);
        Assert.Equal("the worker does not run", Assert.Single(HealthVerdict.Of(health)).Line);
        Assert.Contains("ZON-2026-0001", HealthForms.Text(health, DateTimeZone.Utc));
    }

    [Fact]
    public async Task While_a_worker_runs_and_has_read_its_mail_all_is_well()
    {
        using var place = new Workplace();
        await place.Pass("2026-11-23 09:00");
        using var worker = new Worker(place.Settings);

        var health = At(place, Nine + Duration.FromMinutes(1));

        Assert.Equal(
            ("COMPLAINTMAILER OK - all is well | mails=0 letters=0 cases=0 duties=0 alarms=0", 0),
            HealthForms.Check(health)
        );
        Assert.Contains("All is well.", HealthForms.Text(health, DateTimeZone.Utc));
    }

    [Fact]
    public async Task A_mailbox_that_was_not_read_for_long_is_critical()
    {
        using var place = new Workplace();
        await place.Pass("2026-11-23 09:00");
        using var worker = new Worker(place.Settings);

        var (line, code) = HealthForms.Check(At(place, Nine + Duration.FromHours(3)));

        Assert.Equal(2, code);
        Assert.StartsWith("COMPLAINTMAILER CRITICAL - wijkz: the mailbox was last read 3 h ago", line);
    }

    [Fact]
    public async Task A_standing_alarm_is_a_warning()
    {
        using var place = new Workplace();
        await place.Pass("2026-11-23 09:00");
        using var worker = new Worker(place.Settings);
        worker.Alarms.Raise(worker.Offices[0], "disk", "full", Nine);

        var (line, code) = HealthForms.Check(At(place, Nine + Duration.FromMinutes(5)));

        Assert.Equal(1, code);
        Assert.Contains("alarm disk since 5 min", line);
    }

    [Fact]
    public async Task Prometheus_gets_a_line_for_every_organisation_and_json_can_be_read()
    {
        using var place = new Workplace();
        await place.Pass("2026-11-23 09:00");

        var health = At(place, Nine);

        var metrics = HealthForms.Prometheus(health);
        Assert.Contains("complaintmailer_running 0\n", metrics);
        Assert.Contains("complaintmailer_poll_time_seconds{organisation=\"wijkz\"} 1795420800\n", metrics);
        Assert.All(metrics.TrimEnd().Split('\n'), l => Assert.Matches(@"^(# (HELP|TYPE) )?complaintmailer_[a-z_]+", l));
        using var json = System.Text.Json.JsonDocument.Parse(HealthForms.Json(health));
        Assert.Equal("critical", json.RootElement.GetProperty("grade").GetString());
        Assert.Equal(5, json.RootElement.GetProperty("organisations").GetArrayLength());
    }
}
