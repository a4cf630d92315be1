using ComplaintMailer.Core.Figures.Disclosure;

namespace ComplaintMailer.Core.Figures;

/// <summary>
/// A breakdown and every sum that ties it to what is shown elsewhere: the exact number of each location, the total of each
/// column, and the columns of reports that went out before over parts of the same period.
/// </summary>
/// <param name="name">The one-line breakdown's table name, by which earlier reports are found.</param>
/// <param name="belongs">Whether a fact counts in a column. A complaint with two natures counts in both.</param>
internal sealed class Grid(
    Scene scene,
    string name,
    IReadOnlyList<CaseFacts> facts,
    IReadOnlyList<(string Code, Words Label)> columns,
    Func<CaseFacts, string, bool> belongs
)
{
    public string Name => name;
    public IReadOnlyList<(string Code, Words Label)> Columns => columns;

    public (IReadOnlyList<FigureRow> Rows, int Primary, int Secondary) Make(bool byLocation)
    {
        if (facts.Count == 0 || columns.Count == 0)
            return ([], 0, 0);
        var web = new CountWeb();
        var root = web.AddNode();
        var already = new HashSet<int>();
        var chain = EarlierChain();
        // Where no earlier report binds a column, its total simply flows back.
        var tails = columns.Select(_ => chain.Count == 0 ? root : web.AddNode()).ToArray();
        var lines = byLocation
            ? BreakdownFigures.Rows(scene, facts).ToList()
            : [(Key: (string?)null, Label: new Words("Totaal", "Total"), Facts: facts)];

        var cells = new int[lines.Count, columns.Count];
        var totals = new int[columns.Count];
        if (byLocation)
        {
            var heads = columns.Select(_ => web.AddNode()).ToArray();
            for (var l = 0; l < lines.Count; l++)
                AddLine(web, root, heads, lines[l].Facts, cells, l, already);
            for (var c = 0; c < columns.Count; c++)
            {
                var value = facts.Count(f => belongs(f, columns[c].Code));
                totals[c] = web.Add(heads[c], tails[c], value, mayHide: true, sensitive: IsSmall(value));
            }
        }
        else
        {
            // The cells of a single line are the totals themselves.
            AddLine(web, root, tails, facts, cells, 0, already: null);
            for (var c = 0; c < columns.Count; c++)
                totals[c] = cells[0, c];
        }
        TieEarlier(web, root, tails, chain, already);

        var chosen = Suppressor.Choose(web, scene.Threshold, already);
        var rows = new List<FigureRow>();
        if (byLocation)
        {
            for (var l = 0; l < lines.Count; l++)
            {
                var place = l;
                rows.Add(
                    new(
                        lines[l].Label,
                        [
                            FigureCell.Of(lines[l].Facts.Count),
                            .. Enumerable.Range(0, columns.Count).Select(c => Show(web, chosen, cells[place, c])),
                        ],
                        lines[l].Key
                    )
                );
            }
        }
        rows.Add(
            new(
                new("Totaal", "Total"),
                [
                    FigureCell.Of(facts.Count),
                    .. Enumerable.Range(0, columns.Count).Select(c => Show(web, chosen, totals[c])),
                ],
                IsTotal: true
            )
        );
        var printed = totals.Concat(byLocation ? cells.Cast<int>() : []).Where(chosen.Hidden.Contains).ToList();
        var primary = printed.Count(id => web.Numbers[id].Sensitive);
        return (rows, primary, printed.Count - primary);
    }

    private void AddLine(
        CountWeb web,
        int root,
        int[] heads,
        IReadOnlyList<CaseFacts> line,
        int[,] cells,
        int place,
        HashSet<int>? already
    )
    {
        var node = web.AddNode();
        var counts = columns.Select(c => line.Count(f => belongs(f, c.Code))).ToArray();
        web.Add(root, node, counts.Sum(), mayHide: false, sensitive: false);
        for (var c = 0; c < columns.Count; c++)
        {
            cells[place, c] = web.Add(node, heads[c], counts[c], mayHide: true, sensitive: IsSmall(counts[c]));
            // Few complaints at a location: nothing of how they divide is shown, not even what there was none of.
            if (line.Count > 0 && line.Count < scene.Threshold)
                already?.Add(cells[place, c]);
        }
    }

    private bool IsSmall(int count) => count > 0 && count < scene.Threshold;

    /// <summary>Reports that went out before over parts of this period. Overlapping ones can't stand in one chain; the finer ones bind more.</summary>
    private List<FiguresReport> EarlierChain()
    {
        var chain = new List<FiguresReport>();
        var parts = scene
            .Earlier.Where(r =>
                r.Period != scene.Period && r.Period.From >= scene.Period.From && r.Period.To <= scene.Period.To
            )
            .Where(r => r.Table(name) is not null)
            .OrderBy(r => NodaTime.Period.DaysBetween(r.Period.From, r.Period.To))
            .ThenBy(r => r.Period.From);
        foreach (var part in parts)
        {
            if (chain.All(c => c.Period.To < part.Period.From || c.Period.From > part.Period.To))
                chain.Add(part);
        }
        return chain;
    }

    /// <summary>
    /// Each column is the sum of what earlier reports covered and the rest. What they showed is fixed, what they hid stays
    /// hidden, and the rest was never printed. Where they cover the whole period there is no rest.
    /// </summary>
    private void TieEarlier(CountWeb web, int root, int[] tails, List<FiguresReport> chain, HashSet<int> already)
    {
        if (chain.Count == 0)
            return;
        var left = columns.Select(c => facts.Count(f => belongs(f, c.Code))).ToArray();
        foreach (var part in chain)
        {
            var node = web.AddNode();
            var sum = 0;
            for (var c = 0; c < columns.Count; c++)
            {
                var shown = ShownIn(part.Table(name)!, columns[c].Label);
                var value = facts.Count(f => part.Period.Contains(DateOf(f)) && belongs(f, columns[c].Code));
                left[c] -= value;
                sum += value;
                var id = web.Add(tails[c], node, value, mayHide: shown.Hidden, sensitive: false);
                if (shown.Hidden)
                    already.Add(id);
            }
            web.Add(node, root, sum, mayHide: false, sensitive: false);
        }
        var rest = web.AddNode();
        var covered = chain.Sum(p => NodaTime.Period.DaysBetween(p.Period.From, p.Period.To) + 1);
        var whole = covered == NodaTime.Period.DaysBetween(scene.Period.From, scene.Period.To) + 1;
        for (var c = 0; c < columns.Count; c++)
        {
            var id = web.Add(tails[c], rest, Math.Max(0, left[c]), mayHide: !whole, sensitive: false);
            if (!whole)
                already.Add(id);
        }
        web.Add(rest, root, Math.Max(0, left.Sum()), mayHide: false, sensitive: false);
    }

    private NodaTime.LocalDate? DateOf(CaseFacts fact) =>
        name == "complaints-by-nature" ? fact.FiledOn : fact.DecidedOn;

    private static (bool Hidden, int Value) ShownIn(FigureTable table, Words column)
    {
        var row = table.Rows.FirstOrDefault(r => r.Label == column);
        // A column the earlier report did not print was nothing then, and that shows.
        if (row is null)
            return (false, 0);
        var cell = row.Cells[^1];
        return (cell.Number is null, (int)(cell.Number ?? 0));
    }

    private static FigureCell Show(CountWeb web, Suppression chosen, int id) =>
        chosen.Hidden.Contains(id) ? FigureCell.Hidden : FigureCell.Of(web.Numbers[id].Value);
}
