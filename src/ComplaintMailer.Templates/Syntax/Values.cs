using ComplaintMailer.Templates.Parsing;
using ComplaintMailer.Templates.Running;

namespace ComplaintMailer.Templates.Syntax;

internal sealed class Literal(Source source, int at, object? value) : Expression(source, at)
{
    public object? Value { get; } = value;

    public override object? Evaluate(Context context) => Value;
}

/// <summary><c>empty</c>: equal to anything that holds nothing.</summary>
internal sealed class Nothing
{
    public static Nothing Value { get; } = new();

    public override string ToString() => "";
}

internal sealed class ArrayLiteral(Source source, int at, Expression[] items) : Expression(source, at)
{
    private readonly Expression[] items = items;

    public override IEnumerable<Node> Parts => items;

    public override object? Evaluate(Context context)
    {
        context.Step(this, items.Length);
        return new TemplateArray(items.Select(i => i.Evaluate(context)));
    }
}

internal sealed class ObjectLiteral(Source source, int at, KeyValuePair<string, Expression>[] members)
    : Expression(source, at)
{
    private readonly KeyValuePair<string, Expression>[] members = members;

    public override IEnumerable<Node> Parts => members.Select(m => m.Value);

    public override object? Evaluate(Context context)
    {
        context.Step(this, members.Length);
        var made = new TemplateObject();
        foreach (var (name, value) in members)
            made[name] = value.Evaluate(context);
        return made;
    }
}

/// <summary><c>$"text {expression}"</c>.</summary>
internal sealed class FilledString(Source source, int at, Expression[] parts) : Expression(source, at)
{
    private readonly Expression[] parts = parts;

    public override IEnumerable<Node> Parts => parts;

    public override object? Evaluate(Context context) =>
        context.Short(this, string.Concat(parts.Select(p => context.Text(p.Evaluate(context)))));
}

internal sealed class RangeExpression(Source source, int at, Expression from, Expression to, bool inclusive)
    : Expression(source, at)
{
    public override IEnumerable<Node> Parts => [from, to];

    public override object? Evaluate(Context context)
    {
        var first = Bound(from, context);
        var last = Bound(to, context);
        if (inclusive)
            return new NumberRange(first, last, Math.Abs(last - first) + 1);
        return new NumberRange(first, last, Math.Abs(last - first));
    }

    private static long Bound(Expression side, Context context) =>
        Value.TryInteger(side.Evaluate(context), out var number) && Math.Abs(number) < int.MaxValue
            ? number
            : throw side.Fault("a range needs a whole number here");
}

internal sealed class Conditional(Source source, int at, Expression condition, Expression yes, Expression no)
    : Expression(source, at)
{
    public Expression Condition { get; } = condition;
    public Expression Yes { get; } = yes;
    public Expression No { get; } = no;
    public override IEnumerable<Node> Parts => [Condition, Yes, No];

    public override object? Evaluate(Context context) =>
        (Value.Truth(Condition.Evaluate(context)) ? Yes : No).Evaluate(context);
}
