namespace ComplaintMailer.Core.Figures.Disclosure;

/// <summary>
/// Chooses which numbers not to show: the sensitive ones, and as few others as keep each hidden one from being worked out.
/// Small webs are solved exactly; larger ones by hiding the cheapest way round each open number and then showing again what
/// turns out not to be needed.
/// </summary>
public static class Suppressor
{
    /// <summary>Up to so many numbers that could be hidden beside the sensitive ones, all choices are tried.</summary>
    private const int ExactUpTo = 14;

    /// <summary>Bounds the time of the last look at large webs: so many times a number is looked at again.</summary>
    private const int WorkMost = 30_000;

    /// <param name="web">The numbers and what ties them.</param>
    /// <param name="threshold">A hidden number must keep at least so many possible values, or as many as the shown totals leave any way.</param>
    /// <param name="already">Numbers hidden for another reason, such as in an earlier report.</param>
    /// <param name="unprinted">Numbers that are printed nowhere and may well be worked out; they only tie others.</param>
    /// <param name="exactUpTo">Up to so many numbers all choices are tried.</param>
    public static Suppression Choose(
        CountWeb web,
        int threshold,
        IReadOnlySet<int>? already = null,
        IReadOnlySet<int>? unprinted = null,
        int exactUpTo = ExactUpTo
    )
    {
        var primary = new HashSet<int>(already ?? new HashSet<int>());
        for (var id = 0; id < web.Numbers.Count; id++)
        {
            if (web.Numbers[id].Sensitive)
                primary.Add(id);
        }
        if (unprinted is not null)
            primary.UnionWith(unprinted);
        var needed = Needed(web, threshold);
        foreach (var id in unprinted ?? new HashSet<int>())
            needed[id] = 1;
        if (IsSafe(web, primary, needed))
            return new Suppression(primary, primary.Count, 0, IsExact: true) { Known = Known(needed, unprinted) };

        var others = Enumerable
            .Range(0, web.Numbers.Count)
            .Where(id => web.Numbers[id].MayHide && !primary.Contains(id))
            .ToList();
        var quick = Quick(web, primary, others, needed);
        var best = quick;
        var exact = others.Count <= exactUpTo;
        if (exact)
            best = Exact(web, primary, others, needed, quick.Count - primary.Count) ?? quick;
        return new Suppression(best, primary.Count, best.Count - primary.Count, exact)
        {
            Known = Known(needed, unprinted),
        };
    }

    /// <summary>How many possible values each number would have if all that may be hidden were; more can't be asked for.</summary>
    private static int[] Needed(CountWeb web, int threshold)
    {
        bool[] all = [.. web.Numbers.Select(n => n.MayHide)];
        var flow = new ResidualFlow(web, all);
        return [.. Enumerable.Range(0, all.Length).Select(id => all[id] ? flow.Candidates(id, threshold) : 1)];
    }

    private static HashSet<int> Known(int[] needed, IReadOnlySet<int>? unprinted) =>
        [.. Enumerable.Range(0, needed.Length).Where(id => needed[id] == 1 && unprinted?.Contains(id) != true)];

    private static bool IsSafe(CountWeb web, HashSet<int> hidden, int[] needed) =>
        new Choice(web, hidden, needed).IsSafe();

    private static HashSet<int> Quick(CountWeb web, HashSet<int> primary, List<int> others, int[] needed)
    {
        var choice = new Choice(web, primary, needed);
        // Hiding more never makes a hidden number easier to find, so one that is safe stays safe and is looked at once.
        var open = new Queue<int>(primary.Order());
        while (open.TryPeek(out var id))
        {
            if (choice.IsSafe(id))
            {
                open.Dequeue();
                continue;
            }
            // No way further: all that may be hidden would not help it.
            var way = choice.Further(id);
            if (way.Count == 0)
                open.Dequeue();
            foreach (var other in way.Where(choice.Add))
                open.Enqueue(other);
        }
        ShowAgain(web, choice, others);
        return choice.Hidden;
    }

    /// <summary>Shows again what was hidden on the way and is not needed, the largest numbers first.</summary>
    private static void ShowAgain(CountWeb web, Choice choice, List<int> others)
    {
        choice.Settle();
        var work = choice.Looked + WorkMost;
        foreach (var id in others.Where(choice.Hidden.Contains).OrderByDescending(id => web.Numbers[id].Value).ToList())
        {
            if (choice.Looked > work)
                return;
            choice.TryShow(id);
        }
    }

    private static HashSet<int>? Exact(CountWeb web, HashSet<int> primary, List<int> others, int[] needed, int atMost)
    {
        for (var size = 1; size < atMost; size++)
        {
            HashSet<int>? best = null;
            var bestLoss = long.MaxValue;
            foreach (var choice in Choices(others, size))
            {
                var loss = choice.Sum(id => (long)web.Numbers[id].Value);
                if (loss >= bestLoss)
                    continue;
                var hidden = new HashSet<int>(primary);
                hidden.UnionWith(choice);
                if (!IsSafe(web, hidden, needed))
                    continue;
                (best, bestLoss) = (hidden, loss);
            }
            if (best is not null)
                return best;
        }
        return null;
    }

    private static IEnumerable<List<int>> Choices(List<int> from, int size)
    {
        var places = Enumerable.Range(0, size).ToArray();
        while (true)
        {
            yield return [.. places.Select(p => from[p])];
            var i = size - 1;
            while (i >= 0 && places[i] == from.Count - size + i)
                i--;
            if (i < 0)
                yield break;
            places[i]++;
            for (var j = i + 1; j < size; j++)
                places[j] = places[j - 1] + 1;
        }
    }
}

/// <param name="Hidden">Places in <see cref="CountWeb.Numbers"/>.</param>
/// <param name="IsExact">No choice hides fewer.</param>
public sealed record Suppression(IReadOnlySet<int> Hidden, int Primary, int Secondary, bool IsExact)
{
    /// <summary>Numbers with one possible value whatever is hidden.</summary>
    public IReadOnlySet<int> Known { get; init; } = new HashSet<int>();
}
