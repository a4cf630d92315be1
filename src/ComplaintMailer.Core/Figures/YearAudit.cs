using ComplaintMailer.Core.Figures.Disclosure;

namespace ComplaintMailer.Core.Figures;

/// <summary>
/// Looks at the yearly table of locations and natures the way a curious reader would, beside the reports over parts of the year.
/// Those print how many complaints each location had and how many there were of each nature; all three together tie more than
/// sums of rows and columns do, and no network holds that. So other years are looked for that would have been printed the same.
/// Only where organisations are small: there it matters, and there it costs little.
/// </summary>
internal sealed class YearAudit
{
    private const int NumbersMost = 900;
    private readonly Scene scene;
    private readonly IReadOnlyList<(string Code, Words Label)> columns;
    private readonly List<(string? Key, int[,] Counts)> places = [];
    private readonly List<TimePart> pieces;
    private readonly int rests;

    private YearAudit(
        Scene scene,
        Ties ties,
        IReadOnlyList<(string Code, Words Label)> columns,
        Func<CaseFacts, string, bool> belongs
    )
    {
        this.scene = scene;
        this.columns = columns;
        pieces = [.. ties.Parts];
        rests = ties.PartsCoverAll ? 0 : 1;
        foreach (var place in scene.Everywhere.Where(f => ties.Span.Contains(f.FiledOn)).GroupBy(f => f.Location))
        {
            var counts = new int[pieces.Count + rests, columns.Count];
            foreach (var fact in place)
            {
                var piece = pieces.FindIndex(p => p.Period.Contains(fact.FiledOn));
                for (var c = 0; c < columns.Count; c++)
                {
                    if (belongs(fact, columns[c].Code))
                        counts[piece < 0 ? pieces.Count : piece, c]++;
                }
            }
            places.Add((place.Key, counts));
        }
    }

    /// <returns>Null where there is nothing to look at, or too much.</returns>
    public static YearAudit? Of(
        Scene scene,
        Ties ties,
        GridKind kind,
        IReadOnlyList<(string Code, Words Label)> columns,
        Func<CaseFacts, string, bool> belongs
    )
    {
        if (
            kind != GridKind.Natures
            || scene.Kind != ReportKinds.StatutoryChildcare
            || ties.Parts.Count == 0
            || ties.Before is not null
            || scene.Everywhere.Count(f => ties.Span.Contains(f.FiledOn)) > NumbersMost
        )
            return null;
        var audit = new YearAudit(scene, ties, columns, belongs);
        return (audit.pieces.Count + audit.rests) * audit.places.Count * columns.Count <= NumbersMost && audit.Fits()
            ? audit
            : null;
    }

    /// <summary>The columns in which a number that is not printed would be narrowed by what the yearly table prints.</summary>
    public IReadOnlySet<int> Narrowed(
        Func<string?, int, bool> isCellHidden,
        Func<int, bool> isTotalHidden,
        Func<string?, bool> isListed
    )
    {
        var targets = new List<(int Column, int[] Of)>();
        for (var c = 0; c < columns.Count; c++)
        {
            for (var p = 0; p < pieces.Count; p++)
            {
                if (PartTotal(p, c).Hidden)
                    targets.Add((c, [.. Of(p, null, c)]));
            }
            if (isTotalHidden(c))
                targets.Add((c, [.. Childcare(c)]));
            for (var l = 0; l < places.Count; l++)
            {
                if (IsChildcare(l) && isCellHidden(places[l].Key, c))
                    targets.Add((c, [.. Of(null, l, c)]));
            }
        }
        var sums = targets.ConvertAll(t => t.Of);
        var seen = Search(isCellHidden, isTotalHidden, isListed).Values(sums, scene.Threshold);
        var few = Enumerable.Range(0, targets.Count).Where(t => seen[t].Count < scene.Threshold).ToList();
        if (few.Count == 0)
            return new HashSet<int>();
        // What was so narrow before can't be mended here.
        var before = Search((_, _) => true, _ => true, isListed).Values([.. few.Select(t => sums[t])], scene.Threshold);
        return few.Where((t, i) => seen[t].Count < Math.Min(scene.Threshold, before[i].Count))
            .Select(t => targets[t].Column)
            .ToHashSet();
    }

    private TableSearch Search(
        Func<string?, int, bool> isCellHidden,
        Func<int, bool> isTotalHidden,
        Func<string?, bool> isListed
    )
    {
        var search = new TableSearch();
        for (var p = 0; p < pieces.Count + rests; p++)
        for (var l = 0; l < places.Count; l++)
        for (var c = 0; c < columns.Count; c++)
            search.Add(places[l].Counts[p, c]);
        var all = Enumerable.Range(0, columns.Count).ToList();
        for (var p = 0; p < pieces.Count + rests; p++)
        {
            var piece = p;
            for (var l = 0; l < places.Count; l++)
                search.Know(all.SelectMany(c => Of(piece, l, c)));
            for (var c = 0; p < pieces.Count && c < columns.Count; c++)
            {
                if (!PartTotal(p, c).Hidden)
                    search.Know(Of(p, null, c));
            }
        }
        foreach (var c in all.Where(c => !isTotalHidden(c)))
            search.Know(Childcare(c));
        for (var l = 0; l < places.Count; l++)
        {
            if (!IsChildcare(l))
                continue;
            foreach (var c in all)
            {
                var cell = Of(null, l, c).ToArray();
                var isNothing = cell.Sum(Value) == 0;
                if (isListed(places[l].Key) && !isNothing)
                    search.AtLeast(cell, 1);
                if (!isCellHidden(places[l].Key, c) || (isListed(places[l].Key) && isNothing))
                    search.Know(cell);
            }
        }
        return search;
    }

    /// <summary>Complaints may have been corrected since a part was printed; then the printed sums don't fit, and nothing can be learnt this way.</summary>
    private bool Fits() =>
        Enumerable
            .Range(0, pieces.Count)
            .All(p =>
                Enumerable
                    .Range(0, columns.Count)
                    .All(c => PartTotal(p, c) is var t && (t.Hidden || t.Value == Of(p, null, c).Sum(Value)))
            );

    private (bool Hidden, int Value) PartTotal(int piece, int column) =>
        Ties.Total(pieces[piece].Report!.Table(GridKind.Natures.Single), columns[column].Label);

    private bool IsChildcare(int place) => places[place].Key is not { } key || !scene.OtherLocations.Contains(key);

    private IEnumerable<int> Childcare(int c) =>
        Enumerable.Range(0, places.Count).Where(IsChildcare).SelectMany(l => Of(null, l, c));

    private int Value(int number)
    {
        var (rest, c) = (number / columns.Count, number % columns.Count);
        return places[rest % places.Count].Counts[rest / places.Count, c];
    }

    private IEnumerable<int> Of(int? piece, int? place, int c) =>
        from p in piece is { } one ? [one] : Enumerable.Range(0, pieces.Count + rests)
        from l in place is { } here ? [here] : Enumerable.Range(0, places.Count)
        select (((p * places.Count) + l) * columns.Count) + c;
}
