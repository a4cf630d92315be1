using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Pipeline;
using Dapper;
using NodaTime;

namespace ComplaintMailer.Tests.Database;

public class StatementPlanTests
{
    /// <summary>
    /// SQLite may choose an index by organisation where one by case stands beside it: then every letter that is sent goes through
    /// the whole agenda, and the more cases there are the slower each becomes.
    /// </summary>
    [Fact]
    public async Task What_is_asked_of_one_case_is_looked_up_by_that_case()
    {
        using var place = new Workplace();
        place.Arrives(
            "zonnebloem",
            "From: Ahmed <ahmed@gezin.example>\nTo: klachten@zonnebloem.example\nSubject: Klacht\n\nBij De Vlinder ging het mis.\n"
        );
        using var worker = new Worker(place.Settings);
        await worker.Once(Instant.FromUtc(2026, 11, 23, 9, 0), true, CancellationToken.None);

        // The connection that writes is the one that handles mail.
        var asked = worker.Register.Write(session =>
            session
                .Statements.Where(s => s.Contains("WHERE case_number = @number", StringComparison.Ordinal))
                .Select(s => (Statement: s, Plan: Plan(session.Connection, s)))
                .ToList()
        );

        Assert.NotEmpty(asked);
        Assert.All(asked, a => Assert.True(a.Plan.Contains("case_number=?", StringComparison.Ordinal), $"{a}"));
    }

    private static string Plan(System.Data.Common.DbConnection connection, string statement)
    {
        var values = new DynamicParameters();
        foreach (var word in statement.Split(['@']).Skip(1))
            values.Add(string.Concat(word.TakeWhile(char.IsLetterOrDigit)), 1);
        return string.Join(
            '\n',
            connection.Query($"EXPLAIN QUERY PLAN {statement}", values).Select(r => (string)r.detail)
        );
    }
}
