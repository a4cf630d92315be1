using ComplaintMailer.Core.Figures.Disclosure;

namespace ComplaintMailer.Tests.Core.Figures;

public class DisclosureTests
{
    [Fact]
    public void A_small_cell_takes_its_neighbour_with_it_because_the_row_total_would_give_it_back()
    {
        // Seven complaints at one location: five about treatment, two about communication. The seven is printed by law.
        var web = new CountWeb();
        var (root, location, treatment, communication) = (web.AddNode(), web.AddNode(), web.AddNode(), web.AddNode());
        web.Add(root, location, 7, mayHide: false, sensitive: false);
        var five = web.Add(location, treatment, 5, mayHide: true, sensitive: false);
        var two = web.Add(location, communication, 2, mayHide: true, sensitive: true);
        web.Add(treatment, root, 5, mayHide: true, sensitive: false);
        web.Add(communication, root, 2, mayHide: true, sensitive: true);

        var chosen = Suppressor.Choose(web, 5);

        Assert.Contains(two, chosen.Hidden);
        Assert.Contains(five, chosen.Hidden);
        Assert.True(web.Candidates(two, chosen.Hidden, 5) >= 5);
    }

    [Fact]
    public void Nothing_is_hidden_where_nothing_is_small()
    {
        var chosen = Suppressor.Choose(
            RandomTables.Web(
                [
                    [9, 12],
                    [8, 30],
                ],
                5
            ),
            5
        );

        Assert.Empty(chosen.Hidden);
    }

    [Fact]
    public void No_hidden_cell_of_three_hundred_random_tables_can_be_worked_out()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var cells = RandomTables.Cells(seed, rows: 2 + (seed % 2), columns: 2 + (seed / 2 % 2), most: 8);
            var web = RandomTables.Web(cells, 5);

            var hidden = Suppressor.Choose(web, 5).Hidden.Select(id => id - cells.Length).ToHashSet();

            // The attacker does not use our flows: he tries every table there could be. What the totals alone give away
            // (a location with two complaints has at most two about anything) no hiding of cells can mend.
            var possible = Attacker.PossibleValues(cells, hidden);
            var fromTotalsAlone = Attacker.PossibleValues(
                cells,
                Enumerable.Range(0, cells.Length * cells[0].Length).ToHashSet()
            );
            foreach (var (cell, values) in possible)
            {
                var asked = Math.Min(5, fromTotalsAlone[cell].Count);
                Assert.True(values.Count >= asked, $"seed={seed}: cell {cell} is one of {string.Join(",", values)}");
            }
        }
    }

    /// <summary>Large tables are not solved exactly. On small ones both ways can be taken, so the gap between them can be counted.</summary>
    [Fact]
    public void The_quick_way_of_large_tables_hides_hardly_more_than_the_fewest_there_can_be()
    {
        var (fewest, quick, tables, alike) = (0, 0, 0, 0);
        for (var seed = 1; seed <= 300; seed++)
        {
            var web = RandomTables.Web(RandomTables.Cells(seed, rows: 3, columns: 4, most: 14), 5);
            var exact = Suppressor.Choose(web, 5, exactUpTo: 14);
            if (!exact.IsExact)
                continue;
            var other = Suppressor.Choose(web, 5, exactUpTo: 0);
            Assert.True(other.Hidden.Count >= exact.Hidden.Count, $"seed {seed}");
            tables++;
            alike += other.Hidden.Count == exact.Hidden.Count ? 1 : 0;
            fewest += exact.Hidden.Count;
            quick += other.Hidden.Count;
        }

        Assert.True(tables > 200, $"{tables} tables");
        Assert.True(100 * quick <= 104 * fewest, $"{quick} hidden instead of {fewest}, alike in {alike} of {tables}");
    }

    [Fact]
    public void The_flows_find_exactly_the_values_that_trying_everything_finds()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var cells = RandomTables.Cells(seed, rows: 2, columns: 3, most: 6);
            var web = RandomTables.Web(cells, 5);
            var hidden = new HashSet<int>(
                Enumerable.Range(0, 6).Where(i => ((seed >> (i % 5)) & 1) == 1 || i == seed % 6)
            );

            var possible = Attacker.PossibleValues(cells, hidden);

            var places = hidden.Select(cell => cell + cells.Length).ToHashSet();
            foreach (var (cell, values) in possible)
                Assert.Equal(values.Count, web.Candidates(cell + cells.Length, places, 1000));
        }
    }
}

/// <summary>Tables with exact row totals (as the law wants per location) and column totals that may be hidden.</summary>
internal static class RandomTables
{
    public static int[][] Cells(int seed, int rows, int columns, int most)
    {
        // The same seed gives the same table on every machine.
        var state = (uint)seed * 2654435761u;
        int Next(int below)
        {
            state = (state * 1664525u) + 1013904223u;
            return (int)((state >> 10) % (uint)below);
        }
        return
        [
            .. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => Next(most)).ToArray()),
        ];
    }

    /// <summary>Numbers in order: row totals, cells row by row, column totals.</summary>
    public static CountWeb Web(int[][] cells, int threshold)
    {
        var web = new CountWeb();
        var root = web.AddNode();
        var rows = cells.Select(_ => web.AddNode()).ToArray();
        var columns = cells[0].Select(_ => web.AddNode()).ToArray();
        for (var r = 0; r < rows.Length; r++)
            web.Add(root, rows[r], cells[r].Sum(), mayHide: false, sensitive: false);
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < columns.Length; c++)
                web.Add(
                    rows[r],
                    columns[c],
                    cells[r][c],
                    mayHide: true,
                    sensitive: cells[r][c] > 0 && cells[r][c] < threshold
                );
        }
        for (var c = 0; c < columns.Length; c++)
            web.Add(columns[c], root, cells.Sum(row => row[c]), mayHide: false, sensitive: false);
        return web;
    }
}

/// <summary>Somebody who has the printed table and tries every table that fits it.</summary>
internal static class Attacker
{
    /// <param name="hidden">Cells, counted row by row.</param>
    public static Dictionary<int, SortedSet<int>> PossibleValues(int[][] cells, IReadOnlySet<int> hidden)
    {
        var (rows, columns) = (cells.Length, cells[0].Length);
        var left = cells.Select((row, r) => row.Where((_, c) => hidden.Contains((r * columns) + c)).Sum()).ToArray();
        var over = Enumerable
            .Range(0, columns)
            .Select(c => cells.Where((_, r) => hidden.Contains((r * columns) + c)).Sum(row => row[c]))
            .ToArray();
        var found = hidden.ToDictionary(id => id, _ => new SortedSet<int>());
        var order = hidden.Order().ToArray();
        var trial = new int[rows * columns];

        void Try(int at)
        {
            if (at == order.Length)
            {
                if (left.All(v => v == 0) && over.All(v => v == 0))
                {
                    foreach (var id in order)
                        found[id].Add(trial[id]);
                }
                return;
            }
            var cell = order[at];
            var (r, c) = (cell / columns, cell % columns);
            var last = !order.Skip(at + 1).Any(o => o / columns == r);
            var most = Math.Min(left[r], over[c]);
            for (var value = last ? left[r] : 0; value <= most; value++)
            {
                trial[cell] = value;
                left[r] -= value;
                over[c] -= value;
                Try(at + 1);
                left[r] += value;
                over[c] += value;
            }
        }

        Try(0);
        return found;
    }
}
