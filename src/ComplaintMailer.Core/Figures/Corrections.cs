namespace ComplaintMailer.Core.Figures;

/// <summary>A report made again because something in it was wrong: what was printed before stands beside what is printed now.</summary>
public static class Corrections
{
    /// <returns>Null when nothing that is printed has changed.</returns>
    public static FiguresReport? Of(FiguresReport before, FiguresReport now)
    {
        var rows = new List<FigureRow>();
        foreach (var total in now.Totals)
        {
            var was = before.Totals.FirstOrDefault(t => t.Name == total.Name);
            if (was?.Value != total.Value)
                rows.Add(new(total.Label, [Cell(was?.Value), Cell(total.Value)]));
        }
        foreach (var table in now.Tables)
            rows.AddRange(Changed(before.Table(table.Name), table));
        foreach (var gone in before.Tables.Where(t => t.Name != Name && now.Table(t.Name) is null))
            rows.Add(new(gone.Title, [FigureCell.Word("gedrukt", "printed"), FigureCell.Word("vervallen", "dropped")]));
        if (rows.Count == 0)
            return null;
        var corrections = new FigureTable(
            Name,
            new("Wat is gecorrigeerd", "What was corrected"),
            [new("Cijfer", "Figure"), new("Was", "Was"), new("Is", "Is")],
            rows,
            new(
                $"Dit is versie {before.Revision + 1} van dit rapport. Eerder gedrukte cijfers die niet meer kloppen, staan hier naast de nieuwe.",
                $"This is version {before.Revision + 1} of this report. Figures printed before that were wrong stand here beside the new ones."
            )
        );
        return now with { Revision = before.Revision + 1, Tables = [corrections, .. now.Tables] };
    }

    public const string Name = "corrections";

    private static IEnumerable<FigureRow> Changed(FigureTable? before, FigureTable now)
    {
        if (now.Name == Name)
            yield break;
        foreach (var row in now.Rows)
        {
            var old = before?.Rows.FirstOrDefault(r => r.Label == row.Label && r.IsTotal == row.IsTotal);
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var column = now.Columns[i + 1];
                var place = before is null ? -1 : before.Columns.ToList().IndexOf(column) - 1;
                var was = old is null || place < 0 || place >= old.Cells.Count ? FigureCell.None : old.Cells[place];
                if (was == row.Cells[i])
                    continue;
                // A word that follows from figures (the natures of a small location) tells itself what changed.
                yield return new(
                    new($"{now.Title.Nl}: {row.Label.Nl}, {column.Nl}", $"{now.Title.En}: {row.Label.En}, {column.En}"),
                    [was, row.Cells[i]]
                );
            }
        }
    }

    private static FigureCell Cell(int? value) => value is { } n ? FigureCell.Of(n) : FigureCell.Hidden;
}
