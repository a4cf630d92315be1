using ComplaintMailer.Core.Figures;
using ComplaintMailer.Core.Organisations;
using NodaTime;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Tests.Reports.Leaks;

/// <summary>
/// What somebody writes down who has a row of reports, whatever their periods: of each stretch of time between two of their
/// ends, of each location and each column, a number he does not know; and every sum of those that is printed.
/// </summary>
internal sealed class Reading(RandomYear year, Family family)
{
    private readonly List<Sentence> sentences = [];

    /// <param name="Where">Which locations it is about.</param>
    /// <param name="Column">Null: all of them.</param>
    /// <param name="Value">Null: it is not printed.</param>
    private sealed record Sentence(
        string Name,
        Period Period,
        Func<string, bool> Where,
        int? Column,
        int? Value,
        bool IsOpen = false,
        int Least = 0
    );

    private IReadOnlyList<Location> Locations => year.Organisation.Locations;

    /// <summary>What a report says, read from its JSON.</summary>
    public void Read(FiguresReport report)
    {
        var printed = new PrintedReport(report);
        var period = report.Period;
        var isChildcare = report.Kind == ReportKinds.StatutoryChildcare;
        bool Everywhere(string key) => !isChildcare || year.Organisation.Location(key)!.Service == "childcare";
        void Say(string what, Func<string, bool> where, int? column, int? value, bool isOpen = false, int least = 0) =>
            sentences.Add(new($"{report.Kind} {period.Code} {what}", period, where, column, value, isOpen, least));

        Say(family.Total!, Everywhere, null, printed.Total(family.Total!), isOpen: true);
        // Of weeks only bare counts are told.
        if (report.Kind == ReportKinds.WeeklyBoard)
            return;
        var table = isChildcare ? family.ByLocation! : family.Single;
        foreach (var location in Locations.Where(l => Everywhere(l.Key)))
        {
            if (isChildcare || family.Total == "filed")
                Say(
                    location.Name,
                    key => key == location.Key,
                    null,
                    isChildcare
                        ? printed.Cell(
                            table,
                            location.Name,
                            family.Total == "filed" || family.Single == "verdicts" ? "Totaal" : "Oordelen"
                        )
                        : printed.Cell("complaints-by-location", location.Name, "Aantal"),
                    isOpen: true
                );
        }
        for (var c = 0; c < family.Columns.Count; c++)
        {
            var label = family.Columns[c].Label;
            Say(
                label,
                Everywhere,
                c,
                isChildcare ? printed.Cell(table, "Totaal", label) : printed.Cell(table, label, "Aantal")
            );
            foreach (var location in Locations.Where(l => Everywhere(l.Key)))
            {
                bool Here(string key) => key == location.Key;
                if (isChildcare)
                {
                    var list = printed.List(table, location.Name);
                    var isListed = list?.Contains(label, StringComparison.Ordinal) == true;
                    Say(
                        $"{location.Name}, {label}",
                        Here,
                        c,
                        list is not null && !isListed ? 0 : printed.Cell(table, location.Name, label),
                        isOpen: list is not null,
                        least: isListed ? 1 : 0
                    );
                }
                else if (family.Single == "complaints-by-nature" && printed.StandsOut(location.Name, label))
                    Say($"{location.Name} stands out, {label}", Here, c, null, isOpen: true, least: report.Threshold);
            }
        }
    }

    /// <summary>
    /// What can be narrowed with all that was read to fewer values than the open counts leave, and than are asked for.
    /// </summary>
    /// <param name="facts">How things are. What a report says that is no longer so stands corrected beside it.</param>
    public (int Hidden, List<string> Narrowed) Attack(IReadOnlyList<CaseFacts> facts, int threshold)
    {
        var board = new Board(this, facts);
        // What a report printed before it was corrected, and is still so, it hides in vain.
        var printed = sentences.Where(s => s.Value is not null).Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var targets = sentences
            .Where(s => s is { Value: null, IsOpen: false, Column: not null } && !printed.Contains(s.Name))
            .ToList();
        List<int[]> of = [.. targets.Select(board.Of)];
        var now = board.Puzzle(sentences).Values(of, threshold);
        var few = Enumerable.Range(0, of.Count).Where(i => now[i].Count < threshold).ToList();
        var law = board.Puzzle(sentences.Where(s => s.IsOpen)).Values([.. few.Select(i => of[i])], threshold);
        return (
            targets.Count,
            [
                .. few.Select((t, i) => (Target: t, Law: law[i]))
                    .Where(x => now[x.Target].Count < Math.Min(threshold, x.Law.Count))
                    .Where(x => now[x.Target].Count < Between(board, targets[x.Target], of[x.Target], threshold))
                    .Select(x =>
                        $"{targets[x.Target].Name} is one of {string.Join(", ", now[x.Target])}; the law leaves {string.Join(", ", x.Law)}"
                    ),
            ]
        );
    }

