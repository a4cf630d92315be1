using ComplaintMailer.Connections;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Tests.Mail.Net;

namespace ComplaintMailer.Tests.Connections;

public class KnockingTests
{
    [Fact]
    public async Task A_shut_door_is_knocked_at_less_and_less_and_an_open_one_at_once_again()
    {
        var clock = new ManualClock();
        var knocking = new Knocking(clock);
        var (isShut, knocks) = (true, new List<TimeSpan>());
        var began = clock.GetUtcNow();
        async Task Minute(string mailbox, int seconds)
        {
            for (var i = 0; i < seconds; i += 5)
            {
                try
                {
                    await knocking.Try(
                        mailbox,
                        _ =>
                        {
                            knocks.Add(clock.GetUtcNow() - began);
                            return isShut ? throw new MailboxException("away") : Task.CompletedTask;
                        },
                        default
                    );
                }
                catch (MailboxException) { }
                clock.Advance(TimeSpan.FromSeconds(5));
            }
        }

        await Minute("wijkz", 3600);

        // Every five seconds would be 720 times.
        Assert.InRange(knocks.Count, 12, 60);
        Assert.True(knocks[^1] - knocks[^2] > TimeSpan.FromMinutes(2));
        Assert.True(knocks[^1] - knocks[^2] <= TimeSpan.FromSeconds(305));
        knocks.Clear();
        isShut = false;
        await Minute("wijkz", 600);
        Assert.InRange(knocks.Count, 50, 120);
    }

    [Fact]
    public async Task One_shut_door_keeps_nobody_from_another()
    {
        var knocking = new Knocking(new ManualClock());
        for (var i = 0; i < 5; i++)
            try
            {
                await knocking.Try("shut", _ => throw new MailboxException("away"), default);
            }
            catch (MailboxException) { }

        Assert.False(await knocking.Try("shut", _ => Task.CompletedTask, default));
        Assert.True(await knocking.Try("open", _ => Task.CompletedTask, default));
    }

    [Fact]
    public async Task Those_that_fell_out_with_one_server_at_one_moment_do_not_all_come_back_at_one_moment()
    {
        var clock = new ManualClock();
        var knocking = new Knocking(clock);
        var names = Enumerable.Range(1, 20).Select(n => $"huis{n}").ToList();
        var at = new List<(int Second, string Name)>();
        for (var second = 0; second < 600; second++)
        {
            foreach (var name in names)
                try
                {
                    await knocking.Try(
                        name,
                        _ =>
                        {
                            at.Add((second, name));
                            throw new MailboxException("away");
                        },
                        default
                    );
                }
                catch (MailboxException) { }
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        // All knock twice before they give it a rest; from then on each by a time of its own.
        Assert.Equal(20, at.Count(k => k.Second == 0));
        Assert.InRange(at.Where(k => k.Second > 1).GroupBy(k => k.Second).Max(g => g.Count()), 1, 8);
    }
}
