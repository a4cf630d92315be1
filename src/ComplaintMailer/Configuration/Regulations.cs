using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Database;

namespace ComplaintMailer.Configuration;

/// <summary>Finds an organisation's regulation: a pack by its name, or a file by its path.</summary>
internal static class Regulations
{
    public static Regulation Load(string templates, string name)
    {
        var packs = Path.Combine(templates, "regulations");
        var file = name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? Path.GetFullPath(name)
            : Path.Combine(packs, name + ".json");
        if (!File.Exists(file))
        {
            var known = Directory.Exists(packs)
                ? Directory
                    .EnumerateFiles(packs, "*.json")
                    .Select(Path.GetFileNameWithoutExtension)
                    .OfType<string>()
                    .Where(n => n is not "bodies" and not "regulation.schema")
                    .Order(StringComparer.Ordinal)
                    .ToList()
                : [];
            throw new OperatorException(
                $"Regulation: there is no pack “{name}”: {file} does not exist. Known packs: {string.Join(", ", known)}."
            )
            {
                ExitCode = 2,
            };
        }
        var (regulation, faults) = RegulationReader.Read(File.ReadAllText(file), Path.GetFileName(file));
        return regulation ?? throw new OperatorException(string.Join(Environment.NewLine, faults)) { ExitCode = 2 };
    }

    /// <summary>The shared table of external bodies.</summary>
    public static IReadOnlyList<ExternalBody> LoadBodies(string templates)
    {
        var file = Path.Combine(templates, "regulations", "bodies.json");
        if (!File.Exists(file))
            throw new OperatorException(
                $"Templates: {file} does not exist. Point Templates at the folder that came with the program."
            )
            {
                ExitCode = 2,
            };
        var (bodies, faults) = RegulationReader.ReadBodies(File.ReadAllText(file), "bodies.json");
        return faults.Count == 0
            ? bodies
            : throw new OperatorException(string.Join(Environment.NewLine, faults)) { ExitCode = 2 };
    }
}
