using System.Globalization;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Database;
using ComplaintMailer.Reports.Facts;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ComplaintMailer.Tests.Reports.Facts;

/// <summary>A register in memory that holds what reports need, and nothing else.</summary>
internal sealed class FactRegister : IDisposable
{
    private readonly Session session;

    public FactRegister()
    {
        SqliteLibrary.Choose();
        Connection = new SqliteConnection("Data Source=:memory:");
        Connection.Open();
        session = new Session(Connection, Dialect.Sqlite);
        using var schema = typeof(FactStore).Assembly.GetManifestResourceStream(
            "ComplaintMailer.Database.Schema.0002-reports.sql"
        )!;
        Connection.Execute(new StreamReader(schema).ReadToEnd());
    }

    public SqliteConnection Connection { get; }
    public Session Session => session;

    public void Fill(IEnumerable<CaseFacts> facts, int from = 0)
    {
        session.InTransaction(_ =>
        {
            var number = from;
            foreach (var fact in facts)
                Keep(
                    fact with
                    {
                        Id = $"{fact.Id}-{number}",
                    },
                    "ZON-" + (++number).ToString("0000", CultureInfo.InvariantCulture)
                );
            return number;
        });
    }

    public void Keep(CaseFacts facts, string number) => FactStore.Put(session, facts, number);

    public void Dispose() => session.Dispose();
}
