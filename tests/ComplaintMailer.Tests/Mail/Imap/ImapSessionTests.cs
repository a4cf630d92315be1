using System.Text;
using ComplaintMailer.Mail.Imap;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Mail.Net.Tokens;
using ComplaintMailer.Tests.Mail.Net;

namespace ComplaintMailer.Tests.Mail.Imap;

/// <summary>What may happen between a mailbox and its server from the first word to the last.</summary>
public sealed class ImapSessionTests
{
    [Fact]
    public async Task A_goodbye_at_any_moment_is_said_and_the_next_poll_works()
    {
        // As many commands as a poll that finds, opens and files a mail takes, and some.
        for (var moment = 0; moment < 12; moment++)
        {
            var (count, isOver) = (0, false);
            var small = new SmallImapServer
            {
                Mails = 1,
                Capabilities = "AUTH=PLAIN SASL-IR MOVE IDLE ID NAMESPACE",
                Instead = async (peer, _, _) =>
                {
                    if (isOver || count++ != moment)
                        return false;
                    isOver = true;
                    await peer.Say("* BYE going down for maintenance\r\n");
                    peer.Reset();
                    return true;
                },
            };
            await using var server = new ScriptedServer((peer, _) => small.Serve(peer));
            await using var mailbox = new ImapMailbox(SmallImapServer.Options(server.Options()));

            var trouble = await Trouble(() => Poll(mailbox));
            if (trouble is not null)
                Assert.Contains(trouble.Trouble, new[] { ServerTrouble.Lost, ServerTrouble.Unreachable });

            Assert.Null(await Trouble(() => Poll(mailbox)));
            Assert.Contains("UID MOVE 1 \"Processed\"", small.Heard);
        }
    }

