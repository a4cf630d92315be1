using ComplaintMailer.Core.Figures.Disclosure;

namespace ComplaintMailer.Core.Figures.Joint;

/// <summary>
/// Looks at a report that is being made the way a curious reader would who has all others: those over other stretches of the
/// time, over more or less of the organisation, those the organisation defined itself. All of them together tie more than the
/// sums of one table do. So other complaints are looked for that would have been printed the same, number by number.
/// </summary>
internal sealed class JointAudit
{
    /// <summary>Beyond this nothing is looked for, and what is asked for counts as narrowed.</summary>
    private const int NumbersMost = 60_000;
    private const int EmptyMost = 3_000;

    /// <summary>Up to so many numbers all may move at once.</summary>
    private const int WholeMost = 700;
    private const int PartnersMost = 7;
    private readonly int threshold;
    private readonly List<Spot> spots = [];
    private readonly int[] counts = [];

    /// <summary>Where each number stands in the search that is going on, from 1; 0: it does not move.</summary>
    private readonly int[] place = [];
    private readonly int width;
    private readonly List<int[]> of = [];
    private readonly int[] trues = [];

    /// <summary>The spots of each statement, and the statements of each spot.</summary>
    private readonly List<HashSet<int>> within = [];
    private readonly List<List<int>> at = [];
    private readonly List<int> targets = [];
    private readonly Dictionary<int, int> before = [];
    private readonly Worlds worlds;

    /// <param name="onlySeen">The reader knows which codes no complaint had: they are no cover for others.</param>
    public JointAudit(JointCases all, int threshold, bool onlySeen = false)
    {
        this.threshold = threshold;
        var statements = Statements = all.Statements;
        First = all.First;
        var (traits, related, times) = (all.Traits, all.IsRelated, all.Times);
        worlds = new([], [], statements);
        if (all.IsTooMuch)
        {
            IsTooMuch = true;
            return;
        }
        spots.AddRange(all.Cases.Select(c => c.Spot).Distinct());
        var values = Values(
            all.Cases.Select(c => c.Fact),
            statements.Where((_, i) => related[i]),
            traits,
            spots.Count,
            onlySeen
        );
        width = values.Count;
        HasUnseen = !onlySeen && all.Cases.Select(c => c.Value).ToHashSet(StringComparer.Ordinal).Count < width;
        AddEmpty();
        if ((long)width * spots.Count > NumbersMost)
        {
            IsTooMuch = true;
            return;
        }
        counts = new int[spots.Count * width];
        place = new int[counts.Length];
        var spotAt = spots.Select((s, i) => (s, i)).ToDictionary(x => x.s, x => x.i);
        var valueAt = values.Select((v, i) => (v.Key, i)).ToDictionary(x => x.Key, x => x.i, StringComparer.Ordinal);
        foreach (var c in all.Cases)
            counts[(spotAt[c.Spot] * width) + valueAt[c.Value]] += c.Count;
        for (var s = 0; s < statements.Count; s++)
            of.Add(related[s] ? Numbers(statements[s], times, values, traits) : []);
        trues = [.. of.Select(numbers => numbers.Sum(n => counts[n]))];
        worlds = new(of, trues, statements);
        at.AddRange(spots.Select(_ => new List<int>()));
        for (var s = 0; s < of.Count; s++)
        {
            within.Add([.. of[s].Select(n => n / width)]);
            foreach (var spot in within[s])
                at[spot].Add(s);
        }
        FindTargets();
    }

    public IReadOnlyList<Statement> Statements { get; }
    public int First { get; }
    public int Threshold => threshold;

    /// <summary>Some code stands in a table and no complaint had it: who knows that knows more.</summary>
    public bool HasUnseen { get; private set; }

    /// <summary>More than can be looked at.</summary>
    public bool IsTooMuch { get; }

    /// <summary>What another report says ties some of what this one says.</summary>
    public bool IsTied { get; private set; }

    /// <summary>How many numbers it is about.</summary>
    public int Size => counts.Length;

    /// <summary>What a statement comes to.</summary>
    public int True(int statement) => trues[statement];

