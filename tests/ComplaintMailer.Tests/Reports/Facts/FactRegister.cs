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
    public FactRegister()
    {
        SqliteLibrary.Choose();
        Connection = new SqliteConnection("Data Source=:memory:");
        Connection.Open();
        using var schema = typeof(FactStore).Assembly.GetManifestResourceStream(
            "ComplaintMailer.Database.Schema.0002-reports.sql"
        )!;
        Connection.Execute(new StreamReader(schema).ReadToEnd());
    }

    public SqliteConnection Connection { get; }

    public void Fill(IEnumerable<CaseFacts> facts, int from = 0)
    {
        using var transaction = Connection.BeginTransaction();
        var number = from;
        foreach (var fact in facts)
            FactStore.Put(
                Connection,
                transaction,
                fact with
                {
                    Id = $"{fact.Id}-{number}",
                },
                "ZON-" + (++number).ToString("0000", CultureInfo.InvariantCulture)
            );
        transaction.Commit();
    }

    public void Dispose() => Connection.Dispose();
}
