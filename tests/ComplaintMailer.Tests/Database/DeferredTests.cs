using ComplaintMailer.Database;
using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Pipeline;

namespace ComplaintMailer.Tests.Database;

public sealed class DeferredTests
{
    private readonly Deferred deferred = new();
    private readonly List<string> written = [];

    [Fact]
    public void What_is_ready_first_is_still_written_in_its_turn()
    {
        var slow = Add("slow");
        Add("quick").SetResult("quick");

        deferred.SettleMade();
        Assert.Empty(written);

        slow.SetResult("slow");
        deferred.SettleMade();
        Assert.Equal(["slow", "quick"], written);
        Assert.Empty(deferred.Pending);
    }

    [Fact]
    public void Who_asks_for_something_under_way_finds_it_written()
    {
        Add("for Anna").SetResult("for Anna");

        deferred.Settle("for Bram");
        Assert.Empty(written);
        deferred.Settle("for Anna");
        Assert.Equal(["for Anna"], written);
    }

    [Fact]
    public void What_is_taken_back_is_never_written()
    {
        Add("kept").SetResult("kept");
        var before = deferred.Pending;
        Add("taken back").SetResult("taken back");

        deferred.PutBack(before);
        deferred.Settle();
        Assert.Equal(["kept"], written);
    }

    [Fact]
    public void What_was_written_in_a_part_that_is_taken_back_is_written_again()
    {
        using var place = new Workplace();
        using var worker = new Worker(place.Settings);
        worker.Register.Write(session =>
        {
            var letters = session.Defer();
            letters.Add("Anna", Task.FromResult("of an earlier mail"), Keep);
            Assert.Throws<FormatException>(() =>
                session.Apart(() =>
                {
                    letters.Settle("Anna");
                    letters.Add("Anna", Task.FromResult("of the mail that failed"), Keep);
                    throw new FormatException();
                })
            );

            void Keep(string what) =>
                session.Execute("INSERT INTO counter (name, last) VALUES (@what, 1)", ("what", what));
        });

        var kept = worker.Register.Read(s => s.Query("SELECT name FROM counter", r => r.GetString(0)));
        Assert.Equal(["of an earlier mail"], kept);
    }

    private TaskCompletionSource<string> Add(string what)
    {
        var made = new TaskCompletionSource<string>();
        deferred.Add(what, made.Task, written.Add);
        return made;
    }
}