    [Fact]
    public async Task A_line_that_died_unnoticed_while_we_listened_is_found_out_and_the_mailbox_is_looked_into()
    {
        var clock = new ManualClock();
        var isIdling = false;
        var small = new SmallImapServer
        {
            Capabilities = "AUTH=PLAIN SASL-IR IDLE",
            Instead = async (peer, _, command) =>
            {
                if (command != "IDLE")
                    return false;
                await peer.Say("+ idling\r\n");
                Volatile.Write(ref isIdling, true);
                // From here on nothing comes through any more, and nobody says so.
                await peer.Silence();
                return true;
            },
        };
        await using var server = new ScriptedServer((peer, _) => small.Serve(peer));
        await using var mailbox = new ImapMailbox(SmallImapServer.Options(server.Options(clock)));
        var began = clock.GetUtcNow();

        var wait = mailbox.WaitForMail(TimeSpan.FromHours(2), default);
        await Until(() => Volatile.Read(ref isIdling));
        for (var step = 0; step < 200 && !wait.IsCompleted; step++)
        {
            await Task.WhenAny(wait, Task.Delay(3));
            clock.Advance(TimeSpan.FromSeconds(20));
        }

        Assert.True(await wait);
        Assert.InRange(clock.GetUtcNow() - began, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(30));
        Assert.Empty(await List(mailbox));
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task Where_all_folders_live_under_the_inbox_ours_are_made_there_and_the_server_hears_who_we_are()
    {
        var small = new SmallImapServer
        {
            Mails = 1,
            Capabilities = "AUTH=PLAIN SASL-IR MOVE ID NAMESPACE",
            Delimiter = ".",
            Namespace = "((\"INBOX.\" \".\")) NIL ((\"INBOX.Shared.\" \".\"))",
        };
        await using var server = new ScriptedServer((peer, _) => small.Serve(peer));
        await using var mailbox = new ImapMailbox(
            SmallImapServer.Options(server.Options()) with
            {
                Processed = "Klachten/Verwerkt",
            }
        );

        await Poll(mailbox);

        Assert.Contains("ID (\"name\" \"ComplaintMailer\")", small.Heard);
        Assert.Contains("CREATE \"INBOX.Klachten.Verwerkt\"", small.Heard);
        Assert.Contains("UID MOVE 1 \"INBOX.Klachten.Verwerkt\"", small.Heard);
    }

    [Fact]
    public async Task Mails_that_are_numbered_anew_in_the_middle_of_a_listing_are_not_taken_for_one_another()
    {
        var small = new SmallImapServer { Mails = 4, Mail = uid => $"Subject: before {uid}\r\n\r\n" };
        ScriptedServer.Peer? talk = null;
        await using var server = new ScriptedServer(
            (peer, _) =>
            {
                talk = peer;
                return small.Serve(peer);
            }
        );
        await using var mailbox = new ImapMailbox(SmallImapServer.Options(server.Options()) with { BatchMails = 1 });
        var items = await List(mailbox);
        Assert.Equal("Subject: before 1\r\n\r\n", await Text(items[0]));

        // The server comes back from a backup, and behind the same numbers lie other mails.
        small.Validity = 8;
        small.Mail = uid => $"Subject: after {uid}\r\n\r\n";
        talk!.Reset();
        var came = new List<string>();
        foreach (var item in items.Skip(1))
            if (await Trouble(async () => came.Add(await Text(item))) is { } trouble)
                Assert.Equal(ServerTrouble.Lost, trouble.Trouble);
        // What was registered of the old ones is filed nowhere: it would be another mail.
        await mailbox.File(items[0], MailboxFolder.Processed, default);

        Assert.DoesNotContain(came, text => text.Contains("after", StringComparison.Ordinal));
        var again = await List(mailbox);
        Assert.Equal(["8/1", "8/2", "8/3", "8/4"], again.Select(i => i.Id));
        Assert.Equal("Subject: after 1\r\n\r\n", await Text(again[0]));
        Assert.DoesNotContain(small.Heard, h => h.StartsWith("UID COPY 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_next_batch_is_under_way_while_the_mails_of_this_one_are_handled_and_no_further_one()
    {
        var small = new SmallImapServer { Mails = 12 };
        await using var server = new ScriptedServer((peer, _) => small.Serve(peer));
        await using var mailbox = new ImapMailbox(SmallImapServer.Options(server.Options()) with { BatchMails = 3 });
        var items = await List(mailbox);

        await items[0].Open(default);
        await Until(() => Bodies().Count == 2);
        Assert.Equal(["1:3", "4:6"], Bodies());

        await items[1].Open(default);
        await items[2].Open(default);
        Assert.Equal(2, Bodies().Count);
        await items[3].Open(default);
        await Until(() => Bodies().Count == 3);
        Assert.Equal(["1:3", "4:6", "7:9"], Bodies());

        List<string> Bodies()
        {
            lock (small.Heard)
                return
                [
                    .. small
                        .Heard.Where(h => h.EndsWith("(UID BODY.PEEK[])", StringComparison.Ordinal))
                        .Select(h => h.Split(' ')[2]),
                ];
        }
    }

    [Fact]
    public async Task Where_only_the_standards_way_for_tokens_is_offered_it_is_gone()
    {
        var small = new SmallImapServer { Capabilities = "AUTH=OAUTHBEARER SASL-IR" };
        await using var server = new ScriptedServer((peer, _) => small.Serve(peer));
        var options = server.Options();
        await using var mailbox = new ImapMailbox(SmallImapServer.Options(options, new OneToken()));

        await mailbox.Check(default);

        var login = Assert.Single(small.Heard, h => h.StartsWith("AUTHENTICATE", StringComparison.Ordinal)).Split(' ');
        Assert.Equal("OAUTHBEARER", login[1]);
        // RFC 7628 §4.1.
        Assert.Equal(
            $"n,a=klachten@wijkz.example,\u0001host=127.0.0.1\u0001port={options.Port}\u0001auth=Bearer token-1\u0001\u0001",
            Encoding.UTF8.GetString(Convert.FromBase64String(login[2]))
        );
    }

    internal sealed class OneToken : ITokenSource
    {
        public IReadOnlyList<Expiry> Expiries => [];

        public ValueTask<string> Get(bool anew, CancellationToken ct) => new("token-1");
    }

    /// <summary>What a worker does: list, open, file.</summary>
    private static async Task Poll(ImapMailbox mailbox)
    {
        foreach (var item in await List(mailbox))
        {
            await item.Open(default);
            await mailbox.File(item, MailboxFolder.Processed, default);
        }
        // What was filed goes out with the next look.
        await List(mailbox);
    }

    private static async Task<MailServerException?> Trouble(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (MailServerException e)
        {
            return e;
        }
    }

    private static async Task Until(Func<bool> isSo)
    {
        for (var look = 0; look < 2000 && !isSo(); look++)
            await Task.Delay(2);
    }

    private static async Task<string> Text(MailboxItem item) =>
        Encoding.UTF8.GetString((await item.Open(default)).Span);

    private static async Task<List<MailboxItem>> List(ImapMailbox mailbox)
    {
        var items = new List<MailboxItem>();
        await foreach (var item in mailbox.List(null, default))
            items.Add(item);
        return items;
    }
}
