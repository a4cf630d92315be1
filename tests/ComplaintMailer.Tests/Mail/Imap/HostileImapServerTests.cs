using ComplaintMailer.Mail.Imap;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Tests.Mail.Net;

namespace ComplaintMailer.Tests.Mail.Imap;

public sealed class HostileImapServerTests
{
    private const string Greeting = "* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hello\r\n";

    /// <summary>Each is what the server does after a proper login, or before it, and how that must be understood.</summary>
    public static TheoryData<string, ServerTrouble> Follies =>
        new()
        {
            { "greets in HTTP", ServerTrouble.Nonsense },
            { "is too busy", ServerTrouble.Unreachable },
            { "says goodbye while searching", ServerTrouble.Lost },
            { "closes the connection", ServerTrouble.Lost },
            { "resets the connection", ServerTrouble.Lost },
            { "answers with another tag", ServerTrouble.Nonsense },
            { "promises a literal without end", ServerTrouble.Nonsense },
            { "breaks off within a literal", ServerTrouble.Lost },
            { "opens a thousand lists", ServerTrouble.Nonsense },
            { "finds mails without end", ServerTrouble.Nonsense },
            { "tells news without end", ServerTrouble.Nonsense },
            { "has no UIDVALIDITY", ServerTrouble.Nonsense },
            { "speaks in zeros", ServerTrouble.Nonsense },
        };

    [Theory]
    [MemberData(nameof(Follies))]
    public async Task Whatever_the_server_does_the_trouble_is_named_and_the_next_poll_works(
        string folly,
        ServerTrouble trouble
    )
    {
        await using var server = new ScriptedServer(
            (peer, number) => number == 0 ? Fool(peer, folly) : WellBehaved(peer)
        );
        await using var mailbox = Mailbox(server.Options());

        var e = await Assert.ThrowsAsync<MailServerException>(() => List(mailbox));

        Assert.Equal(trouble, e.Trouble);
        Assert.StartsWith("127.0.0.1:", e.Message, StringComparison.Ordinal);
        Assert.InRange(e.Message.Length, 10, 500);
        Assert.Equal(["7/1", "7/2"], (await List(mailbox)).Select(i => i.Id));
    }

    [Theory]
    [InlineData("never greets")]
    [InlineData("drips a byte now and then")]
    [InlineData("falls silent while searching")]
    [InlineData("keeps telling that it is still there")]
    public async Task A_server_that_takes_for_ever_is_left_and_the_next_poll_works(string folly)
    {
        var clock = new ManualClock();
        await using var server = new ScriptedServer(
            (peer, number) => number == 0 ? Dawdle(peer, folly, clock) : WellBehaved(peer)
        );
        await using var mailbox = Mailbox(server.Options(clock));

        var listing = List(mailbox);
        await clock.Until(listing);

        var e = await Assert.ThrowsAsync<MailServerException>(() => listing);
        Assert.Equal(ServerTrouble.TooSlow, e.Trouble);
        Assert.Equal(2, (await List(mailbox)).Count);
    }

    [Fact]
    public async Task A_mail_that_breaks_every_talk_is_left_for_a_person_and_the_others_come_through()
    {
        // Its second mail makes this server fall over, whenever it is asked for.
        await using var server = new ScriptedServer((peer, _) => WellBehaved(peer, breaksOn: "2"));
        await using var mailbox = Mailbox(server.Options());

        // The first round meets it, the second knows it.
        var came = new List<string>();
        for (var round = 0; round < 3; round++)
            foreach (var item in await List(mailbox))
                try
                {
                    came.Add($"{round} {item.Id} {(await item.Open(default)).Length}");
                }
                catch (MailUnreadableException)
                {
                    came.Add($"{round} {item.Id} unreadable");
                }
                catch (MailServerException)
                {
                    came.Add($"{round} {item.Id} broke");
                    break;
                }

        Assert.Equal(["0 7/1 10", "0 7/2 broke", "1 7/1 10", "1 7/2 unreadable", "2 7/1 10", "2 7/2 unreadable"], came);
    }

    [Fact]
    public async Task Words_slipped_in_before_TLS_are_not_taken_for_words_within_it()
    {
        await using var server = new ScriptedServer(
            async (peer, _) =>
            {
                await peer.Say("* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN] hello\r\n");
                var tag = (await peer.Hear()).Split(' ')[0];
                await peer.Say($"{tag} OK go ahead\r\n* OK slipped in\r\n");
                await peer.Silence();
            }
        );
        await using var mailbox = Mailbox(server.Options(security: ServerSecurity.StartTls));

        var e = await Assert.ThrowsAsync<MailServerException>(() => List(mailbox));

        Assert.Equal(ServerTrouble.Nonsense, e.Trouble);
    }

    [Theory]
    [InlineData("* PREAUTH [CAPABILITY IMAP4rev1] welcome\r\n")]
    [InlineData("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] hello\r\n")]
    public async Task A_server_that_would_keep_us_from_TLS_hears_no_password(string greeting)
    {
        ScriptedServer.Peer? talk = null;
        await using var server = new ScriptedServer(
            async (peer, _) =>
            {
                talk = peer;
                await peer.Say(greeting);
                await peer.Hear();
            }
        );
        await using var mailbox = Mailbox(server.Options(security: ServerSecurity.StartTls));

        var e = await Assert.ThrowsAsync<MailServerException>(() => List(mailbox));

        Assert.Equal(ServerTrouble.Login, e.Trouble);
        Assert.DoesNotContain(talk!.Heard, l => l.Contains("AUTH", StringComparison.Ordinal));
    }