    /// <summary>
    /// Two reports over nearly the same days tell of the same complaints but for those between. Where one printed a number, all that
    /// is unknown of the other's is how it is divided there; and of that no fewer values may be left than the open counts leave.
    /// </summary>
    private int Between(Board board, Sentence target, int[] of, int threshold)
    {
        var least = threshold;
        var open = board.Puzzle(sentences.Where(s => s.IsOpen));
        var nothing = new Dictionary<int, bool>();
        // A stretch of time without complaints makes no difference.
        bool IsNothing(int number) =>
            nothing.TryGetValue(number, out var known)
                ? known
                : nothing[number] =
                    open.True([number]) == 0
                    && open.Values(
                        [
                            [number],
                        ],
                        2
                    )[0].Count == 1;
        foreach (var other in sentences.Where(s => s.Value is not null && s.Column == target.Column))
        {
            var those = board.Of(other);
            int[] more = [.. of.Except(those).Where(n => !IsNothing(n))];
            int[] less = [.. those.Except(of).Where(n => !IsNothing(n))];
            if ((more.Length == 0) == (less.Length == 0))
                continue;
            least = Math.Min(least, open.Values([more.Length > 0 ? more : less], threshold)[0].Count);
        }
        return least;
    }

    private sealed class Board
    {
        private readonly Reading reading;
        private readonly List<LocalDate> ends;
        private readonly int[] truth;

        public Board(Reading reading, IReadOnlyList<CaseFacts> facts)
        {
            this.reading = reading;
            ends =
            [
                .. reading
                    .sentences.SelectMany(s => new[] { s.Period.From.PlusDays(-1), s.Period.To })
                    .Distinct()
                    .Order(),
            ];
            var (places, columns) = (reading.Locations.Count, Family.Columns.Count);
            truth = new int[ends.Count * places * columns];
            foreach (var fact in facts)
            {
                if (Family.Date(fact) is not { } day || ends.FindIndex(e => day <= e) is not (> 0 and var time))
                    continue;
                var place = Enumerable.Range(0, places).First(p => reading.Locations[p].Key == fact.Location);
                for (var c = 0; c < columns; c++)
                {
                    if (Family.Columns[c].Is(fact))
                        truth[(((time * places) + place) * columns) + c]++;
                }
            }
        }

        private Family Family => reading.MyFamily;

        public int[] Of(Sentence s)
        {
            var (places, columns) = (reading.Locations.Count, Family.Columns.Count);
            return
            [
                .. from t in Enumerable.Range(1, ends.Count - 1)
                where ends[t] > s.Period.From.PlusDays(-1) && ends[t] <= s.Period.To
                from p in Enumerable.Range(0, places)
                where s.Where(reading.Locations[p].Key)
                from c in Enumerable.Range(0, columns)
                where s.Column is null || s.Column == c
                select (((t * places) + p) * columns) + c,
            ];
        }

        public Puzzle Puzzle(IEnumerable<Sentence> sentences)
        {
            var puzzle = new Puzzle();
            foreach (var number in truth)
                puzzle.Add(number);
            foreach (var s in sentences)
            {
                var of = Of(s);
                if (s.Value is { } value && value == puzzle.True(of))
                    puzzle.Know(of, value);
                else if (s.Value is null && s.Least > 0 && puzzle.True(of) >= s.Least)
                    puzzle.SumAtLeast(of, s.Least);
            }
            return puzzle;
        }
    }

    private Family MyFamily => family;
}
