using ComplaintMailer.Templates.Builtins;
using ComplaintMailer.Templates.Parsing;
using ComplaintMailer.Templates.Running;

namespace ComplaintMailer.Templates.Syntax;

internal sealed class TextStatement(Source source, int at, string text) : Statement(source, at)
{
    public override Flow Execute(Context context)
    {
        context.Write(this, text);
        return Flow.Next;
    }
}

/// <summary>An expression by itself: its value is written, escaped in an HTML template.</summary>
/// <param name="indent">White space before the code block, put before each further line of the value.</param>
internal sealed class OutputStatement(Source source, int at, Expression expression, string? indent)
    : Statement(source, at)
{
    public Expression Expression { get; } = expression;
    public override IEnumerable<Node> Parts => [Expression];

    public override Flow Execute(Context context)
    {
        var isIndented = indent is not null && context.Options.AutoIndent;
        object? value;
        if (Expression is Call call)
        {
            var function = call.Function(context);
            // Most calls that stand alone include another template, which writes straight into this one's output.
            if (function == BuiltinObjects.Include && !isIndented && call.Only is { } only)
            {
                var name = only.Evaluate(context);
                if (Include.Write(context, call, name))
                    return Flow.Next;
                value = function.Invoke(context, call, new([name], null));
            }
            else
                value = function.Invoke(context, call, call.Values(context));
        }
        else
            value = Expression.Evaluate(context);
        if (value is null)
            return Flow.Next;
        if (!isIndented && value is not SafeText && Source.IsHtml)
        {
            context.WriteEscaped(this, context.Text(value));
            return Flow.Next;
        }
        var text = Source.IsHtml ? Html.Of(context, value) : context.Text(value);
        if (isIndented && text.Contains('\n', StringComparison.Ordinal))
            text = Indented(text, indent!);
        context.Write(this, text);
        return Flow.Next;
    }

    private static string Indented(string text, string indent)
    {
        // A value that ends a line leaves what follows it unindented.
        var ended = text.EndsWith('\n');
        var body = (ended ? text[..^1] : text).Replace("\n", "\n" + indent, StringComparison.Ordinal);
        return ended ? body + "\n" : body;
    }
}

internal sealed class AssignStatement(Source source, int at, PathExpression target, string? sign, Expression value)
    : Statement(source, at)
{
    public PathExpression Target { get; } = target;
    public override IEnumerable<Node> Parts => sign is null ? [value] : [Target, value];

    public override Flow Execute(Context context)
    {
        if (sign is null)
            Target.Assign(context, value.Evaluate(context));
        else
        {
            var before = Target.Evaluate(context);
            if (sign == "??")
            {
                if (before is null)
                    Target.Assign(context, value.Evaluate(context));
            }
            else
                Target.Assign(context, Operators.Apply(context, this, sign, before, value.Evaluate(context)));
        }
        return Flow.Next;
    }
}

internal sealed class IfStatement(Source source, int at, (Expression When, Block Then)[] cases, Block? otherwise)
    : Statement(source, at)
{
    public override IEnumerable<Node> Parts =>
        cases.SelectMany(c => new Node[] { c.When, c.Then }).Concat(otherwise is null ? [] : [otherwise]);

    public override Flow Execute(Context context)
    {
        foreach (var (when, then) in cases)
        {
            if (Value.Truth(when.Evaluate(context)))
                return then.Execute(context);
        }
        return otherwise?.Execute(context) ?? Flow.Next;
    }
}

internal sealed class CaseStatement(
    Source source,
    int at,
    Expression subject,
    (Expression[] Values, Block Then)[] cases,
    Block? otherwise
) : Statement(source, at)
{
    public override IEnumerable<Node> Parts =>
        cases
            .SelectMany(c => c.Values.Append<Node>(c.Then))
            .Prepend(subject)
            .Concat(otherwise is null ? [] : [otherwise]);

    public override Flow Execute(Context context)
    {
        var value = subject.Evaluate(context);
        foreach (var (values, then) in cases)
        {
            foreach (var candidate in values)
            {
                if (Operators.Same(context, value, candidate.Evaluate(context)))
                    return then.Execute(context);
            }
        }
        return otherwise?.Execute(context) ?? Flow.Next;
    }
}

