using System.Text;
using ComplaintMailer.Mail.Imap;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Tests.Mail.Net;

namespace ComplaintMailer.Tests.Mail.Imap;

/// <summary>What goes over the wire, where only a server of our own can show it.</summary>
public sealed class ImapTalkTests
{
    private readonly List<string> heard = [];

    [Fact]
    public async Task A_wait_for_mail_is_begun_anew_before_routers_and_servers_take_it_for_dead()
    {
        var clock = new ManualClock();
        var idles = new List<DateTimeOffset>();
        var isIdling = false;
        await using var server = new ScriptedServer(
            async (peer, _) =>
            {
                await Serve(
                    peer,
                    "IDLE",
                    async (tag, _) =>
                    {
                        idles.Add(clock.GetUtcNow());
                        await peer.Say("+ idling\r\n");
                        isIdling = true;
                        Assert.Equal("DONE", await peer.Hear());
                        isIdling = false;
                        await peer.Say($"{tag} OK done\r\n");
                    }
                );
            }
        );
        // Time goes by here faster than answers do.
        await using var mailbox = Mailbox(server.Options(clock) with { AnswerTimeout = TimeSpan.FromHours(10) });

        var wait = mailbox.WaitForMail(TimeSpan.FromHours(2), default);
        for (var minute = 0; minute < 400 && !wait.IsCompleted; minute++)
        {
            // Time stands still while the two are talking, however long a busy machine takes over it.
            for (var look = 0; look < 4000 && !wait.IsCompleted && IsTalking(); look++)
                await Task.WhenAny(wait, Task.Delay(5));
            await Task.WhenAny(wait, Task.Delay(5));
            clock.Advance(TimeSpan.FromSeconds(30));
        }

        bool IsTalking() => !Volatile.Read(ref isIdling) || clock.GetUtcNow() - idles[^1] > TimeSpan.FromMinutes(25.5);

        // Nobody told of mail, and somebody would have.
        Assert.False(await wait);
        Assert.Equal(1, server.Connections);
        Assert.InRange(idles.Count, 4, 7);
        Assert.All(
            idles.Zip(idles.Skip(1), (one, next) => next - one),
            pause => Assert.InRange(pause, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(29))
        );
    }

    [Fact]
    public async Task Where_the_server_can_not_tell_of_mail_somebody_looks_after_a_minute()
    {
        var clock = new ManualClock();
        await using var server = new ScriptedServer((peer, _) => Serve(peer, "MOVE"));
        await using var mailbox = Mailbox(server.Options(clock));
        var began = clock.GetUtcNow();

        var wait = mailbox.WaitForMail(TimeSpan.FromHours(2), default);
        await clock.Until(wait);

        Assert.True(await wait);
        Assert.InRange(clock.GetUtcNow() - began, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(120));
    }

    [Fact]
    public async Task Mail_that_came_while_the_connection_was_gone_is_looked_for()
    {
        await using var server = new ScriptedServer((peer, _) => Serve(peer, "IDLE", exists: 1));
        await using var mailbox = Mailbox(server.Options());

        Assert.True(await mailbox.WaitForMail(TimeSpan.FromHours(2), default).WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task A_server_that_counts_changes_is_not_searched_again_while_nothing_has_changed()
    {
        var changes = new[] { 90060115194045000UL, 90060115194045000UL, 90060115194045001UL };
        // It hangs up after each poll: the next must open the folder again.
        await using var server = new ScriptedServer(
            (peer, number) => Serve(peer, "CONDSTORE", modseq: changes[Math.Min(number, 2)], hangsUp: true)
        );
        await using var mailbox = Mailbox(server.Options());

        for (var poll = 0; poll < 3; poll++)
            await foreach (var item in mailbox.List(new MailboxMark(7, 5), default))
                Assert.Fail(item.Id);

        Assert.Equal(3, heard.Count(h => h.EndsWith(" (CONDSTORE)", StringComparison.Ordinal)));
        Assert.Equal(2, heard.Count(h => h.StartsWith("UID SEARCH", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("LITERAL-", 4000, "{4000+}")]
    [InlineData("LITERAL-", 5000, "{5000}")]
    [InlineData("LITERAL+", 5000, "{5000+}")]
    [InlineData("ID", 400, "{400}")]
    public async Task A_mail_is_sent_unasked_only_to_a_server_that_takes_so_much_unasked(
        string capability,
        int size,
        string announced
    )
    {
        await using var server = new ScriptedServer((peer, _) => Serve(peer, capability));
        await using var mailbox = new ImapMailbox(
            new ImapMailboxOptions(server.Options(), new ServerLogin.Password("klachten", "geheim")) { Sent = "Sent" }
        );
        var mail = Encoding.ASCII.GetBytes(new string('x', size - 2) + "\r\n");

        await mailbox.KeepSent(mail, default);

        var append = Assert.Single(heard, h => h.StartsWith("APPEND", StringComparison.Ordinal));
        Assert.EndsWith(announced, append, StringComparison.Ordinal);
    }

    private static ImapMailbox Mailbox(ServerOptions server) =>
        new(new ImapMailboxOptions(server, new ServerLogin.Password("klachten", "geheim")));

    /// <summary>An empty mailbox with little more than a mailbox needs.</summary>
    private async Task Serve(
        ScriptedServer.Peer peer,
        string capability,
        Func<string, string, Task>? idle = null,
        int exists = 0,
        ulong modseq = 0,
        bool hangsUp = false
    )
    {
        await peer.Say($"* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR {capability}] hello\r\n");
        while (true)
        {
            var line = await peer.Hear();
            var tag = line.Split(' ')[0];
            var command = line[(tag.Length + 1)..];
            // What is asked when the folder is open already comes with a new poll.
            if (hangsUp && command == "NOOP")
                return;
            heard.Add(command);
            if (command == "IDLE" && idle is not null)
            {
                await idle(tag, command);
                continue;
            }
            if (command.StartsWith("SELECT", StringComparison.Ordinal))
                await peer.Say(
                    $"* {exists} EXISTS\r\n* OK [UIDVALIDITY 7] fine\r\n* OK [UIDNEXT 6] fine\r\n"
                        + (modseq > 0 ? $"* OK [HIGHESTMODSEQ {modseq}] fine\r\n" : "")
                );
            else if (command == "CAPABILITY")
                await peer.Say($"* CAPABILITY IMAP4rev1 {capability}\r\n");
            else if (command.StartsWith("LIST", StringComparison.Ordinal))
                await peer.Say("* LIST () \"/\" INBOX\r\n* LIST () \"/\" Sent\r\n");
            else if (command.StartsWith("UID SEARCH", StringComparison.Ordinal))
                await peer.Say("* SEARCH\r\n");
            else if (command.StartsWith("APPEND", StringComparison.Ordinal))
            {
                if (!command.EndsWith("+}", StringComparison.Ordinal))
                    await peer.Say("+ go ahead\r\n");
                await peer.Hear();
                await peer.Hear();
            }
            await peer.Say($"{tag} OK done\r\n");
        }
    }
}
