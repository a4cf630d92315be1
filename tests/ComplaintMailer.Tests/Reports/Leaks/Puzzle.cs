using ComplaintMailer.Core.Figures.Disclosure;

namespace ComplaintMailer.Tests.Reports.Leaks;

/// <summary>
/// Whole numbers of which sums are known: what an attacker writes down from printed reports. Finds which values a sum of them
/// can have, by trying; it knows nothing of how numbers were hidden.
/// </summary>
internal sealed class Puzzle
{
    private const int WalkMost = 400;
    private const int Walks = 1;
    private const int Many = 300;
    private uint chance = 1;
    private readonly List<int> truth = [];
    private readonly List<(int Variable, int Sign)[]> terms = [];
    private readonly List<int> sums = [];
    private readonly List<List<int>> within = [];
    private readonly List<(int[] Of, int Least)> floors = [];
    private readonly HashSet<(int Sum, int Variable)> negative = [];
    private ExactSums? exact;

    public int Add(int value)
    {
        truth.Add(value);
        within.Add([]);
        return truth.Count - 1;
    }

    public int True(IEnumerable<int> of) => of.Sum(v => truth[v]);

    public void Know(IEnumerable<int> of, int sum)
    {
        var all = of.ToArray();
        Assert.Equal(sum, True(all));
        Put([.. all.Select(v => (v, 1))], sum);
    }

    /// <summary>Two sums are the same, whatever they are: what both leave of a number that is larger than either is the same.</summary>
    public void KnowEqual(int[] these, int[] those)
    {
        Assert.Equal(True(these), True(those));
        var all = truth.Sum();
        var rest = Add(all - True(these));
        Know([.. these, rest], all);
        Know([.. those, rest], all);
    }

    public void SumAtLeast(int[] of, int least) => floors.Add((of, least));

    /// <summary>For each target the values it was found to have, until there are enough of them or no more can be found.</summary>
    public List<SortedSet<int>> Values(IReadOnlyList<int[]> targets, int enough)
    {
        var seen = targets.Select(t => new SortedSet<int> { True(t) }).ToList();
        var solutions = new List<int[]> { truth.ToArray() };
        void Note(int[] found)
        {
            var isNew = false;
            for (var other = 0; other < targets.Count; other++)
                isNew |= seen[other].Add(targets[other].Sum(v => found[v]));
            if (isNew)
                solutions.Add(found);
        }

        for (var t = 0; t < targets.Count; t++)
        {
            if (seen[t].Count >= enough)
                continue;
            // Where there are many numbers, what lies near is mostly possible, and soonest found by steps.
            for (var away = 1; truth.Count > Many && away <= enough && seen[t].Count < enough; away++)
            {
                foreach (var value in new[] { True(targets[t]) + away, True(targets[t]) - away }.Where(v => v >= 0))
                {
                    var near = solutions.MinBy(s => Math.Abs(targets[t].Sum(v => s[v]) - value))!;
                    if (!seen[t].Contains(value) && Walk(near, targets[t], value) is { } found)
                        Note(found);
                }
            }
            if (seen[t].Count >= enough)
                continue;
            // No number of complaints outside these fits, not even in fractions. Within them sums of three kinds may leave gaps.
            var (least, most) = Exact().Bounds(targets[t]);
            var at = True(targets[t]);
            foreach (var value in Enumerable.Range(least, most - least + 1).OrderBy(v => Math.Abs(v - at)))
            {
                if (seen[t].Contains(value) || seen[t].Count >= enough)
                    continue;
                var near = solutions.MinBy(s => Math.Abs(targets[t].Sum(v => s[v]) - value))!;
                if ((Walk(near, targets[t], value) ?? Solve(targets[t], value)) is { } found)
                    Note(found);
            }
        }
        return seen;
    }

