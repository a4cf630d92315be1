using ComplaintMailer.Templates;

namespace ComplaintMailer.Tests.Templates;

/// <summary>Renders a text with a small fixed model.</summary>
internal static class Rendering
{
    public static readonly Dictionary<string, object?> Model = new()
    {
        ["name"] = "Sam",
        ["evil"] = "<b>\"&'</b>",
        ["nothing"] = null,
        ["count"] = 3,
        ["price"] = 12.5,
        ["day"] = new DateTime(2027, 1, 4, 9, 5, 7),
        ["list"] = new List<string> { "a", "b", "c" },
        ["numbers"] = new List<int> { 10, 2, 6 },
        ["person"] = new Dictionary<string, object?> { ["first"] = "Ada", ["phone"] = null },
        ["people"] = new List<object?>
        {
            new Dictionary<string, object?> { ["first"] = "Bo", ["age"] = 7 },
            new Dictionary<string, object?> { ["first"] = "Al", ["age"] = 9 },
        },
    };

    public static string Text(string template, RenderOptions? options = null, TemplateLoader? loader = null) =>
        Template.Parse(template, "test.txt").Render(Model, options, loader);

    public static string Html(string template, RenderOptions? options = null, TemplateLoader? loader = null) =>
        Template.Parse(template, "test.html").Render(Model, options, loader);

    public static TemplateException Fault(string template, RenderOptions? options = null) =>
        Assert.Throws<TemplateException>(() => Text(template, options));
}
