namespace ComplaintMailer.Tests.Clauses;

public sealed class ClauseListTests
{
    [Fact]
    public void The_list_holds_every_clause_once_and_says_why_one_asks_nothing()
    {
        Assert.Equal(223, Clause.All.Count);
        Assert.Equal(Clause.All.Count, Clause.All.Select(c => c.Id).Distinct().Count());
        Assert.All(Clause.All, c => Assert.NotEmpty(c.Text));
        Assert.InRange(Clause.All.Count(c => !c.Asks), 1, 20);
    }

    [Fact]
    public void Tests_name_only_clauses_that_exist() =>
        Assert.Empty(Clause.Shown().Select(s => s.Key).Except(Clause.All.Select(c => c.Id)));
}
