using System.Collections;
using ComplaintMailer.Configuration;
using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Scenarios;
using NodaTime;

namespace ComplaintMailer.Tests.Schedules;

public sealed class RehearsalTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("complaintmailer-").FullName;

    [Fact]
    public async Task A_rehearsal_shows_the_letters_and_leaves_everything_as_it_was()
    {
        var config = Path.Combine(folder, "appsettings.json");
        await File.WriteAllTextAsync(
            config,
            ScenarioOffices.Configuration(Path.Combine(AppContext.BaseDirectory, "templates"))
        );
        var settings = SettingsReader.Load(config, new Hashtable());
        var inbox = Path.Combine(folder, "mail", "mik", "new");
        Directory.CreateDirectory(inbox);
        Directory.CreateDirectory(Path.Combine(folder, "mail", "mik", "cur"));
        Directory.CreateDirectory(Path.Combine(folder, "mail", "mik", "tmp"));
        var mail = Path.Combine(inbox, "1.test");
        await File.WriteAllTextAsync(
            mail,
            "From: Eva <eva@gezin.example>\r\nTo: klachten@mik.example\r\nSubject: klacht\r\nMessage-ID: <1@x>\r\n\r\nDe Vlinder was dicht. Ik wil bericht.\r\n"
        );
        var copies = Directory.CreateDirectory(Path.Combine(folder, "copies")).FullName;
        var letters = new List<ReadOnlyMemory<byte>>();

        using (var worker = new Worker(Rehearsal.On(settings, copies), rehearsed: letters))
            await worker.Once(Instant.FromUtc(2026, 11, 23, 9, 0), true, CancellationToken.None);

        Assert.Contains(
            letters,
            l => System.Text.Encoding.UTF8.GetString(l.Span).Contains("acknowledgement", StringComparison.Ordinal)
        );
        Assert.True(File.Exists(mail), "The mail was moved.");
        Assert.False(Directory.Exists(Path.Combine(folder, "mail", "out")), "A letter was sent.");
        Assert.False(File.Exists(settings.Data.Path), "The register was changed.");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
