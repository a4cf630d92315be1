using ComplaintMailer.Templates.Parsing;
using ComplaintMailer.Templates.Running;

namespace ComplaintMailer.Templates.Syntax;

/// <summary>Something that has a place for a value: a variable, a member, an item.</summary>
internal abstract class PathExpression(Source source, int at) : Expression(source, at)
{
    public abstract void Assign(Context context, object? value);

    /// <summary>A function at the end of a path is called without arguments.</summary>
    public sealed override object? Evaluate(Context context)
    {
        var value = EvaluateRaw(context);
        return value is Function function ? function.Invoke(context, this, Arguments.None) : value;
    }

    public abstract override object? EvaluateRaw(Context context);
}

internal sealed class Variable(Source source, int at, string name) : PathExpression(source, at)
{
    // One string for a name wherever it stands is quicker to find.
    public string Name { get; } = string.Intern(name);

    public override object? EvaluateRaw(Context context) =>
        context.TryGet(Name, out var value) ? value : context.Unknown(this, Name);

    public override void Assign(Context context, object? value) => context.Set(this, Name, value);

    public override string ToString() => Name;
}

/// <summary><c>this</c>: the object that plain names are set in.</summary>
internal sealed class ThisVariable(Source source, int at) : PathExpression(source, at)
{
    public override object? EvaluateRaw(Context context) => context.Current;

    public override void Assign(Context context, object? value) => throw Fault("`this` cannot be set");

    public override string ToString() => "this";
}

/// <summary><c>$name</c>: known within one function or included template only. <c>$</c> holds the arguments.</summary>
internal sealed class LocalVariable : PathExpression
{
    public LocalVariable(Source source, int at, string name)
        : base(source, at)
    {
        Name = name;
        source.NeedsFrame = true;
    }

    public string Name { get; }

    public override object? EvaluateRaw(Context context)
    {
        if (Name == "$")
            return context.Frame.Arguments;
        if (char.IsAsciiDigit(Name[1]) && int.TryParse(Name.AsSpan(1), out var index))
            return index < context.Frame.Arguments.Count ? context.Frame.Arguments[index] : null;
        return context.Frame.TryGet(Name, out var value) ? value : null;
    }

    public override void Assign(Context context, object? value)
    {
        if (Name == "$" || char.IsAsciiDigit(Name[1]))
            throw Fault($"the arguments in `{Name}` cannot be set");
        context.Frame.Set(Name, value);
    }

    public override string ToString() => Name;
}

internal sealed class Member(Source source, int at, Expression target, string name, bool nullSafe)
    : PathExpression(source, at)
{
    public Expression Target { get; } = target;
    public string Name { get; } = string.Intern(name);
    public bool NullSafe { get; } = nullSafe;
    public override IEnumerable<Node> Parts => [Target];

    public override object? EvaluateRaw(Context context)
    {
        var holder = Target.Evaluate(context);
        if (holder is null)
        {
            if (NullSafe || context.Options.RelaxedTargets)
                return null;
            throw Fault($"`{Target}` holds nothing here, so it has no `{Name}`; write `{Target}?.{Name}`");
        }
        return MemberAccess.TryGet(context, holder, Name, out var value)
            ? value
            : context.UnknownMember(this, holder, Target.ToString() ?? "", Name);
    }

    public override void Assign(Context context, object? value)
    {
        var holder =
            Target.Evaluate(context) ?? throw Fault($"`{Target}` holds nothing here, so `{Name}` cannot be set");
        MemberAccess.Set(context, this, holder, Name, value);
    }

    public override string ToString() => $"{Target}.{Name}";
}

internal sealed class Item(Source source, int at, Expression target, Expression index) : PathExpression(source, at)
{
    public Expression Target { get; } = target;
    public override IEnumerable<Node> Parts => [Target, index];

    public override object? EvaluateRaw(Context context)
    {
        var holder = Target.Evaluate(context);
        var key = index.Evaluate(context);
        if (holder is null)
        {
            return context.Options.RelaxedTargets
                ? null
                : throw Fault($"`{Target}` holds nothing here, so it has no items");
        }
        return MemberAccess.Item(context, this, holder, key);
    }

    public override void Assign(Context context, object? value)
    {
        var holder = Target.Evaluate(context) ?? throw Fault($"`{Target}` holds nothing here, so no item can be set");
        MemberAccess.SetItem(context, this, holder, index.Evaluate(context), value);
    }

    public override string ToString() => $"{Target}[{index}]";
}

/// <summary><c>a.empty?</c></summary>
internal sealed class IsEmpty(Source source, int at, Expression target) : Expression(source, at)
{
    public override IEnumerable<Node> Parts => [target];

    public override object? Evaluate(Context context) => Value.IsEmpty(target.Evaluate(context));
}

/// <summary>A path in brackets: a value, not a place.</summary>
internal sealed class Nested(Source source, int at, Expression inner) : Expression(source, at)
{
    public Expression Inner { get; } = inner;
    public override IEnumerable<Node> Parts => [Inner];

    public override object? Evaluate(Context context) => Inner.Evaluate(context);

    public override object? EvaluateRaw(Context context) => Inner.EvaluateRaw(context);

    public override string ToString() => $"({Inner})";
}
