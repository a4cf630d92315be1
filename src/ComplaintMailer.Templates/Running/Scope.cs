using ComplaintMailer.Templates.Syntax;

namespace ComplaintMailer.Templates.Running;

/// <summary>A layer of names: the builtins, the model, an object opened by <c>with</c>, a function's parameters, or a loop.</summary>
internal sealed class Scope
{
    private readonly IMembers? members;
    private readonly string? loopName;

    public Scope(IMembers members, TemplateObject? own) => (this.members, Own) = (members, own);

    /// <param name="outer">The loop this one stands in.</param>
    /// <param name="length">Null for <c>while</c>.</param>
    public Scope(Scope? outer, int? length, string? loopName) =>
        (this.outer, this.length, this.loopName, IsLoop) = (outer, length, loopName, true);

    private readonly Scope? outer;
    private readonly int? length;
    private int index;
    private object? before;
    private LoopState? loop;

    /// <summary>Where names are set; null for a loop and for what cannot be changed.</summary>
    public TemplateObject? Own { get; }
    public bool IsLoop { get; }

    /// <summary>What the loop tells of itself, made when it is first asked for: most loops never are.</summary>
    public LoopState? Loop
    {
        get
        {
            if (!IsLoop || loop is not null)
                return loop;
            loop = new(outer, length);
            loop.Next(index, before, LoopItem);
            return loop;
        }
    }
    public object? LoopValue { get; set; }
    private object? LoopItem { get; set; }
    private string Word => length is null ? "while" : "for";
    public IEnumerable<string> Names => members?.Names ?? (loopName is null ? [Word] : [loopName, Word]);

    public void Next(int at, object? value)
    {
        (index, before, LoopItem, LoopValue) = (at, LoopItem, value, value);
        loop?.Next(at, before, value);
    }

    public bool TryGet(string name, out object? value)
    {
        if (members is not null)
            return members.TryGet(name, out value);
        if (name == loopName)
        {
            value = LoopValue;
            return true;
        }
        var isLoop = name == Word;
        value = isLoop ? Loop : null;
        return isLoop;
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
