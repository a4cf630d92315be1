namespace ComplaintMailer.Core.Figures.Disclosure;

/// <summary>
/// Whole numbers of which sums are known, and a search for other numbers that fit the same sums. It goes from one solution to
/// another by small steps: each takes up a sum that does not fit and makes another not fit instead, until all do. What it finds
/// is possible; what it does not find may still be. The same question has the same answer: its chance is made from a fixed seed.
/// </summary>
public sealed class TableSearch
{
    private const int StepsMost = 600;
    private const int Walks = 4;
    private readonly List<int> numbers = [];
    private readonly List<int[]> sums = [];
    private readonly List<int> totals = [];
    private readonly List<List<int>> within = [];
    private readonly List<(int[] Of, int Least)> floors = [];
    private uint chance = 1;

    public int Add(int value)
    {
        numbers.Add(value);
        within.Add([]);
        return numbers.Count - 1;
    }

    /// <summary>The sum of these numbers is known: it is what they add up to now.</summary>
    public void Know(IEnumerable<int> of)
    {
        var all = of.ToArray();
        foreach (var number in all)
            within[number].Add(sums.Count);
        sums.Add(all);
        totals.Add(Sum(all, numbers));
    }

    public void AtLeast(IEnumerable<int> of, int least) => floors.Add((of.ToArray(), least));

    /// <summary>For each target, a sum of some numbers, values it was found to have; no more than are asked for are looked for.</summary>
    public IReadOnlyList<IReadOnlySet<int>> Values(IReadOnlyList<int[]> targets, int enough)
    {
        var seen = targets.Select(t => new SortedSet<int> { Sum(t, numbers) }).ToList();
        var solutions = new List<int[]> { numbers.ToArray() };
        for (var t = 0; t < targets.Count; t++)
        {
            var truth = Sum(targets[t], numbers);
            foreach (var step in new[] { 1, -1 })
            {
                // What is not possible one step away may be two steps away: sums over several tables leave gaps.
                for (
                    int value = truth + step, misses = 0;
                    value >= 0 && misses < 2 && seen[t].Count < enough;
                    value += step
                )
                {
                    if (seen[t].Contains(value))
                        continue;
                    if (Find(targets[t], value, solutions) is not { } found)
                    {
                        misses++;
                        continue;
                    }
                    var isNew = false;
                    for (var other = 0; other < targets.Count; other++)
                        isNew |= seen[other].Add(Sum(targets[other], found));
                    if (isNew)
                        solutions.Add(found);
                }
            }
        }
        return seen;
    }

    /// <summary>Numbers that fit all sums and give the target this value; null: none was found.</summary>
    public IReadOnlyList<int>? Find(int[] target, int value) => Find(target, value, [numbers.ToArray()]);

    private int[]? Find(int[] target, int value, List<int[]> solutions)
    {
        foreach (var number in target)
            within[number].Add(sums.Count);
        sums.Add(target);
        totals.Add(value);
        var near = solutions.MinBy(s => Math.Abs(Sum(target, s) - value))!;
        int[]? found = null;
        for (var walk = 0; walk < Walks && found is null; walk++)
            found = Walk(near);
        sums.RemoveAt(sums.Count - 1);
        totals.RemoveAt(totals.Count - 1);
        foreach (var number in target)
            within[number].RemoveAt(within[number].Count - 1);
        return found;
    }

    private int[]? Walk(int[] from)
    {
        var at = (int[])from.Clone();
        var off = sums.Select((s, i) => Sum(s, at) - totals[i]).ToArray();
        var wrong = Enumerable.Range(0, off.Length).Where(i => off[i] != 0).ToList();
        var last = -1;
        for (var step = 0; step < StepsMost && wrong.Count > 0; step++)
        {
            var sum = wrong[Next(wrong.Count)];
            var move = off[sum] > 0 ? -1 : 1;
            // Now and then anything at all, so as not to run in circles.
            var pick = Next(12) == 0 ? sums[sum][Next(sums[sum].Length)] : Best(sum, move, at, off, last);
            if (pick < 0 || at[pick] + move < 0)
                continue;
            at[pick] += move;
            last = pick;
            foreach (var touched in within[pick])
            {
                var was = off[touched];
                off[touched] += move;
                if (was == 0)
                    wrong.Add(touched);
                else if (off[touched] == 0)
                    wrong.Remove(touched);
            }
        }
        return wrong.Count == 0 && floors.All(f => Sum(f.Of, at) >= f.Least) ? at : null;
    }

    private int Best(int sum, int move, int[] at, int[] off, int last)
    {
        var (best, least, equals) = (-1, int.MaxValue, 0);
        foreach (var number in sums[sum])
        {
            if (number == last || at[number] + move < 0)
                continue;
            var cost = 0;
            foreach (var touched in within[number])
                cost += Math.Abs(off[touched] + move) - Math.Abs(off[touched]);
            if (cost < least)
                (best, least, equals) = (number, cost, 1);
            else if (cost == least && Next(++equals) == 0)
                best = number;
        }
        return best;
    }

    private int Next(int below)
    {
        chance = (chance * 1664525u) + 1013904223u;
        return (int)((chance >> 8) % (uint)below);
    }

    private static int Sum(int[] of, IReadOnlyList<int> values)
    {
        var sum = 0;
        foreach (var number in of)
            sum += values[number];
        return sum;
    }
}
