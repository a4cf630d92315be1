using ComplaintMailer.Demo;
using ComplaintMailer.Setup;
using ComplaintMailer.Tests.Mail.Maildir;

namespace ComplaintMailer.Tests.Setup;

public sealed class CheckupTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Config(string templates, Func<string, string>? change = null)
    {
        var config = folder.In("appsettings.json");
        var text = DemoFiles.Configuration(templates);
        File.WriteAllText(config, change is null ? text : change(text));
        return config;
    }

    private static string Templates => Path.Combine(AppContext.BaseDirectory, "templates");

    [Fact]
    public async Task All_is_said_of_a_sound_place()
    {
        var findings = await Checkup.Of(Config(Templates), default);

        Assert.All(findings, f => Assert.True(f.IsFine, f.What));
        foreach (
            var part in new[] { "configuration", "master key", "database", "coordinator", "letters", "mails in it" }
        )
            Assert.Contains(findings, f => f.What.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_letter_that_cannot_be_written_is_found_before_anybody_waits_for_it()
    {
        var own = folder.In("templates");
        Copy(Templates, own);
        File.AppendAllText(Path.Combine(own, "letters", "nl", "acknowledgement.txt"), "\n{{ nothing.of.the.kind }}\n");

        var findings = await Checkup.Of(Config(own), default);

        Assert.Contains(findings, f => !f.IsFine && f.What.Contains("acknowledgement", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_wrong_configuration_each_fault_is_said_and_nothing_else()
    {
        var findings = await Checkup.Of(
            Config(Templates, t => t.Replace("\"CasePrefix\"", "\"CasePrefx\"", StringComparison.Ordinal)),
            default
        );

        Assert.All(findings, f => Assert.False(f.IsFine));
        Assert.Contains(findings, f => f.What.Contains("CasePrefx", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_password_is_said_once_with_its_key_and_all_else_is_looked_at()
    {
        var config = Config(Templates);
        var keys = System.Text.Json.Nodes.JsonNode.Parse(
            await File.ReadAllTextAsync(config),
            documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip }
        )!;
        keys["Organisations"]![0]!["Sender"] = new System.Text.Json.Nodes.JsonObject
        {
            ["Kind"] = "Smtp",
            ["Host"] = "127.0.0.1",
            ["User"] = "klachten",
            ["PasswordFile"] = "nope",
        };
        await File.WriteAllTextAsync(config, keys.ToJsonString());

        var findings = await Checkup.Of(config, default);

        var fault = Assert.Single(findings, f => !f.IsFine);
        Assert.Contains("Organisations:0:Sender:PasswordFile: there is no", fault.What, StringComparison.Ordinal);
        Assert.Contains(findings, f => f.What.Contains("mails in it", StringComparison.Ordinal));
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }
    }
}
