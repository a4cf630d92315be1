using System.Collections;
using ComplaintMailer.Configuration;

namespace ComplaintMailer.Tests.Pipeline;

public sealed class OwnFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("complaintmailer-").FullName;

    [Fact]
    public void A_configuration_without_templates_beside_it_uses_those_of_the_program()
    {
        var config = Path.Combine(folder, "appsettings.json");
        File.WriteAllText(config, ComplaintMailer.Demo.DemoFiles.Configuration("templates"));

        var settings = SettingsReader.Load(config, new Hashtable());

        Assert.True(File.Exists(Path.Combine(settings.Templates, "regulations", "xtra.json")), settings.Templates);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
