using ComplaintMailer.Templates.Running;
using ComplaintMailer.Templates.Syntax;

namespace ComplaintMailer.Templates.Builtins;

/// <summary>One call of a builtin function: what it was given, by place, and where it stands for errors.</summary>
internal readonly record struct Given(Context Context, Node Node, string Function, object?[] Values)
{
    public object? this[int index] => Values[index];

    public string Text(int index) => Context.Text(Values[index]);

    public bool Has(int index) => Values[index] is not null;

    public long Whole(int index) =>
        Value.TryInteger(Values[index], out var number)
            ? number
            : throw Node.Fault($"`{Function}` needs a whole number, this is {Value.KindOf(Values[index])}");

    public int Small(int index) => (int)Math.Clamp(Whole(index), int.MinValue / 2, int.MaxValue / 2);

    public double Real(int index) =>
        Operators.IsNumber(Values[index])
            ? Operators.ToDouble(Values[index])
            : throw Node.Fault($"`{Function}` needs a number, this is {Value.KindOf(Values[index])}");

    /// <summary>The items of a list; nothing is an empty list.</summary>
    public IReadOnlyList<object?> List(int index)
    {
        if (Values[index] is null)
            return [];
        if (Values[index] is not (string or SafeText) && Value.TryList(Values[index], out var list))
        {
            Context.Step(Node, list.Count);
            return list;
        }
        throw Node.Fault($"`{Function}` needs a list, this is {Value.KindOf(Values[index])}");
    }

    public Function Call(int index) =>
        Values[index] as Function
        ?? throw Node.Fault($"`{Function}` needs a function; write `@` before its name to pass it on");

    public TemplateException Fault(string reason) => Node.Fault($"`{Function}`: {reason}");

    /// <summary>A text made here, unless it is too long.</summary>
    public string Short(string text) => Context.Short(Node, text);
}

/// <summary>A function of the language. Its parameters are words; <c>?</c> marks one that may be left out, <c>...</c> one that takes the rest.</summary>
internal sealed class BuiltinFunction : Function
{
    private readonly string[] names;
    private readonly int needed;
    private readonly bool rest;
    private readonly Func<Given, object?> body;

    public BuiltinFunction(string name, string parameters, Func<Given, object?> body)
    {
        (Name, this.body) = (name, body);
        var words = parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        needed = words.Count(w => w[^1] is not ('?' or '.'));
        rest = words.Length > 0 && words[^1].EndsWith("...", StringComparison.Ordinal);
        names = [.. words.Select(w => w.TrimEnd('?', '.'))];
    }

    public override string Name { get; }

    public override object? Invoke(Context context, Node caller, Arguments arguments)
    {
        context.Step(caller, 1);
        var items = arguments.Items;
        var values = new object?[names.Length];
        var count = rest ? names.Length - 1 : names.Length;
        if (items.Count > count && !rest)
            throw caller.Fault($"`{Name}` takes {names.Length} values ({Signature}), {items.Count} were given");
        for (var i = 0; i < Math.Min(count, items.Count); i++)
            values[i] = Value.Of(items[i]);
        if (rest)
            values[^1] = items.Count > count ? new TemplateArray(items.Skip(count)) : new TemplateArray();
        var given = Math.Min(items.Count, count);
        if (arguments.Named is { } named)
            given += TakeNamed(caller, named, values);
        if (given < needed)
            throw caller.Fault($"`{Name}` needs {needed} values ({Signature}), {given} were given");
        return body(new(context, caller, Name, values));
    }

    private string Signature => string.Join(' ', names);

    private int TakeNamed(Node caller, TemplateObject named, object?[] values)
    {
        foreach (var (name, value) in named)
        {
            var index = Array.IndexOf(names, name);
            if (index < 0 && rest)
                ((TemplateArray)values[^1]!).Named = named;
            else if (index < 0)
                throw caller.Fault($"`{Name}` has no `{name}`{Nearest.Of(name, names)}");
            else
                values[index] = value;
        }
        return named.Count;
    }
}

/// <summary>A group of functions: <c>string</c>, <c>array</c>…</summary>
internal sealed class BuiltinObject(string name) : IMembers
{
    private readonly Dictionary<string, object?> members = new(StringComparer.Ordinal);

    public string Name { get; } = name;
    public IEnumerable<string> Names => members.Keys;

    public bool TryGet(string name, out object? value) => members.TryGetValue(name, out value);

    public BuiltinObject With(string name, string parameters, Func<Given, object?> body)
    {
        members.Add(name, new BuiltinFunction(Name.Length == 0 ? name : $"{Name}.{name}", parameters, body));
        return this;
    }

    public BuiltinObject With(string name, object? value)
    {
        members.Add(name, value);
        return this;
    }

    /// <summary>A function of Scriban that is left out on purpose; using it says why.</summary>
    public BuiltinObject Without(string name, string why) => With(name, "values...", given => throw given.Fault(why));
}

internal static class BuiltinObjects
{
    public static BuiltinObject Date { get; } = DateFunctions.Make();

    public static BuiltinFunction Include { get; } = new("include", "name arguments...", Builtins.Include.One);

    public static BuiltinObject Root { get; } =
        new BuiltinObject("")
            .With("string", StringFunctions.Make())
            .With("array", ArrayFunctions.Make())
            .With("date", Date)
            .With("math", MathFunctions.Make())
            .With("html", HtmlFunctions.Make())
            .With("object", ObjectFunctions.Make())
            .With("regex", RegexFunctions.Make())
            .With("timespan", TimeSpanFunctions.Make())
            .With("include", Include)
            .With("include_join", "names separator begin? end?", Builtins.Include.Several);
}
