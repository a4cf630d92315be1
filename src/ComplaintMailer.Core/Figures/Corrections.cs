namespace ComplaintMailer.Core.Figures;

/// <summary>A report made again because something in it was wrong: what was printed before stands beside what is printed now.</summary>
public static class Corrections
{
    /// <returns>Null when nothing that is printed has changed.</returns>
    public static FiguresReport? Of(FiguresReport before, FiguresReport now)
    {
        now = AsItStood(before, now);
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

    /// <summary>
    /// Where open complaints stood when the report was made is no mistake because they have gone on since: that stays as it was.
    /// </summary>
    private static FiguresReport AsItStood(FiguresReport before, FiguresReport now) =>
        now with
        {
            Tables =
            [
                .. now.Tables.Select(t => OfTheMoment.Contains(t.Name) ? before.Table(t.Name) ?? t : t),
                .. before.Tables.Where(t => OfTheMoment.Contains(t.Name) && now.Table(t.Name) is null),
            ],
        };

    private static readonly string[] OfTheMoment = [OpenFigures.Stages, OpenFigures.Dues, OpenFigures.SignalsLeft];

    private static IEnumerable<FigureRow> Changed(FigureTable? before, FigureTable now)
    {
        if (now.Name == Name)
            yield break;
        var rows = Numbered(now);
        var old = before is null ? [] : Numbered(before);
        // What is left out now was corrected too: it is nothing.
        foreach (var key in rows.Keys.Concat(old.Keys.Except(rows.Keys)))
        foreach (var column in now.Columns.Skip(1).Union(before?.Columns.Skip(1) ?? []))
        {
            var was = In(before, old.GetValueOrDefault(key), column);
            var isNow = In(now, rows.GetValueOrDefault(key), column);
            // A word that follows from figures (the natures of a small location) tells itself what changed.
            if (was != isNow && !(IsNothing(was) && IsNothing(isNow)))
                yield return new(
                    new($"{now.Title.Nl}: {key.Label.Nl}, {column.Nl}", $"{now.Title.En}: {key.Label.En}, {column.En}"),
                    [was, isNow],
                    // So a supervisor hears what was corrected of its own locations.
                    (rows.GetValueOrDefault(key) ?? old[key]).Location
                );
        }
    }

    /// <summary>Several rows can have one label: of a location several things can stand out.</summary>
    private static Dictionary<(Words Label, bool IsTotal, int Nth), FigureRow> Numbered(FigureTable table) =>
        table
            .Rows.GroupBy(r => (r.Label, r.IsTotal))
            .SelectMany(g => g.Select((row, nth) => (Key: (g.Key.Label, g.Key.IsTotal, nth), row)))
            .ToDictionary(x => x.Key, x => x.row);

    private static FigureCell In(FigureTable? table, FigureRow? row, Words column)
    {
        var place = table is null || row is null ? -1 : table.Columns.ToList().IndexOf(column) - 1;
        return place < 0 || place >= row!.Cells.Count ? FigureCell.None : row.Cells[place];
    }

    private static bool IsNothing(FigureCell cell) => cell.Kind == CellKind.None || cell.Number == 0;

    private static FigureCell Cell(int? value) => value is { } n ? FigureCell.Of(n) : FigureCell.Hidden;
}
