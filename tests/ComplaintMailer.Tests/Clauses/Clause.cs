using System.Reflection;

namespace ComplaintMailer.Tests.Clauses;

/// <summary>A clause of a regulation, and whether it asks something of the program.</summary>
internal sealed record Clause(string Id, bool Asks, string Text)
{
    /// <summary>The name of the trait by which a test says which clause it shows.</summary>
    public const string Trait = "Clause";

    public static IReadOnlyList<Clause> All { get; } = [.. Read()];

    /// <summary>IDs that tests of this assembly name, with the tests.</summary>
    public static ILookup<string, string> Shown() =>
        Assembly
            .GetExecutingAssembly()
            .GetTypes()
            .SelectMany(t => t.GetMethods().Cast<MemberInfo>().Append(t))
            .SelectMany(member =>
                member
                    .GetCustomAttributesData()
                    .Where(a =>
                        a.AttributeType == typeof(TraitAttribute)
                        && a.ConstructorArguments is [{ Value: Trait }, { Value: string }]
                    )
                    .Select(a => (Id: (string)a.ConstructorArguments[1].Value!, Test: member.Name))
            )
            .ToLookup(s => s.Id, s => s.Test);

    private static IEnumerable<Clause> Read()
    {
        using var stream = typeof(Clause).Assembly.GetManifestResourceStream("clauses.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var parts = line.Split('|', 3, StringSplitOptions.TrimEntries);
            yield return new(parts[0], parts[1] == "yes", parts[2]);
        }
    }
}
