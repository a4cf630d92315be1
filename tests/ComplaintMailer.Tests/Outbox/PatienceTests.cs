using ComplaintMailer.Outbox;
using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Pipeline;
using NodaTime;

namespace ComplaintMailer.Tests.Outbox;

public sealed class PatienceTests : IDisposable
{
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task A_letter_that_can_not_go_wayis_tried_less_and_less_for_three_days_and_then_a_person_is_told()
    {
        place.Arrives(
            "zonnebloem",
            """
            From: Ahmed <ahmed@gezin.example>
            To: klachten@zonnebloem.example
            Subject: Mijn zoon is weer te laat opgehaald
            Message-ID: <1@gezin.example>

            Mijn zoon is bij De Vlinder voor de derde keer te laat uit school gehaald.
            """
        );
        var began = Instant.FromUtc(2026, 11, 23, 8, 0);
        var tries = new List<Duration>();
        var way = Path.Combine(place.Folder, "mail", "out");
        using (var worker = new Worker(place.Settings))
        {
            var office = worker.Offices.Single(o => o.Organisation.Key == "zonnebloem");
            await worker.Poll(office, began, true, default);
            // Where the letters should go lies a file.
            Directory.CreateDirectory(Path.GetDirectoryName(way)!);
            await File.WriteAllTextAsync(way, "");
            SentLetter? end = null;
            for (var minutes = 0; minutes < 4 * 24 * 60 && end is null; minutes++)
            {
                var now = began + Duration.FromMinutes(minutes);
                var sent = await worker.Send(office, now, default, default);
                if (sent.FirstOrDefault(s => s.Kind == "acknowledgement") is not { } letter)
                    continue;
                tries.Add(now - began);
                if (letter.State != "later")
                    end = letter;
            }
            Assert.Equal("failed", end!.State);
            File.Delete(way);
            await worker.Send(office, began + Duration.FromDays(4), default, default);
        }

        var pauses = tries.Zip(tries.Skip(1), (one, next) => next - one).ToList();
        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128], pauses.Take(8).Select(p => p.TotalMinutes));
        Assert.All(pauses.Skip(8), p => Assert.Equal(240, p.TotalMinutes));
        Assert.InRange(tries[^1], Duration.FromDays(3), Duration.FromHours(77));
        Assert.Contains(place.Sent(), m => m.Header("X-ComplaintMailer-Letter") == "bounce-alarm");
        Assert.DoesNotContain(place.Sent(), m => m.Header("X-ComplaintMailer-Letter") == "acknowledgement");
    }

    [Fact]
    public async Task What_was_handed_over_is_written_down_even_when_somebody_stops_the_worker_meanwhile()
    {
        place.Arrives(
            "zonnebloem",
            "From: Ahmed <ahmed@gezin.example>\nTo: klachten@zonnebloem.example\nSubject: Te laat\nMessage-ID: <1@gezin.example>\n\nMijn zoon is te laat opgehaald.\n"
        );
        using var stop = new CancellationTokenSource();
        using var worker = new Worker(place.Settings);
        var office = worker.Offices.Single(o => o.Organisation.Key == "zonnebloem");
        var now = Instant.FromUtc(2026, 11, 23, 8, 0);
        await worker.Poll(office, now, true, default);

        var sending = worker.Send(office, now, stop.Token, default);
        await stop.CancelAsync();
        try
        {
            await sending;
        }
        catch (OperationCanceledException) { }
        await worker.Send(office, now, default, default);

        Assert.Equal(place.Sent().Count, place.Sent().Select(m => m.MessageId).Distinct().Count());
        Assert.Contains(place.Sent(), m => m.Header("X-ComplaintMailer-Letter") == "acknowledgement");
    }
}
