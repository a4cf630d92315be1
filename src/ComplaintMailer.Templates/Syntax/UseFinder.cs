using ComplaintMailer.Templates.Builtins;
using ComplaintMailer.Templates.Parsing;

namespace ComplaintMailer.Templates.Syntax;

/// <summary>Finds the names a template takes from outside, also in branches that are never rendered.</summary>
internal sealed class UseFinder
{
    private readonly HashSet<string> own = new(StringComparer.Ordinal);
    private readonly List<(string Path, int At)> found = [];

    public static IReadOnlyList<VariableUse> Of(Source source, Block body)
    {
        var finder = new UseFinder();
        finder.FindOwn(body);
        finder.Find(body);
        return
        [
            .. finder
                .found.OrderBy(u => u.At)
                .Select(u => (u.Path, Place: source.Place(u.At)))
                .Select(u => new VariableUse(u.Path, u.Place.Line, u.Place.Column)),
        ];
    }

    private void FindOwn(Node node)
    {
        var set = node switch
        {
            AssignStatement assign => assign.Target,
            CaptureStatement capture => capture.Target,
            ForStatement loop => loop.Variable,
            FunctionStatement function => function.Target,
            Counting counting => counting.Target,
            _ => null,
        };
        if (set is Variable variable)
            own.Add(variable.Name);
        if (node is FunctionStatement declared)
            AddParameters(declared.Function);
        if (node is FunctionExpression written)
            AddParameters(written.Function);
        foreach (var part in node.Parts)
            FindOwn(part);
    }

    private void AddParameters(Running.TemplateFunction function) =>
        own.UnionWith(function.Parameters?.Select(p => p.Name) ?? []);

    private void Find(Node node)
    {
        if (node is Expression expression && Path(expression) is { } path)
        {
            var root = path.Split('.')[0];
            if (!own.Contains(root) && !BuiltinObjects.Root.TryGet(root, out _) && root is not ("for" or "while"))
                found.Add((path, Start(expression)));
            return;
        }
        foreach (var part in node.Parts)
            Find(part);
    }

    /// <summary>The whole dotted path, where an expression is nothing else.</summary>
    private static string? Path(Expression expression) =>
        expression switch
        {
            Variable variable => variable.Name,
            Member { Target: var target, Name: var name } when Path(target) is { } path => $"{path}.{name}",
            _ => null,
        };

    private static int Start(Expression expression) =>
        expression is Member member ? Start(member.Target) : expression.At;
}
