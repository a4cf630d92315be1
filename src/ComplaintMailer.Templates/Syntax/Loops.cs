using ComplaintMailer.Templates.Parsing;
using ComplaintMailer.Templates.Running;

namespace ComplaintMailer.Templates.Syntax;

/// <summary><c>for x in list offset: 1 limit: 2 reversed … else … end</c>.</summary>
internal sealed class ForStatement(
    Source source,
    int at,
    PathExpression variable,
    Expression list,
    Expression? offset,
    Expression? limit,
    bool reversed,
    Block body,
    Block? otherwise
) : Statement(source, at)
{
    public PathExpression Variable => variable;

    public override IEnumerable<Node> Parts => new Node?[] { list, offset, limit, body, otherwise }.OfType<Node>();

    public override Flow Execute(Context context)
    {
        var value = list.Evaluate(context);
        if (value is null)
            return otherwise?.Execute(context) ?? Flow.Next;
        if (!Value.TryList(value, out var items))
            throw list.Fault($"`for` needs a list, this is {Value.KindOf(value)}");
        var start = Math.Clamp(Number(context, offset, 0), 0, items.Count);
        var count = Math.Clamp(Number(context, limit, items.Count), 0, items.Count - start);
        if (count == 0)
            return otherwise?.Execute(context) ?? Flow.Next;
        var scope = context.BeginLoop((int)count, (variable as Variable)?.Name);
        try
        {
            for (var i = 0; i < count; i++)
            {
                context.Step(this, 1);
                var item = Value.Of(items[(int)(reversed ? start + count - 1 - i : start + i)]);
                scope.Next(i, item);
                if (variable is LocalVariable local)
                    local.Assign(context, item);
                var flow = body.Execute(context);
                if (flow == Flow.Break)
                    break;
                if (flow == Flow.Return)
                    return flow;
            }
        }
        finally
        {
            context.EndLoop(scope);
        }
        return Flow.Next;
    }

    private static long Number(Context context, Expression? expression, long otherwise)
    {
        if (expression is null)
            return otherwise;
        return Value.TryInteger(expression.Evaluate(context), out var number)
            ? number
            : throw expression.Fault("a whole number is needed here");
    }
}

internal sealed class WhileStatement(Source source, int at, Expression condition, Block body) : Statement(source, at)
{
    public override IEnumerable<Node> Parts => [condition, body];

    public override Flow Execute(Context context)
    {
        var scope = context.BeginLoop(null, null);
        try
        {
            for (var i = 0; Value.Truth(condition.Evaluate(context)); i++)
            {
                context.Step(this, 1);
                scope.Next(i, null);
                var flow = body.Execute(context);
                if (flow == Flow.Break)
                    break;
                if (flow == Flow.Return)
                    return flow;
            }
        }
        finally
        {
            context.EndLoop(scope);
        }
        return Flow.Next;
    }
}
