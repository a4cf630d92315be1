using ComplaintMailer.Templates.Syntax;

namespace ComplaintMailer.Templates.Running;

/// <summary>A layer of names: the builtins, the model, an object opened by <c>with</c>, a function's parameters, or a loop.</summary>
internal sealed class Scope
{
    private readonly IMembers? members;
    private string? loopName;
    private Scope? outer;
    private int? length;
    private int index;
    private object? item;
    private object? before;
    private LoopState? loop;
    private bool isHeld;

    public Scope(IMembers members, TemplateObject? own) => (this.members, Own) = (members, own);

    /// <summary>A loop, which is still to begin.</summary>
    public Scope() => IsLoop = true;

    /// <summary>Where names are set; null for a loop and for what cannot be changed.</summary>
    public TemplateObject? Own { get; }
    public bool IsLoop { get; }
    public object? LoopValue { get; private set; }
    private string Word => length is null ? "while" : "for";
    public IEnumerable<string> Names => members?.Names ?? (loopName is null ? [Word] : [loopName, Word]);

    /// <summary>What the loop tells of itself, made when it is first asked for: most loops never are.</summary>
    public LoopState? Loop
    {
        get
        {
            if (!IsLoop || loop is not null)
                return loop;
            outer?.Hold();
            loop = new(outer, length);
            loop.Next(index, before, item);
            return loop;
        }
    }

    /// <param name="within">The loop this one stands in.</param>
    /// <param name="count">Null for <c>while</c>.</param>
    public void Begin(Scope? within, int? count, string? name) =>
        (outer, length, loopName, index) = (within, count, name, 0);

    public void Next(int at, object? value)
    {
        (index, before, item, LoopValue) = (at, item, value, value);
        loop?.Next(at, before, value);
    }

    /// <returns>Nothing remembers this loop, so that it can serve as another.</returns>
    public bool End()
    {
        if (loop is not null || isHeld)
            return false;
        (outer, loopName, before, item, LoopValue) = (null, null, null, null, null);
        return true;
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

    private void Hold()
    {
        isHeld = true;
        outer?.Hold();
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
