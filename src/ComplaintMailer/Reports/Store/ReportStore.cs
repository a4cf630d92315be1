using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Database;
using Dapper;
using NodaTime;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Reports.Store;

/// <summary>Reports in the register. What stands there is never made anew: a correction is a further revision beside it.</summary>
internal static class ReportStore
{
    private const string Columns = "id, organisation, state, made_at, digest, figures, written";

    /// <summary>The last revision of a report; null: it was never made.</summary>
    public static MadeReport? Find(
        DbConnection connection,
        DbTransaction? transaction,
        string organisation,
        string kind,
        Period period
    ) =>
        Read(
                connection,
                transaction,
                "organisation = @organisation AND kind = @kind AND period = @period ORDER BY revision DESC LIMIT 1",
                new
                {
                    organisation,
                    kind,
                    period = period.Code,
                }
            )
            .FirstOrDefault();

    public static MadeReport? Find(DbConnection connection, DbTransaction? transaction, long id) =>
        Read(connection, transaction, "id = @id", new { id }).FirstOrDefault();

    /// <summary>All that was made over days of this period: none of it can be taken back.</summary>
    public static IReadOnlyList<MadeReport> Over(
        DbConnection connection,
        DbTransaction? transaction,
        string organisation,
        Period period
    ) =>
        Read(
            connection,
            transaction,
            "organisation = @organisation AND period_to >= @from AND period_from <= @to ORDER BY id",
            new
            {
                organisation,
                from = DateWords.Iso(period.From),
                to = DateWords.Iso(period.To),
            }
        );

    /// <summary>Drafts that wait for a person.</summary>
    public static IReadOnlyList<MadeReport> Drafts(
        DbConnection connection,
        DbTransaction? transaction,
        string organisation
    ) =>
        Read(
            connection,
            transaction,
            "organisation = @organisation AND state = 'draft' ORDER BY id",
            new { organisation }
        );

    public static MadeReport Add(DbConnection connection, DbTransaction transaction, MadeReport report)
    {
        var figures = FiguresJson.Write(report.Figures);
        var id =
            connection.ExecuteScalar<long>("SELECT COALESCE(MAX(id), 0) FROM made_report", transaction: transaction)
            + 1;
        connection.Execute(
            """
            INSERT INTO made_report (id, organisation, kind, period, period_from, period_to, revision, state, made_at, digest, figures, written)
            VALUES (@id, @organisation, @kind, @period, @from, @to, @revision, @state, @madeAt, @digest, @figures, @written)
            """,
            new
            {
                id,
                organisation = report.Organisation,
                kind = report.Figures.Kind,
                period = report.Figures.Period.Code,
                from = DateWords.Iso(report.Figures.Period.From),
                to = DateWords.Iso(report.Figures.Period.To),
                revision = (long)report.Revision,
                state = report.State,
                madeAt = Codes.Instant(report.MadeAt),
                digest = Digest(figures),
                figures,
                written = JsonSerializer.Serialize(report.Written),
            },
            transaction
        );
        return report with { Id = id };
    }

    public static void Write(
        DbConnection connection,
        DbTransaction transaction,
        long id,
        IReadOnlyDictionary<string, string> written
    ) =>
        connection.Execute(
            "UPDATE made_report SET written = @written WHERE id = @id",
            new { id, written = JsonSerializer.Serialize(written) },
            transaction
        );

    public static bool WasSent(DbConnection connection, DbTransaction? transaction, long id) =>
        connection.ExecuteScalar<string?>("SELECT sent_at FROM made_report WHERE id = @id", new { id }, transaction)
            is not null;

    public static void MarkSent(DbConnection connection, DbTransaction transaction, long id, Instant now) =>
        connection.Execute(
            "UPDATE made_report SET sent_at = @at WHERE id = @id",
            new { id, at = Codes.Instant(now) },
            transaction
        );

    /// <summary>A draft's figures made anew. What has been issued stays.</summary>
    public static void Redraft(DbConnection connection, DbTransaction transaction, MadeReport report)
    {
        var figures = FiguresJson.Write(report.Figures);
        connection.Execute(
            "UPDATE made_report SET figures = @figures, digest = @digest, made_at = @madeAt WHERE id = @id AND state = 'draft'",
            new
            {
                id = report.Id,
                figures,
                digest = Digest(figures),
                madeAt = Codes.Instant(report.MadeAt),
            },
            transaction
        );
    }

    /// <returns>False when it was issued already.</returns>
    public static bool Issue(DbConnection connection, DbTransaction transaction, long id, string by, Instant now) =>
        connection.Execute(
            "UPDATE made_report SET state = 'issued', issued_at = @at, issued_by = @by WHERE id = @id AND state = 'draft'",
            new
            {
                id,
                by,
                at = Codes.Instant(now),
            },
            transaction
        ) > 0;

    private static List<MadeReport> Read(
        DbConnection connection,
        DbTransaction? transaction,
        string where,
        object values
    ) =>
        [
            .. connection
                .Query<(long, string, string, string, string, string, string)>(
                    $"SELECT {Columns} FROM made_report WHERE {where}",
                    values,
                    transaction
                )
                .Select(row =>
                {
                    var (id, organisation, state, madeAt, digest, figures, written) = row;
                    if (Digest(figures) != digest)
                        throw new OperatorException(
                            $"Report {id} in the register has been changed by hand: its digest does not fit. Restore it from a backup."
                        );
                    return new MadeReport(
                        id,
                        organisation,
                        FiguresJson.Read(figures),
                        state,
                        Codes.Instant(madeAt),
                        JsonSerializer.Deserialize<Dictionary<string, string>>(written)!
                    );
                }),
        ];

    private static string Digest(string figures) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figures)));
}
