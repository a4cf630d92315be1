using System.Globalization;
using System.Text;
using ComplaintMailer.Templates.Builtins;

namespace ComplaintMailer.Templates.Running;

/// <summary>Values as text.</summary>
internal static class ValueText
{
    private const int DepthLimit = 20;

    public static string Of(Context context, object? value) =>
        value switch
        {
            null => "",
            string text => text,
            SafeText safe => safe.Text,
            long n => n.ToString(CultureInfo.InvariantCulture),
            bool yes => yes ? "true" : "false",
            double n => n.ToString(CultureInfo.InvariantCulture),
            decimal n => n.ToString(CultureInfo.InvariantCulture),
            DateTime at => DateFormat.Of(at, context.DateFormat ?? DateFormat.Default, context.Options.Language),
            TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
            Function function => $"<function {function.Name}>",
            _ => Nested(context, value),
        };

    private static string Nested(Context context, object value)
    {
        if (value is IMembers or IReadOnlyDictionary<string, object?> or IReadOnlyList<object?>)
        {
            var text = new StringBuilder();
            Write(context, text, value, 0);
            return text.ToString();
        }
        return value is IFormattable plain
            ? plain.ToString(null, CultureInfo.InvariantCulture)
            : value.ToString() ?? "";
    }

    private static void Write(Context context, StringBuilder text, object? value, int depth)
    {
        if (depth > DepthLimit || text.Length > context.Options.TextLimit)
            text.Append('…');
        else if (value is IMembers or IReadOnlyDictionary<string, object?>)
            WriteObject(context, text, MemberAccess.AsMembers(value)!, depth);
        else if (value is IReadOnlyList<object?> list)
            WriteList(context, text, list, depth);
        else if (value is string or SafeText)
            text.Append('"').Append(Of(context, value).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        else
            text.Append(value is null ? "null" : Of(context, value));
    }

    private static void WriteObject(Context context, StringBuilder text, IMembers members, int depth)
    {
        text.Append('{');
        var first = true;
        foreach (var name in members.Names)
        {
            members.TryGet(name, out var value);
            text.Append(first ? "" : ", ").Append(name).Append(": ");
            Write(context, text, Value.Of(value), depth + 1);
            first = false;
        }
        text.Append('}');
    }

    private static void WriteList(Context context, StringBuilder text, IReadOnlyList<object?> list, int depth)
    {
        text.Append('[');
        for (var i = 0; i < list.Count && text.Length <= context.Options.TextLimit; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Write(context, text, Value.Of(list[i]), depth + 1);
        }
        text.Append(']');
    }
}
