using System.Diagnostics;
using ComplaintMailer.Database;
using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Pipeline;

namespace ComplaintMailer.Tests.Schedules;

public class WorkerHostTests
{
    private const string Complaint = """
        From: Ahmed <ahmed@gezin.example>
        To: klachten@zonnebloem.example
        Subject: Mijn zoon is weer te laat opgehaald
        Message-ID: <1@gezin.example>

        Mijn zoon is bij De Vlinder voor de derde keer te laat uit school gehaald.
        """;

    [Fact]
    public async Task The_worker_answers_a_mail_that_comes_while_it_runs_and_stops_at_once_when_told()
    {
        using var place = new Workplace();
        using (var host = WorkerHost.Build(place.Settings, console: false))
        {
            await host.StartAsync();
            place.Arrives("zonnebloem", Complaint);

            await Until(() => place.Sent().Count > 1);

            var stopping = Stopwatch.StartNew();
            await host.StopAsync();
            Assert.True(stopping.Elapsed < TimeSpan.FromSeconds(10), $"It took {stopping.Elapsed} to stop.");
        }
        Assert.Single(place.Cases());
        Assert.Contains(place.Sent(), m => m.Header("X-ComplaintMailer-Letter") == "acknowledgement");
    }

    [Fact]
    public void A_second_worker_on_the_same_register_refuses_and_says_why()
    {
        using var place = new Workplace();
        using var first = new Worker(place.Settings);

        var refusal = Assert.Throws<OperatorException>(() => new Worker(place.Settings));

        Assert.Contains("another worker", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("PostgreSQL", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_may_look_on_while_the_worker_runs()
    {
        using var place = new Workplace();
        using var first = new Worker(place.Settings);

        Assert.Empty(place.Cases());
    }

    /// <summary>Waits for the worker, which runs by its own clock here, no longer than it takes.</summary>
    private static async Task Until(Func<bool> reached)
    {
        var watch = Stopwatch.StartNew();
        while (!reached())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), "The worker did nothing for half a minute.");
            await Task.Delay(20);
        }
    }
}
