using System.Runtime.CompilerServices;

namespace ComplaintMailer.Core.Figures.Disclosure;

/// <summary>
/// How far a hidden number could move while all shown numbers stay: the flow that can come back to it through other hidden
/// numbers. A hidden number can grow and shrink as far as nothing else is known of it. Asked many times over one web, so it
/// keeps what it works with.
/// </summary>
internal sealed class ResidualFlow(CountWeb web, bool[] hidden)
{
    private static readonly (List<int> Fresh, int Cost) None = ([], int.MaxValue);
    private readonly int[] moved = new int[web.Numbers.Count];
    private readonly List<int> touched = [];
    private readonly int[] cameBy = new int[web.Nodes];
    private readonly int[] seen = new int[web.Nodes];
    private readonly int[] queue = new int[web.Nodes];
    private CheapestWay? way;
    private int round;
    private int without;

    /// <summary>The numbers that moved to find the last answer: as long as these are hidden, it holds.</summary>
    public HashSet<int> Used { get; } = [];

    /// <summary>How many values a hidden number can have, counted up to <paramref name="enough"/>.</summary>
    public int Candidates(int number, int enough)
    {
        Used.Clear();
        var n = web.Numbers[number];
        var wanted = enough - 1;
        var roomUp = Math.Min(wanted, n.Most - n.Value);
        if (n.From == n.To)
            // A number that stands in no sum: nothing ties it down but what is known of it from elsewhere.
            return Math.Min(enough, roomUp + n.Value - n.Least + 1);
        without = number;
        var up = Most(n.To, n.From, roomUp);
        Settle();
        if (up >= wanted)
            return enough;
        var down = Most(n.From, n.To, Math.Min(n.Value - n.Least, wanted - up));
        Settle();
        return up + down + 1;
    }

    /// <summary>The numbers that, hidden too, let a number that is not safe move further at the least loss.</summary>
    public List<int> Further(int number, int enough)
    {
        way ??= new(web, hidden, Room);
        var n = web.Numbers[number];
        without = number;
        var roomUp = Math.Min(enough - 1, n.Most - n.Value);
        var up = Most(n.To, n.From, roomUp);
        var rising = up < roomUp ? way.Find(n.To, n.From, number) : None;
        Settle();
        var roomDown = Math.Min(n.Value - n.Least, enough - 1 - up);
        var falling = Most(n.From, n.To, roomDown) < roomDown ? way.Find(n.From, n.To, number) : None;
        Settle();
        return rising.Cost <= falling.Cost ? rising.Fresh : falling.Fresh;
    }

    /// <summary>Flow from one node to another, up to <paramref name="wanted"/>; shortest ways first, so the number of rounds stays small.</summary>
    private int Most(int from, int to, int wanted)
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

    /// <summary>Back to how things are.</summary>
    private void Settle()
    {
        foreach (var id in touched)
        {
            if (moved[id] != 0)
                Used.Add(id);
            moved[id] = 0;
        }
        touched.Clear();
    }

    private int Augment(int from, int to, int wanted)
    {
        if (!Reaches(from, to))
            return 0;
        var step = wanted;
        for (var node = to; node != from; node = Before(node))
            step = Math.Min(step, Room(cameBy[node], web.Numbers[cameBy[node]].To == node));
        for (var node = to; node != from; node = Before(node))
        {
            var id = cameBy[node];
            if (moved[id] == 0)
                touched.Add(id);
            moved[id] += web.Numbers[id].To == node ? step : -step;
        }
        return step;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Reaches(int from, int to)
    {
        seen[from] = ++round;
        queue[0] = from;
        var end = 1;
        for (var at = 0; at < end; at++)
        {
            var node = queue[at];
            foreach (var id in web.Touching(node))
            {
                if (!hidden[id] || id == without)
                    continue;
                var number = web.Numbers[id];
                var forward = number.From == node;
                var next = forward ? number.To : number.From;
                if (seen[next] == round || Room(id, forward) == 0)
                    continue;
                seen[next] = round;
                cameBy[next] = id;
                if (next == to)
                    return true;
                queue[end++] = next;
            }
        }
        return false;
    }

    private int Before(int node)
    {
        var number = web.Numbers[cameBy[node]];
        return number.To == node ? number.From : number.To;
    }

    private int Room(int id, bool forward)
    {
        var number = web.Numbers[id];
        var at = number.Value + moved[id];
        return forward ? number.Most - at : at - number.Least;
    }
}
