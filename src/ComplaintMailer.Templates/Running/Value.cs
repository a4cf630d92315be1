using System.Collections;
using System.Diagnostics.CodeAnalysis;
using ComplaintMailer.Templates.Syntax;

namespace ComplaintMailer.Templates.Running;

/// <summary>Whole numbers one after another, up or down. Nothing is made until it is asked for.</summary>
internal sealed class NumberRange(long first, long last, long count) : IReadOnlyList<object?>
{
    private readonly long step = last >= first ? 1 : -1;

    public int Count { get; } = (int)Math.Min(count, int.MaxValue);
    public object? this[int index] => first + (index * step);

    public IEnumerator<object?> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>What values are: null, bool, long, double, decimal, string, safe text, date, time span, list, object, function.</summary>
internal static class Value
{
    /// <summary>A value of .NET as one of the language.</summary>
    public static object? Of(object? value) =>
        value switch
        {
            null or string or bool or long or double or decimal or SafeText => value,
            int n => (long)n,
            DateTime or TimeSpan or IMembers or IReadOnlyDictionary<string, object?> or Function => value,
            IReadOnlyList<object?> => value,
            short or byte or uint or ushort or sbyte => Convert.ToInt64(
                value,
                System.Globalization.CultureInfo.InvariantCulture
            ),
            ulong n => (decimal)n,
            float n => (double)n,
            char c => c.ToString(),
            DateTimeOffset at => at.DateTime,
            DateOnly day => day.ToDateTime(TimeOnly.MinValue),
            Enum => value.ToString(),
            IDictionary map => new LooseMembers(map),
            IEnumerable list => new TemplateArray(list.Cast<object?>()),
            _ => value,
        };

    public static readonly object Yes = true;
    public static readonly object No = false;

    /// <summary>A boolean as a value, without making one.</summary>
    public static object Of(bool value) => value ? Yes : No;

    public static bool Truth(object? value) =>
        value switch
        {
            null or Nothing => false,
            bool yes => yes,
            _ => true,
        };

    public static bool TryInteger(object? value, out long number)
    {
        switch (value)
        {
            case long whole:
                number = whole;
                return true;
            case double d when d == Math.Floor(d) && Math.Abs(d) < 9e15:
                number = (long)d;
                return true;
            case decimal m when m == decimal.Floor(m) && Math.Abs(m) < 9e15m:
                number = (long)m;
                return true;
            case string text:
                return long.TryParse(
                    text,
                    System.Globalization.NumberStyles.AllowLeadingSign,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out number
                );
            default:
                number = 0;
                return false;
        }
    }

    /// <summary>The items of a list, the characters of a text, the pairs of an object.</summary>
    public static bool TryList(object? value, [NotNullWhen(true)] out IReadOnlyList<object?>? list)
    {
        list = value switch
        {
            IMembers or IReadOnlyDictionary<string, object?> => Pairs(MemberAccess.AsMembers(value)!),
            IReadOnlyList<object?> items => items,
            string text => [.. text.Select(c => c.ToString())],
            SafeText safe => [.. safe.Text.Select(c => c.ToString())],
            _ => null,
        };
        return list is not null;
    }

    private static List<object?> Pairs(IMembers members)
    {
        var pairs = new List<object?>();
        foreach (var name in members.Names)
        {
            members.TryGet(name, out var value);
            pairs.Add(new TemplateObject { ["key"] = name, ["value"] = Of(value) });
        }
        return pairs;
    }

    public static bool IsEmpty(object? value) =>
        value switch
        {
            null or Nothing => true,
            string text => text.Length == 0,
            SafeText safe => safe.Text.Length == 0,
            IReadOnlyList<object?> list => list.Count == 0,
            _ => MemberAccess.AsMembers(value) is { } members && !members.Names.Any(),
        };

    /// <summary>A value's kind in the words of an error message.</summary>
    public static string KindOf(object? value) =>
        value switch
        {
            null => "nothing",
            string or SafeText => "a text",
            bool => "true or false",
            long or double or decimal => "a number",
            DateTime => "a date",
            TimeSpan => "a time span",
            Function => "a function",
            IMembers or IReadOnlyDictionary<string, object?> => "an object",
            IReadOnlyList<object?> => "a list",
            _ => "a value",
        };
}
