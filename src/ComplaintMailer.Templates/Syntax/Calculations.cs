using ComplaintMailer.Templates.Parsing;
using ComplaintMailer.Templates.Running;

namespace ComplaintMailer.Templates.Syntax;

internal sealed class Binary(Source source, int at, string sign, Expression left, Expression right)
    : Expression(source, at)
{
    public string Sign { get; } = sign;
    public Expression Left { get; } = left;
    public Expression Right { get; } = right;
    public override IEnumerable<Node> Parts => [Left, Right];

    public override object? Evaluate(Context context)
    {
        var value = Left.Evaluate(context);
        return Sign switch
        {
            "&&" => Value.Truth(value) && Value.Truth(Right.Evaluate(context)),
            "||" => Value.Truth(value) || Value.Truth(Right.Evaluate(context)),
            "??" => value ?? Right.Evaluate(context),
            "?!" => value is null ? null : Right.Evaluate(context),
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
            "!" => !Value.Truth(value),
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
