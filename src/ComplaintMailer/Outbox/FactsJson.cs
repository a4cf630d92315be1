using System.Collections;
using System.Text.Json;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using NodaTime;
using NodaTime.Text;

namespace ComplaintMailer.Outbox;

/// <summary>
/// What a letter is told beyond the case (<see cref="LetterOrder.Facts"/>), so that it comes back as what it was: a template says a day
/// in words and goes through a list of texts in another way than through other lists. What JSON has no name for is an object with one.
/// </summary>
internal static class FactsJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, object?> facts)
    {
        json.WriteStartObject();
        foreach (var (name, value) in facts)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }
        json.WriteEndObject();
    }

    public static Dictionary<string, object?> Read(JsonElement json) =>
        json.EnumerateObject().ToDictionary(p => p.Name, p => Value(p.Value));

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                Named(json, "long", () => json.WriteNumberValue(number));
                break;
            case decimal number:
                Named(json, "decimal", () => json.WriteNumberValue(number));
                break;
            case LocalDate day:
                Named(json, "day", () => json.WriteStringValue(DateWords.Iso(day)));
                break;
            case Instant at:
                Named(json, "at", () => json.WriteStringValue(InstantPattern.ExtendedIso.Format(at)));
                break;
            case IReadOnlyDictionary<string, object?> map:
                Named(json, "map", () => Write(json, map));
                break;
            case IEnumerable<string> texts:
                Named(json, "texts", () => List(json, texts));
                break;
            case IEnumerable list:
                List(json, list);
                break;
            default:
                throw new ArgumentException($"A letter is told no {value.GetType().Name}.");
        }
    }

    private static void Named(Utf8JsonWriter json, string name, Action write)
    {
        json.WriteStartObject();
        json.WritePropertyName(name);
        write();
        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, IEnumerable list)
    {
        json.WriteStartArray();
        foreach (var item in list)
            Write(json, item);
        json.WriteEndArray();
    }

    private static object? Value(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => json.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => json.GetInt32(),
            JsonValueKind.Array => json.EnumerateArray().Select(Value).ToList(),
            _ => Named(json.EnumerateObject().Single()),
        };

    private static object? Named(JsonProperty named) =>
        named.Name switch
        {
            "long" => named.Value.GetInt64(),
            "decimal" => named.Value.GetDecimal(),
            "day" => LocalDatePattern.Iso.Parse(named.Value.GetString()!).Value,
            "at" => InstantPattern.ExtendedIso.Parse(named.Value.GetString()!).Value,
            "map" => Read(named.Value),
            "texts" => named.Value.EnumerateArray().Select(t => t.GetString()!).ToList(),
            _ => throw new JsonException($"A letter is told a “{named.Name}”, which is not known."),
        };
}
