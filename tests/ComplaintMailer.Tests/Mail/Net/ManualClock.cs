namespace ComplaintMailer.Tests.Mail.Net;

/// <summary>A clock that goes on only when told to, and then runs what falls due.</summary>
public sealed class ManualClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Alarm> alarms = [];
    private DateTimeOffset now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan time)
    {
        List<Alarm> due;
        lock (gate)
        {
            now += time;
            due = [.. alarms.Where(a => a.Due <= now)];
            foreach (var alarm in due)
                alarms.Remove(alarm);
        }
        foreach (var alarm in due)
            alarm.Ring();
    }

    /// <summary>Lets time go by until something has ended, or has failed to in a day.</summary>
    public async Task Until(Task task)
    {
        for (var step = 0; step < 2000 && !task.IsCompleted; step++)
        {
            // What runs on other threads gets a moment of real time for each stretch of this one.
            await Task.WhenAny(task, Task.Delay(2));
            Advance(TimeSpan.FromSeconds(1));
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    private sealed class Alarm(ManualClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.alarms.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = clock.now + dueTime;
                clock.alarms.Add(this);
            }
            return true;
        }

        public void Dispose()
        {
            lock (clock.gate)
                clock.alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
