using ComplaintMailer.Templates.Syntax;

namespace ComplaintMailer.Templates.Running;

/// <summary>A layer of names: the builtins, the model, an object opened by <c>with</c>, a function's parameters, or a loop.</summary>
internal sealed class Scope
{
    private readonly IMembers? members;
    private readonly string? loopName;

    public Scope(IMembers members, TemplateObject? own) => (this.members, Own) = (members, own);

    public Scope(LoopState loop, string? loopName) => (Loop, this.loopName) = (loop, loopName);

    /// <summary>Where names are set; null for a loop and for what cannot be changed.</summary>
    public TemplateObject? Own { get; }
    public LoopState? Loop { get; }
    public object? LoopValue { get; set; }
    public IEnumerable<string> Names => members?.Names ?? (loopName is null ? [Loop!.Word] : [loopName, Loop!.Word]);

    public bool TryGet(string name, out object? value)
    {
        if (members is not null)
            return members.TryGet(name, out value);
        if (name == loopName)
        {
            value = LoopValue;
            return true;
        }
        value = Loop;
        return name == Loop!.Word;
    }

    /// <summary>Sets the variable of a loop from within it.</summary>
    public bool TrySetLoop(string name, object? value)
    {
        if (loopName is null || name != loopName)
            return false;
        LoopValue = value;
        return true;
    }
}

/// <summary>What a function or included template has to itself: its arguments and <c>$</c> variables.</summary>
internal sealed class Frame(TemplateArray arguments, Block? wrapped)
{
    private Dictionary<string, object?>? locals;

    public TemplateArray Arguments { get; } = arguments;
    public Block? Wrapped { get; } = wrapped;

    /// <summary>What <c>ret</c> gave.</summary>
    public object? Result { get; set; }

    public bool TryGet(string name, out object? value)
    {
        value = null;
        return locals?.TryGetValue(name, out value) == true;
    }

    public void Set(string name, object? value) => (locals ??= new(StringComparer.Ordinal))[name] = value;
}
