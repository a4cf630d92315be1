using ComplaintMailer.Database;

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
        Assert.Equal(0, deferred.Count);
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
        var before = deferred.Count;
        Add("taken back").SetResult("taken back");

        deferred.Drop(before);
        deferred.Settle();
        Assert.Equal(["kept"], written);
    }

    [Fact]
    public void What_could_not_be_made_is_told_to_the_one_who_ends_the_transaction()
    {
        Add("broken").SetException(new FormatException("broken"));

        Assert.Throws<FormatException>(deferred.Settle);
        Assert.Empty(written);
    }

    private TaskCompletionSource<string> Add(string what)
    {
        var made = new TaskCompletionSource<string>();
        deferred.Add(what, made.Task, written.Add);
        return made;
    }
}
