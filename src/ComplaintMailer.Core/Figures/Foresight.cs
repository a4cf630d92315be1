namespace ComplaintMailer.Core.Figures;

/// <summary>
/// A report over part of a year comes before the one over the year, and can't be taken back. The yearly one will say how many
/// complaints each location had, which natures the small ones had, and how many there were in all; and reports over further parts
/// will come. So what is hidden now is hidden so wide that it keeps its room beside whatever those will say.
/// </summary>
internal sealed class Foresight(Scene scene, GridKind kind)
{
    /// <summary>After so many times the threshold in one part of a year nobody expects fewer than the threshold in another.</summary>
    private const int Steady = 4;

    /// <summary>
    /// That there was none of something in a part of the year leaves all there was to the other parts, where it may be one of two
    /// complaints. By nature each part also says how many each location had; for the rest it takes a part with very few.
    /// </summary>
    public bool HidesNothing(int count) => kind.ListsFew || count < Steady * scene.Threshold;

    /// <param name="facts">What the report is about.</param>
    /// <param name="columns">Those that may be hidden.</param>
    public void Widen(IReadOnlyList<CaseFacts> facts, List<ForeseenColumn> columns, HashSet<int> hidden)
    {
        if (LeavesFew(facts) || HadFew() || IsNearlyToldAlready(facts.Count))
            hidden.UnionWith(columns.Select(c => c.Id));
        else if (kind.ListsFew && columns.Exists(c => hidden.Contains(c.Id)))
            KeepRoom(columns, hidden);
    }

    /// <summary>Nearly all are of one place or of childcare: then what is printed of all is also what that one had, but for a few.</summary>
    private bool LeavesFew(IReadOnlyList<CaseFacts> facts)
    {
        var childcare = FiguresMaker.Only(facts, f => f.Service == Organisations.Services.Childcare);
        return IsFew(facts.Count - childcare.Count)
            || (
                kind != GridKind.Endings
                && childcare.CountBy(f => f.Location ?? "").Any(place => IsFew(facts.Count - place.Value))
            );
    }

    /// <summary>Of an earlier part of the year nothing was told, it had so few: they are all that is not known of a number printed now.</summary>
    private bool HadFew() =>
        scene.Past.Periods.Any(p =>
            p.Period.To.Year == scene.Period.To.Year
            && IsFew(
                kind == GridKind.Natures ? p.Filed
                : kind == GridKind.Endings ? p.Ended
                : p.Judged
            )
        );

    /// <summary>
    /// Another report printed numbers over nearly the same days: the difference would be those of a few. Where the days of neither are
    /// part of the other's, three such reports can leave as few, unless there are many.
    /// </summary>
    private bool IsNearlyToldAlready(int count) =>
        scene
            .Earlier.Where(r => Ties.WholeKinds.Contains(r.Kind) && r.Period != scene.Period)
            .Where(r => r.Period.From <= scene.Period.To && r.Period.To >= scene.Period.From)
            .Any(r =>
                r.Table(kind.Single)?.Rows is { } rows
                && rows.Any(row => !row.IsTotal && row.Cells[0].Number > 0)
                && (
                    IsPart(r.Period, scene.Period) || IsPart(scene.Period, r.Period)
                        ? IsFew(
                            Math.Abs(count - (int)rows.Where(row => row.IsTotal).Sum(row => row.Cells[0].Number ?? 0))
                        )
                        : count < Steady * scene.Threshold
                )
            );

    private static bool IsPart(Period small, Period large) => small.From >= large.From && small.To <= large.To;

    /// <summary>
    /// The natures that will be listed of a small location may be known then. So enough of what is hidden is of locations that
    /// have too many complaints for a list.
    /// </summary>
    private void KeepRoom(List<ForeseenColumn> columns, HashSet<int> hidden)
    {
        var large = scene
            .Filed.CountBy(f => f.Location ?? "")
            .Where(place => place.Value >= scene.Threshold)
            .Select(place => place.Key)
            .ToHashSet(StringComparer.Ordinal);
        var shown = columns
            .Where(c => !hidden.Contains(c.Id))
            .OrderBy(c => c.Facts.Count)
            .Select(c => (c.Id, Room: Room(c)))
            .ToList();
        var left = scene.Threshold - 1 - columns.Where(c => hidden.Contains(c.Id)).Sum(Room);
        while (left > 0 && shown.Count > 0)
        {
            // The smallest that is enough, or else the one that helps most.
            var next = shown.FindIndex(c => c.Room >= left) is >= 0 and var enough
                ? enough
                : shown.IndexOf(shown.MaxBy(c => c.Room));
            hidden.Add(shown[next].Id);
            left -= shown[next].Room;
            shown.RemoveAt(next);
        }

        int Room(ForeseenColumn column) => column.Facts.Count(f => large.Contains(f.Location ?? ""));
    }

    private bool IsFew(int count) => count > 0 && count < scene.Threshold - 1;
}

/// <param name="Id">Its number.</param>
/// <param name="Facts">What counts in it.</param>
internal sealed record ForeseenColumn(int Id, IReadOnlyList<CaseFacts> Facts);
