namespace ComplaintMailer.Core.Figures.Joint;

/// <summary>
/// Hides more of a report until nobody who has the others can narrow anything, and then shows again what need not have been
/// hidden. When all that may be hidden is, the report says no more than the law wants it to.
/// </summary>
/// <param name="numbers">For each statement of the report, the number of the table it is about.</param>
internal sealed class Widening(JointAudit audit, IReadOnlyList<int> numbers, Func<int, bool> mayHide)
{
    /// <summary>Showing again is tried number by number, which is worth it only where a question costs little.</summary>
    private const int SizeMost = 2_000;
    private const int TriesMost = 40;

    /// <summary>
    /// Whoever reads reports may know of what there was nothing at all, or guess it: a nature that nobody ever complains of. So
    /// they are looked at both ways, and what a reader does not know is no cover for what he is not to know.
    /// </summary>
    public static void Run(
        IReadOnlyList<CaseFacts> facts,
        IReadOnlyList<Statement> statements,
        int first,
        int threshold,
        IReadOnlyList<int> numbers,
        Func<int, bool> mayHide,
        HashSet<int> hidden
    )
    {
        // Where nothing is kept from anybody, nothing can be narrowed.
        if (
            hidden.Count == 0
            && statements.Take(first).All(s => s.IsShown || s.IsOpen || s.Traits.Count == 0)
            && !statements.Any(s => s.IsOwn)
        )
            return;
        var cases = new JointCases(facts, statements, first);
        if (!cases.IsTooMuch && !cases.IsTied)
            return;
        var audit = new JointAudit(cases, threshold);
        new Widening(audit, numbers, mayHide).Run(hidden);
        if (audit.HasUnseen)
            new Widening(new(cases, threshold, onlySeen: true), numbers, mayHide).Run(hidden);
    }

    private void Run(HashSet<int> hidden)
    {
        var given = hidden.ToHashSet();
        if (audit.IsTooMuch)
        {
            hidden.UnionWith(numbers.Where(mayHide));
            return;
        }
        if (!audit.IsTied)
            return;
        hidden.UnionWith(Telling(hidden).ToList());
        // What other reports add up to would be left out in vain.
        var implied = Enumerable
            .Range(0, numbers.Count)
            .Where(i => audit.IsImplied(audit.First + i, _ => false))
            .Select(i => numbers[i])
            .ToHashSet();
        var narrowed = Narrowed(hidden);
        for (var round = 0; narrowed.Count > 0 && round < 4; round++)
        {
            // First its row, then its column too, then all.
            var wider = round switch
            {
                0 => Beside(narrowed),
                3 => numbers,
                _ => [.. Beside(narrowed), .. Alike(narrowed)],
            };
            var count = hidden.Count;
            hidden.UnionWith(wider.Where(n => mayHide(n) && !implied.Contains(n)));
            if (hidden.Count > count || round == 3)
                narrowed = Narrowed(hidden);
        }
        if (audit.Size <= SizeMost)
            ShowAgain(hidden, given);
    }

    private IReadOnlyList<int> Narrowed(HashSet<int> hidden) =>
        audit.Narrowed(s => s - audit.First >= numbers.Count || !hidden.Contains(numbers[s - audit.First]));

    private List<int> Beside(IReadOnlyList<int> narrowed)
    {
        var homes = narrowed.Select(audit.Home).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var columns = narrowed.Where(n => audit.Home(n) is null).Select(Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. numbers.Where(
                (_, i) =>
                    audit.Home(audit.First + i) is { } home
                        ? homes.Contains(home)
                        : columns.Contains(Key(audit.First + i))
            ),
        ];
    }

    private List<int> Alike(IReadOnlyList<int> narrowed)
    {
        var traits = narrowed.Select(Key).ToHashSet(StringComparer.Ordinal);
        return [.. numbers.Where((_, i) => traits.Contains(Key(audit.First + i)))];
    }

    private string Key(int statement) =>
        string.Join('&', audit.Statements[statement].Traits.Select(t => $"{t.Name}={string.Join(',', t.Codes)}"));

    /// <summary>
    /// Two numbers, one about part of what the other is about, say how many are between them. Where an organisation chose itself
    /// what to count, that must not be a few.
    /// </summary>
    private IEnumerable<int> Telling(HashSet<int> hidden)
    {
        var others = Enumerable
            .Range(0, audit.First)
            .Where(s => audit.Statements[s] is { IsShown: true, Traits.Count: > 0 })
            .ToList();
        for (var i = 0; i < numbers.Count; i++)
        {
            var statement = audit.Statements[audit.First + i];
            if (hidden.Contains(numbers[i]) || !mayHide(numbers[i]) || statement.IsShown)
                continue;
            var key = Key(audit.First + i);
            foreach (var other in others)
            {
                if (!(statement.IsOwn || audit.Statements[other].IsOwn) || Key(other) != key)
                    continue;
                if (audit.Between(audit.First + i, other) is > 0 and var between && between < audit.Threshold)
                {
                    yield return numbers[i];
                    break;
                }
            }
        }
    }

    private void ShowAgain(HashSet<int> hidden, HashSet<int> given)
    {
        var extra = Enumerable
            .Range(0, numbers.Count)
            .Where(i => hidden.Contains(numbers[i]) && !given.Contains(numbers[i]))
            .OrderByDescending(i => audit.True(audit.First + i))
            .Take(TriesMost)
            .Select(i => numbers[i])
            .ToList();
        var telling = Telling(given).ToHashSet();
        foreach (var number in extra.Where(n => !telling.Contains(n)))
        {
            hidden.Remove(number);
            if (Narrowed(hidden).Count > 0)
                hidden.Add(number);
        }
    }
}