    private static async Task Fool(ScriptedServer.Peer peer, string folly)
    {
        if (folly == "greets in HTTP")
        {
            await peer.Say("HTTP/1.1 400 Bad Request\r\n\r\n");
            return;
        }
        if (folly == "is too busy")
        {
            await peer.Say("* BYE too many connections\r\n");
            return;
        }
        var tag = await LogIn(peer);
        if (folly == "has no UIDVALIDITY")
        {
            await peer.Say($"* 2 EXISTS\r\n{tag} OK [READ-WRITE] selected\r\n");
            await peer.Silence();
        }
        await peer.Say($"* 2 EXISTS\r\n* OK [UIDVALIDITY 7] fine\r\n{tag} OK [READ-WRITE] selected\r\n");
        tag = (await peer.Hear()).Split(' ')[0];
        switch (folly)
        {
            case "says goodbye while searching":
                await peer.Say("* BYE the disk is full\r\n");
                break;
            case "resets the connection":
                peer.Reset();
                break;
            case "answers with another tag":
                await peer.Say("x99 OK done\r\n");
                break;
            case "promises a literal without end":
                await peer.Say("* 1 FETCH (UID 1 BODY[] {99999999999999999}\r\n");
                break;
            case "breaks off within a literal":
                await peer.Say("* 1 FETCH (UID 1 BODY[] {1000}\r\nhardly anything");
                break;
            case "opens a thousand lists":
                await peer.Say($"* SEARCH {new string('(', 1000)}\r\n{tag} OK done\r\n");
                break;
            case "finds mails without end":
                await peer.Say($"* ESEARCH (TAG \"{tag}\") UID ALL 1:4294967295\r\n{tag} OK done\r\n");
                break;
            case "tells news without end":
                var news = string.Concat(Enumerable.Repeat("* 3 EXISTS\r\n", 10_000));
                for (var i = 0; i < 1000; i++)
                    await peer.Say(news);
                break;
            case "speaks in zeros":
                await peer.Say(new string('\0', 9 << 20));
                break;
        }
        if (folly is not ("closes the connection" or "breaks off within a literal"))
            await peer.Silence();
    }

    private static async Task Dawdle(ScriptedServer.Peer peer, string folly, ManualClock clock)
    {
        if (folly == "never greets")
            await peer.Silence();
        await LogIn(peer);
        if (folly == "falls silent while searching")
            await peer.Silence();
        for (var i = 0; i < 100_000; i++)
        {
            await peer.Say(folly.StartsWith("drips", StringComparison.Ordinal) ? " " : "* OK still here\r\n");
            clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }
    }

    private static async Task<string> LogIn(ScriptedServer.Peer peer)
    {
        await peer.Say(Greeting);
        while (true)
        {
            var words = (await peer.Hear()).Split(' ');
            if (words[1] == "SELECT")
                return words[0];
            await peer.Say($"{words[0]} OK done\r\n");
        }
    }

    /// <summary>Two mails of ten bytes, and all that a mailbox needs to find them.</summary>
    private static async Task WellBehaved(ScriptedServer.Peer peer, string breaksOn = "none")
    {
        await peer.Say(Greeting);
        while (true)
        {
            var line = await peer.Hear();
            var tag = line.Split(' ')[0];
            var command = line[(tag.Length + 1)..];
            if (command.StartsWith("SELECT", StringComparison.Ordinal))
                await peer.Say("* 2 EXISTS\r\n* OK [UIDVALIDITY 7] fine\r\n");
            else if (command.StartsWith("UID SEARCH", StringComparison.Ordinal))
                await peer.Say("* SEARCH 1 2\r\n");
            else if (command.Contains("INTERNALDATE", StringComparison.Ordinal))
                await peer.Say(
                    "* 1 FETCH (UID 1 INTERNALDATE \" 7-Feb-2026 22:43:04 +0100\" RFC822.SIZE 10)\r\n"
                        + "* 2 FETCH (UID 2 INTERNALDATE \"17-Jul-2026 02:44:25 -0700\" RFC822.SIZE 10)\r\n"
                );
            else if (command.StartsWith("UID FETCH", StringComparison.Ordinal))
            {
                var uids = command.Split(' ')[2];
                foreach (var uid in uids == "1:2" ? ["1", "2"] : new[] { uids })
                {
                    if (uid == breaksOn)
                    {
                        peer.Reset();
                        return;
                    }
                    await peer.Say($"* {uid} FETCH (UID {uid} BODY[] {{10}}\r\n0123456789)\r\n");
                }
            }
            await peer.Say($"{tag} OK done\r\n");
        }
    }

    private static ImapMailbox Mailbox(ServerOptions server) =>
        new(new ImapMailboxOptions(server, new ServerLogin.Password("klachten", "geheim")));

    private static async Task<List<MailboxItem>> List(ImapMailbox mailbox)
    {
        var items = new List<MailboxItem>();
        await foreach (var item in mailbox.List(null, default))
            items.Add(item);
        return items;
    }
}
