using ComplaintMailer.Templates.Running;
using ComplaintMailer.Templates.Syntax;

namespace ComplaintMailer.Templates.Builtins;

/// <summary><c>include "name" a b</c>: another template, rendered with the same variables and its own <c>$</c>.</summary>
internal static class Include
{
    public static object? One(Given given)
    {
        var more = (TemplateArray)given[1]!;
        return Render(given, given.Text(0), new([given[0], .. more]) { Named = more.Named });
    }

    /// <summary>Writes the template straight into what includes it, where nothing remains to be done to its text.</summary>
    /// <returns>False: it has to be made apart.</returns>
    public static bool Write(Context context, Node caller, object? given)
    {
        // A plain text still has to be escaped for HTML.
        if (
            given is not string name
            || context.Loader?.Invoke(name) is not { } template
            || (caller.Source.IsHtml && !template.IsHtml)
        )
            return false;
        context.Step(caller, 1);
        Run(context, caller, template, template.NeedsFrame ? new([name]) : null);
        return true;
    }

    /// <summary>Templates with something between them; a text that begins with <c>tpl:</c> is the name of one as well.</summary>
    public static object? Several(Given given)
    {
        var between = Piece(given, given[1]);
        var parts = given.List(0).Select(n => Render(given, given.Context.Text(n), new([n]))).ToList();
        var html = parts.Exists(p => p is SafeText);
        var text = string.Join(Plain(given, between, html), parts.Select(p => Plain(given, p, html)));
        if (text.Length == 0)
            return null;
        text = Plain(given, Piece(given, given[2]), html) + text + Plain(given, Piece(given, given[3]), html);
        return html ? new SafeText(given.Short(text)) : given.Short(text);
    }

    private static object? Piece(Given given, object? value) =>
        value is string text && text.StartsWith("tpl:", StringComparison.Ordinal)
            ? Render(given, text[4..], new([text]))
        // What a template says between templates is markup.
        : value is string markup ? new SafeText(markup)
        : value;

    private static string Plain(Given given, object? value, bool html) =>
        html ? Html.Of(given.Context, value) : given.Context.Text(value);

    private static object Render(Given given, string name, TemplateArray arguments)
    {
        var context = given.Context;
        var template =
            context.Loader?.Invoke(name) ?? throw given.Node.Fault($"there is no template `{name}` to include");
        context.BeginCapture();
        string text;
        try
        {
            Run(context, given.Node, template, arguments);
        }
        finally
        {
            text = context.EndCapture();
        }
        return template.IsHtml ? new SafeText(text) : text;
    }

    /// <param name="arguments">Null for a template that asks for none: then nobody can tell whether it has a frame of its own.</param>
    private static void Run(Context context, Node caller, Template template, TemplateArray? arguments)
    {
        context.Descend(caller);
        var outer = context.Frame;
        if (arguments is not null)
            context.Frame = new(arguments, null);
        try
        {
            template.Run(context);
        }
        finally
        {
            context.Frame = outer;
            context.Ascend();
        }
    }
}
