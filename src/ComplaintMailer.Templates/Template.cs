using ComplaintMailer.Templates.Parsing;
using ComplaintMailer.Templates.Running;
using ComplaintMailer.Templates.Syntax;

namespace ComplaintMailer.Templates;

/// <summary>
/// A template in the Scriban language. It is parsed once and can be rendered any number of times, by several threads at once.
/// In a template whose file name ends in <c>.html</c> every value is escaped unless it is <see cref="SafeText"/>.
/// </summary>
public sealed class Template
{
    private readonly Block body;
    private readonly Source source;

    private Template(Source source, Block body) => (this.source, this.body) = (source, body);

    public string FileName => source.File;
    public bool IsHtml => source.IsHtml;

    /// <exception cref="TemplateException">The text is no template.</exception>
    public static Template Parse(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        var read = new Source(fileName, text);
        return new(read, new Parser(read).Parse());
    }

    /// <exception cref="TemplateException">It cannot be rendered with this model.</exception>
    public string Render(
        IReadOnlyDictionary<string, object?> model,
        RenderOptions? options = null,
        TemplateLoader? loader = null
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        return Render(new MapMembers(model), options, loader);
    }

    /// <exception cref="TemplateException">It cannot be rendered with this model.</exception>
    public string Render(IMembers model, RenderOptions? options = null, TemplateLoader? loader = null)
    {
        using var context = new Context(model, options ?? RenderOptions.Default, loader);
        Run(context);
        return context.Written();
    }

    /// <summary>The same in memory that is borrowed: dispose of it to give it back.</summary>
    /// <exception cref="TemplateException">It cannot be rendered with this model.</exception>
    public RenderedText RenderBorrowed(IMembers model, RenderOptions? options = null, TemplateLoader? loader = null)
    {
        using var context = new Context(model, options ?? RenderOptions.Default, loader);
        Run(context);
        return new(context.TakeOutput());
    }

    /// <summary>The names this template takes from its model, as paths: <c>org.name</c>. Those it sets itself are not among them.</summary>
    public IReadOnlyList<VariableUse> Uses => uses ??= UseFinder.Of(source, body);

    private IReadOnlyList<VariableUse>? uses;

    internal bool NeedsFrame => source.NeedsFrame;

    internal void Run(Context context) => body.Execute(context);
}