    /// <summary>
    /// The statements that are not printed and that somebody who has all reports could narrow to fewer values than asked for, and
    /// to fewer than if this report showed nothing.
    /// </summary>
    /// <param name="isShown">For statements of this report: whether it is to be printed.</param>
    public IReadOnlyList<int> Narrowed(Func<int, bool> isShown)
    {
        var few = Few([.. targets.Where(t => !Shown(t, isShown))], isShown, (found, _) => found);
        // What was so narrow before can't be mended here.
        foreach (var (target, values) in Few([.. few.Keys.Where(t => !before.ContainsKey(t))], Nothing, Math.Max))
            before[target] = IsImplied(target, Nothing) ? 1 : values;
        return [.. few.Keys.Where(t => few[t] < before.GetValueOrDefault(t, threshold)).Order()];

        static bool Nothing(int statement) => false;
    }

    /// <summary>Those of these statements that have fewer values than asked for, and how many.</summary>
    /// <param name="count">From how many were found, and how many there can be at most.</param>
    private Dictionary<int, int> Few(List<int> wanted, Func<int, bool> isShown, Func<int, int, int> count)
    {
        // Other complaints found before that would be printed the same now too need not be found again.
        var seen = worlds.Values(wanted, s => Shown(s, isShown), threshold);
        var few = new Dictionary<int, int>();
        foreach (var (target, values) in Look([.. wanted.Where(t => seen[t].Count < threshold)], isShown))
        {
            seen[target].UnionWith(values.Found);
            if (count(seen[target].Count, values.AtMost) is var number && number < threshold)
                few[target] = number;
        }
        return few;
    }

    /// <summary>Whether two statements are about the same traits, and one about part of what the other is about; how much is between them.</summary>
    public int? Between(int one, int other)
    {
        if (of[one].Length == 0 || of[other].Length == 0)
            return null;
        var (small, large) = of[one].Length <= of[other].Length ? (one, other) : (other, one);
        var whole = of[large].ToHashSet();
        return of[small].All(whole.Contains) ? True(large) - True(small) : null;
    }

    /// <summary>Numbers that are shown add up to it.</summary>
    public bool IsImplied(int statement, Func<int, bool> isShown)
    {
        var left = of[statement].ToHashSet();
        foreach (
            var s in within[statement]
                .SelectMany(spot => at[spot])
                .Distinct()
                .Where(s => s != statement && of[s].Length <= of[statement].Length && Shown(s, isShown))
                .OrderByDescending(s => of[s].Length)
        )
        {
            if (of[s].All(left.Contains))
                left.ExceptWith(of[s]);
            if (left.Count == 0)
                return true;
        }
        return left.Count == 0;
    }

    private bool Shown(int s, Func<int, bool> isShown) => s < First ? IsRead(s) : Statements[s].IsShown || isShown(s);

    /// <summary>What was printed and is still so, is known. What is no longer so has been corrected, or waits for it.</summary>
    private bool IsRead(int s) =>
        Statements[s].IsShown && !(Statements[s].Printed is { } printed && printed != True(s));

    /// <summary>
    /// What each of these can be. Where there are many numbers only those of its own location and of some others may move: what
    /// is found so is possible, and what a location's own sums leave room for is the most that can be.
    /// </summary>
    private List<(int Target, Candidates Values)> Look(List<int> wanted, Func<int, bool> isShown)
    {
        if (wanted.Count == 0)
            return [];
        var all = Enumerable.Range(0, spots.Count).ToHashSet();
        if (counts.Length <= WholeMost)
            return Search([.. wanted.Select(t => new Wanted(t, threshold, null))], isShown, all);
        var found = new List<(int, Candidates)>();
        var partners = Partners(isShown);
        foreach (var group in wanted.GroupBy(Home))
        {
            List<Wanted> asked = [.. group.Select(t => new Wanted(t, threshold, null))];
            if (group.Key is null)
            {
                found.AddRange(Search(asked, isShown, all, quick: true));
                continue;
            }
            var home = all.Where(s => Place(s) == group.Key).ToHashSet();
            var room = Search(asked, isShown, home, onlyWithin: true);
            asked = [.. room.Select(r => new Wanted(r.Target, r.Values.AtMost, r.Values.Within))];
            var near = partners.Where(p => p != group.Key).Take(PartnersMost).ToHashSet(StringComparer.Ordinal);
            var free = all.Where(s => home.Contains(s) || near.Contains(Place(s))).ToHashSet();
            var values = Search(asked, isShown, free, quick: true).ToDictionary(f => f.Target, f => f.Values);
            var left = asked.Where(a => values[a.Target].Found.Count < a.Enough).ToList();
            foreach (var (target, wide) in Search(left, isShown, all, quick: true))
                values[target] = wide.Found.Count > values[target].Found.Count ? wide : values[target];
            found.AddRange(asked.Select(a => (a.Target, values[a.Target] with { AtMost = a.Enough })));
        }
        return found;
    }

