using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ComplaintMailer.Templates.Running;
using ComplaintMailer.Templates.Syntax;

namespace ComplaintMailer.Templates.Builtins;

/// <summary>A value as JSON.</summary>
internal static class JsonText
{
    private const int DepthLimit = 20;

    public static object Write(Given given)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(given, writer, given[0], 0);
        return given.Short(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void Write(Given given, Utf8JsonWriter writer, object? value, int depth)
    {
        if (depth > DepthLimit)
            throw given.Fault("objects too deep within one another");
        given.Context.Step(given.Node, 1);
        switch (value)
        {
            case null or Function or Nothing:
                writer.WriteNullValue();
                break;
            case bool yes:
                writer.WriteBooleanValue(yes);
                break;
            case long n:
                writer.WriteNumberValue(n);
                break;
            case double n when double.IsFinite(n):
                writer.WriteNumberValue(n);
                break;
            case decimal n:
                writer.WriteNumberValue(n);
                break;
            case DateTime at:
                writer.WriteStringValue(at.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
                break;
            case IMembers or IReadOnlyDictionary<string, object?>:
                var members = MemberAccess.AsMembers(value)!;
                writer.WriteStartObject();
                foreach (var name in members.Names)
                {
                    members.TryGet(name, out var member);
                    writer.WritePropertyName(name);
                    Write(given, writer, Value.Of(member), depth + 1);
                }
                writer.WriteEndObject();
                break;
            case IReadOnlyList<object?> list:
                writer.WriteStartArray();
                foreach (var item in list)
                    Write(given, writer, Value.Of(item), depth + 1);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(given.Context.Text(value));
                break;
        }
    }
}