internal sealed class CaptureStatement(Source source, int at, PathExpression target, Block body) : Statement(source, at)
{
    public PathExpression Target => target;
    public override IEnumerable<Node> Parts => [body];

    public override Flow Execute(Context context)
    {
        context.BeginCapture();
        Flow flow;
        string text;
        try
        {
            flow = body.Execute(context);
        }
        finally
        {
            text = context.EndCapture();
        }
        target.Assign(context, Source.IsHtml ? new SafeText(text) : text);
        return flow;
    }
}

internal sealed class WithStatement(Source source, int at, Expression target, Block body) : Statement(source, at)
{
    public override IEnumerable<Node> Parts => [target];

    public override Flow Execute(Context context)
    {
        var value = target.Evaluate(context);
        var members = MemberAccess.AsMembers(value) ?? throw target.Fault("`with` needs an object");
        context.Push(new Scope(members, value as TemplateObject));
        try
        {
            return body.Execute(context);
        }
        finally
        {
            context.Pop();
        }
    }
}

/// <summary><c>wrap f a … end</c>: calls a function that writes the block where it says <c>$$</c>.</summary>
internal sealed class WrapStatement(Source source, int at, Call call, Block body) : Statement(source, at)
{
    public override IEnumerable<Node> Parts => [call, body];

    public override Flow Execute(Context context)
    {
        if (call.Function(context) is not TemplateFunction function)
            throw Fault("`wrap` needs a function of the template");
        var text = function.Invoke(context, call, call.Values(context), body);
        if (text is not null)
            context.Write(this, Source.IsHtml ? Html.Of(context, text) : context.Text(text));
        return Flow.Next;
    }
}

/// <summary><c>$$</c>: the block a function was wrapped around.</summary>
internal sealed class WrappedStatement : Statement
{
    public WrappedStatement(Source source, int at)
        : base(source, at) => source.NeedsFrame = true;

    public override Flow Execute(Context context)
    {
        var block = context.Frame.Wrapped ?? throw Fault("`$$` is known only within a function called by `wrap`");
        context.Descend(this);
        try
        {
            return block.Execute(context);
        }
        finally
        {
            context.Ascend();
        }
    }
}

internal sealed class ImportStatement(Source source, int at, Expression target) : Statement(source, at)
{
    public override IEnumerable<Node> Parts => [target];

    public override Flow Execute(Context context)
    {
        var members =
            MemberAccess.AsMembers(target.Evaluate(context)) ?? throw target.Fault("`import` needs an object");
        foreach (var name in members.Names)
        {
            if (members.TryGet(name, out var value))
                context.Current.TrySet(name, Value.Of(value));
        }
        return Flow.Next;
    }
}

internal sealed class ReadOnlyStatement(Source source, int at, string name) : Statement(source, at)
{
    public override Flow Execute(Context context)
    {
        context.Current.Fix(name);
        return Flow.Next;
    }
}

internal sealed class ReturnStatement : Statement
{
    private readonly Expression? value;

    public ReturnStatement(Source source, int at, Expression? value)
        : base(source, at)
    {
        this.value = value;
        source.NeedsFrame = true;
    }

    public override IEnumerable<Node> Parts => value is null ? [] : [value];

    public override Flow Execute(Context context)
    {
        context.Frame.Result = value?.Evaluate(context);
        return Flow.Return;
    }
}

internal sealed class JumpStatement(Source source, int at, Flow flow) : Statement(source, at)
{
    public override Flow Execute(Context context) => flow;
}

internal sealed class FunctionStatement(Source source, int at, PathExpression target, TemplateFunction function)
    : Statement(source, at)
{
    public PathExpression Target => target;
    public TemplateFunction Function => function;
    public override IEnumerable<Node> Parts => function.Parts;

    public override Flow Execute(Context context)
    {
        target.Assign(context, function);
        return Flow.Next;
    }
}