    /// <summary>
    /// From a solution to one with another value of a target, by small steps: each takes up one sum that does not fit and makes
    /// another not fit instead, until all do. What it finds is possible; what it does not find may still be.
    /// </summary>
    private int[]? Walk(int[] from, int[] target, int value)
    {
        Put([.. target.Select(v => (v, 1))], value);
        try
        {
            for (var walk = 0; walk < Walks; walk++)
            {
                var at = (int[])from.Clone();
                var off = new int[sums.Count];
                var wrong = new List<int>();
                for (var s = 0; s < sums.Count; s++)
                {
                    off[s] = terms[s].Sum(x => x.Sign * at[x.Variable]) - sums[s];
                    if (off[s] != 0)
                        wrong.Add(s);
                }
                var last = -1;
                for (var step = 0; step < WalkMost && wrong.Count > 0; step++)
                {
                    var s = wrong[Next(wrong.Count)];
                    var (best, bestCost, ties) = (-1, int.MaxValue, 0);
                    foreach (var (v, sign) in terms[s])
                    {
                        var move = off[s] * sign > 0 ? -1 : 1;
                        if (v == last || at[v] + move < 0)
                            continue;
                        var cost = 0;
                        foreach (var other in within[v])
                            cost += Math.Abs(off[other] + (move * SignOf(other, v))) - Math.Abs(off[other]);
                        if (cost > bestCost || (cost == bestCost && Next(++ties) != 0))
                            continue;
                        if (cost < bestCost)
                            ties = 1;
                        (best, bestCost) = (v, cost);
                    }
                    // Now and then anything at all, so as not to run in circles.
                    if (best < 0 || Next(12) == 0)
                    {
                        best = terms[s][Next(terms[s].Length)].Variable;
                    }
                    var by = off[s] * SignOf(s, best) > 0 ? -1 : 1;
                    if (at[best] + by < 0)
                        continue;
                    at[best] += by;
                    last = best;
                    foreach (var other in within[best])
                    {
                        var was = off[other];
                        off[other] += by * SignOf(other, best);
                        if (was == 0 && off[other] != 0)
                            wrong.Add(other);
                        else if (was != 0 && off[other] == 0)
                            wrong.Remove(other);
                    }
                }
                if (wrong.Count == 0 && floors.All(f => f.Of.Sum(v => at[v]) >= f.Least))
                    return at;
            }
            return null;
        }
        finally
        {
            Pull(target);
        }
    }

    private int SignOf(int sum, int variable) => negative.Contains((sum, variable)) ? -1 : 1;

    private int Next(int below)
    {
        chance = (chance * 1664525u) + 1013904223u;
        return (int)((chance >> 8) % (uint)below);
    }

    private void Pull(int[] target)
    {
        terms.RemoveAt(terms.Count - 1);
        sums.RemoveAt(sums.Count - 1);
        foreach (var v in target)
            within[v].RemoveAt(within[v].Count - 1);
    }

    private void Put((int Variable, int Sign)[] of, int sum)
    {
        foreach (var (v, sign) in of)
        {
            within[v].Add(sums.Count);
            if (sign < 0)
                negative.Add((sums.Count, v));
        }
        terms.Add(of);
        sums.Add(sum);
    }

    private ExactSums Exact() =>
        exact ??= new(
            truth.Count,
            [
                .. terms.Select((t, i) => new Sum([.. t.Select(x => x.Variable)], sums[i])),
                .. floors.Select(f => new Sum(f.Of, f.Least, 1)),
            ]
        );

    /// <summary>What steps did not find is looked for exactly. What comes back is checked against every sum.</summary>
    private int[]? Solve(int[] target, int value)
    {
        if (Exact().Find(target, value, out _) is not { } found)
            return null;
        Assert.Equal(value, target.Sum(v => found[v]));
        Assert.All(found, n => Assert.True(n >= 0));
        for (var s = 0; s < sums.Count; s++)
            Assert.Equal(sums[s], terms[s].Sum(x => found[x.Variable]));
        Assert.All(floors, f => Assert.True(f.Of.Sum(v => found[v]) >= f.Least));
        return found;
    }
}
