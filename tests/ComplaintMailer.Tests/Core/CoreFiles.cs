using ComplaintMailer.Core.Regulations;

namespace ComplaintMailer.Tests.Core;

/// <summary>The files that ship with the product, as they lie beside the tests.</summary>
internal static class CoreFiles
{
    public static string Templates { get; } = Path.Combine(AppContext.BaseDirectory, "templates");

    public static IReadOnlyList<ExternalBody> Bodies { get; } =
        RegulationReader.ReadBodies(Text("regulations/bodies.json"), "bodies.json").Bodies;

    public static string Text(string path) => File.ReadAllText(Path.Combine(Templates, path));

    public static Regulation Regulation(string name)
    {
        var (regulation, faults) = RegulationReader.Read(Text($"regulations/{name}.json"), $"{name}.json", Bodies);
        Assert.Empty(faults);
        return regulation!;
    }
}
