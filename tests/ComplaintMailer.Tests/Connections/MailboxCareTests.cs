using ComplaintMailer.Configuration;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Pipeline;
using NodaTime;

namespace ComplaintMailer.Tests.Connections;

public sealed class MailboxCareTests : IDisposable
{
    private readonly Workplace place = new();
    private readonly Worker worker;
    private readonly Office office;

    public MailboxCareTests()
    {
        worker = new Worker(place.Settings);
        office = worker.Offices[0];
    }

    public void Dispose()
    {
        worker.Dispose();
        place.Dispose();
    }

    [Fact]
    public async Task A_mailbox_that_fails_for_a_quarter_of_an_hour_alarms_once_and_its_recovery_is_told()
    {
        Break();
        await Poll(0);
        await Poll(14);
        Assert.Empty(await Letters(14));
        for (var minutes = 15; minutes < 200; minutes += 5)
            await Poll(minutes);

        var alarm = Assert.Single(await Letters(200));
        Assert.Contains("de mailbox van Wijkz kan niet worden gelezen", alarm.Text, StringComparison.Ordinal);
        Assert.Contains("complaintmailer doctor", alarm.Text, StringComparison.Ordinal);

        Mend();
        await Poll(205);
        await Poll(206);
        Assert.Equal(["alarm", "recovered"], (await Letters(210)).Select(l => l.Header("X-ComplaintMailer-Letter")));
    }

    [Fact]
    public async Task A_hiccup_of_ten_minutes_tells_nobody_anything()
    {
        Break();
        await Poll(0);
        Mend();
        await Poll(10);
        Break();
        await Poll(16);
        Mend();
        await Poll(20);

        Assert.Empty(await Letters(30));
    }

    [Fact]
    public async Task Silence_is_an_alarm_whatever_the_cause()
    {
        worker.Care.ListenForSilence(office, At(0));
        await Poll(1);
        worker.Care.ListenForSilence(office, At(16));
        Assert.Empty(await Letters(16));

        worker.Care.ListenForSilence(office, At(17));
        worker.Care.ListenForSilence(office, At(18));

        Assert.Contains(
            "de mailbox van Wijkz kan niet worden gelezen",
            Assert.Single(await Letters(20)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_mailbox_that_was_never_read_alarms_too()
    {
        worker.Care.ListenForSilence(office, At(0));
        worker.Care.ListenForSilence(office, At(15));
        Assert.Empty(await Letters(15));

        worker.Care.ListenForSilence(office, At(16));

        Assert.Single(await Letters(16));
    }

    private static Instant At(int minutes) => Instant.FromUtc(2026, 11, 23, 8, 0) + Duration.FromMinutes(minutes);

    /// <summary>Where the mailbox was, there is a file now.</summary>
    private void Break()
    {
        Mend();
        Directory.Delete(Folder, recursive: true);
        File.WriteAllText(Folder, "");
    }

    private void Mend()
    {
        if (File.Exists(Folder))
            File.Delete(Folder);
        foreach (var part in new[] { "tmp", "new", "cur" })
            Directory.CreateDirectory(Path.Combine(Folder, part));
    }

    private async Task Poll(int minutes)
    {
        try
        {
            await worker.Poll(office, At(minutes), true, default);
        }
        catch (MailboxException) { }
    }

    private string Folder => office.Settings.Mailbox.Path!;

    private async Task<IReadOnlyList<ReadMail>> Letters(int minutes)
    {
        await worker.Send(office, At(minutes), default, default);
        return [.. place.Sent().Where(m => m.Header("X-ComplaintMailer-Letter") is "alarm" or "recovered")];
    }
}
