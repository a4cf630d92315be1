using System.Text.Json;

namespace ComplaintMailer.Core.Json;

/// <summary>What is wrong in one JSON file, in the order it was found: file, path, what, remedy.</summary>
internal sealed class JsonFaults(string fileName)
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private readonly List<string> list = [];

    public IReadOnlyList<string> List => list;

    public void Add(string path, string what) =>
        list.Add($"{fileName}: {path} {what}{(what.EndsWith('?') ? "" : ".")}");

    /// <summary>Reads the object the file holds; null, with a fault, when it is no JSON at all.</summary>
    public T? Read<T>(string json, Func<JsonFields, T> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            var fields = new JsonFields(document.RootElement, "$", this);
            var found = read(fields);
            fields.NoMore();
            return found;
        }
        catch (JsonException e)
        {
            var at = e.LineNumber is { } line ? $"line {line + 1}, column {e.BytePositionInLine + 1}" : "the file";
            Add(at, "is no JSON: look for a missing comma, quote or bracket there");
            return null;
        }
    }
}
