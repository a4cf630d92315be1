namespace ComplaintMailer.Core.Figures.Joint;

/// <summary>
/// Other complaints there could have been, each by what every statement would come to. They are what proves that a number can't
/// be worked out: as long as such complaints would be printed just as those there were, nobody can tell.
/// </summary>
internal sealed class Worlds(IReadOnlyList<int[]> of, IReadOnlyList<int> trues, IReadOnlyList<Statement> statements)
{
    /// <summary>Enough for any report, and little memory even with tens of thousands of statements.</summary>
    private const int SumsMost = 4_000_000;
    private readonly List<int[]> all = [];
    private Dictionary<int, List<int>>? over;

    /// <param name="numbers">Which numbers were free to move.</param>
    /// <param name="found">What they were found to be, together.</param>
    /// <param name="counts">What they are.</param>
    public void Add(List<int> numbers, IReadOnlyList<int[]> found, int[] counts)
    {
        foreach (var world in found)
        {
            if ((long)(all.Count + 1) * of.Count > SumsMost)
                return;
            int[] sums = [.. trues];
            for (var i = 0; i < numbers.Count; i++)
            {
                var moved = world[i] - counts[numbers[i]];
                if (moved == 0)
                    continue;
                foreach (var s in Over(numbers[i]))
                    sums[s] += moved;
            }
            all.Add(sums);
        }
    }

    /// <summary>For each of these the values it has in worlds that would be printed the same.</summary>
    public Dictionary<int, SortedSet<int>> Values(IReadOnlyList<int> wanted, Func<int, bool> isShown, int enough)
    {
        var values = wanted.ToDictionary(t => t, t => new SortedSet<int> { trues[t] });
        if (all.Count == 0)
            return values;
        List<int> known = [.. Enumerable.Range(0, of.Count).Where(isShown)];
        List<int> floors = [.. Enumerable.Range(0, of.Count).Where(s => statements[s].Least > 0)];
        foreach (
            var world in all.Where(w =>
                known.TrueForAll(s => w[s] == trues[s])
                && floors.TrueForAll(s => w[s] >= Math.Min(statements[s].Least, trues[s]))
            )
        )
        {
            foreach (var (target, seen) in values)
            {
                if (seen.Count < enough)
                    seen.Add(world[target]);
            }
        }
        return values;
    }

    private List<int> Over(int number)
    {
        if (over is null)
        {
            over = [];
            for (var s = 0; s < of.Count; s++)
            {
                foreach (var n in of[s])
                {
                    if (!over.TryGetValue(n, out var those))
                        over[n] = those = [];
                    those.Add(s);
                }
            }
        }
        return over.GetValueOrDefault(number) ?? [];
    }
}
