namespace ComplaintMailer.Core.Figures.Joint;

/// <summary>
/// The complaints that a row of reports tells of together, counted by all that may be known of each: when, where, and the traits
/// that some report crosses. Of a hundred thousand complaints some thousands of counts are left.
/// </summary>
internal sealed class JointCases
{
    /// <summary>As many as one number holds.</summary>
    private const int TimesMost = 128;

    /// <param name="facts">Of the whole organisation.</param>
    /// <param name="statements">All that is printed and not printed; first of other reports, then of this one.</param>
    /// <param name="first">From here on they are of this one.</param>
    public JointCases(IReadOnlyList<CaseFacts> facts, IReadOnlyList<Statement> statements, int first)
    {
        Statements = statements;
        First = first;
        Traits = Together(statements, first);
        var bases = statements
            .Where(s => s.Traits.Any(t => Traits.Contains(t.Name)))
            .Select(s => s.Scope.Basis)
            .ToHashSet();
        IsRelated =
        [
            .. statements.Select(s => bases.Contains(s.Scope.Basis) && s.Traits.All(t => Traits.Contains(t.Name))),
        ];
        Times =
        [
            .. statements
                .Where((_, i) => IsRelated[i])
                .Select(s => (s.Scope.Basis, s.Scope.Period.From, s.Scope.Period.To))
                .Distinct(),
        ];
        if (IsTooMuch || !IsTied)
            return;
        var counted = new Dictionary<(Spot, string), (int Count, CaseFacts Fact)>();
        foreach (var fact in facts)
        {
            var times = TimesOf(fact, Times);
            if (times == 0)
                continue;
            var key = (new Spot(times, fact.Location, fact.Service, fact.Kind), Key(fact, Traits));
            counted[key] = counted.TryGetValue(key, out var was) ? (was.Count + 1, was.Fact) : (1, fact);
        }
        Cases = [.. counted.Select(c => (c.Key.Item1, c.Key.Item2, c.Value.Count, c.Value.Fact))];
    }

    public IReadOnlyList<Statement> Statements { get; }
    public int First { get; }
    public List<string> Traits { get; }
    public IReadOnlyList<bool> IsRelated { get; }
    public List<(Basis, NodaTime.LocalDate, NodaTime.LocalDate)> Times { get; }
    public IReadOnlyList<(Spot Spot, string Value, int Count, CaseFacts Fact)> Cases { get; } = [];

    /// <summary>More stretches of time than can be looked at.</summary>
    public bool IsTooMuch => Times.Count > TimesMost;

    /// <summary>Some other report says something about the same traits.</summary>
    public bool IsTied => Enumerable.Range(0, First).Any(s => IsRelated[s] && Statements[s].Traits.Count > 0);

    /// <summary>Traits that some report crosses belong together; those of this report, and all they are crossed with.</summary>
    private static List<string> Together(IReadOnlyList<Statement> statements, int first)
    {
        var traits = statements.Skip(first).SelectMany(s => s.Traits).Select(t => t.Name).Distinct().ToList();
        for (var count = -1; count != traits.Count; )
        {
            count = traits.Count;
            foreach (var s in statements.Where(s => s.Traits.Count > 1 && s.Traits.Any(t => traits.Contains(t.Name))))
                traits.AddRange(s.Traits.Select(t => t.Name).Distinct().Except(traits).ToList());
        }
        return traits;
    }

    private static UInt128 TimesOf(
        CaseFacts fact,
        List<(Basis Basis, NodaTime.LocalDate From, NodaTime.LocalDate To)> times
    )
    {
        var bits = UInt128.Zero;
        for (var i = 0; i < times.Count; i++)
        {
            var day = times[i].Basis switch
            {
                Basis.Filed => fact.FiledOn,
                Basis.Judged => fact.Verdict is null ? null : fact.DecidedOn,
                Basis.Ruled => fact.ExternalBody is null ? null : fact.ExternalRuledOn,
                _ => fact.ClosedOn,
            };
            if (day is { } d && d >= times[i].From && d <= times[i].To)
                bits |= UInt128.One << i;
        }
        return bits;
    }

    private static string Key(CaseFacts fact, List<string> traits) =>
        traits.Count == 1 && Joint.Traits.Of(fact, traits[0]) is [var only]
            ? only
            : string.Join('|', traits.Select(t => string.Join(',', Joint.Traits.Of(fact, t))));
}
