using ComplaintMailer.Connections;
using ComplaintMailer.Tests.Mail.Net;

namespace ComplaintMailer.Tests.Connections;

public class ListeningTests
{
    private readonly ManualClock clock = new();

    [Fact]
    public void Where_somebody_listens_the_mailbox_is_looked_into_every_five_minutes_for_certainty()
    {
        var listening = new Listening(clock);
        Assert.False(listening.MayWait("wijkz"));
        listening.Begin("wijkz");
        Assert.False(listening.MayWait("wijkz"));
        listening.HasLooked("wijkz", listening.HeardSoFar("wijkz"));

        Assert.Equal([true, true, true, true, false], Minutes(listening, 5));
    }

    [Fact]
    public void Where_nobody_listens_or_something_was_heard_or_the_look_was_in_vain_nothing_waits()
    {
        var listening = new Listening(clock);
        listening.HasLooked("doof", 0);
        listening.Begin("wijkz");
        listening.HasLooked("wijkz", listening.HeardSoFar("wijkz"));
        Assert.False(listening.MayWait("doof"));

        listening.Heard("wijkz");
        Assert.False(listening.MayWait("wijkz"));

        listening.HasLooked("wijkz", listening.HeardSoFar("wijkz"));
        listening.End("wijkz");
        Assert.False(listening.MayWait("wijkz"));
    }

    [Fact]
    public void What_is_heard_while_a_look_goes_on_is_looked_for_again()
    {
        var listening = new Listening(clock);
        listening.Begin("wijkz");
        var before = listening.HeardSoFar("wijkz");
        listening.Heard("wijkz");

        listening.HasLooked("wijkz", before);

        Assert.False(listening.MayWait("wijkz"));
    }

    private List<bool> Minutes(Listening listening, int count)
    {
        var waits = new List<bool>();
        for (var minute = 0; minute < count; minute++)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            waits.Add(listening.MayWait("wijkz"));
        }
        return waits;
    }
}
