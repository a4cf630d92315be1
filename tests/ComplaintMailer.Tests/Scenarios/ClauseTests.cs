namespace ComplaintMailer.Tests.Scenarios;

public class ClauseTests
{
    [Fact]
    public void Every_clause_that_asks_something_is_shown_by_a_story()
    {
        var shown = Story.All.Select(Story.Read).SelectMany(s => s.Clauses).ToHashSet();

        Assert.Equal([], Clauses().Except(shown));
    }

    [Fact]
    public void No_story_claims_a_clause_that_does_not_exist()
    {
        var known = Clauses().ToHashSet();

        Assert.Equal([], Story.All.Select(Story.Read).SelectMany(s => s.Clauses).Except(known));
    }

    private static IEnumerable<string> Clauses() =>
        File.ReadLines(Path.Combine(Story.Folder, "clauses.txt")).Where(l => l.Length > 0 && l[0] != '#');
}
