namespace ComplaintMailer.Core.Figures.Disclosure;

/// <summary>
/// Whole numbers of which sums are known, and for certain whether another sum of them can have a value: by bounds that hold for
/// fractions too, and where those leave it open by dividing the numbers that came out as fractions.
/// </summary>
public sealed class ExactSums
{
    private const int PartsMost = 200;
    private const double Nothing = 1e-6;
    private readonly int[] place;
    private readonly int[] known;
    private readonly List<Sum> sums = [];
    private readonly int open;
    private readonly Lazy<Simplex?> start;
    private int parts;

    /// <param name="count">How many numbers.</param>
    public ExactSums(int count, IEnumerable<Sum> given)
    {
        known = new int[count];
        Array.Fill(known, -1);
        var left = given.ToList();
        // What adds up to nothing is nothing, and what stands alone is known: without those the rest is much smaller.
        for (var changed = true; changed; )
        {
            changed = false;
            var next = new List<Sum>();
            foreach (var sum in left)
            {
                var of = sum.Of.Where(n => known[n] < 0).ToArray();
                var total = sum.Total - sum.Of.Where(n => known[n] >= 0).Sum(n => known[n]);
                if (sum.Is == 0 && (total == 0 || of.Length == 1))
                {
                    foreach (var number in of)
                        known[number] = total;
                    changed = true;
                }
                else if (of.Length > 0 && !(sum.Is > 0 && total <= 0))
                {
                    next.Add(sum with { Of = of, Total = total });
                    changed |= of.Length < sum.Of.Length;
                }
            }
            left = next;
        }
        place = new int[count];
        for (var n = 0; n < count; n++)
            place[n] = known[n] < 0 ? open++ : -1;
        sums.AddRange(left.Select(s => s with { Of = [.. s.Of.Select(n => place[n])] }));
        start = new(() => Simplex.Start(open, sums));
    }

    /// <summary>How much work a question is.</summary>
    public long Size => (long)(open + 1) * (sums.Count + 1);

    /// <summary>The sum is never outside these.</summary>
    public (int Least, int Most) Bounds(int[] target)
    {
        var (of, fixedPart) = Open(target);
        if (of.Length == 0 || start.Value is not { } simplex)
            return (fixedPart, fixedPart);
        return (
            fixedPart + (int)Math.Ceiling(-simplex.Most(of, -1) - Nothing),
            fixedPart + (int)Math.Floor(simplex.Most(of, 1) + Nothing)
        );
    }

    /// <param name="certain">False: it was not found, but nothing says that it is not there.</param>
    public int[]? Find(int[] target, int value, out bool certain)
    {
        var (of, fixedPart) = Open(target);
        parts = 0;
        var found = Divide([.. sums, new(of, value - fixedPart)]);
        certain = found is not null || parts < PartsMost;
        if (found is null)
            return null;
        var all = new int[place.Length];
        for (var n = 0; n < all.Length; n++)
            all[n] = place[n] < 0 ? known[n] : found[place[n]];
        return all;
    }

    private int[]? Divide(List<Sum> with)
    {
        if (++parts >= PartsMost || Simplex.Start(open, with) is not { } solved)
            return null;
        var at = solved.Solution(open);
        var broken = Array.FindIndex(at, v => Math.Abs(v - Math.Round(v)) > Nothing);
        if (broken < 0)
        {
            int[] whole = [.. at.Select(v => (int)Math.Round(v))];
            return with.TrueForAll(s => Fits(s, whole)) ? whole : null;
        }
        var low = (int)Math.Floor(at[broken]);
        return Divide([.. with, new([broken], low, -1)]) ?? Divide([.. with, new([broken], low + 1, 1)]);
    }

    private static bool Fits(Sum sum, int[] at)
    {
        var total = sum.Of.Sum(n => at[n]);
        return sum.Is == 0 ? total == sum.Total
            : sum.Is > 0 ? total >= sum.Total
            : total <= sum.Total;
    }

    private (int[] Of, int Fixed) Open(int[] target) =>
        (
            [.. target.Where(n => place[n] >= 0).Select(n => place[n])],
            target.Where(n => place[n] < 0).Sum(n => known[n])
        );
}
