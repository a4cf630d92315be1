using System.Data.Common;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Figures;
using Dapper;
using NodaTime;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Reports.Facts;

/// <summary>Reads the facts a report over a period is made of. What it costs follows the period, not the register.</summary>
internal static class FactReader
{
    private const string Columns =
        "id, organisation, regulation, kind, stage, outcome, filed_on, decided_on, closed_on, channel, location, service, natures, concerns, late, verdict, measures, measures_done, measure_scopes, extended, objection, external_body, external_on, external_ruling, external_ruled_on, external_binding, signals, open_signals, terms, bounced";

    private const int Marked = 30;

    [ThreadStatic]
    private static Dictionary<string, IReadOnlyList<string>>? lists;

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
            SELECT {Columns}, 1 FROM case_fact WHERE organisation = @organisation AND external_on BETWEEN @from AND @to
            UNION ALL
            SELECT {Columns}, 1 FROM case_fact WHERE organisation = @organisation AND external_ruled_on BETWEEN @from AND @to
            """;
        const string open = $"""
            SELECT {Columns}, 0 FROM case_fact
            WHERE organisation = @organisation AND filed_on BETWEEN @yearBefore AND @to
              AND (filed_on >= @from OR closed_on IS NULL OR closed_on >= @from)
            UNION ALL
            SELECT {Columns}, 0 FROM case_fact
            WHERE organisation = @organisation AND long_open = 1 AND filed_on < @yearBefore
              AND (closed_on IS NULL OR closed_on >= @from)
            """;
        command.CommandText = onlyOutside ? outside : $"{open}\nUNION ALL\n{outside}";
        Add(command, "organisation", organisation);
        Add(command, "from", DateWords.Iso(period.From));
        Add(command, "to", DateWords.Iso(period.To));
        Add(command, "yearBefore", DateWords.Iso(period.From.PlusDays(-FactStore.LongDays)));
        using var reader = command.ExecuteReader();
        // The few that come for what happened outside may be there already. To let the database sort them out would have it hold
        // every row twice.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            var fact = Row(reader);
            if (reader.GetInt64(Marked) == 0 || ((onlyOutside || !WasOpen(fact, period)) && seen.Add(fact.Id)))
                facts.Add(fact);
        }
        return facts;
    }

    private static bool WasOpen(CaseFacts fact, Period period) =>
        fact.FiledOn <= period.To
        && (fact.FiledOn >= period.From || fact.ClosedOn is null || fact.ClosedOn >= period.From);

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
            {
                var between = new
                {
                    organisation,
                    service,
                    from = DateWords.Iso(p.From),
                    to = DateWords.Iso(p.To),
                };
                var filed = connection
                    .Query<(string Kind, long Count)>(
                        $"""
                        SELECT kind, COUNT(*) FROM case_fact
                        WHERE organisation = @organisation AND filed_on BETWEEN @from AND @to
                          AND (outcome IS NULL OR outcome <> 'merged') {only}
                        GROUP BY kind
                        """,
                        between,
                        transaction
                    )
                    .ToDictionary(r => r.Kind, r => (int)r.Count, StringComparer.Ordinal);
                var judged = connection.ExecuteScalar<long>(
                    $"""
                    SELECT COUNT(*) FROM case_fact
                    WHERE organisation = @organisation AND decided_on BETWEEN @from AND @to AND verdict IS NOT NULL
                      AND kind = 'complaint' AND (outcome IS NULL OR outcome <> 'merged') {only}
                    """,
                    between,
                    transaction
                );
                return new PastPeriod(
                    p,
                    filed.GetValueOrDefault("complaint"),
                    (int)judged,
                    filed.GetValueOrDefault("dissatisfaction"),
                    filed.GetValueOrDefault("question")
                );
            })
            .ToList();
        var natures = new Dictionary<(string, string), int>();
        if (!withNatures)
            return new(periods, natures);
        foreach (
            var (location, codes, count) in connection.Query<(string, string, long)>(
                $"""
                SELECT location, natures, COUNT(*) FROM case_fact
                WHERE organisation = @organisation AND filed_on BETWEEN @from AND @to AND kind = 'complaint'
                  AND (outcome IS NULL OR outcome <> 'merged') AND location IS NOT NULL {only}
                GROUP BY location, natures
                """,
                new
                {
                    organisation,
                    service,
                    from = DateWords.Iso(periods[^1].Period.From),
                    to = DateWords.Iso(periods[0].Period.To),
                },
                transaction
            )
        )
        {
            foreach (var code in codes.Split(',', StringSplitOptions.RemoveEmptyEntries))
                natures[(location, code)] = natures.GetValueOrDefault((location, code)) + (int)count;
        }
        return new(periods, natures);
    }

    private static CaseFacts Row(DbDataReader row) =>
        new()
        {
            Id = row.GetString(0),
            Organisation = FactText.Code(row.GetString(1)),
            Regulation = FactText.Code(row.GetString(2)),
            Kind = FactText.Code(row.GetString(3)),
            Stage = FactText.Code(row.GetString(4)),
            Outcome = Code(row, 5),
            FiledOn = FactText.Day(row.GetString(6)),
            DecidedOn = Day(row, 7),
            ClosedOn = Day(row, 8),
            Channel = FactText.Code(row.GetString(9)),
            Location = Code(row, 10),
            Service = Code(row, 11),
            Natures = Codes(row.GetString(12)),
            Concerns = Code(row, 13),
            Late = row.GetInt64(14) != 0,
            Verdict = Code(row, 15),
            Measures = (int)row.GetInt64(16),
            MeasuresDone = (int)row.GetInt64(17),
            MeasureScopes = Codes(row.GetString(18)),
            Extended = row.GetInt64(19) != 0,
            Objection = row.GetInt64(20) != 0,
            ExternalBody = Code(row, 21),
            ExternalOn = Day(row, 22),
            ExternalRuling = Code(row, 23),
            ExternalRuledOn = Day(row, 24),
            ExternalBinding = row.IsDBNull(25) ? null : row.GetInt64(25) != 0,
            ConfirmedSignals = Codes(row.GetString(26)),
            OpenSignals = (int)row.GetInt64(27),
            Terms = FactText.Terms(row.GetString(28)),
            Bounced = (int)row.GetInt64(29),
        };

    private static string? Code(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : FactText.Code(row.GetString(column));

    private static LocalDate? Day(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : FactText.Day(row.GetString(column));

    /// <summary>The same few lists stand in many rows: one of each.</summary>
    private static IReadOnlyList<string> Codes(string text)
    {
        if (text.Length == 0)
            return [];
        lists ??= new(StringComparer.Ordinal);
        if (!lists.TryGetValue(text, out var list))
        {
            list = [.. text.Split(',').Select(c => FactText.Code(c))];
            lists.Add(FactText.Code(text), list);
        }
        return list;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