    /// <param name="Within">It is known never to be outside these.</param>
    private sealed record Wanted(int Target, int Enough, (int Least, int Most)? Within);

    private List<(int Target, Candidates Values)> Search(
        List<Wanted> wanted,
        Func<int, bool> isShown,
        HashSet<int> free,
        bool onlyWithin = false,
        bool quick = false
    )
    {
        if (wanted.Count == 0)
            return [];
        var search = new TableSearch();
        var isNothing = Nothing(isShown, free);
        var numbers = new List<int>();
        foreach (var spot in free.Order())
        {
            for (var n = spot * width; n < (spot + 1) * width; n++)
            {
                if (isNothing.Contains(n))
                    continue;
                place[n] = search.Add(counts[n]) + 1;
                numbers.Add(n);
            }
        }
        int[] Open(int s)
        {
            var open = new List<int>();
            foreach (var n in of[s])
            {
                if (place[n] > 0)
                    open.Add(place[n] - 1);
            }
            return [.. open];
        }
        foreach (var s in free.SelectMany(spot => at[spot]).Distinct().Order())
        {
            if (onlyWithin && !within[s].All(free.Contains))
                continue;
            var open = Open(s);
            if (open.Length == 0)
                continue;
            if (Shown(s, isShown))
                search.Know(open);
            else if (Statements[s].Least > 0)
                search.AtLeast(open, Math.Min(Statements[s].Least, True(s)) - (True(s) - search.Now(open)));
        }
        var found = search.Values([.. wanted.Select(w => new Question(Open(w.Target), w.Enough, Shift(w)))], quick);
        if (!onlyWithin)
            worlds.Add(numbers, search.Found, counts);
        foreach (var n in numbers)
            place[n] = 0;
        return [.. wanted.Select((w, i) => (w.Target, found[i]))];

        // What does not move here is no part of the question.
        (int, int)? Shift(Wanted w)
        {
            var still = True(w.Target) - search.Now(Open(w.Target));
            return w.Within is var (least, most) ? (Math.Max(0, least - still), most - still) : null;
        }
    }

    /// <summary>Numbers that are part of a sum that is shown to be nothing.</summary>
    private HashSet<int> Nothing(Func<int, bool> isShown, HashSet<int> free) =>
        [
            .. free.SelectMany(spot => at[spot])
                .Distinct()
                .Where(s => trues[s] == 0 && Shown(s, isShown))
                .SelectMany(s => of[s]),
        ];

    private string Place(int spot) => spots[spot].Location ?? "";

    /// <summary>The one location a statement is about; null: it is about several.</summary>
    public string? Home(int s)
    {
        var places = within[s].Select(Place).Distinct().Take(2).ToList();
        return places.Count == 1 ? places[0] : null;
    }

