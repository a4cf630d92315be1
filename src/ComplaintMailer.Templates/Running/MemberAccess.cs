using ComplaintMailer.Templates.Builtins;
using ComplaintMailer.Templates.Syntax;

namespace ComplaintMailer.Templates.Running;

/// <summary>Members and items of values. Only what a value offers as data is reached; there is no reflection.</summary>
internal static class MemberAccess
{
    public static IMembers? AsMembers(object? value) =>
        value switch
        {
            IMembers members => members,
            IReadOnlyDictionary<string, object?> map => new MapMembers(map),
            _ => null,
        };

    public static bool TryGet(Context context, object target, string name, out object? value)
    {
        switch (target)
        {
            case IMembers members when members.TryGet(name, out value):
                value =
                    target == BuiltinObjects.Date && name == "format" ? context.DateFormat ?? value : Value.Of(value);
                return true;
            case IReadOnlyDictionary<string, object?> map when map.TryGetValue(name, out value):
                value = Value.Of(value);
                return true;
            case TemplateArray array when array.Named is { } named && named.TryGet(name, out value):
                return true;
            case IReadOnlyList<object?> list when name == "size":
                value = (long)list.Count;
                return true;
            case string text when name == "size":
                value = (long)text.Length;
                return true;
            case SafeText safe when name == "size":
                value = (long)safe.Text.Length;
                return true;
            case DateTime at:
                return DateMembers.TryGet(at, name, out value);
            case TimeSpan span:
                return DateMembers.TryGet(span, name, out value);
            default:
                value = null;
                return false;
        }
    }

    public static void Set(Context context, Node node, object target, string name, object? value)
    {
        if (target is TemplateObject made)
        {
            if (!made.TrySet(name, value))
                throw node.Fault($"`{name}` was made read-only");
        }
        else if (target is TemplateArray array)
            (array.Named ??= [])[name] = value;
        else if (target == BuiltinObjects.Date && name == "format")
            context.DateFormat = context.Text(value);
        else
            throw node.Fault($"`{name}` cannot be set: {Value.KindOf(target)} made outside the template is read-only");
    }

    public static object? Item(Context context, Node node, object target, object? key)
    {
        if (key is string or SafeText)
            return TryGet(context, target, context.Text(key), out var named) ? named : null;
        if (!Value.TryInteger(key, out var index))
            throw node.Fault($"an item is found by number or name, not by {Value.KindOf(key)}");
        switch (target)
        {
            case IReadOnlyList<object?> list:
                index = index < 0 ? index + list.Count : index;
                return index >= 0 && index < list.Count ? Value.Of(list[(int)index]) : null;
            case string or SafeText:
                var text = context.Text(target);
                index = index < 0 ? index + text.Length : index;
                return index >= 0 && index < text.Length ? text[(int)index].ToString() : null;
            default:
                return TryGet(context, target, context.Text(key), out var value) ? value
                    : target is IMembers or IReadOnlyDictionary<string, object?> ? null
                    : throw node.Fault($"{Value.KindOf(target)} has no items");
        }
    }

    public static void SetItem(Context context, Node node, object target, object? key, object? value)
    {
        if (target is TemplateArray array && Value.TryInteger(key, out var index))
        {
            index = index < 0 ? index + array.Count : index;
            if (index < 0)
                throw node.Fault("there is no item before the first");
            context.Step(node, Math.Max(0, index - array.Count) + 1);
            array.Set((int)index, value);
        }
        else
            Set(context, node, target, context.Text(key), value);
    }
}
