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
}
