using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace ComplaintMailer.Core.Cases;

/// <summary>How events are kept: their kind, and a JSON body. Old bodies must stay readable for as long as cases are kept.</summary>
public static class CaseEventJson
{
    private static readonly Dictionary<string, Type> Kinds = typeof(CaseEvent)
        .GetNestedTypes(BindingFlags.Public)
        .Where(t => t.IsSubclassOf(typeof(CaseEvent)))
        .ToDictionary(t => t.Name, StringComparer.Ordinal);

    public static JsonSerializerOptions Options { get; } = Make();

    public static byte[] Write(CaseEvent happened) =>
        JsonSerializer.SerializeToUtf8Bytes(happened, happened.GetType(), Options);

    public static CaseEvent Read(string kind, ReadOnlySpan<byte> body) =>
        Kinds.TryGetValue(kind, out var type)
            ? (CaseEvent)JsonSerializer.Deserialize(body, type, Options)!
            : throw new InvalidOperationException(
                $"An event of kind {kind} stands in a dossier, but this version does not know it. Install the newer version again."
            );

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };
        options.Converters.Add(new DateConverter());
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        return options;
    }

    private static bool IsPlain(ref Utf8JsonReader reader) =>
        reader is { TokenType: JsonTokenType.String, HasValueSequence: false, ValueIsEscaped: false };

    private sealed class DateConverter : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            IsPlain(ref reader)
                ? EventTimes.Day(reader.ValueSpan)
                : LocalDatePattern.Iso.Parse(reader.GetString()!).GetValueOrThrow();

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }

    private sealed class InstantConverter : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            IsPlain(ref reader)
                ? EventTimes.Moment(reader.ValueSpan)
                : InstantPattern.ExtendedIso.Parse(reader.GetString()!).GetValueOrThrow();

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
    }
}
