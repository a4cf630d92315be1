using System.Text.Json;
using ComplaintMailer.Core.Words;
using NodaTime;
using NodaTime.Text;

namespace ComplaintMailer.Core.Json;

/// <summary>
/// The fields of one JSON object, read by name. Whatever is wrong is noted with file, path and remedy, and reading goes on,
/// so that somebody who edits a file sees all faults at once.
/// </summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> fields = new(StringComparer.Ordinal);
    private readonly List<string> asked = [];
    private readonly JsonFaults faults;
    private readonly string path;

    public JsonFields(JsonElement element, string path, JsonFaults faults)
    {
        (this.path, this.faults) = (path, faults);
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(path, $"is {Kind(element)}, but must be an object: put it between {{ and }}");
            return;
        }
        foreach (var property in element.EnumerateObject())
            if (!fields.TryAdd(property.Name, property.Value))
                faults.Add(Path(property.Name), "stands here twice: keep one");
    }

    public string? Text(string name) => Read(name, JsonValueKind.String, "text in quotes")?.GetString();

    public string NeededText(string name)
    {
        var text = Text(name);
        if (string.IsNullOrWhiteSpace(text))
            Missing(name);
        return text ?? "";
    }

    public bool Flag(string name, bool otherwise = false)
    {
        asked.Add(name);
        if (!fields.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return otherwise;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        faults.Add(Path(name), $"is {Kind(value)}, but must be true or false");
        return otherwise;
    }

    public int? Number(string name, int least = 0, int most = 1200)
    {
        var value = Read(name, JsonValueKind.Number, "a whole number");
        if (value is null)
            return null;
        if (value.Value.TryGetInt32(out var number) && number >= least && number <= most)
            return number;
        faults.Add(Path(name), $"is {value.Value.GetRawText()}, but must be a whole number from {least} to {most}");
        return null;
    }

    public int NeededNumber(string name, int least = 0, int most = 1200)
    {
        if (!Has(name))
            Missing(name);
        return Number(name, least, most) ?? least;
    }

    public LocalDate? Day(string name)
    {
        if (Text(name) is not { } text)
            return null;
        var parsed = LocalDatePattern.Iso.Parse(text);
        if (parsed.Success)
            return parsed.Value;
        faults.Add(Path(name), $"is “{text}”, but must be a date such as 2026-05-31");
        return null;
    }

    public string Choice(string name, IReadOnlyList<string> allowed, string otherwise)
    {
        var text = Text(name);
        if (text is null)
            return otherwise;
        Allowed(Path(name), text, allowed);
        return text;
    }

    public string NeededChoice(string name, IReadOnlyList<string> allowed)
    {
        var text = NeededText(name);
        if (text.Length > 0)
            Allowed(Path(name), text, allowed);
        return text;
    }

    /// <summary>A list of texts; null when the key is left out.</summary>
    public IReadOnlyList<string>? Texts(string name, IReadOnlyList<string>? allowed = null)
    {
        if (Read(name, JsonValueKind.Array, "a list between [ and ]") is not { } list)
            return null;
        var found = new List<string>();
        foreach (var (item, itemPath) in Items(list, name))
        {
            if (item.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(item.GetString()))
            {
                faults.Add(itemPath, $"is {Kind(item)}, but must be text in quotes");
                continue;
            }
            var text = item.GetString()!;
            if (found.Contains(text))
                faults.Add(itemPath, $"is “{text}”, which stands in this list twice: keep one");
            if (allowed is not null)
                Allowed(itemPath, text, allowed);
            found.Add(text);
        }
        return found;
    }

    public IReadOnlyList<T> Objects<T>(string name, Func<JsonFields, T> read)
    {
        if (Read(name, JsonValueKind.Array, "a list between [ and ]") is not { } list)
            return [];
        var found = new List<T>();
        foreach (var (item, itemPath) in Items(list, name))
        {
            var inner = new JsonFields(item, itemPath, faults);
            found.Add(read(inner));
            inner.NoMore();
        }
        return found;
    }

    public T Object<T>(string name, Func<JsonFields, T> read, T otherwise)
    {
        asked.Add(name);
        if (!fields.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return otherwise;
        var inner = new JsonFields(value, Path(name), faults);
        var found = read(inner);
        inner.NoMore();
        return found;
    }

    public bool Has(string name) => fields.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null;

    public IEnumerable<string> Names => fields.Keys;

    public void Missing(string name) => faults.Add(Path(name), "is missing: add it");

    public void Fault(string name, string what) => faults.Add(name.Length == 0 ? path : Path(name), what);

    /// <summary>To be called when all fields have been asked for: what is left is a mistake, and saying nothing would hide it.</summary>
    public void NoMore()
    {
        foreach (var name in fields.Keys.Where(n => !asked.Contains(n)))
        {
            var nearest = EditDistance.Nearest(name, asked);
            var remedy = nearest is null ? $"known here: {string.Join(", ", asked)}" : $"did you mean “{nearest}”?";
            faults.Add(Path(name), $"is not known; {remedy}");
        }
    }

    private void Allowed(string at, string text, IReadOnlyList<string> allowed)
    {
        if (allowed.Contains(text))
            return;
        var nearest = EditDistance.Nearest(text, allowed);
        var hint = nearest is null ? "" : $" (did you mean “{nearest}”?)";
        faults.Add(at, $"is “{text}”, but must be one of {string.Join(", ", allowed)}{hint}");
    }

    private JsonElement? Read(string name, JsonValueKind kind, string what)
    {
        asked.Add(name);
        if (!fields.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind == kind)
            return value;
        faults.Add(Path(name), $"is {Kind(value)}, but must be {what}");
        return null;
    }

    private IEnumerable<(JsonElement Item, string Path)> Items(JsonElement list, string name) =>
        list.EnumerateArray().Select((item, i) => (item, $"{Path(name)}[{i}]"));

    private string Path(string name) => $"{path}.{name}";

    private static string Kind(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => $"“{element.GetString()}”",
            JsonValueKind.Null => "null",
            _ => element.GetRawText(),
        };
}
