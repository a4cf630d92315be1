using ComplaintMailer.Core.Figures.Disclosure;

namespace ComplaintMailer.Tests.Core.Figures;

public class ExactSumsTests
{
    [Fact]
    public void It_finds_just_the_values_that_trying_all_numbers_finds()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var state = (uint)seed * 2654435761u;
            int Next(int below)
            {
                state = (state * 1664525u) + 1013904223u;
                return (int)((state >> 9) % (uint)below);
            }
            // Two by two by two, of which lines in all three directions may be known: sums that no network holds.
            int[] truth = [.. Enumerable.Range(0, 8).Select(_ => Next(4))];
            var sums = new List<Sum> { new([.. Enumerable.Range(0, 8)], truth.Sum()) };
            foreach (var bit in new[] { 1, 2, 4 })
            {
                foreach (var n in Enumerable.Range(0, 8).Where(n => (n & bit) == 0))
                {
                    if (Next(3) > 0)
                        sums.Add(new([n, n | bit], truth[n] + truth[n | bit]));
                }
            }
            if (truth[1] + truth[6] > 0)
                sums.Add(new([1, 6], 1, 1));
            int[] target = [0, 3];
            var possible = Possible(truth.Sum(), sums, target);
            var exact = new ExactSums(8, sums);

            var found = Enumerable.Range(0, 26).Where(v => exact.Find(target, v, out _) is not null);
            var (least, most) = exact.Bounds(target);

            Assert.Equal(possible, found);
            Assert.InRange(possible.Min, least, possible.Min);
            Assert.InRange(possible.Max, possible.Max, most);
        }
    }

    private static SortedSet<int> Possible(int total, List<Sum> sums, int[] target)
    {
        var possible = new SortedSet<int>();
        var at = new int[8];
        void Try(int n, int left)
        {
            if (n == 7)
            {
                at[7] = left;
                if (sums.TrueForAll(s => s.Is == 0 ? s.Of.Sum(i => at[i]) == s.Total : s.Of.Sum(i => at[i]) >= s.Total))
                    possible.Add(target.Sum(i => at[i]));
                return;
            }
            for (at[n] = 0; at[n] <= left; at[n]++)
            {
                if (sums.TrueForAll(s => s.Is != 0 || s.Of.Max() > n || s.Of.Sum(i => at[i]) == s.Total))
                    Try(n + 1, left - at[n]);
            }
            at[n] = 0;
        }
        Try(0, total);
        return possible;
    }
}
