using ComplaintMailer.ServerTests.Servers;

namespace ComplaintMailer.ServerTests.Working;

[Collection(WithMailServers.Name)]
public sealed class SetupTests(MailServers servers) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("complaintmailer-setup-").FullName;

    private string Config => Path.Combine(folder, "appsettings.json");

    private string[] Flags(string address, params string[] more)
    {
        var password = Path.Combine(folder, "password");
        File.WriteAllText(password, MailServers.Password + "\n");
        return
        [
            "setup",
            "--config",
            Config,
            "--name",
            "Wijkz",
            "--regulation",
            "xtra",
            "--address",
            address,
            "--mailbox",
            $"imaps://localhost:{servers.Imaps}",
            "--sender",
            $"smtp://localhost:{servers.Submission}",
            "--password-file",
            password,
            "--certificates",
            servers.In("cert.pem"),
            "--coordinator",
            "Ann de Wit <ann@wijkz.example>",
            "--director",
            "Bob <bob@wijkz.example>",
            "--location",
            "De Brug",
            "--service",
            "social-work",
            .. more,
        ];
    }

    [Fact]
    public async Task A_test_complaint_goes_all_the_way_by_the_real_servers_and_leaves_no_trace_in_the_register()
    {
        var address = servers.AddPerson();
        servers.Put(address, [RealWorkplace.Complaint("sanne@gezin.example", "Wacht al", "wacht")]);

        var (code, said) = await TheProgram.Run(Flags(address));

        Assert.True(code == 0, said);
        Assert.Contains($"✓ test complaint: sent to {address}, and in after", said, StringComparison.Ordinal);
        Assert.Contains(
            "✓ answer: out by the sender of the configuration, and in again",
            said,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Subject: [WIJ-2026-0001] We hebben uw klacht ontvangen",
            Undated(said),
            StringComparison.Ordinal
        );
        Assert.Contains("Ann de Wit would get:", said, StringComparison.Ordinal);
        // The two test mails are put away; the complaint that waited there still waits.
        Assert.Equal((1, 2), (servers.Count(address, "INBOX"), servers.Count(address, "Processed")));

        var (_, list) = await TheProgram.Run("case", "list", "--config", Config);
        Assert.DoesNotContain("WIJ-", list, StringComparison.Ordinal);
        var (_, once) = await TheProgram.Run("run", "--once", "--config", Config);
        Assert.StartsWith("1 in", once, StringComparison.Ordinal);
        (_, list) = await TheProgram.Run("case", "list", "--config", Config);
        // The first complaint gets the first number.
        Assert.Contains("WIJ-2026-0001", Undated(list), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_server_is_told_and_the_worker_is_still_tried()
    {
        var flags = Flags(servers.AddPerson());
        flags[Array.IndexOf(flags, "--sender") + 1] = $"smtps://localhost:{servers.Submission}";

        var (code, said) = await TheProgram.Run(flags);

        Assert.Equal(1, code);
        Assert.Contains("✗ wijkz: Sender:", said, StringComparison.Ordinal);
        Assert.Contains("We hebben uw klacht ontvangen", said, StringComparison.Ordinal);
        Assert.Contains("--only-try", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_drops_plus_addresses_is_found_out()
    {
        // Mail for one person reaches nobody when the address has a plus and a token in it.
        var flags = Flags(servers.AddPersonWithoutPlus(), "--wait", "5");

        var (code, said) = await TheProgram.Run(flags);

        Assert.Equal(1, code);
        Assert.Contains("✓ test complaint", said, StringComparison.Ordinal);
        Assert.Contains("set \"Subaddressing\": false", said, StringComparison.Ordinal);
    }

    /// <summary>The year is the one in which the test runs.</summary>
    private static string Undated(string text) =>
        text.Replace($"WIJ-{DateTime.UtcNow.Year}-", "WIJ-2026-", StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
