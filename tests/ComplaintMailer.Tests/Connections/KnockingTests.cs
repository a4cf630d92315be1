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
}
