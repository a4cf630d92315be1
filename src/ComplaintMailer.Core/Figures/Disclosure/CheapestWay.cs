namespace ComplaintMailer.Core.Figures.Disclosure;

/// <summary>
/// The cheapest ring of numbers through an open one: hidden along the whole ring, they can all shift together.
/// What is hidden already costs nothing; a number near nothing can hardly shift down, so it costs more than a large one.
/// </summary>
internal static class CheapestWay
{
    private const int Far = int.MaxValue / 2;

    /// <returns>The numbers to hide that are not hidden yet; none when no ring hides anything new.</returns>
    public static List<int> Round(CountWeb web, HashSet<int> hidden, int open)
    {
        // A ring of numbers that are all hidden already has given what it can: leaving each of them out in turn finds the next.
        var number = web.Numbers[open];
        var blocked = new HashSet<int> { open };
        for (var attempt = 0; attempt <= hidden.Count; attempt++)
        {
            var ring = Shortest(web, hidden, number.To, number.From, blocked);
            if (ring is null)
                return [];
            var fresh = ring.Where(id => !hidden.Contains(id)).ToList();
            if (fresh.Count > 0)
                return fresh;
            blocked.Add(ring[0]);
        }
        return [];
    }

    private static List<int>? Shortest(CountWeb web, HashSet<int> hidden, int from, int to, HashSet<int> blocked)
    {
        var cost = new int[web.Nodes];
        Array.Fill(cost, Far);
        cost[from] = 0;
        var cameBy = new int[web.Nodes];
        Array.Fill(cameBy, -1);
        var queue = new PriorityQueue<int, int>();
        queue.Enqueue(from, 0);
        while (queue.TryDequeue(out var node, out var sofar))
        {
            if (sofar > cost[node])
                continue;
            if (node == to)
                break;
            foreach (var id in web.Touching(node))
            {
                var number = web.Numbers[id];
                if (blocked.Contains(id) || (!number.MayHide && !hidden.Contains(id)) || number.From == number.To)
                    continue;
                var next = number.From == node ? number.To : number.From;
                var forward = number.From == node;
                var price = sofar + Price(number, hidden.Contains(id), forward);
                if (price >= cost[next])
                    continue;
                cost[next] = price;
                cameBy[next] = id;
                queue.Enqueue(next, price);
            }
        }
        if (cameBy[to] < 0)
            return null;
        var way = new List<int>();
        for (var node = to; node != from; )
        {
            var id = cameBy[node];
            way.Add(id);
            node = web.Numbers[id].From == node ? web.Numbers[id].To : web.Numbers[id].From;
        }
        return way;
    }

    private static int Price(CountWeb.Number number, bool isHidden, bool forward)
    {
        if (isHidden)
            return 1;
        // Going against a number means shrinking it, and what is nothing can't shrink.
        var cramped = !forward && number.Value < 4 ? 4 - number.Value : 0;
        return 100 + (100 * cramped) + Math.Min(number.Value, 50);
    }
}
