using System.Text.Json;

namespace ComplaintMailer.Core.Figures.Own;

/// <summary>Reads a definition from JSON. Every fault names its place and what may stand there.</summary>
public static class OwnDefinitionReader
{
    private static readonly string[] Known =
    [
        "$schema",
        "name",
        "title",
        "period",
        "count",
        "rows",
        "columns",
        "filters",
    ];
    private static readonly string[] Counts = ["filed", "judged", "closed"];
    private static readonly Dictionary<string, PeriodKind> Periods = new(StringComparer.Ordinal)
    {
        ["week"] = PeriodKind.Week,
        ["month"] = PeriodKind.Month,
        ["quarter"] = PeriodKind.Quarter,
        ["four-months"] = PeriodKind.FourMonths,
        ["year"] = PeriodKind.Year,
    };

    public static (OwnDefinition? Definition, IReadOnlyList<string> Faults) Read(string json, string file)
    {
        var faults = new List<string>();
        try
        {
            using var document = JsonDocument.Parse(
                json,
                new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            var definition = Read(document.RootElement, file, faults);
            return (faults.Count == 0 ? definition : null, faults);
        }
        catch (JsonException e)
        {
            return (
                null,
                [$"{file}: line {e.LineNumber + 1}: this is no JSON. Look for a missing comma, quote or bracket there."]
            );
        }
    }

    private static OwnDefinition? Read(JsonElement root, string file, List<string> faults)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"{file}: must hold one object: {{ … }}.");
            return null;
        }
        foreach (var property in root.EnumerateObject().Where(p => !Known.Contains(p.Name)))
            faults.Add($"{file}: {property.Name}: unknown key. Did you mean “{Nearest.Of(property.Name, Known)}”?");
        string? Text(JsonElement at, string key, string path)
        {
            if (!at.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
                return null;
            if (value.ValueKind == JsonValueKind.String)
                return value.GetString();
            faults.Add($"{file}: {path}: must be text in quotes.");
            return null;
        }
        string OneOf(string key, IReadOnlyCollection<string> allowed, string? otherwise = null)
        {
            var value = Text(root, key, key) ?? otherwise;
            if (value is not null && allowed.Contains(value))
                return value;
            faults.Add(
                value is null
                    ? $"{file}: {key}: missing. Write one of {string.Join(", ", allowed)}."
                    : $"{file}: {key}: “{value}” is not one of {string.Join(", ", allowed)}. Did you mean “{Nearest.Of(value, allowed)}”?"
            );
            return allowed.First();
        }

        var name = Text(root, "name", "name") ?? Path(file);
        if (name.Length is 0 or > 40 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            faults.Add(
                $"{file}: name: “{name}” must be small letters, digits and hyphens, such as channels-by-nature."
            );
        if (ReportKinds.All.Contains(name))
            faults.Add($"{file}: name: “{name}” is a report that is built in. Choose another name.");
        var title =
            root.TryGetProperty("title", out var both) && both.ValueKind == JsonValueKind.Object
                ? new Words(
                    Text(both, "nl", "title.nl") ?? name,
                    Text(both, "en", "title.en") ?? Text(both, "nl", "title.nl") ?? name
                )
                : Words.Same(Text(root, "title", "title") ?? name);
        var rows = OneOf("rows", OwnDimensions.Names);
        var columns =
            root.TryGetProperty("columns", out var second) && second.ValueKind != JsonValueKind.Null
                ? OneOf("columns", OwnDimensions.Names)
                : null;
        if (columns == rows)
            faults.Add($"{file}: columns: the same as rows. Leave it out, or choose another.");
        var filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (root.TryGetProperty("filters", out var given) && given.ValueKind == JsonValueKind.Object)
        {
            foreach (var filter in given.EnumerateObject())
            {
                if (!OwnDimensions.Names.Contains(filter.Name))
                    faults.Add(
                        $"{file}: filters.{filter.Name}: unknown. Did you mean “{Nearest.Of(filter.Name, OwnDimensions.Names)}”?"
                    );
                else if (
                    filter.Value.ValueKind != JsonValueKind.Array
                    || filter.Value.EnumerateArray().Any(v => v.ValueKind != JsonValueKind.String)
                )
                    faults.Add($"{file}: filters.{filter.Name}: must be a list of codes: [\"…\"].");
                else
                    filters[filter.Name] = [.. filter.Value.EnumerateArray().Select(v => v.GetString()!)];
            }
        }
        return new(
            name,
            title,
            Periods[OneOf("period", Periods.Keys)],
            OneOf("count", Counts, "filed"),
            rows,
            columns,
            filters
        );
    }

    private static string Path(string file)
    {
        var slash = file.LastIndexOfAny(['/', '\\']);
        var name = file[(slash + 1)..];
        return name.EndsWith(".json", StringComparison.Ordinal) ? name[..^5] : name;
    }
}
