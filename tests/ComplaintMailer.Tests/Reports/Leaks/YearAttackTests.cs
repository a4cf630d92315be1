using System.Globalization;
using ComplaintMailer.Core.Figures;

namespace ComplaintMailer.Tests.Reports.Leaks;

/// <summary>
/// Somebody has every report of a year: those over its parts, the yearly one, the public one and each supervisor's extract. He
/// writes down every sum that is printed and looks what each number that is not printed can be.
/// </summary>
public class YearAttackTests
{
    private const int Threshold = 5;

    [Fact]
    public void No_hidden_number_of_three_hundred_random_years_can_be_worked_out()
    {
        var years = RandomYear.Tried(300);
        var hidden = 0;
        var failures = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.For(
            1,
            years + 1,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            seed =>
            {
                var year = new RandomYear(seed);
                foreach (var family in Family.All)
                    Interlocked.Add(ref hidden, Attack(seed, year, family, failures));
            }
        );

        Assert.True(
            failures.IsEmpty,
            string.Join('\n', failures.Order(StringComparer.Ordinal).Take(20)) + $"\n{failures.Count} in all"
        );
        // Were nothing hidden, there would be nothing to attack.
        Assert.True(hidden > 5 * years, $"{hidden} hidden numbers");
    }

    [Theory]
    [InlineData(1, 12)]
    [InlineData(2, 25)]
    [InlineData(3, 32)]
    public void Nor_can_any_where_there_are_many_locations(int seed, int locations)
    {
        var failures = new System.Collections.Concurrent.ConcurrentBag<string>();
        var year = new RandomYear(seed, locations);
        var hidden = 0;

        foreach (var family in Family.All)
            hidden += Attack(seed, year, family, failures);

        Assert.True(failures.IsEmpty, string.Join('\n', failures.Order(StringComparer.Ordinal).Take(20)));
        Assert.True(hidden > 4 * locations, $"{hidden} hidden numbers");
    }

