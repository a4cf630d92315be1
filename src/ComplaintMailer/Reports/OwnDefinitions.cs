using ComplaintMailer.Core;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Core.Figures.Own;
using ComplaintMailer.Database;

namespace ComplaintMailer.Reports;

/// <summary>The reports an organisation defined itself: <c>templates/reports/*.json</c>.</summary>
internal static class OwnDefinitions
{
    public static IReadOnlyList<OwnDefinition> Load(string templates)
    {
        var folder = Path.Combine(templates, "reports");
        if (!Directory.Exists(folder))
            return [];
        var definitions = new List<OwnDefinition>();
        var faults = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (file.EndsWith(".schema.json", StringComparison.Ordinal))
                continue;
            var (definition, wrong) = OwnDefinitionReader.Read(File.ReadAllText(file), Path.GetFileName(file));
            faults.AddRange(wrong);
            if (definition is null)
                continue;
            if (definitions.Any(d => d.Name == definition.Name))
                faults.Add(
                    $"{Path.GetFileName(file)}: name: “{definition.Name}” is taken by another file. Choose another."
                );
            definitions.Add(definition);
        }
        return faults.Count == 0
            ? definitions
            : throw new OperatorException(string.Join(Environment.NewLine, faults)) { ExitCode = 2 };
    }

    /// <summary>The names alone, as far as they can be read; what is wrong with a file is told when it is used.</summary>
    public static IReadOnlyList<string>? Names(string templates)
    {
        try
        {
            return [.. Load(templates).Select(d => d.Name)];
        }
        catch (OperatorException)
        {
            return null;
        }
    }

    /// <summary>A report that the configuration asks for and nobody has defined is said at once, not when it falls due.</summary>
    public static void Check(IReadOnlyList<OwnDefinition> definitions, string organisation, IEnumerable<string> kinds)
    {
        var known = ReportKinds.All.Concat(definitions.Select(d => d.Name)).ToList();
        foreach (var kind in kinds.Where(k => !known.Contains(k, StringComparer.OrdinalIgnoreCase)))
            throw new OperatorException(
                $"Organisations: {organisation}: Reports: there is no report “{kind}”. Did you mean “{Nearest.Of(kind, known)}”?"
            )
            {
                ExitCode = 2,
            };
    }
}
