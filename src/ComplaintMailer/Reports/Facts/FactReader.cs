using System.Data.Common;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Figures;
using Dapper;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Reports.Facts;

/// <summary>Reads the facts a report over a period is made of. What it costs follows the period, not the register.</summary>
internal static class FactReader
{
    private const string Columns =
        $"{FactCodes.Columns}, filed_on, decided_on, closed_on, location, external_on, external_ruled_on, terms";
    private const int First = FactCodes.Count;

    /// <summary>Cases that were open at some time in the period, and those about which an external body was asked or spoke in it.</summary>
    /// <param name="onlyOutside">Only the latter.</param>
    public static List<CaseFacts> Of(
        DbConnection connection,
        DbTransaction? transaction,
        string organisation,
        Period period,
        bool onlyOutside = false
    )
    {
        var facts = new List<CaseFacts>();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        const string outside = $"""
            SELECT {Columns} FROM case_fact WHERE organisation = @organisation AND external_on BETWEEN @from AND @to
            """;
        const string ruled = $"""
            SELECT {Columns} FROM case_fact
            WHERE organisation = @organisation AND external_ruled_on BETWEEN @from AND @to
              AND (external_on IS NULL OR external_on < @from OR external_on > @to)
            """;
        // Those that were open in the period are there already.
        const string others =
            "AND NOT (filed_on <= @to AND (filed_on >= @from OR closed_on IS NULL OR closed_on >= @from))";
        const string open = $"""
            SELECT {Columns} FROM case_fact
            WHERE organisation = @organisation AND filed_on BETWEEN @yearBefore AND @to
              AND (filed_on >= @from OR closed_on IS NULL OR closed_on >= @from)
            UNION ALL
            SELECT {Columns} FROM case_fact
            WHERE organisation = @organisation AND long_open = 1 AND filed_on < @yearBefore
              AND (closed_on IS NULL OR closed_on >= @from)
            """;
        command.CommandText = onlyOutside
            ? $"{outside}\nUNION ALL\n{ruled}"
            : $"{open}\nUNION ALL\n{outside} {others}\nUNION ALL\n{ruled} {others}";
        Add(command, "organisation", organisation);
        Add(command, "from", DateWords.Iso(period.From));
        Add(command, "to", DateWords.Iso(period.To));
        Add(command, "yearBefore", DateWords.Iso(period.From.PlusDays(-FactStore.LongDays)));
        using var reader = command.ExecuteReader();
        var row = new FactRow(reader);
        var codes = new FactCodes(row);
        while (reader.Read())
            facts.Add(
                new(codes.Read(), row.Day(First))
                {
                    DecidedOn = row.DayOrNothing(First + 1),
                    ClosedOn = row.DayOrNothing(First + 2),
                    Location = row.CodeOrNothing(First + 3),
                    ExternalOn = row.DayOrNothing(First + 4),
                    ExternalRuledOn = row.DayOrNothing(First + 5),
                    Terms = FactText.Terms(row.Text(First + 6)),
                }
            );
        return facts;
    }

    /// <param name="service">Only of this service; null: all.</param>
    /// <param name="withNatures">Also what is needed to see what stands out; few reports say that.</param>
    public static Past PastOf(
        DbConnection connection,
        DbTransaction? transaction,
        string organisation,
        Period period,
        string? service,
        bool withNatures
    )
    {
        var only = service is null ? "" : "AND service = @service";
        var periods = Past.PeriodsBefore(period)
            .Select(p =>
                Counted(connection, transaction, organisation, p, service, only) with
                {
                    Ended =
                        service is null && p.To.Year == period.To.Year
                            ? Ended(connection, transaction, organisation, p)
                            : 0,
                }
            )
            .ToList();
        return new(
            periods,
            withNatures
                ? NaturesOf(
                    connection,
                    transaction,
                    organisation,
                    new(PeriodKind.Days, periods[^1].Period.From, periods[0].Period.To)
                )
                : new Dictionary<(string, string), int>()
        );
    }

