using ComplaintMailer.Templates.Parsing;
using ComplaintMailer.Templates.Running;

namespace ComplaintMailer.Templates.Syntax;

internal sealed class Binary(Source source, int at, string sign, Expression left, Expression right)
    : Expression(source, at)
{
    private enum Kind
    {
        And,
        Or,
        OrElse,
        Then,
        Same,
        Other,
        Calculated,
    }

    private readonly Kind kind = sign switch
    {
        "&&" => Kind.And,
        "||" => Kind.Or,
        "??" => Kind.OrElse,
        "?!" => Kind.Then,
        "==" => Kind.Same,
        "!=" => Kind.Other,
        _ => Kind.Calculated,
    };

    public string Sign { get; } = sign;
    public Expression Left { get; } = left;
    public Expression Right { get; } = right;
    public override IEnumerable<Node> Parts => [Left, Right];

    public override object? Evaluate(Context context)
    {
        var value = Left.Evaluate(context);
        return kind switch
        {
            Kind.And => Value.Of(Value.Truth(value) && Value.Truth(Right.Evaluate(context))),
            Kind.Or => Value.Of(Value.Truth(value) || Value.Truth(Right.Evaluate(context))),
            Kind.OrElse => value ?? Right.Evaluate(context),
            Kind.Then => value is null ? null : Right.Evaluate(context),
            Kind.Same => Value.Of(Operators.Same(context, value, Right.Evaluate(context))),
            Kind.Other => Value.Of(!Operators.Same(context, value, Right.Evaluate(context))),
            _ => Operators.Apply(context, this, Sign, value, Right.Evaluate(context)),
        };
    }
}

internal sealed class Unary(Source source, int at, string sign, Expression operand) : Expression(source, at)
{
    public string Sign { get; } = sign;
    public Expression Operand { get; } = operand;
    public override IEnumerable<Node> Parts => [Operand];

    public override object? Evaluate(Context context)
    {
        if (Sign == "@")
            return Operand.EvaluateRaw(context);
        var value = Operand.Evaluate(context);
        return Sign switch
        {
            "!" => Value.Of(!Value.Truth(value)),
            "-" => Operators.Negate(this, value),
            "+" => value is null or long or double or decimal ? value : throw Fault("`+` needs a number"),
            _ => value,
        };
    }
}

/// <summary><c>++a</c> and <c>a++</c>.</summary>
internal sealed class Counting(Source source, int at, PathExpression target, int by, bool after)
    : Expression(source, at)
{
    public override IEnumerable<Node> Parts => [target];
    public PathExpression Target => target;

    public override object? Evaluate(Context context)
    {
        var before = target.Evaluate(context) ?? 0L;
        var now = Operators.Apply(context, this, "+", before, (long)by);
        target.Assign(context, now);
        return after ? before : now;
    }
}
