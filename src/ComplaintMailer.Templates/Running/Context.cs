using System.Runtime.CompilerServices;
using ComplaintMailer.Templates.Builtins;
using ComplaintMailer.Templates.Syntax;

namespace ComplaintMailer.Templates.Running;

/// <summary>One rendering: its variables, its output, and how much it has used.</summary>
internal sealed class Context : IDisposable
{
    private readonly List<Scope> scopes;
    private Stack<Scope>? spareLoops;
    private Stack<TextBuffer>? captures;
    private Stack<TextBuffer>? spare;
    private TextBuffer? output = new();
    private int steps;
    private int depth;
    private long written;

    public Context(IMembers model, RenderOptions options, TemplateLoader? loader)
    {
        (Options, Loader) = (options, loader);
        var own = new TemplateObject { Beneath = model };
        scopes = [new(BuiltinObjects.Root, null), new(own, own)];
    }

    public RenderOptions Options { get; }
    public TemplateLoader? Loader { get; }
    public Frame Frame
    {
        get => field ??= new(new TemplateArray(), null);
        set;
    }

    /// <summary>Set by <c>date.format = "…"</c>.</summary>
    public string? DateFormat { get; set; }

    /// <summary>How far each group of <c>array.cycle</c> has come.</summary>
    public Dictionary<string, int> Cycles => field ??= new(StringComparer.Ordinal);

    /// <summary>The innermost loop.</summary>
    public Scope? Loop
    {
        get
        {
            for (var i = scopes.Count - 1; i >= 0; i--)
            {
                if (scopes[i].IsLoop)
                    return scopes[i];
            }
            return null;
        }
    }

    /// <summary>The object plain names are set in.</summary>
    public TemplateObject Current
    {
        get
        {
            var i = scopes.Count - 1;
            while (scopes[i].Own is null)
                i--;
            return scopes[i].Own!;
        }
    }

    /// <param name="length">Null for <c>while</c>.</param>
    /// <param name="name">Of its variable.</param>
    public Scope BeginLoop(int? length, string? name)
    {
        var scope = spareLoops?.TryPop(out var used) == true ? used : new();
        scope.Begin(Loop, length, name);
        scopes.Add(scope);
        return scope;
    }

    public void EndLoop(Scope scope)
    {
        Pop();
        if (scope.End())
            (spareLoops ??= []).Push(scope);
    }

    public void Push(Scope scope) => scopes.Add(scope);

    public void Pop() => scopes.RemoveAt(scopes.Count - 1);

    public bool TryGet(string name, out object? value)
    {
        for (var i = scopes.Count - 1; i >= 0; i--)
        {
            if (!scopes[i].TryGet(name, out value))
                continue;
            value = Value.Of(value);
            return true;
        }
        value = null;
        return false;
    }

    public void Set(Node node, string name, object? value)
    {
        for (var i = scopes.Count - 1; i >= 0; i--)
        {
            if (scopes[i].TrySetLoop(name, value))
                return;
            if (scopes[i].Own is not { } own)
            {
                if (!scopes[i].IsLoop)
                    throw node.Fault($"`{name}` cannot be set here: what `with` opened belongs to the model");
                continue;
            }
            if (!own.TrySet(name, value))
                throw node.Fault($"`{name}` was made read-only");
            return;
        }
    }

    public object? Unknown(Node node, string name)
    {
        var near = Nearest.Of(name, scopes.SelectMany(s => s.Names));
        return Unknown(node, $"unknown variable `{name}`{near}", Options.StrictVariables);
    }

    public object? UnknownMember(Node node, object target, string path, string name)
    {
        var members = MemberAccess.AsMembers(target);
        var near = Nearest.Of(name, members?.Names ?? []);
        // A builtin that does not exist is always a mistake; an object's member may be there another time.
        var strict = Options.StrictMembers || target is BuiltinObject;
        return Unknown(node, $"`{path}` has no `{name}`{near}", strict);
    }

    private object? Unknown(Node node, string reason, bool strict)
    {
        var fault = node.Fault(reason);
        if (strict)
            throw fault;
        Options.OnUnknown?.Invoke(fault);
        return null;
    }

    public string Text(object? value) => ValueText.Of(this, value);

    /// <summary>A text, unless it is longer than may be.</summary>
    public string Short(Node node, string text)
    {
        CheckLength(node, text.Length);
        return text;
    }

    public void CheckLength(Node node, long length)
    {
        if (length > Options.TextLimit)
            throw node.Fault($"more than {Options.TextLimit} characters");
    }

    /// <summary>Counts work done, so that no template runs on for ever.</summary>
    public void Step(Node node, long count)
    {
        if (count > Options.StepLimit || (steps += (int)count) > Options.StepLimit)
            throw node.Fault($"more than {Options.StepLimit} steps: does a loop never end?");
    }

    public void Descend(Node node)
    {
        Step(node, 1);
        if (++depth > Options.RecursionLimit || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw node.Fault("functions or includes too deep within one another: does one call itself?");
    }

    public void Ascend() => depth--;

    public void Write(Node node, ReadOnlySpan<char> text)
    {
        written += text.Length;
        CheckLength(node, written);
        output!.Append(text);
    }

    /// <summary>Writes a text so that it can stand in HTML.</summary>
    public void WriteEscaped(Node node, ReadOnlySpan<char> text)
    {
        while (true)
        {
            var special = text.IndexOfAny(Html.Special);
            if (special < 0)
                break;
            Write(node, text[..special]);
            Write(node, Html.Name(text[special]));
            text = text[(special + 1)..];
        }
        Write(node, text);
    }

    public void BeginCapture()
    {
        (captures ??= []).Push(output!);
        output = spare?.TryPop(out var used) == true ? used : new();
    }

    public string EndCapture()
    {
        var text = output!.Take();
        (spare ??= []).Push(output);
        output = captures!.Pop();
        return text;
    }

    public string Written() => output!.Take();

    /// <summary>What was written, as it stands, for whoever disposes of it.</summary>
    public TextBuffer TakeOutput()
    {
        var taken = output!;
        output = null;
        return taken;
    }

    public void Dispose()
    {
        output?.Dispose();
        foreach (var buffer in captures ?? [])
            buffer.Dispose();
        foreach (var buffer in spare ?? [])
            buffer.Dispose();
    }
}
