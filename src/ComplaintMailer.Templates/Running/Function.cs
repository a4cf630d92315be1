using ComplaintMailer.Templates.Syntax;

namespace ComplaintMailer.Templates.Running;

/// <summary>What a function is called with: values by place, and values by name.</summary>
internal readonly record struct Arguments(IReadOnlyList<object?> Items, TemplateObject? Named)
{
    public static Arguments None { get; } = new([], null);
}

internal abstract class Function
{
    public abstract string Name { get; }

    public abstract object? Invoke(Context context, Node caller, Arguments arguments);
}

/// <param name="Default">The value when it is not given; only for optional ones.</param>
/// <param name="Rest">Takes all arguments that are left: <c>y...</c>.</param>
internal sealed record Parameter(string Name, bool Optional, Expression? Default, bool Rest);

/// <summary>A function written in a template. Without a parameter list its arguments are in <c>$</c>.</summary>
internal sealed class TemplateFunction(string name, Parameter[]? parameters, Statement body, bool isHtml) : Function
{
    public override string Name => name;
    public IReadOnlyList<Parameter>? Parameters => parameters;
    public IEnumerable<Node> Parts => (parameters ?? []).Select(p => p.Default).OfType<Node>().Append(body);

    public override object? Invoke(Context context, Node caller, Arguments arguments) =>
        Invoke(context, caller, arguments, null);

    /// <param name="wrapped">What <c>$$</c> stands for within it.</param>
    public object? Invoke(Context context, Node caller, Arguments arguments, Block? wrapped)
    {
        context.Descend(caller);
        var outer = context.Frame;
        var frame = new Frame(new(arguments.Items) { Named = arguments.Named }, wrapped);
        var scope = parameters is null ? null : Bind(context, caller, arguments);
        context.Frame = frame;
        if (scope is not null)
            context.Push(new(scope, scope));
        context.BeginCapture();
        string text;
        try
        {
            body.Execute(context);
        }
        finally
        {
            text = context.EndCapture();
            if (scope is not null)
                context.Pop();
            context.Frame = outer;
            context.Ascend();
        }
        if (frame.Result is null)
            return text.Length == 0 ? null
                : isHtml ? new SafeText(text)
                : text;
        // What it wrote goes out before what it gave.
        if (text.Length > 0)
            context.Write(caller, text);
        return frame.Result;
    }

    private TemplateObject Bind(Context context, Node caller, Arguments arguments)
    {
        var scope = new TemplateObject();
        var next = 0;
        foreach (var parameter in parameters!)
        {
            if (parameter.Rest)
            {
                scope[parameter.Name] = new TemplateArray(arguments.Items.Skip(next));
                next = arguments.Items.Count;
            }
            else if (arguments.Named?.TryGet(parameter.Name, out var named) == true)
                scope[parameter.Name] = named;
            else if (next < arguments.Items.Count)
                scope[parameter.Name] = arguments.Items[next++];
            else if (parameter.Optional)
                scope[parameter.Name] = parameter.Default?.Evaluate(context);
            else
                throw caller.Fault($"`{name}` needs a value for `{parameter.Name}`");
        }
        if (next < arguments.Items.Count)
            throw caller.Fault($"`{name}` takes {parameters.Length} values, {arguments.Items.Count} were given");
        foreach (var given in arguments.Named?.Names ?? [])
        {
            if (parameters.All(p => p.Name != given))
                throw caller.Fault($"`{name}` has no `{given}`{Nearest.Of(given, parameters.Select(p => p.Name))}");
        }
        return scope;
    }
}