    private static PastPeriod Counted(
        DbConnection connection,
        DbTransaction? transaction,
        string organisation,
        Period period,
        string? service,
        string only
    )
    {
        var between = new
        {
            organisation,
            service,
            from = DateWords.Iso(period.From),
            to = DateWords.Iso(period.To),
        };
        // Sums, for to group rows SQLite would sort them all.
        var (complaints, displeasure, questions) = connection.QuerySingle<(long, long, long)>(
            $"""
            SELECT COALESCE(SUM(CASE WHEN kind = 'complaint' THEN 1 ELSE 0 END), 0),
              COALESCE(SUM(CASE WHEN kind = 'dissatisfaction' THEN 1 ELSE 0 END), 0),
              COALESCE(SUM(CASE WHEN kind = 'question' THEN 1 ELSE 0 END), 0)
            FROM case_fact
            WHERE organisation = @organisation AND filed_on BETWEEN @from AND @to
              AND (outcome IS NULL OR outcome <> 'merged') {only}
            """,
            between,
            transaction
        );
        var judged = connection.ExecuteScalar<long>(
            $"""
            SELECT COUNT(*) FROM case_fact
            WHERE organisation = @organisation AND decided_on BETWEEN @from AND @to AND verdict IS NOT NULL
              AND kind = 'complaint' AND (outcome IS NULL OR outcome <> 'merged') {only}
            """,
            between,
            transaction
        );
        return new(period, (int)complaints, (int)judged, (int)displeasure, (int)questions);
    }

    /// <summary>Words of our own, written out: databases differ in how they take a list.</summary>
    private static readonly string Endings = string.Join(", ", EndingFigures.Codes.Select(code => $"'{code}'"));

    /// <summary>Complaints that ended without a verdict.</summary>
    private static int Ended(DbConnection connection, DbTransaction? transaction, string organisation, Period period) =>
        (int)
            connection.ExecuteScalar<long>(
                $"""
                SELECT SUM(n) FROM (
                  SELECT COUNT(*) AS n FROM case_fact
                  WHERE organisation = @organisation AND filed_on BETWEEN @yearBefore AND @to AND kind = 'complaint'
                    AND closed_on BETWEEN @from AND @to AND outcome IN ({Endings})
                  UNION ALL
                  SELECT COUNT(*) FROM case_fact
                  WHERE organisation = @organisation AND long_open = 1 AND filed_on < @yearBefore AND kind = 'complaint'
                    AND closed_on BETWEEN @from AND @to AND outcome IN ({Endings})
                ) AS counted
                """,
                new
                {
                    organisation,
                    from = DateWords.Iso(period.From),
                    to = DateWords.Iso(period.To),
                    yearBefore = DateWords.Iso(period.From.PlusDays(-FactStore.LongDays)),
                },
                transaction
            );

    /// <summary>Complaints filed, by location and nature: counted as they are read, for the same reason.</summary>
    private static Dictionary<(string, string), int> NaturesOf(
        DbConnection connection,
        DbTransaction? transaction,
        string organisation,
        Period period
    )
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            SELECT location, natures FROM case_fact
            WHERE organisation = @organisation AND filed_on BETWEEN @from AND @to AND kind = 'complaint'
              AND (outcome IS NULL OR outcome <> 'merged') AND location IS NOT NULL
            """;
        Add(command, "organisation", organisation);
        Add(command, "from", DateWords.Iso(period.From));
        Add(command, "to", DateWords.Iso(period.To));
        var lists = new Dictionary<(string Location, IReadOnlyList<string> Natures), int>();
        using var reader = command.ExecuteReader();
        var row = new FactRow(reader);
        while (reader.Read())
        {
            // One of each list stands in memory, so the list itself is what is counted by.
            var key = (row.Code(0), FactText.Codes(row.Text(1)));
            lists[key] = lists.GetValueOrDefault(key) + 1;
        }
        var natures = new Dictionary<(string, string), int>();
        foreach (var ((location, codes), count) in lists)
        foreach (var code in codes)
            natures[(location, code)] = natures.GetValueOrDefault((location, code)) + count;
        return natures;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
