using ComplaintMailer.Database;
using Microsoft.Data.Sqlite;

namespace ComplaintMailer.Tests.Database;

public sealed class SqliteStatementTests : IDisposable
{
    private readonly Session session;

    public SqliteStatementTests()
    {
        SqliteLibrary.Choose();
        var connection = new SqliteConnection("Data Source=:memory:;Foreign Keys=True");
        connection.Open();
        session = new(connection, Dialect.Sqlite);
        session.Execute("CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT UNIQUE, size INTEGER, body BLOB)");
    }

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("één bevestiging 🌻")]
    public void Text_comes_back_as_it_went_in(string text)
    {
        Insert(text, 1, null);
        Insert(new string('é', 2000), 1, null);

        Assert.Equal(
            [text, new string('é', 2000)],
            session.Query("SELECT name FROM thing ORDER BY id", r => r.GetString(0))
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(70_000)]
    public void Bytes_come_back_as_they_went_in(int length)
    {
        var body = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();

        Insert("a", 1, body);

        Assert.Equal(body, Assert.Single(session.Query("SELECT body FROM thing", r => r.Bytes(0))));
    }

    [Fact]
    public void What_is_not_there_comes_back_as_nothing()
    {
        Insert(null, null, null);

        Assert.Equal(
            (null, null, null),
            Assert.Single(
                session.Query("SELECT name, size, body FROM thing", r => (r.Text(0), r.Number(1), r.Bytes(2)))
            )
        );
        Assert.Null(session.Scalar<string>("SELECT name FROM thing"));
        Assert.Null(session.Scalar<string>("SELECT name FROM thing WHERE id = 7"));
        Assert.Throws<InvalidOperationException>(() => session.Query("SELECT name FROM thing", r => r.GetString(0)));
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    [InlineData(0)]
    public void Numbers_of_any_size_come_back(long size)
    {
        Insert("a", size, null);

        Assert.Equal(size, session.Scalar<long>("SELECT size FROM thing"));
    }

    [Fact]
    public void It_says_how_many_rows_it_changed()
    {
        Insert("a", 1, null);
        Insert("b", 1, null);

        Assert.Equal(2, session.Execute("UPDATE thing SET size = @size", ("size", 5)));
        Assert.Equal(0, session.Execute("DELETE FROM thing WHERE id = @id", ("id", 99)));
    }

    [Fact]
    public void A_failure_says_what_it_was_and_the_statement_works_again_after_it()
    {
        Insert("a", 1, null);

        var twice = Assert.Throws<SqliteException>(() => Insert("a", 2, null));
        Insert("b", 3, null);

        Assert.Equal(19, twice.SqliteErrorCode);
        Assert.Contains("UNIQUE", twice.Message, StringComparison.Ordinal);
        Assert.Equal([1L, 3L], session.Query("SELECT size FROM thing ORDER BY id", r => r.GetInt64(0)));
    }

    [Fact]
    public void A_statement_that_cannot_be_read_is_refused_with_its_fault()
    {
        var fault = Assert.Throws<SqliteException>(() => session.Execute("INSERT INTO nowhere VALUES (1)"));

        Assert.Contains("nowhere", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_returns_a_value_is_done_whole()
    {
        var first = session.Scalar<long>(
            "INSERT INTO thing (name) VALUES (@a), (@b) RETURNING id",
            ("a", "x"),
            ("b", "y")
        );

        Assert.Equal(1, first);
        Assert.Equal(2, session.Scalar<int>("SELECT COUNT(*) FROM thing"));
    }

    [Fact]
    public void Several_statements_in_one_are_all_done()
    {
        session.Execute("INSERT INTO thing (name) VALUES ('x'); INSERT INTO thing (name) VALUES ('y')");

        Assert.Equal(2, session.Scalar<long>("SELECT COUNT(*) FROM thing"));
    }

    [Fact]
    public void A_reader_that_fails_leaves_nothing_open()
    {
        Insert("a", 1, null);

        Assert.Throws<FormatException>(() =>
            session.Query<int>("SELECT name FROM thing", _ => throw new FormatException())
        );

        // A statement left half-way would hold the table.
        session.Execute("DROP TABLE thing");
    }

    private void Insert(string? name, long? size, byte[]? body) =>
        session.Execute(
            "INSERT INTO thing (name, size, body) VALUES (@name, @size, @body)",
            ("name", name),
            ("size", size),
            ("body", body)
        );
}
