using System.Text.Json;
using ComplaintMailer.Templates.Running;

namespace ComplaintMailer.Templates.Builtins;

internal static class ObjectFunctions
{
    private const string NoCode = "texts are never run as templates here; use `include` or `func`";

    public static BuiltinObject Make() =>
        new BuiltinObject("object")
            .With("default", "value default", g => g[0] is null or "" or SafeText { Text: "" } ? g[1] : g[0])
            .With("format", "value format culture?", MathFunctions.Format)
            .With("has_key", "value key", g => Find(g, out _))
            .With("has_value", "value key", g => Find(g, out var value) && value is not null)
            .With("keys", "value", g => new TemplateArray(Members(g).Names))
            .With("values", "value", g => new TemplateArray(Members(g).Names.Select(n => Get(Members(g), n))))
            .With("size", "value", Size)
            .With("typeof", "value", g => TypeOf(g[0]))
            .With("kind", "value", g => Kind(g[0]))
            .With("to_json", "value", JsonText.Write)
            .With("from_json", "json", FromJson)
            .Without("eval", NoCode)
            .Without("eval_template", NoCode);

    private static IMembers Members(Given given) =>
        MemberAccess.AsMembers(given[0])
        ?? (
            given[0] is null
                ? new TemplateObject()
                : throw given.Fault($"an object is needed, this is {Value.KindOf(given[0])}")
        );

    private static object? Get(IMembers members, string name) =>
        members.TryGet(name, out var value) ? Value.Of(value) : null;

    private static bool Find(Given given, out object? value)
    {
        value = null;
        return MemberAccess.AsMembers(given[0])?.TryGet(given.Text(1), out value) == true;
    }

    private static object Size(Given given) =>
        given[0] switch
        {
            null => 0L,
            string or SafeText => (long)given.Text(0).Length,
            IMembers or IReadOnlyDictionary<string, object?> => (long)Members(given).Names.Count(),
            IReadOnlyList<object?> list => (long)list.Count,
            _ => throw given.Fault($"{Value.KindOf(given[0])} has no size"),
        };

    private static string? TypeOf(object? value) =>
        value switch
        {
            null => null,
            string or SafeText => "string",
            bool => "boolean",
            long or double or decimal => "number",
            NumberRange => "iterator",
            IMembers or IReadOnlyDictionary<string, object?> => "object",
            IReadOnlyList<object?> => "array",
            _ => "object",
        };

    private static string? Kind(object? value) =>
        value switch
        {
            null => null,
            string or SafeText => "string",
            bool => "bool",
            long n => n is >= int.MinValue and <= int.MaxValue ? "int" : "long",
            double => "double",
            decimal => "decimal",
            NumberRange => "range",
            Function => "function",
            IMembers or IReadOnlyDictionary<string, object?> => "object",
            IReadOnlyList<object?> => "array",
            _ => "object",
        };

    private static object? FromJson(Given given)
    {
        try
        {
            using var document = JsonDocument.Parse(given.Text(0), new() { MaxDepth = 50 });
            return Read(given, document.RootElement);
        }
        catch (JsonException e)
        {
            throw given.Fault($"this is no JSON: {e.Message}");
        }
    }

    private static object? Read(Given given, JsonElement element)
    {
        given.Context.Step(given.Node, 1);
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var made = new TemplateObject();
                foreach (var property in element.EnumerateObject())
                    made[property.Name] = Read(given, property.Value);
                return made;
            case JsonValueKind.Array:
                return new TemplateArray(element.EnumerateArray().Select(e => Read(given, e)));
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.Number:
                return element.TryGetInt64(out var whole) ? whole : element.GetDouble();
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            default:
                return null;
        }
    }
}
