using ComplaintMailer.Templates.Parsing;
using ComplaintMailer.Templates.Running;

namespace ComplaintMailer.Templates.Syntax;

/// <summary>A piece of a parsed template. Nodes never change, so a template serves many threads at once.</summary>
internal abstract class Node(Source source, int at)
{
    public Source Source { get; } = source;
    public int At { get; } = at;
    public virtual IEnumerable<Node> Parts => [];

    public TemplateException Fault(string reason) => Source.Fault(At, reason);
}

internal abstract class Expression(Source source, int at) : Node(source, at)
{
    public abstract object? Evaluate(Context context);

    /// <summary>The value itself, also when it is a function that would otherwise be called.</summary>
    public virtual object? EvaluateRaw(Context context) => Evaluate(context);
}

/// <summary>What follows after a statement.</summary>
internal enum Flow
{
    Next,
    Break,
    Continue,
    Return,
}

internal abstract class Statement(Source source, int at) : Node(source, at)
{
    public abstract Flow Execute(Context context);
}

internal sealed class Block(Source source, int at, Statement[] statements) : Statement(source, at)
{
    private readonly Statement[] statements = statements;

    public override IEnumerable<Node> Parts => statements;

    public override Flow Execute(Context context)
    {
        foreach (var statement in statements)
        {
            var flow = statement.Execute(context);
            if (flow != Flow.Next)
                return flow;
        }
        return Flow.Next;
    }
}
