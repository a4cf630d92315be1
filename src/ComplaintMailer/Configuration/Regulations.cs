using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Database;

namespace ComplaintMailer.Configuration;

/// <summary>Finds an organisation's regulation: a pack by its name, or a file by its path.</summary>
internal static class Regulations
{
    public static Regulation Load(string templates, string name)
    {
        var file = FileOf(templates, name);
        if (!File.Exists(file))
        {
            var known = Packs(templates).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);
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

    /// <summary>
    /// Every regulation that may be needed beside the one in use, for cases that began under another: the packs, and where a file is
    /// named by its path those beside it whose names begin alike. What can't be read is none of them.
    /// </summary>
    public static RegulationVersions Versions(string templates, string name)
    {
        var own = FileOf(templates, name);
        var beside = Directory.EnumerateFiles(
            Path.GetDirectoryName(own)!,
            Path.GetFileNameWithoutExtension(own) + "*.json"
        );
        return new(
            Packs(templates)
                .Concat(beside)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(f => RegulationReader.Read(File.ReadAllText(f), Path.GetFileName(f)).Regulation)
                .OfType<Regulation>()
        );
    }

    /// <summary>The packs there are.</summary>
    public static IReadOnlyList<string> Names(string templates) =>
        [.. Packs(templates).Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal)];

    private static string FileOf(string templates, string name) =>
        name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? Path.GetFullPath(name)
            : Path.GetFullPath(Path.Combine(templates, "regulations", name + ".json"));

    private static IEnumerable<string> Packs(string templates)
    {
        var folder = Path.GetFullPath(Path.Combine(templates, "regulations"));
        return Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*.json")
                .Where(f =>
                    Path.GetFileName(f) is not "bodies.json" && !f.EndsWith(".schema.json", StringComparison.Ordinal)
                )
            : [];
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
