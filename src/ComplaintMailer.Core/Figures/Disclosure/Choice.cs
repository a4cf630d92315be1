namespace ComplaintMailer.Core.Figures.Disclosure;

/// <summary>Which numbers of a web are hidden for now, and whether each of them has as many possible values as it needs.</summary>
internal sealed class Choice
{
    private readonly int[] needed;
    private readonly bool[] isHidden;
    private readonly ResidualFlow flow;

    /// <summary>For each number those that are known to be safe by way of it, and the other way round.</summary>
    private readonly Dictionary<int, HashSet<int>> keeps = [];
    private readonly Dictionary<int, int[]> kept = [];

    /// <param name="needed">For each number how many possible values it must keep.</param>
    public Choice(CountWeb web, IEnumerable<int> hidden, int[] needed)
    {
        this.needed = needed;
        isHidden = new bool[web.Numbers.Count];
        flow = new(web, isHidden);
        Hidden = [];
        foreach (var id in hidden)
            Add(id);
    }

    public HashSet<int> Hidden { get; }

    /// <summary>How often a number was looked at.</summary>
    public int Looked { get; private set; }

    public bool Add(int id)
    {
        isHidden[id] = true;
        return Hidden.Add(id);
    }

    public bool IsSafe(int id)
    {
        Looked++;
        return flow.Candidates(id, needed[id]) >= needed[id];
    }

    /// <summary>What to hide beside a number that is not safe.</summary>
    public List<int> Further(int id) => flow.Further(id, needed[id]);

    public bool IsSafe() => Hidden.All(IsSafe);

    /// <summary>Remembers by way of which others each hidden number is safe.</summary>
    public void Settle()
    {
        foreach (var id in Hidden)
        {
            if (IsSafe(id))
                Remember(id, [.. flow.Used]);
        }
    }

    /// <summary>Shows a number again if all others stay safe. Only those that were safe by way of it are looked at.</summary>
    public bool TryShow(int id)
    {
        isHidden[id] = false;
        Hidden.Remove(id);
        var found = new List<(int Number, int[] By)>();
        foreach (var other in keeps.GetValueOrDefault(id) ?? [])
        {
            if (other == id)
                continue;
            if (!IsSafe(other))
            {
                Add(id);
                return false;
            }
            found.Add((other, [.. flow.Used]));
        }
        foreach (var (other, by) in found)
            Remember(other, by);
        Forget(id);
        return true;
    }

    private void Remember(int id, int[] by)
    {
        Forget(id);
        kept[id] = by;
        foreach (var other in by)
        {
            if (!keeps.TryGetValue(other, out var those))
                keeps[other] = those = [];
            those.Add(id);
        }
    }

    private void Forget(int id)
    {
        foreach (var other in kept.GetValueOrDefault(id) ?? [])
            keeps[other].Remove(id);
        kept.Remove(id);
    }
}
