namespace ComplaintMailer.Core.Figures.Own;

/// <summary>A report that an organisation defines for itself: what is counted, by what, over what period.</summary>
/// <param name="Count"><c>filed</c>, <c>judged</c> or <c>closed</c>.</param>
/// <param name="Rows">One of <see cref="OwnDimensions.Names"/>.</param>
/// <param name="Columns">Another of those; null: one column of numbers.</param>
/// <param name="Filters">Dimension → the codes that are counted.</param>
public sealed record OwnDefinition(
    string Name,
    Words Title,
    PeriodKind Period,
    string Count,
    string Rows,
    string? Columns,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Filters
)
{
    public Period LastPeriod(NodaTime.LocalDate today) => Containing(today).Before();

    public Period Containing(NodaTime.LocalDate day) =>
        Period switch
        {
            PeriodKind.Week => Figures.Period.Week(day),
            PeriodKind.Month => Figures.Period.Month(day),
            PeriodKind.Quarter => Figures.Period.Quarter(day),
            PeriodKind.FourMonths => Figures.Period.FourMonths(day),
            _ => Figures.Period.Year(day.Year),
        };
}
