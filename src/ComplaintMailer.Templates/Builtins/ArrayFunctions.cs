using ComplaintMailer.Templates.Running;

namespace ComplaintMailer.Templates.Builtins;

internal static class ArrayFunctions
{
    public static BuiltinObject Make() =>
        new BuiltinObject("array")
            .With("add", "list value", g => new TemplateArray(g.List(0).Append(g[1])))
            .With("add_range", "list1 list2", g => new TemplateArray(g.List(0).Concat(g.List(1))))
            .With("concat", "list1 list2", g => new TemplateArray(g.List(0).Concat(g.List(1))))
            .With("compact", "list", g => new TemplateArray(g.List(0).Where(i => i is not null)))
            .With("cycle", "list group?", Cycle)
            .With("any", "list function args...", g => g.List(0).Any(i => Value.Truth(Apply(g, i, Rest(g)))))
            .With("each", "list function args...", g => new TemplateArray(g.List(0).Select(i => Apply(g, i, Rest(g)))))
            .With(
                "filter",
                "list function args...",
                g => new TemplateArray(g.List(0).Where(i => Value.Truth(Apply(g, i, Rest(g)))))
            )
            .With("first", "list", g => Value.Of(g.List(0).FirstOrDefault()))
            .With("last", "list", g => Value.Of(g.List(0).LastOrDefault()))
            .With("insert_at", "list index value", InsertAt)
            .With("remove_at", "list index", RemoveAt)
            .With("join", "list delimiter function?", Join)
            .With("limit", "list count", g => new TemplateArray(g.List(0).Take(g.Small(1))))
            .With("offset", "list index", g => new TemplateArray(g.List(0).Skip(g.Small(1))))
            .With("map", "list member", g => new TemplateArray(g.List(0).Select(i => MemberOf(g, i, g.Text(1)))))
            .With("reverse", "list", g => new TemplateArray(g.List(0).Reverse()))
            .With("size", "list", g => (long)g.List(0).Count)
            .With("sort", "list member?", Sort)
            .With("uniq", "list", Unique)
            .With("contains", "list item", g => g.List(0).Any(i => Operators.Same(g.Context, Value.Of(i), g[1])));

    private static IEnumerable<object?> Rest(Given given) => (TemplateArray)given[2]!;

    private static object? Apply(Given given, object? item, IEnumerable<object?> more) =>
        given.Call(1).Invoke(given.Context, given.Node, new([Value.Of(item), .. more], null));

    private static object? MemberOf(Given given, object? item, string name) =>
        Value.Of(item) is { } target && MemberAccess.TryGet(given.Context, target, name, out var value) ? value : null;

    private static object? Cycle(Given given)
    {
        var list = given.List(0);
        if (list.Count == 0)
            return null;
        var group = given.Has(1) ? given.Text(1) : given.Context.Text(given[0]);
        var at = given.Context.Cycles.GetValueOrDefault(group);
        given.Context.Cycles[group] = (at + 1) % list.Count;
        return Value.Of(list[at % list.Count]);
    }

    private static TemplateArray InsertAt(Given given)
    {
        var list = given.List(0).ToList();
        var index = given.Small(1);
        list.Insert(Math.Clamp(index < 0 ? index + list.Count : index, 0, list.Count), given[2]);
        return new(list);
    }

    private static TemplateArray RemoveAt(Given given)
    {
        var list = given.List(0).ToList();
        var index = given.Small(1);
        index = index < 0 ? index + list.Count : index;
        if (index >= 0 && index < list.Count)
            list.RemoveAt(index);
        return new(list);
    }

    private static object Join(Given given)
    {
        var texts = new List<string>();
        long length = 0;
        foreach (var item in given.List(0))
        {
            var value = Value.Of(item);
            if (given[2] is Function function)
                value = function.Invoke(given.Context, given.Node, new([given.Context.Text(value)], null));
            texts.Add(given.Context.Text(value));
            length += texts[^1].Length;
            given.Context.CheckLength(given.Node, length);
        }
        return given.Short(string.Join(given.Text(1), texts));
    }

    private static TemplateArray Sort(Given given)
    {
        var context = given.Context;
        var member = given.Has(1) ? given.Text(1) : null;
        object? Key(object? item) => member is null ? Value.Of(item) : MemberOf(given, item, member);
        var order = Comparer<object?>.Create((a, b) => Operators.Compare(context, a, b));
        return new(given.List(0).OrderBy(Key, order));
    }

    private static TemplateArray Unique(Given given)
    {
        var seen = new HashSet<object>();
        var made = new TemplateArray();
        var hasNull = false;
        foreach (var item in given.List(0))
        {
            var value = Value.Of(item);
            if (value is null ? !hasNull : seen.Add(value))
                made.Add(value);
            hasNull |= value is null;
        }
        return made;
    }
}
