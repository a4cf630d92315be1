using System.Text.Json;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Reports.Forms;
using NodaTime;

namespace ComplaintMailer.Tests.Reports.Leaks;

/// <summary>What can be read from a report in some form: its tables, and the numbers on top.</summary>
/// <param name="Tables">By title (or, in CSV, by name), each as rows of texts; the first row is the head.</param>
/// <param name="Prose">All text outside tables.</param>
internal sealed record Paper(
    IReadOnlyList<(string Title, IReadOnlyList<IReadOnlyList<string>> Rows)> Tables,
    IReadOnlyList<(string Label, string Value)> Totals,
    string Prose
)
{
    /// <summary>What is printed for a number that is not shown.</summary>
    public static readonly string[] NotShown = ["·", "–"];

    /// <summary>The JSON of a report, which other forms are held against: null is what it does not tell.</summary>
    public static Paper OfJson(FiguresReport report, string language)
    {
        using var json = JsonDocument.Parse(ReportJson.Write(report, Instant.FromUtc(2027, 1, 4, 8, 0), language));
        var root = json.RootElement;
        return new(
            [
                .. root.GetProperty("tables")
                    .EnumerateArray()
                    .Select(t =>
                        (
                            t.GetProperty("title").GetString()!,
                            (IReadOnlyList<IReadOnlyList<string>>)
                                [
                                    [.. t.GetProperty("columns").EnumerateArray().Select(c => c.GetString()!)],
                                    .. t.GetProperty("rows")
                                        .EnumerateArray()
                                        .Select(r => (IReadOnlyList<string>)[.. r.EnumerateArray().Select(Text)]),
                                ]
                        )
                    ),
            ],
            [
                .. report.Totals.Select(t =>
                    (t.Label.In(language), Text(root.GetProperty("totals").GetProperty(t.Name)))
                ),
            ],
            string.Join('\n', root.GetProperty("words").EnumerateArray().Select(w => w.GetString()))
        );

        static string Text(JsonElement value) =>
            value.ValueKind switch
            {
                JsonValueKind.Null => "",
                JsonValueKind.Number => value
                    .GetDecimal()
                    .ToString("0.#", System.Globalization.CultureInfo.InvariantCulture),
                _ => value.GetString()!,
            };
    }

    /// <summary>Every way in which this paper tells something else than the JSON does.</summary>
    /// <param name="allRows">False: rows may be left to an attachment.</param>
    public IEnumerable<string> Against(Paper json, bool allRows = true)
    {
        if (!Totals.Select(t => Plain(t.Label)).SequenceEqual(json.Totals.Select(t => Plain(t.Label))))
            yield return $"totals {string.Join(", ", Totals.Select(t => t.Label))}";
        foreach (var (label, value) in Totals)
        {
            var told = json.Totals.FirstOrDefault(t => Plain(t.Label) == Plain(label)).Value;
            if (told is null || !Same(told, value))
                yield return $"total {label}: {value} instead of {told}";
        }
        if (Tables.Count != json.Tables.Count)
            yield return $"{Tables.Count} tables instead of {json.Tables.Count}";
        foreach (var (table, theirs) in Tables.Zip(json.Tables))
        {
            if (
                Plain(table.Title) != Plain(theirs.Title)
                && !Plain(theirs.Title).StartsWith(Plain(table.Title), StringComparison.Ordinal)
            )
                yield return $"table {table.Title} instead of {theirs.Title}";
            if (allRows && table.Rows.Count != theirs.Rows.Count)
                yield return $"{table.Title}: {table.Rows.Count} rows instead of {theirs.Rows.Count}";
            if (!allRows && table.Rows.Count == 0)
                continue;
            var rows = allRows ? theirs.Rows : [theirs.Rows[0], .. theirs.Rows.TakeLast(table.Rows.Count - 1)];
            foreach (var (row, their) in table.Rows.Zip(rows))
            {
                if (row.Count != their.Count || !row.Zip(their).All(x => Same(x.Second, x.First)))
                    yield return $"{table.Title}: {string.Join(" | ", row)} instead of {string.Join(" | ", their)}";
            }
        }
    }

    /// <summary>CSV calls tables by their names and has no heads of rows.</summary>
    public Paper Named(FiguresReport report, string language) =>
        this with
        {
            Tables =
            [
                .. Tables.Zip(
                    report.Tables,
                    (t, r) =>
                        (
                            t.Title == r.Name ? r.Title.In(language) : t.Title,
                            (IReadOnlyList<IReadOnlyList<string>>)
                                [
                                    [r.Columns[0].In(language), .. t.Rows[0].Skip(1)],
                                    .. t.Rows.Skip(1),
                                ]
                        )
                ),
            ],
        };

    private static bool Same(string json, string printed)
    {
        if (json.Length == 0)
            return NotShown.Contains(printed.Trim());
        var text = printed.Trim().TrimEnd('%').Replace(',', '.');
        return text == json || Plain(printed) == Plain(json);
    }

    /// <summary>Paper breaks lines and words.</summary>
    private static string Plain(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();
}
