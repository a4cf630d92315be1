namespace ComplaintMailer.Core.Figures.Disclosure;

/// <summary>
/// The numbers of one or more tables and every sum that ties them together, as a network: a number is an edge, and at each
/// node what flows in flows out. A table's row is a node (its total flows in, its cells flow out), so is a column, so is the
/// place where a region's cells join. Tables that share totals share nodes. In such a network the values a hidden number can
/// have, given all that is shown, are exactly the whole numbers between two bounds that flows give: nothing is guessed.
/// </summary>
public sealed class CountWeb
{
    private readonly List<Number> numbers = [];
    private readonly List<List<int>> touching = [];

    public IReadOnlyList<Number> Numbers => numbers;
    public int Nodes => touching.Count;

    public int AddNode()
    {
        touching.Add([]);
        return touching.Count - 1;
    }

    /// <param name="mayHide">False for numbers that a law wants shown.</param>
    /// <param name="sensitive">True when this number by itself says something about few people.</param>
    /// <param name="least">What is known of a hidden number from elsewhere: it is not less than this.</param>
    /// <param name="most">Nor more than this.</param>
    /// <returns>The place of the number in <see cref="Numbers"/>.</returns>
    public int Add(int from, int to, int value, bool mayHide, bool sensitive, int least = 0, int most = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        var id = numbers.Count;
        numbers.Add(
            new Number(from, to, value, mayHide, sensitive && mayHide, Math.Min(least, value), Math.Max(most, value))
        );
        touching[from].Add(id);
        if (to != from)
            touching[to].Add(id);
        return id;
    }

    internal List<int> Touching(int node) => touching[node];

    /// <summary>
    /// How many values a hidden number can have for somebody who knows all that is not hidden, counted up to <paramref name="enough"/>.
    /// </summary>
    public int Candidates(int number, IReadOnlySet<int> hidden, int enough)
    {
        var isHidden = new bool[numbers.Count];
        foreach (var id in hidden)
            isHidden[id] = true;
        return new ResidualFlow(this, isHidden).Candidates(number, enough);
    }

    public sealed record Number(int From, int To, int Value, bool MayHide, bool Sensitive, int Least, int Most);
}
