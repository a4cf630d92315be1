namespace ComplaintMailer.Core.Figures.Joint;

/// <summary>What reports say about rulings of external bodies: how many there were, and how many of them bind.</summary>
internal static class ExternalStatements
{
    public const string Table = "external";

    /// <summary>The places of these numbers in a row of the table.</summary>
    private const int RuledAt = 1;
    private const int BindingAt = 2;

    public static IReadOnlyList<string> Bodies(IEnumerable<CaseFacts> facts) =>
        [
            .. facts
                .Select(f => f.ExternalBody)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>How many rulings a body gave. Everybody may know that.</summary>
    public static Statement Ruled(Period period, IReadOnlyList<string>? services, string body) =>
        new(new(Basis.Ruled, period, Services: services), [new(Traits.Body, [body])], IsShown: true) { IsOpen = true };

    public static Statement Binding(Period period, IReadOnlyList<string>? services, string body) =>
        new(
            new(Basis.Ruled, period, Services: services),
            [new(Traits.Body, [body]), new(Traits.Binding, [Traits.IsBinding])],
            IsShown: false
        );

    public static IEnumerable<Statement> Of(
        FiguresReport report,
        IReadOnlyList<string>? services,
        IReadOnlyList<string> bodies
    )
    {
        if (report.Table(Table) is not { } table)
            yield break;
        foreach (var body in bodies)
        {
            var row = table.Rows.FirstOrDefault(r => (r.Code ?? r.Label.Nl) == body);
            yield return Ruled(report.Period, services, body) with
            {
                Printed = Number(row, RuledAt) ?? 0,
            };
            // A body that is not there ruled nothing, and nothing binds.
            var binding = row is null ? 0 : Number(row, BindingAt);
            yield return Binding(report.Period, services, body) with
            {
                IsShown = binding is not null,
                Printed = binding,
            };
        }
    }

    private static int? Number(FigureRow? row, int place) => (int?)row?.Cells[place].Number;
}
