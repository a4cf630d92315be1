namespace ComplaintMailer.Core.Figures.Disclosure;

/// <summary>
/// How far a hidden number could move while all shown numbers stay: the flow that can come back to it through other hidden
/// numbers. A hidden number can grow and shrink as far
/// as nothing else is known of it.
/// </summary>
internal sealed class ResidualFlow(CountWeb web, IReadOnlySet<int> hidden, int without)
{
    private readonly Dictionary<int, int> moved = [];

    public void Reset() => moved.Clear();

    /// <summary>Flow from one node to another, up to <paramref name="wanted"/>; shortest ways first, so the number of rounds stays small.</summary>
    public int Most(int from, int to, int wanted)
    {
        var total = 0;
        while (total < wanted)
        {
            var step = Augment(from, to, wanted - total);
            if (step == 0)
                break;
            total += step;
        }
        return total;
    }

    private int Augment(int from, int to, int wanted)
    {
        var cameBy = new Dictionary<int, (int Number, bool Forward)>();
        var queue = new Queue<int>();
        queue.Enqueue(from);
        var seen = new HashSet<int> { from };
        while (queue.Count > 0 && !seen.Contains(to))
        {
            var node = queue.Dequeue();
            foreach (var id in web.Touching(node))
            {
                if (id == without || !hidden.Contains(id))
                    continue;
                var number = web.Numbers[id];
                var forward = number.From == node;
                var next = forward ? number.To : number.From;
                if (Room(id, forward) == 0 || !seen.Add(next))
                    continue;
                cameBy[next] = (id, forward);
                queue.Enqueue(next);
            }
        }
        if (!cameBy.ContainsKey(to))
            return 0;

        var step = wanted;
        for (var node = to; node != from; node = Before(cameBy, node))
            step = Math.Min(step, Room(cameBy[node].Number, cameBy[node].Forward));
        for (var node = to; node != from; node = Before(cameBy, node))
        {
            var (id, forward) = cameBy[node];
            moved[id] = moved.GetValueOrDefault(id) + (forward ? step : -step);
        }
        return step;
    }

    private int Before(Dictionary<int, (int Number, bool Forward)> cameBy, int node)
    {
        var (id, forward) = cameBy[node];
        return forward ? web.Numbers[id].From : web.Numbers[id].To;
    }

    private int Room(int id, bool forward)
    {
        var number = web.Numbers[id];
        var at = number.Value + moved.GetValueOrDefault(id);
        return forward ? number.Most - at : at - number.Least;
    }
}
