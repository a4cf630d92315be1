using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using ComplaintMailer.Configuration;

namespace ComplaintMailer.Tests.Configuration;

public class ExampleSettingsTests
{
    private static readonly string Example = Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "appsettings.example.json")
    );

    [Fact]
    public void The_example_loads_as_it_is()
    {
        var settings = SettingsReader.Load(Example, new Hashtable());

        Assert.Equal("wijkz", Assert.Single(settings.Organisations).Key);
        Assert.Equal(new LimitSettings(), settings.Limits);
    }

    [Fact]
    public void The_example_shows_every_key_there_is()
    {
        var text = File.ReadAllText(Example);

        Assert.All(
            Keys(typeof(Settings)).Distinct(),
            key => Assert.Contains($"\"{key}\":", text, StringComparison.Ordinal)
        );
    }

    private static IEnumerable<string> Keys(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite)
            .SelectMany(p =>
            {
                var inner = p.PropertyType.IsGenericType ? p.PropertyType.GetGenericArguments()[0] : p.PropertyType;
                return inner.Namespace == typeof(Settings).Namespace ? Keys(inner).Prepend(p.Name) : [p.Name];
            });

    private static string Here([CallerFilePath] string path = "") => path;
}
