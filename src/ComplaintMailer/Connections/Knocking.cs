using System.Collections.Concurrent;
using ComplaintMailer.Mail.Mailboxes;
using Polly;
using Polly.CircuitBreaker;

namespace ComplaintMailer.Connections;

/// <summary>
/// How often to knock at a door that stays shut: after trouble a mailbox is left alone for some seconds, then longer, up to
/// five minutes, never at the same moment as others that fell out with it. Each mailbox has its own patience.
/// </summary>
internal sealed class Knocking(TimeProvider clock)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, ResiliencePipeline> pipelines = new(StringComparer.Ordinal);

    /// <returns>False when it was not the time to knock.</returns>
    /// <exception cref="MailboxException">It was, in vain.</exception>
    public async Task<bool> Try(string mailbox, Func<CancellationToken, Task> poll, CancellationToken ct)
    {
        var pipeline = pipelines.GetOrAdd(mailbox, _ => Make());
        try
        {
            await pipeline.ExecuteAsync(async token => await poll(token), ct);
            return true;
        }
        catch (BrokenCircuitException)
        {
            return false;
        }
    }

    private ResiliencePipeline Make() =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions
                {
                    ShouldHandle = new PredicateBuilder().Handle<MailboxException>(),
                    // One hiccup among good polls is tried again at the next poll's own time.
                    FailureRatio = 0.1,
                    MinimumThroughput = 2,
                    SamplingDuration = TimeSpan.FromMinutes(5),
                    BreakDurationGenerator = a => new ValueTask<TimeSpan>(Pause(a.HalfOpenAttempts)),
                }
            )
            .Build();

    /// <summary>Twice as long each time, and between half and one and a half of that.</summary>
    private static TimeSpan Pause(int attempts)
    {
        var pause = Math.Min(Shortest.TotalSeconds * Math.Pow(2, Math.Min(attempts, 10)), Longest.TotalSeconds);
#pragma warning disable CA5394 // Nobody gains from guessing when we knock.
        return TimeSpan.FromSeconds(Math.Min(pause * (0.5 + Random.Shared.NextDouble()), Longest.TotalSeconds));
#pragma warning restore CA5394
    }
}
