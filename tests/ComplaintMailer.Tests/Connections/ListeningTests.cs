using ComplaintMailer.Connections;
using ComplaintMailer.Schedules;

namespace ComplaintMailer.Tests.Connections;

public class ListeningTests
{
    [Theory]
    [InlineData(true, 60, 600)]
    [InlineData(true, 3600, 3600)]
    [InlineData(false, 60, 60)]
    public void Where_the_mailbox_can_tell_it_is_looked_into_every_ten_minutes_for_certainty(
        bool idle,
        int pollSeconds,
        int expected
    ) =>
        Assert.Equal(
            TimeSpan.FromSeconds(expected),
            PollJob.Rhythm(
                new()
                {
                    Kind = "imap",
                    Idle = idle,
                    PollSeconds = pollSeconds,
                }
            )
        );

    [Fact]
    public void Where_somebody_listens_and_has_looked_no_further_look_is_asked_for()
    {
        var listening = new Listening();
        Assert.False(listening.MayWait("wijkz"));
        listening.Begin("wijkz");
        Assert.False(listening.MayWait("wijkz"));

        listening.HasLooked("wijkz", listening.HeardSoFar("wijkz"));
        Assert.True(listening.MayWait("wijkz"));

        listening.LookedInVain("wijkz");
        Assert.False(listening.MayWait("wijkz"));
    }

    [Fact]
    public void Where_nobody_listens_or_something_was_heard_or_the_look_was_in_vain_nothing_waits()
    {
        var listening = new Listening();
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
        var listening = new Listening();
        listening.Begin("wijkz");
        var before = listening.HeardSoFar("wijkz");
        listening.Heard("wijkz");

        listening.HasLooked("wijkz", before);

        Assert.False(listening.MayWait("wijkz"));
    }
}
