using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Intake;

/// <summary>A web form that came as mail: its fields by what they hold, and what else stood in it.</summary>
public sealed record FormReading(IReadOnlyDictionary<string, string> Fields, string Rest)
{
    public string? Field(string name) => Fields.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}

/// <summary>Reads a form by its labels: “label: value” on a line, the value on the next lines, or cells of a table.</summary>
public static class FormReader
{
    /// <summary>The form this mail came from, by its sender.</summary>
    public static WebForm? Of(IEnumerable<WebForm> forms, string? sender) =>
        sender is null
            ? null
            : forms.FirstOrDefault(f =>
                string.Equals(f.From.Trim(), sender.Trim(), StringComparison.OrdinalIgnoreCase)
            );

    // What fits on one line; after it an empty line ends the field.
    private static readonly HashSet<string> Short =
    [
        FormFields.Name,
        FormFields.FirstName,
        FormFields.LastName,
        FormFields.Email,
        FormFields.Phone,
        FormFields.Location,
        FormFields.EventDate,
        FormFields.Child,
        FormFields.Relation,
    ];

    /// <param name="pairs">Labels and values found otherwise, as in a table; they fill what the text does not show.</param>
    public static FormReading Read(WebForm form, string text, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var labels = form
            .Fields.Select(f => (Label: Key(f.Key), Field: f.Value))
            .Where(l => l.Label.Length > 0)
            .OrderByDescending(l => l.Label.Length)
            .ToList();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = new List<string>();
        string? current = null;
        foreach (var line in text.Split('\n').Select(l => l.TrimEnd('\r').Trim()))
        {
            if (Label(line, labels) is { } found)
            {
                current = found.Field;
                Put(fields, current, found.Value);
            }
            else if (IsRule(line) || (line.Length == 0 && current is not null && Ends(fields, current)))
                current = null;
            else if (current is not null)
                Put(fields, current, line);
            else if (line.Length > 0)
                rest.Add(line);
        }
        foreach (var (label, value) in pairs)
        {
            var known = labels.FirstOrDefault(l => l.Label == Key(label));
            if (known.Field is not null && string.IsNullOrWhiteSpace(fields.GetValueOrDefault(known.Field)))
                fields[known.Field] = value;
        }
        fields.Remove(FormFields.Ignore);
        foreach (var name in fields.Keys.ToList())
            fields[name] = fields[name].Trim();
        return new(fields, string.Join('\n', rest));
    }

    /// <summary>A line of dashes: what follows is the program's, not the person's.</summary>
    private static bool IsRule(string line) => line.Length >= 2 && line.All(c => c is '-' or '_' or '=' or '*');

    private static bool Ends(Dictionary<string, string> fields, string current) =>
        Short.Contains(current) && fields[current].Length > 0;

    private static void Put(Dictionary<string, string> fields, string field, string value)
    {
        var before = fields.GetValueOrDefault(field, "");
        fields[field] = before.Length == 0 ? value : before + "\n" + value;
    }

    /// <summary>“Naam: …”, “Naam …” in a table's cells, or “Naam” alone with the value below it.</summary>
    private static (string Field, string Value)? Label(string line, List<(string Label, string Field)> labels)
    {
        if (line.Length == 0)
            return null;
        var cut = line.IndexOfAny([':', '\t', '|', '=']);
        // A colon inside the label itself, as in “Telefoon (bijv.: 06…):”, leaves the last one.
        while (cut >= 0)
        {
            var label = Key(line[..cut]);
            foreach (var known in labels)
                if (known.Label == label || (label.Length > 5 && EditDistance.Between(label, known.Label, 1) <= 1))
                    return (known.Field, line[(cut + 1)..].Trim(' ', '\t', ':', '|', '='));
            var next = line.IndexOfAny([':', '\t', '|', '='], cut + 1);
            if (next < 0 || next > 80)
                break;
            cut = next;
        }
        var whole = Key(line);
        foreach (var known in labels)
            if (known.Label == whole)
                return (known.Field, "");
        return null;
    }

    /// <summary>A label as it is compared: no case, no accents, no stars, colons or question marks.</summary>
    private static string Key(string label) =>
        string.Join(' ', Folding.Fold(label).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Trim(' ', '*', ':', '?', '.', '-', '_', '(', ')', '|', '\t', '=');
}
