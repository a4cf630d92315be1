using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Pipeline;
using NodaTime;

namespace ComplaintMailer.Tests.Monitoring;

public class WeeklyMailTests
{
    [Fact]
    public async Task The_administrator_hears_every_monday_how_the_week_was_and_once_only()
    {
        using var place = new Workplace();
        var told = new List<bool>();
        using (var worker = new Worker(place.Settings))
        {
            var office = worker.Offices.Single(o => o.Organisation.Key == "zonnebloem");
            // Friday, the first look; Monday at seven, at eight, and at nine; the Wednesday after.
            foreach (
                var at in new[]
                {
                    Instant.FromUtc(2026, 11, 20, 12, 0),
                    Instant.FromUtc(2026, 11, 23, 6, 0),
                    Instant.FromUtc(2026, 11, 23, 7, 0),
                    Instant.FromUtc(2026, 11, 23, 8, 0),
                    Instant.FromUtc(2026, 12, 2, 8, 0),
                }
            )
                told.Add(worker.Weekly.Tell(office, at));
        }
        await place.Pass("2026-12-02 10:00");

        Assert.Equal([false, false, true, false, true], told);
        var mails = place.Sent().Where(m => m.Header("X-ComplaintMailer-Letter") == "weekly-health").ToList();
        Assert.Equal(2, mails.Count);
        Assert.All(mails, m => Assert.Equal("admin@zonnebloem.example", m.To[0].Address));
        Assert.Contains("Open zaken", mails[0].Text);
        Assert.DoesNotContain("wijkz", mails[0].Text);
    }

    [Fact]
    public async Task What_asks_for_a_look_is_told_in_the_readers_language_and_nothing_of_other_organisations()
    {
        using var place = new Workplace();
        await place.Pass("2026-11-20 13:00");
        using (var worker = new Worker(place.Settings))
        {
            var office = worker.Offices.Single(o => o.Organisation.Key == "zonnebloem");
            var elsewhere = worker.Offices.Single(o => o.Organisation.Key == "wijkz");
            worker.Weekly.Tell(office, Instant.FromUtc(2026, 11, 20, 12, 0));
            var monday = Instant.FromUtc(2026, 11, 23, 7, 0);
            worker.Alarms.Raise(office, "sender:zonnebloem", "454 TLS not available", monday - Duration.FromHours(3));
            worker.Alarms.Raise(elsewhere, "sender:wijkz", "550 no", monday - Duration.FromHours(3));
            Assert.True(worker.Weekly.Tell(office, monday));
        }
        await place.Pass("2026-11-23 08:05");

        var mail = place.Sent().Last(m => m.Header("X-ComplaintMailer-Letter") == "weekly-health");
        Assert.Contains("De mailbox is voor het laatst 2 dagen geleden gelezen", mail.Text);
        Assert.Contains("Brieven van Kinderopvang Zonnebloem gaan niet de deur uit, sinds 3 uur", mail.Text);
        Assert.DoesNotContain("Wijkz", mail.Text);
        Assert.DoesNotContain("mailbox was", mail.Text);
    }
}
