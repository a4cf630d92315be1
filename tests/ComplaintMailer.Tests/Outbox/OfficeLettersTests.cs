using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Tests.Pipeline;

namespace ComplaintMailer.Tests.Outbox;

public sealed class OfficeLettersTests : IDisposable
{
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task That_a_report_came_back_is_told_to_admin_and_quality_officer_once_and_not_to_whom_it_did_not_reach()
    {
        await place.Pass("2026-11-23 08:30");
        await place.Pass("2026-11-30 08:30");
        var draft = place.Sent().First(m => m.Header("X-ComplaintMailer-Letter") == "report-approval");
        var key = Organisation(draft);

        place.Arrives(key, Bounce(draft));
        var pass = await place.Pass("2026-11-30 08:45");
        place.Arrives(key, Bounce(draft) + "\nAgain.\n");
        await place.Pass("2026-11-30 08:50");

        Assert.Equal("bounce", Assert.Single(pass.In).Disposition);
        var alarms = Alarms();
        Assert.NotEmpty(alarms);
        Assert.Equal(alarms.Count, alarms.Select(a => a.To[0].Address).Distinct().Count());
        Assert.Contains(alarms, a => a.To[0].Address == $"admin@{key}.example");
        Assert.DoesNotContain(alarms, a => a.To[0].Address == draft.To[0].Address);
        Assert.Contains("kwam niet aan", alarms[0].Subject, StringComparison.Ordinal);
        Assert.Contains(draft.To[0].Address, alarms[0].Text, StringComparison.Ordinal);
        Assert.Contains("5.1.1", alarms[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alarms_that_come_back_do_not_chase_one_another()
    {
        await place.Pass("2026-11-23 08:30");
        await place.Pass("2026-11-30 08:30");
        var draft = place.Sent().First(m => m.Header("X-ComplaintMailer-Letter") == "report-approval");
        var key = Organisation(draft);
        place.Arrives(key, Bounce(draft));
        await place.Pass("2026-11-30 08:45");

        var answered = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < 10; round++)
        {
            foreach (var alarm in Alarms().Where(a => answered.Add(a.MessageId!)))
                place.Arrives(key, Bounce(alarm));
            await place.Pass($"2026-11-30 09:{round:00}");
        }

        // One for the report, and one a day for each address that can't be reached, to each of the others.
        Assert.InRange(Alarms().Count, 2, 12);
        Assert.All(Alarms(), a => Assert.Contains(a.MessageId!, answered));
    }

    [Fact]
    public async Task A_delay_of_a_report_is_no_alarm()
    {
        await place.Pass("2026-11-23 08:30");
        await place.Pass("2026-11-30 08:30");
        var draft = place.Sent().First(m => m.Header("X-ComplaintMailer-Letter") == "report-approval");

        place.Arrives(Organisation(draft), Bounce(draft).Replace("Action: failed", "Action: delayed"));
        await place.Pass("2026-11-30 08:45");

        Assert.Empty(Alarms());
    }

    private List<ReadMail> Alarms() =>
        [.. place.Sent().Where(m => m.Header("X-ComplaintMailer-Letter") is "alarm" or "recovered")];

    private static string Organisation(ReadMail mail) => mail.From!.Address.Split('@')[1].Split('.')[0];

    private static string Bounce(ReadMail letter) =>
        $"""
            Return-Path: <>
            From: MAILER-DAEMON@mx.example
            To: {letter.Header("Return-Path")!.Trim('<', '>', ' ')}
            Delivered-To: {letter.Header("Return-Path")!.Trim('<', '>', ' ')}
            Subject: Undelivered Mail Returned to Sender
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: text/plain

            I'm sorry.

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; {letter.To[0].Address}
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 no such person

            --b
            Content-Type: text/rfc822-headers

            Message-ID: <{letter.MessageId}>
            --b--
            """;
}