    [Fact]
    public void A_supervisors_extract_shows_nothing_that_the_whole_report_does_not()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var year = new RandomYear(seed);
            var whole = new PrintedReport(year.Yearly).Rows().ToHashSet();
            foreach (var extract in year.Extracts)
            {
                Assert.All(new PrintedReport(extract).Rows(), row => Assert.Contains(row, whole));
                // And of one supervisor's locations alone: no totals, no other's.
                Assert.Single(
                    extract
                        .Tables.SelectMany(t => t.Rows)
                        .Select(r => year.Organisation.Location(r.Location!)!.Supervisor)
                        .Distinct()
                );
            }
        }
    }

    private static int Attack(
        int seed,
        RandomYear year,
        Family family,
        System.Collections.Concurrent.ConcurrentBag<string> failures
    )
    {
        var board = new Board(year, family);
        var (targets, names) = board.Hidden();
        if (targets.Count == 0)
            return 0;
        var all = board.Printed(withYear: true).Values(targets, Threshold);
        if (all.All(v => v.Count >= Threshold))
            return targets.Count;
        // Nothing excuses that fewer values are left but what the law wants open: counts that break nothing down, and which natures
        // a small location had.
        var few = Enumerable.Range(0, targets.Count).Where(t => all[t].Count < Threshold).ToList();
        var law = board.OpenOnly(lists: true).Values([.. few.Select(t => targets[t])], Threshold);
        for (var i = 0; i < few.Count; i++)
        {
            if (all[few[i]].Count < Math.Min(Threshold, law[i].Count))
                failures.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"seed {seed}: {names[few[i]]} is one of {string.Join(", ", all[few[i]])}; the law leaves {string.Join(", ", law[i])}"
                    )
                );
        }
        return targets.Count;
    }

    /// <summary>The unknown numbers of a year, by part of the year, location and column, and what is printed of them.</summary>
    private sealed class Board
    {
        private readonly RandomYear year;
        private readonly Family family;
        private readonly List<PrintedReport> parts;
        private readonly PrintedReport yearly;

        /// <summary>Places a complaint can be at: locations, or just within and without childcare where nothing is printed by location.</summary>
        private readonly List<Func<CaseFacts, bool>> places;

        public Board(RandomYear year, Family family)
        {
            this.year = year;
            this.family = family;
            parts = [.. year.Parts.Select(p => new PrintedReport(p))];
            yearly = new PrintedReport(year.Yearly);
            places = family.ByLocation is null
                ? [f => f.Service == "childcare", f => f.Service != "childcare"]
                : [.. Locations.Select(l => (Func<CaseFacts, bool>)(f => f.Location == l.Key))];
        }

        private bool IsChildcare(int place) =>
            family.ByLocation is null ? place == 0 : Locations[place].Service == "childcare";

        private IReadOnlyList<ComplaintMailer.Core.Organisations.Location> Locations => year.Organisation.Locations;

        public (List<int[]> Targets, List<string> Names) Hidden()
        {
            var targets = new List<int[]>();
            var names = new List<string>();
            for (var c = 0; c < family.Columns.Count; c++)
            {
                var column = family.Columns[c].Label;
                for (var p = 0; p < parts.Count; p++)
                {
                    if (parts[p].Cell(family.Single, column, "Aantal") is null)
                        Add($"{family.Single}, {year.Parts[p].Period.Code}, {column}", Of(p, null, c));
                }
                if (family.ByLocation is null)
                {
                    if (yearly.Cell(family.Single, column, "Aantal") is null)
                        Add($"{family.Single}, year, {column}", Childcare(c));
                    continue;
                }
                if (yearly.Cell(family.ByLocation, "Totaal", column) is null)
                    Add($"{family.ByLocation}, year, {column}", Childcare(c));
                for (var l = 0; l < Locations.Count; l++)
                {
                    if (IsChildcare(l) && yearly.Cell(family.ByLocation, Locations[l].Name, column) is null)
                        Add($"{family.ByLocation}, year, {Locations[l].Name}, {column}", Of(null, l, c));
                }
            }
            return (targets, names);

            void Add(string name, IEnumerable<int> of)
            {
                names.Add(name);
                targets.Add([.. of]);
            }
        }

        /// <summary>Everything that is printed.</summary>
        public Puzzle Printed(bool withYear, bool lists = true)
        {
            var puzzle = OpenOnly(lists);
            for (var c = 0; c < family.Columns.Count; c++)
            {
                var column = family.Columns[c].Label;
                for (var p = 0; p < parts.Count; p++)
                {
                    Know(puzzle, Of(p, null, c), parts[p].Cell(family.Single, column, "Aantal"));
                    for (var l = 0; l < Locations.Count && family.IsThreefold; l++)
                    {
                        if (parts[p].StandsOut(Locations[l].Name, column))
                            puzzle.SumAtLeast([.. Of(p, l, c)], Threshold);
                    }
                }
                if (!withYear)
                    continue;
                if (family.ByLocation is null)
                {
                    Know(puzzle, Childcare(c), yearly.Cell(family.Single, column, "Aantal"));
                    continue;
                }
                Know(puzzle, Childcare(c), yearly.Cell(family.ByLocation, "Totaal", column));
                for (var l = 0; l < Locations.Count; l++)
                {
                    if (IsChildcare(l))
                        Know(puzzle, Of(null, l, c), yearly.Cell(family.ByLocation, Locations[l].Name, column));
                }
            }
            return puzzle;
        }

        /// <summary>Only what the law wants shown, and counts that break nothing down.</summary>
        public Puzzle OpenOnly(bool lists)
        {
            var puzzle = new Puzzle();
            var columns = Enumerable.Range(0, family.Columns.Count).ToList();
            if (family.IsThreefold)
            {
                foreach (var p in Enumerable.Range(0, parts.Count))
                foreach (var l in Enumerable.Range(0, places.Count))
                foreach (var c in columns)
                    puzzle.Add(True(p, l, c));
            }
            else
            {
                // What is printed of parts says nothing of places: any division that fits both sums is possible.
                foreach (var c in columns)
                {
                    foreach (var p in Enumerable.Range(0, parts.Count))
                        puzzle.Add(True(p, null, c));
                    foreach (var l in Enumerable.Range(0, places.Count))
                        puzzle.Add(True(null, l, c));
                }
                foreach (var c in columns)
                    puzzle.KnowEqual(
                        [.. Enumerable.Range(0, parts.Count).SelectMany(p => Of(p, null, c))],
                        [.. Enumerable.Range(0, places.Count).SelectMany(l => Of(null, l, c))]
                    );
            }
            for (var p = 0; p < parts.Count; p++)
            {
                var all = columns.SelectMany(c => Of(p, null, c)).ToList();
                puzzle.Know(all, puzzle.True(all));
                for (var l = 0; l < Locations.Count && family.IsThreefold; l++)
                    Know(
                        puzzle,
                        columns.SelectMany(c => Of(p, l, c)),
                        parts[p].Cell("complaints-by-location", Locations[l].Name, "Aantal")
                    );
            }
            var childcare = columns.SelectMany(Childcare).ToList();
            puzzle.Know(childcare, puzzle.True(childcare));
            for (var l = 0; l < Locations.Count && family.ByLocation is not null; l++)
            {
                if (!IsChildcare(l))
                    continue;
                var line = columns.SelectMany(c => Of(null, l, c)).ToList();
                puzzle.Know(line, puzzle.True(line));
                if (!lists || yearly.List(family.ByLocation, Locations[l].Name) is not { } list)
                    continue;
                foreach (var c in columns)
                {
                    if (!list.Contains(family.Columns[c].Label, StringComparison.Ordinal))
                        puzzle.Know(Of(null, l, c), 0);
                    else
                        puzzle.SumAtLeast([.. Of(null, l, c)], 1);
                }
            }
            return puzzle;
        }

        private static void Know(Puzzle puzzle, IEnumerable<int> of, int? printed)
        {
            if (printed is { } value)
                puzzle.Know(of, value);
        }

        private IEnumerable<int> Childcare(int c) =>
            Enumerable.Range(0, places.Count).Where(IsChildcare).SelectMany(l => Of(null, l, c));

        private IEnumerable<int> Of(int? part, int? place, int c)
        {
            var (p, l, cs) = (parts.Count, places.Count, family.Columns.Count);
            if (!family.IsThreefold)
                return [(c * (p + l)) + (part ?? p + place!.Value)];
            return from x in part is { } one ? [one] : Enumerable.Range(0, p)
                from y in place is { } here ? [here] : Enumerable.Range(0, l)
                select (((x * l) + y) * cs) + c;
        }

        private int True(int? part, int? place, int c) =>
            year.Facts.Count(f =>
                (place is null || places[place.Value](f))
                && year.Parts.Where((_, i) => part is null || i == part).Any(p => p.Period.Contains(family.Date(f)))
                && family.Columns[c].Is(f)
            );
    }
}
