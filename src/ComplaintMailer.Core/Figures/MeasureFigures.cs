namespace ComplaintMailer.Core.Figures;

/// <summary>
/// How many measures were promised with the verdicts of a period, and how many of them are carried out. These count measures, not
/// complaints, so no other number hides them: they are told where they can tell of nobody, all three, or not at all.
/// </summary>
internal static class MeasureFigures
{
    public const string Agreed = "measures-agreed";
    public const string Done = "measures-done";
    public const string Open = "measures-open";

    public static IEnumerable<KeyFigure> Of(Scene scene, IReadOnlyList<FigureTable> tables)
    {
        // Where nothing was judged there is nothing to promise.
        if (tables.FirstOrDefault(t => t.Name == GridKind.Measures.Single) is not { } table)
            return [];
        var agreed = scene.Judged.Sum(f => f.Measures);
        var done = scene.Judged.Sum(f => f.MeasuresDone);
        var before = scene.Earlier.Where(r => r.Kind == scene.Kind && r.Period == scene.Period).MaxBy(r => r.Revision);
        var (agreedBefore, doneBefore) = (Value(before, Agreed), Value(before, Done));
        // One or two carried out since a report was printed would be told by the difference.
        if (agreedBefore == agreed && IsFew(done - doneBefore))
            done = doneBefore!.Value;
        var isShown =
            // Then it is known anyway how many verdicts brought measures.
            table.Rows.All(r => r.Cells.All(c => c.Kind != CellKind.Hidden))
            && !IsFew(done)
            && !IsFew(agreed - done)
            && (before is null || agreedBefore == agreed || !IsFew(agreed - agreedBefore))
            // Nothing can be taken from another report, if there is no other.
            && !scene.Earlier.Any(r =>
                r != before
                && (r.Kind != scene.Kind || r.Period != scene.Period)
                && r.Period.From <= scene.Period.To
                && r.Period.To >= scene.Period.From
                && Value(r, Agreed) is not null
            );
        return
        [
            new(Agreed, new("Maatregelen afgesproken", "Measures promised"), isShown ? agreed : null),
            new(Done, new("Maatregelen uitgevoerd", "Measures carried out"), isShown ? done : null),
            new(Open, new("Maatregelen nog open", "Measures still open"), isShown ? agreed - done : null),
        ];

        bool IsFew(int? count) => count is { } n && n != 0 && Math.Abs(n) < scene.Threshold;
    }

    private static int? Value(FiguresReport? report, string name) =>
        report?.Totals.FirstOrDefault(t => t.Name == name)?.Value;
}
