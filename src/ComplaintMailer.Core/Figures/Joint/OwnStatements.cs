using ComplaintMailer.Core.Figures.Own;

namespace ComplaintMailer.Core.Figures.Joint;

/// <summary>What the numbers of a report that an organisation defined itself are about.</summary>
internal static class OwnStatements
{
    private static readonly string[] BareDimensions = ["location", "service", "kind", "month"];

    /// <param name="row">The code of the row; null: all rows together.</param>
    /// <param name="column">The same of the column.</param>
    public static Statement Of(OwnDefinition own, Period period, string? row, string? column)
    {
        var conditions = own
            .Filters.Select(f => (Dimension: f.Key, Codes: f.Value))
            .Concat(row is null ? [] : [(own.Rows, [row])])
            .Concat(column is null || own.Columns is null ? [] : [(own.Columns, [column])])
            .ToList();
        IReadOnlyList<string>? Both(string dimension)
        {
            var lists = conditions.Where(c => c.Dimension == dimension).Select(c => c.Codes).ToList();
            return lists.Count == 0 ? null : [.. lists[0].Where(code => lists.TrueForAll(l => l.Contains(code)))];
        }

        var where = Both("location");
        var within = period;
        foreach (var (_, codes) in conditions.Where(c => c.Dimension == "month" && c.Codes.Count == 1))
        {
            if (Period.Parse(codes[0]) is { } month)
                within = new(
                    PeriodKind.Days,
                    NodaTime.LocalDate.Max(within.From, month.From),
                    NodaTime.LocalDate.Min(within.To, month.To)
                );
        }
        return new(
            new(
                own.Count switch
                {
                    "judged" => Basis.Judged,
                    "closed" => Basis.Closed,
                    _ => Basis.Filed,
                },
                within,
                Both("kind"),
                Both("service"),
                where is null ? null : key => where.Contains(key ?? "")
            ),
            [
                .. conditions
                    .Where(c => !BareDimensions.Contains(c.Dimension))
                    .Select(c => new Trait(c.Dimension, c.Codes)),
            ],
            IsShown: false
        )
        {
            IsOwn = true,
        };
    }

    public static IEnumerable<string> CodesOf(IReadOnlyList<CaseFacts> facts, string dimension) =>
        facts.SelectMany(f => OwnDimensions.Of(f, dimension)).Distinct(StringComparer.Ordinal);
}