    /// <summary>Locations of which much is not shown: with those most could have been exchanged.</summary>
    private List<string> Partners(Func<int, bool> isShown) =>
        [
            .. targets
                .Where(t => !Shown(t, isShown))
                .Select(t => (Place: Home(t), Worth: 1 + Math.Min(trues[t], 2 * threshold)))
                .Where(x => x.Place is not null)
                .GroupBy(x => x.Place!, StringComparer.Ordinal)
                .OrderByDescending(g => g.Sum(x => x.Worth))
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.Key)
                .Take(PartnersMost + 1),
        ];

    /// <summary>Where no complaint was there could have been one, for all a reader knows.</summary>
    private void AddEmpty()
    {
        var times = spots.Select(s => s.Times).Distinct().ToList();
        var places = spots.Select(s => s with { Times = 0 }).Distinct().ToList();
        if ((long)times.Count * places.Count * width <= EmptyMost)
            spots.AddRange(times.SelectMany(t => places.Select(p => p with { Times = t })).Except(spots).ToList());
    }

    /// <summary>Only what this report has a part in: the rest is as it was.</summary>
    private void FindTargets()
    {
        var touched = new bool[spots.Count];
        var done = new bool[of.Count];
        for (var changed = true; changed; )
        {
            changed = false;
            for (var s = 0; s < of.Count; s++)
            {
                if (done[s] || of[s].Length == 0 || !(s >= First || within[s].Any(spot => touched[spot])))
                    continue;
                done[s] = changed = true;
                foreach (var spot in within[s])
                    touched[spot] = true;
            }
        }
        IsTied = Enumerable.Range(0, First).Any(s => done[s] && Statements[s].Traits.Count > 0);
        targets.AddRange(
            Enumerable.Range(0, of.Count).Where(s => done[s] && !Statements[s].IsOpen && Statements[s].Traits.Count > 0)
        );
    }

    private int[] Numbers(
        Statement statement,
        List<(Basis, NodaTime.LocalDate, NodaTime.LocalDate)> times,
        List<Value> values,
        List<string> traits
    )
    {
        var bit =
            UInt128.One
            << times.IndexOf((statement.Scope.Basis, statement.Scope.Period.From, statement.Scope.Period.To));
        var fit = Enumerable
            .Range(0, values.Count)
            .Where(v => statement.Traits.All(t => values[v].Codes[traits.IndexOf(t.Name)].Any(t.Codes.Contains)))
            .ToList();
        var numbers = new List<int>();
        for (var spot = 0; spot < spots.Count; spot++)
        {
            if ((spots[spot].Times & bit) != 0 && statement.Scope.Holds(spots[spot]))
                numbers.AddRange(fit.Select(v => (spot * width) + v));
        }
        return [.. numbers];
    }

    /// <summary>
    /// The ways a complaint could be: as each of them is, and with the codes that tables print. With several traits all of these
    /// with each other, unless that is too much; what is then left out is only fewer other worlds to choose from.
    /// </summary>
    private static List<Value> Values(
        IEnumerable<CaseFacts> facts,
        IEnumerable<Statement> statements,
        List<string> traits,
        int spots,
        bool onlySeen
    )
    {
        var seen = facts
            .Select(f => new Value([.. traits.Select(t => Traits.Of(f, t))]))
            .DistinctBy(v => v.Key)
            .ToList();
        var printed = statements.SelectMany(s => s.Traits).ToList();
        var all = new List<Value> { new([]) };
        foreach (var (trait, i) in traits.Select((t, i) => (t, i)))
        {
            var codes = seen.Select(v => v.Codes[i])
                .Concat(
                    onlySeen
                        ? []
                        : printed
                            // How many have no nature yet is told everywhere: where none has, that is no cover.
                            .Where(t => t.Name == trait && t.Codes.Count == 1 && t.Codes[0].Length > 0)
                            .Select(t => t.Codes)
                            .Concat(Traits.Always(trait))
                )
                .DistinctBy(c => string.Join(',', c))
                .ToList();
            all = [.. all.SelectMany(v => codes.Select(c => new Value([.. v.Codes, c])))];
            if ((long)all.Count * Math.Max(1, spots) > NumbersMost)
                return seen;
        }
        return [.. seen.Concat(all).DistinctBy(v => v.Key)];
    }

    private sealed record Value(IReadOnlyList<IReadOnlyList<string>> Codes)
    {
        public string Key { get; } = string.Join('|', Codes.Select(c => string.Join(',', c)));
    }
}
