namespace ComplaintMailer.Core.Figures.Disclosure;

/// <summary>
/// The cheapest further way round for a hidden number: hidden along all of it, the numbers on it can shift together.
/// What is hidden already costs nothing; a number that can hardly shift costs more than one with room.
/// </summary>
/// <param name="room">How far a number can still shift, forward or back.</param>
internal sealed class CheapestWay(CountWeb web, bool[] hidden, Func<int, bool, int> room)
{
    private const int Far = int.MaxValue / 2;

    /// <summary>Room for so many values is enough for any threshold in use.</summary>
    private const int Roomy = 4;
    private readonly int[] cost = new int[web.Nodes];
    private readonly int[] cameBy = new int[web.Nodes];
    private readonly PriorityQueue<int, int> queue = new();

    /// <returns>The numbers to hide that are not hidden yet, and what the way costs; none when there is no way.</returns>
    public (List<int> Fresh, int Cost) Find(int from, int to, int without)
    {
        Array.Fill(cost, Far);
        cost[from] = 0;
        queue.Clear();
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
                if (id == without || (!number.MayHide && !hidden[id]) || number.From == number.To)
                    continue;
                var forward = number.From == node;
                var left = room(id, forward);
                if (left <= 0)
                    continue;
                var next = forward ? number.To : number.From;
                var price = sofar + Price(number, hidden[id], left);
                if (price >= cost[next])
                    continue;
                cost[next] = price;
                cameBy[next] = id;
                queue.Enqueue(next, price);
            }
        }
        var fresh = new List<int>();
        if (cost[to] == Far)
            return (fresh, Far);
        for (var node = to; node != from; )
        {
            var id = cameBy[node];
            if (!hidden[id])
                fresh.Add(id);
            node = web.Numbers[id].From == node ? web.Numbers[id].To : web.Numbers[id].From;
        }
        return (fresh, cost[to]);
    }

    private static int Price(CountWeb.Number number, bool isHidden, int left) =>
        isHidden ? 1 : 100 + (100 * Math.Max(0, Roomy - left)) + Math.Min(number.Value, 50);
}
