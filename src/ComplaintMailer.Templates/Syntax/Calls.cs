using ComplaintMailer.Templates.Parsing;
using ComplaintMailer.Templates.Running;

namespace ComplaintMailer.Templates.Syntax;

/// <param name="Name">Null for an argument known by its place.</param>
/// <param name="Spread">All items of an array, each an argument: <c>^list</c>.</param>
internal readonly record struct Argument(string? Name, Expression Value, bool Spread = false);

/// <summary>A function called: <c>f a b</c>, <c>f(a, b)</c>, <c>a | f b</c>.</summary>
internal sealed class Call(Source source, int at, Expression target, Argument[] arguments) : Expression(source, at)
{
    public Expression Target { get; } = target;
    public Argument[] Arguments { get; } = arguments;

    /// <summary>What it is called with, where that is one plain value.</summary>
    public Expression? Only { get; } = arguments is [{ Name: null, Spread: false, Value: var value }] ? value : null;

    public override IEnumerable<Node> Parts => Arguments.Select(a => (Node)a.Value).Prepend(Target);

    public override object? Evaluate(Context context) => Function(context).Invoke(context, this, Values(context));

    public Function Function(Context context) =>
        Target.EvaluateRaw(context) switch
        {
            Function function => function,
            null => throw Fault($"there is no function `{Target}`"),
            _ => throw Fault($"`{Target}` is a value, no function"),
        };

    public Arguments Values(Context context)
    {
        var items = new List<object?>(Arguments.Length);
        TemplateObject? named = null;
        foreach (var argument in Arguments)
        {
            var value = argument.Value.Evaluate(context);
            if (argument.Name is { } name)
                (named ??= [])[name] = value;
            else if (argument.Spread && value is not string && Value.TryList(value, out var list))
                items.AddRange(list);
            else
                items.Add(value);
        }
        return new(items, named);
    }

    public Call With(Expression first) => new(Source, At, Target, [new(null, first), .. Arguments]);
}

/// <summary>A function written in the template, as a value: <c>do … end</c>, or the right side of <c>f(x) = x + 1</c>.</summary>
internal sealed class FunctionExpression(Source source, int at, TemplateFunction function) : Expression(source, at)
{
    public TemplateFunction Function { get; } = function;
    public override IEnumerable<Node> Parts => Function.Parts;

    public override object? Evaluate(Context context) => Function;
}
