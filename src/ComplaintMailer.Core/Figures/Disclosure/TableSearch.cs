using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComplaintMailer.Core.Figures.Disclosure;

/// <summary>
/// Whole numbers of which sums are known, and a search for other numbers that fit the same sums. It goes from one solution to
/// another by small steps: each takes up a sum that does not fit and makes another not fit instead, until all do. What the steps
/// do not find is looked for exactly where there are few numbers. The same question has the same answer: its chance is made
/// from a fixed seed.
/// </summary>
public sealed class TableSearch
{
    private const int StepsMost = 600;
    private const int Walks = 4;
    private const int Remembered = 24;
    private const long ExactMost = 150_000;
    private readonly List<int[]> found = [];
    private readonly List<int> numbers = [];
    private readonly List<int[]> sums = [];
    private readonly List<int> totals = [];
    private readonly List<List<int>> within = [];
    private readonly List<(int[] Of, int Least)> floors = [];
    private readonly List<List<int>> under = [];
    private ExactSums? exact;
    private uint chance = 1;

    /// <summary>Other numbers that fit all sums, as far as they gave a target a further value.</summary>
    public IReadOnlyList<int[]> Found => found;

    public int Add(int value)
    {
        numbers.Add(value);
        within.Add([]);
        under.Add([]);
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

    /// <summary>What these add up to now.</summary>
    public int Now(int[] of) => Sum(of, numbers);

    public void AtLeast(IEnumerable<int> of, int least)
    {
        var all = of.ToArray();
        if (least <= 0)
            return;
        foreach (var number in all)
            under[number].Add(floors.Count);
        floors.Add((all, least));
    }

    /// <summary>For each target, a sum of some numbers, the values it can have; no more than are asked for are looked for.</summary>
    public IReadOnlyList<Candidates> Values(IReadOnlyList<int[]> targets, int enough) =>
        Values([.. targets.Select(t => new Question(t, enough, null))], quick: false);

    /// <param name="quick">Steps are tried first, and the exact answer is asked for only where those fall short.</param>
    public IReadOnlyList<Candidates> Values(IReadOnlyList<Question> questions, bool quick)
    {
        var targets = questions.Select(q => q.Of).ToList();
        var seen = targets.Select(t => new SortedSet<int> { Sum(t, numbers) }).ToList();
        var solutions = new List<int[]> { numbers.ToArray() };
        void Note(int[] fits)
        {
            var isNew = false;
            for (var other = 0; other < targets.Count; other++)
                isNew |= seen[other].Count < questions[other].Enough && seen[other].Add(Sum(targets[other], fits));
            if (!isNew)
                return;
            found.Add(fits);
            if (solutions.Count > Remembered)
                solutions.RemoveAt(1);
            solutions.Add(fits);
        }

        for (var t = 0; quick && t < targets.Count; t++)
        {
            var truth = Sum(targets[t], numbers);
            var (least, most) = questions[t].Within ?? (0, int.MaxValue);
            for (var away = 1; away < questions[t].Enough && seen[t].Count < questions[t].Enough; away++)
            {
                foreach (var value in new[] { truth + away, truth - away }.Where(v => v >= least && v <= most))
                {
                    if (!seen[t].Contains(value) && Find(targets[t], value, solutions, 1) is { } other)
                        Note(other);
                }
            }
        }
        return
        [
            .. questions.Select(
                (q, t) =>
                    seen[t].Count >= q.Enough ? new(seen[t], q.Enough) : Look(q.Of, seen[t], q.Enough, solutions, Note)
            ),
        ];
    }

    private Candidates Look(int[] target, SortedSet<int> seen, int enough, List<int[]> solutions, Action<int[]> note)
    {
        exact ??= new(
            numbers.Count,
            [.. sums.Select((of, i) => new Sum(of, totals[i])), .. floors.Select(f => new Sum(f.Of, f.Least, 1))]
        );
        var isExact = exact.Size <= ExactMost;
        var truth = Sum(target, numbers);
        var (least, most) = isExact ? exact.Bounds(target) : (Math.Max(0, truth - enough), truth + enough);
        var unsure = 0;
        // Near the truth first: there it is found soonest. Sums over several tables may leave gaps.
        foreach (var value in Enumerable.Range(least, most - least + 1).OrderBy(v => Math.Abs(v - truth)))
        {
            if (seen.Count >= enough)
                break;
            if (seen.Contains(value))
                continue;
            var other = Find(target, value, solutions, isExact ? 1 : Walks);
            var certain = false;
            if (other is null && isExact)
                other = exact.Find(target, value, out certain);
            if (other is not null)
                note(other);
            else if (!certain)
                unsure++;
        }
        return new(seen, Math.Min(enough, seen.Count + unsure)) { Within = isExact ? (least, most) : null };
    }

    /// <summary>Numbers that fit all sums and give the target this value; null: none was found.</summary>
    public IReadOnlyList<int>? Find(int[] target, int value) => Find(target, value, [numbers.ToArray()], Walks);

    private int[]? Find(int[] target, int value, List<int[]> solutions, int walks)
    {
        foreach (var number in target)
            within[number].Add(sums.Count);
        sums.Add(target);
        totals.Add(value);
        var near = solutions.MinBy(s => Math.Abs(Sum(target, s) - value))!;
        int[]? fits = null;
        for (var walk = 0; walk < walks && fits is null; walk++)
            fits = Walk(near);
        sums.RemoveAt(sums.Count - 1);
        totals.RemoveAt(totals.Count - 1);
        foreach (var number in target)
            within[number].RemoveAt(within[number].Count - 1);
        return fits;
    }

    /// <param name="from">It fits everything but the last sum.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[]? Walk(int[] from)
    {
        var at = (int[])from.Clone();
        var off = new int[sums.Count];
        off[^1] = Sum(sums[^1], at) - totals[^1];
        var wrong = new List<int>();
        if (off[^1] != 0)
            wrong.Add(sums.Count - 1);
        var spare = floors.Select(f => Sum(f.Of, at) - f.Least).ToArray();
        var last = -1;
        for (var step = 0; step < StepsMost && wrong.Count > 0; step++)
        {
            var sum = wrong[Next(wrong.Count)];
            if (sums[sum].Length == 0)
                return null;
            var move = off[sum] > 0 ? -1 : 1;
            // Now and then anything at all, so as not to run in circles.
            var pick = Next(12) == 0 ? sums[sum][Next(sums[sum].Length)] : Best(sum, move, at, off, spare, last);
            if (pick < 0 || !May(pick, move, at, spare))
                continue;
            at[pick] += move;
            foreach (var floor in under[pick])
                spare[floor] += move;
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
        return wrong.Count == 0 ? at : null;
    }

    /// <summary>No number goes below nothing, and no sum below what it is known to be at least.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool May(int number, int move, int[] at, int[] spare) =>
        move > 0
        || (at[number] > 0 && (under[number].Count == 0 || under[number].TrueForAll(floor => spare[floor] > 0)));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Best(int sum, int move, int[] at, int[] off, int[] spare, int last)
    {
        var (best, least, equals) = (-1, int.MaxValue, 0);
        foreach (var number in sums[sum])
        {
            if (number == last || !May(number, move, at, spare))
                continue;
            var cost = 0;
            // Each sum comes nearer by one, or goes further off by one.
            foreach (var touched in CollectionsMarshal.AsSpan(within[number]))
                cost += (move > 0 ? off[touched] >= 0 : off[touched] <= 0) ? 1 : -1;
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

/// <param name="Found">Values it was found to have.</param>
/// <param name="AtMost">It has no more than so many, counted up to as many as were asked for.</param>
public sealed record Candidates(IReadOnlySet<int> Found, int AtMost)
{
    /// <summary>It is never outside these; null: that was not looked at.</summary>
    public (int Least, int Most)? Within { get; init; }
}

/// <param name="Of">A sum of these numbers.</param>
/// <param name="Enough">So many values are looked for.</param>
/// <param name="Within">It is known never to be outside these.</param>
public sealed record Question(int[] Of, int Enough, (int Least, int Most)? Within);
