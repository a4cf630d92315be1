using ComplaintMailer.Core.Figures.Disclosure;
using ComplaintMailer.Core.Figures.Joint;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;

namespace ComplaintMailer.Core.Figures.Own;

/// <summary>
/// Figures of a report that an organisation defined itself. Nobody has looked at what it crosses, so it is held to the strictest
/// rule: every number but the count of a whole location is hidden when it is small, and also when what its filter leaves out is.
/// </summary>
public static class OwnFigures
{
    public static FiguresReport Make(
        OwnDefinition definition,
        Period period,
        IReadOnlyList<CaseFacts> facts,
        Organisation organisation,
        Regulation regulation,
        IReadOnlyList<FiguresReport>? earlier = null
    )
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(period);
        var threshold = regulation.Privacy.SmallCell;
        var counted = facts
            .Where(f => f.Organisation == organisation.Key && f.Outcome != Cases.Outcomes.Merged)
            .Where(f => Counts(definition, f, period))
            .Where(f => definition.Filters.ContainsKey("kind") || f.Kind == "complaint")
            .ToList();
        var inside = counted
            .Where(f => definition.Filters.All(x => OwnDimensions.Of(f, x.Key).Any(x.Value.Contains)))
            .ToList();
        var everybody = facts
            .Where(f => f.Organisation == organisation.Key && f.Outcome != Cases.Outcomes.Merged)
            .ToList();
        var reader = new StatementReader(
            Scene.Columns(regulation.Natures, everybody),
            everybody,
            organisation.Locations
        );
        var beside = new Beside(everybody, reader.Read(earlier ?? []));
        var table = Table(definition, period, counted, inside, organisation, regulation, threshold, beside);
        // A filter alone tells of few people, however it is divided; and so may what it leaves out.
        var isFew =
            definition.Filters.Count > 0
            && (
                IsSmall(inside.Count, threshold)
                || IsSmall(counted.Count - inside.Count, threshold)
                || beside.IsTotalHidden
            );
        return new()
        {
            Kind = definition.Name,
            Title = definition.Title,
            Definition = definition,
            Organisation = organisation.Name,
            OrganisationKey = organisation.Key,
            Period = period,
            Threshold = threshold,
            RestsOn = definition.Filters.Count > 0 ? counted.Count : inside.Count,
            Tables = inside.Count == 0 || isFew ? [] : [table],
            Totals = [new("counted", new("Geteld", "Counted"), isFew ? null : inside.Count)],
            Words = Words(definition, period, inside.Count, isFew, threshold),
            Suppressed = isFew ? 0 : table.Rows.Sum(r => r.Cells.Count(c => c.Kind == CellKind.Hidden)),
        };
    }

    private static bool Counts(OwnDefinition definition, CaseFacts fact, Period period) =>
        definition.Count switch
        {
            "judged" => fact.Verdict is not null && period.Contains(fact.DecidedOn),
            "closed" => period.Contains(fact.ClosedOn),
            _ => period.Contains(fact.FiledOn),
        };

    private static FigureTable Table(
        OwnDefinition definition,
        Period period,
        List<CaseFacts> all,
        List<CaseFacts> inside,
        Organisation organisation,
        Regulation regulation,
        int threshold,
        Beside beside
    )
    {
        var rows = Codes(definition.Rows, all, organisation, regulation);
        var columns = definition.Columns is { } second ? Codes(second, all, organisation, regulation) : [""];
        int Count(List<CaseFacts> of, string? row, string? column) =>
            of.Count(f =>
                (row is null || OwnDimensions.Of(f, definition.Rows).Contains(row))
                && (
                    column is null
                    || definition.Columns is null
                    || OwnDimensions.Of(f, definition.Columns).Contains(column)
                )
            );
        var isFiltered = definition.Filters.Count > 0;
        bool IsSensitive(int value, string? row, string? column) =>
            IsSmall(value, threshold) || (isFiltered && IsSmall(Count(all, row, column) - value, threshold));
        var isOpen = definition.Rows is "location" or "service" or "channel" or "month" or "kind" && !isFiltered;

        var web = new CountWeb();
        var root = web.AddNode();
        var heads = columns.Select(_ => definition.Columns is null ? root : web.AddNode()).ToArray();
        var rowTotals = new int[rows.Count];
        var cells = new int[rows.Count, columns.Count];
        var line = definition.Columns is null ? web.AddNode() : -1;
        for (var r = 0; r < rows.Count; r++)
        {
            var total = Enumerable.Range(0, columns.Count).Sum(c => Count(inside, rows[r], columns[c]));
            if (definition.Columns is null)
            {
                cells[r, 0] = rowTotals[r] = web.Add(
                    line,
                    root,
                    total,
                    !isOpen,
                    !isOpen && IsSensitive(total, rows[r], null)
                );
                continue;
            }
            var node = web.AddNode();
            rowTotals[r] = web.Add(root, node, total, !isOpen, !isOpen && IsSensitive(total, rows[r], null));
            for (var c = 0; c < columns.Count; c++)
            {
                var value = Count(inside, rows[r], columns[c]);
                cells[r, c] = web.Add(node, heads[c], value, true, IsSensitive(value, rows[r], columns[c]));
            }
        }
        var columnTotals = new int[columns.Count];
        for (var c = 0; definition.Columns is not null && c < columns.Count; c++)
        {
            var value = Count(inside, null, columns[c]);
            columnTotals[c] = web.Add(
                heads[c],
                root,
                Enumerable.Range(0, rows.Count).Sum(r => web.Numbers[cells[r, c]].Value),
                true,
                IsSensitive(value, null, columns[c])
            );
        }
        if (line >= 0)
            web.Add(root, line, rowTotals.Sum(id => web.Numbers[id].Value), false, false);

        // Of few complaints nothing of how they divide is shown, not even what there was none of.
        var few = Enumerable
            .Range(0, rows.Count)
            .Where(r => definition.Columns is not null && IsSmall(web.Numbers[rowTotals[r]].Value, threshold))
            .SelectMany(r => Enumerable.Range(0, columns.Count).Select(c => cells[r, c]))
            .ToHashSet();
        var hidden = Suppressor.Choose(web, threshold, few).Hidden.ToHashSet();
        beside.Say(OwnStatements.Of(definition, period, null, null), Beside.Total);
        for (var r = 0; r < rows.Count; r++)
        {
            beside.Say(OwnStatements.Of(definition, period, rows[r], null), rowTotals[r]);
            for (var c = 0; definition.Columns is not null && c < columns.Count; c++)
                beside.Say(OwnStatements.Of(definition, period, rows[r], columns[c]), cells[r, c]);
        }
        for (var c = 0; definition.Columns is not null && c < columns.Count; c++)
            beside.Say(OwnStatements.Of(definition, period, null, columns[c]), columnTotals[c]);
        beside.Widen(
            hidden,
            id => id == Beside.Total ? definition.Filters.Count > 0 : web.Numbers[id].MayHide,
            threshold
        );
        FigureCell Show(int id) => hidden.Contains(id) ? FigureCell.Hidden : FigureCell.Of(web.Numbers[id].Value);
        var printed = new List<FigureRow>();
        for (var r = 0; r < rows.Count; r++)
        {
            var place = r;
            printed.Add(
                new(
                    OwnDimensions.Name(definition.Rows, rows[r], organisation, regulation),
                    definition.Columns is null
                        ? [Show(cells[r, 0])]
                        :
                        [
                            Show(rowTotals[r]),
                            .. Enumerable.Range(0, columns.Count).Select(c => Show(cells[place, c])),
                        ],
                    definition.Rows == "location" && rows[r].Length > 0 ? rows[r] : null
                )
                {
                    Code = rows[r],
                }
            );
        }
        printed.Add(
            new(
                new("Totaal", "Total"),
                definition.Columns is null
                    ? [FigureCell.Of(inside.Count)]
                    : [FigureCell.Of(inside.Count), .. columnTotals.Select(Show)],
                IsTotal: true
            )
        );
        var hiddenCount = printed.Sum(r => r.Cells.Count(c => c.Kind == CellKind.Hidden));
        return new(
            "own",
            definition.Title,
            definition.Columns is null
                ? [OwnDimensions.Label(definition.Rows), new("Aantal", "Number")]
                :
                [
                    OwnDimensions.Label(definition.Rows),
                    new("Totaal", "Total"),
                    .. columns.Select(c => OwnDimensions.Name(definition.Columns, c, organisation, regulation)),
                ],
            printed,
            hiddenCount > 0 ? BreakdownFigures.HiddenNote(threshold) : null,
            definition.Columns is null ? [1] : null
        )
        {
            Codes = columns,
        };
    }

    /// <summary>Locations stand there with nothing too; natures too; of other things only what occurs anywhere in the period.</summary>
    private static List<string> Codes(
        string dimension,
        List<CaseFacts> all,
        Organisation organisation,
        Regulation regulation
    )
    {
        var found = all.SelectMany(f => OwnDimensions.Of(f, dimension)).Distinct(StringComparer.Ordinal).ToList();
        return dimension == "location"
                ?
                [
                    .. organisation.Locations.Select(l => l.Key),
                    .. found.Except(organisation.Locations.Select(l => l.Key)).Order(StringComparer.Ordinal),
                ]
            // Which natures there were at all may tell what each of a few complaints was about: every nature has its place.
            : dimension == "nature"
                ?
                [
                    .. regulation
                        .Natures.Select(n => n.Code)
                        .Union(found, StringComparer.Ordinal)
                        .Order(StringComparer.Ordinal),
                ]
            : [.. found.Order(StringComparer.Ordinal)];
    }

    private static Dictionary<string, IReadOnlyList<string>> Words(
        OwnDefinition definition,
        Period period,
        int count,
        bool isFew,
        int threshold
    )
    {
        // Questions and displeasure may be among them.
        var isKind = definition.Filters.ContainsKey("kind");
        return new()
        {
            ["nl"] =
            [
                isFew
                    ? $"In {period.This("nl")} wordt niets getoond: het zijn er minder dan {threshold}, of het aantal zou zo'n klein aantal verraden."
                : count == 1 ? $"In {period.This("nl")} gaat het om één {(isKind ? "zaak" : "klacht")}."
                : $"In {period.This("nl")} gaat het om {count} {(isKind ? "zaken" : "klachten")}.",
            ],
            ["en"] =
            [
                isFew
                    ? $"In {period.This("en")} nothing is shown: there were fewer than {threshold}, or the number would give such a small number away."
                : count == 1 ? $"In {period.This("en")} it is about one {(isKind ? "case" : "complaint")}."
                : $"In {period.This("en")} it is about {count} {(isKind ? "cases" : "complaints")}.",
            ],
        };
    }

    /// <summary>What other reports say, and what this one would say beside them.</summary>
    private sealed class Beside(IReadOnlyList<CaseFacts> everybody, IReadOnlyList<Statement> others)
    {
        /// <summary>Stands for the number of all that is counted.</summary>
        public const int Total = -1;

        private readonly List<Statement> statements = [.. others];
        private readonly List<int> numbers = [];

        public bool IsTotalHidden { get; private set; }

        public void Say(Statement statement, int number)
        {
            statements.Add(statement);
            numbers.Add(number);
        }

        public void Widen(HashSet<int> hidden, Func<int, bool> mayHide, int threshold)
        {
            if (others.Count == 0)
                return;
            Widening.Run(everybody, statements, others.Count, threshold, numbers, mayHide, hidden);
            IsTotalHidden = hidden.Contains(Total);
        }
    }

    private static bool IsSmall(int count, int threshold) => count > 0 && count < threshold;
}
