using System.Text;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Mail.Net.Tokens;
using ComplaintMailer.Mail.Sending;
using ComplaintMailer.Mail.Smtp;
using ComplaintMailer.Tests.Mail.Net;

namespace ComplaintMailer.Tests.Mail.Smtp;

public sealed class HostileSmtpServerTests
{
    private static readonly byte[] Mail = Encoding.ASCII.GetBytes("Subject: x\r\n\r\n.dot\r\nEinde\r\n");
    private static readonly MailEnvelope Envelope = new("b@wijkz.example", "ouder@gezin.example", "W=1+2");

    [Fact]
    public async Task A_server_that_can_everything_is_told_size_report_wishes_and_an_encoded_id_in_one_go()
    {
        ScriptedServer.Peer? talk = null;
        await using var server = new ScriptedServer(
            (peer, _) =>
            {
                talk = peer;
                return Good(peer, "PIPELINING", "SIZE 1000", "DSN", "8BITMIME");
            }
        );
        await using var sender = Sender(server.Options());

        Assert.IsType<SendResult.Accepted>(await sender.Send(Envelope, Mail, default));

        Assert.Equal(
            [
                "MAIL FROM:<b@wijkz.example> SIZE=27 RET=HDRS ENVID=W+3D1+2B2",
                "RCPT TO:<ouder@gezin.example> NOTIFY=FAILURE,DELAY ORCPT=rfc822;ouder@gezin.example",
                "DATA",
                "Subject: x",
                "",
                "..dot",
                "Einde",
                ".",
            ],
            talk!.Heard.Skip(1)
        );
    }

    [Theory]
    [InlineData("AUTH LOGIN XOAUTH2", "XOAUTH2", "user=klachten@wijkz.example\u0001auth=Bearer {0}\u0001\u0001")]
    [InlineData(
        "AUTH PLAIN OAUTHBEARER",
        "OAUTHBEARER",
        "n,a=klachten@wijkz.example,\u0001host=127.0.0.1\u0001port={1}\u0001auth=Bearer {0}\u0001\u0001"
    )]
    public async Task Whoever_has_a_token_logs_in_with_it_and_with_a_new_one_when_that_was_withdrawn(
        string offer,
        string mechanism,
        string said
    )
    {
        var tried = new List<string>();
        await using var server = new ScriptedServer(
            async (peer, _) =>
            {
                await Hello(peer, "PIPELINING", offer);
                while (true)
                {
                    var words = (await peer.Hear()).Split(' ');
                    Assert.Equal(["AUTH", mechanism], words[..2]);
                    tried.Add(Encoding.UTF8.GetString(Convert.FromBase64String(words[2])));
                    if (tried.Count > 1)
                        break;
                    await peer.Say("334 eyJzdGF0dXMiOiI0MDEifQ==\r\n");
                    await peer.Hear();
                    await peer.Say("535 5.7.3 no\r\n");
                }
                await peer.Say("235 2.7.0 welcome\r\n");
                await Letters(peer, int.MaxValue);
            }
        );
        var options = server.Options();
        var login = new ServerLogin.OAuth2("klachten@wijkz.example", new Tokens());
        await using var sender = new SmtpSender(new SmtpSenderOptions(options, login));

        Assert.IsType<SendResult.Accepted>(await sender.Send(Envelope, Mail, default));

        Assert.Equal(
            new[] { "old", "new" }.Select(token =>
                said.Replace("{0}", token, StringComparison.Ordinal)
                    .Replace("{1}", $"{options.Port}", StringComparison.Ordinal)
            ),
            tried
        );
    }

    private sealed class Tokens : ITokenSource
    {
        public IReadOnlyList<Expiry> Expiries => [];

        public ValueTask<string> Get(bool anew, CancellationToken ct) => new(anew ? "new" : "old");
    }

    [Fact]
    public async Task A_server_of_long_ago_is_spoken_to_as_it_was_then()
    {
        await using var server = new ScriptedServer(
            async (peer, _) =>
            {
                await peer.Say("220 old\r\n");
                Assert.StartsWith("EHLO ", await peer.Hear(), StringComparison.Ordinal);
                await peer.Say("500 what?\r\n");
                Assert.StartsWith("HELO ", await peer.Hear(), StringComparison.Ordinal);
                await peer.Say("250 old\r\n");
                foreach (
                    var expected in new[] { "MAIL FROM:<b@wijkz.example>", "RCPT TO:<ouder@gezin.example>", "DATA" }
                )
                {
                    Assert.Equal(expected, await peer.Hear());
                    await peer.Say(expected == "DATA" ? "354 go\r\n" : "250 ok\r\n");
                }
                while (await peer.Hear() != ".") { }
                await peer.Say("250 taken\r\n");
            }
        );
        await using var sender = Sender(server.Options());

        Assert.IsType<SendResult.Accepted>(await sender.Send(Envelope, Mail, default));
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n", "answers in no SMTP")]
    [InlineData("554 5.7.1 go away\r\n", "turns us away: 554 5.7.1 go away")]
    [InlineData("421 too busy\r\n", "turns us away: 421 too busy")]
    [InlineData("", "closed the connection")]
    public async Task Trouble_with_the_server_itself_makes_a_letter_wait(string greeting, string reason)
    {
        await using var server = new ScriptedServer((peer, _) => peer.Say(greeting));
        await using var sender = Sender(server.Options());

        var result = await sender.Send(Envelope, Mail, default);

        Assert.Contains(reason, Assert.IsType<SendResult.Later>(result).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_never_ends_its_answer_or_never_answers_is_left()
    {
        var clock = new ManualClock();
        await using var endless = new ScriptedServer(
            async (peer, _) =>
            {
                while (true)
                    await peer.Say("220-and another thing\r\n");
            }
        );
        await using var silent = new ScriptedServer((peer, _) => peer.Silence());
        await using var one = Sender(endless.Options());
        await using var other = Sender(silent.Options(clock));

        var result = await one.Send(Envelope, Mail, default);
        Assert.Contains("does not stop", Assert.IsType<SendResult.Later>(result).Reason, StringComparison.Ordinal);

        var waiting = other.Send(Envelope, Mail, default);
        await clock.Until(waiting);
        Assert.Contains("60 seconds", Assert.IsType<SendResult.Later>(await waiting).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_answer_to_a_whole_mail_does_not_come_it_is_said_that_it_may_have_been_taken()
    {
        await using var server = new ScriptedServer(
            async (peer, _) =>
            {
                await Hello(peer);
                foreach (var answer in new[] { "250 ok", "250 ok", "354 go" })
                {
                    await peer.Hear();
                    await peer.Say(answer + "\r\n");
                }
                while (await peer.Hear() != ".") { }
            }
        );
        await using var sender = Sender(server.Options());

        var result = await sender.Send(Envelope, Mail, default);

        Assert.Contains(
            "may have taken the mail",
            Assert.IsType<SendResult.Later>(result).Reason,
            StringComparison.Ordinal
        );
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_connection_that_was_closed_while_it_lay_idle_costs_no_letter()
    {
        await using var server = new ScriptedServer((peer, _) => Good(peer, mailsMost: 1));
        await using var sender = Sender(server.Options());

        Assert.IsType<SendResult.Accepted>(await sender.Send(Envelope, Mail, default));
        Assert.IsType<SendResult.Accepted>(await sender.Send(Envelope, Mail, default));

        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task A_server_that_refuses_our_sender_address_makes_letters_wait_and_not_fail()
    {
        await using var server = new ScriptedServer(
            async (peer, _) =>
            {
                await Hello(peer);
                await peer.Hear();
                await peer.Say("550 5.7.60 you may not send as this sender\r\n");
                await peer.Hear();
                await peer.Say("250 ok\r\n");
            }
        );
        await using var sender = Sender(server.Options());

        var result = await sender.Send(Envelope, Mail, default);

        Assert.Contains("our sender address", Assert.IsType<SendResult.Later>(result).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("553 5.7.1 <a@b>: Sender address rejected: not owned by user klachten")]
    [InlineData("550 5.1.8 Access denied, bad outbound sender")]
    [InlineData("554 5.7.1 <eva@gezin.example>: Relay access denied")]
    public async Task A_server_that_refuses_our_sender_only_when_it_hears_the_recipient_makes_letters_wait_too(
        string answer
    )
    {
        await using var server = new ScriptedServer(
            async (peer, _) =>
            {
                await Hello(peer);
                await peer.Hear();
                await peer.Say("250 ok\r\n");
                await peer.Hear();
                await peer.Say(answer + "\r\n");
                await peer.Hear();
                await peer.Say("250 ok\r\n");
            }
        );
        await using var sender = Sender(server.Options());

        var result = Assert.IsType<SendResult.Later>(await sender.Send(Envelope, Mail, default));

        Assert.True(result.OfServer);
        Assert.Contains("our sender address", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_refuses_our_sender_when_it_has_the_whole_mail_makes_letters_wait_too()
    {
        await using var server = new ScriptedServer(
            async (peer, _) =>
            {
                await Hello(peer);
                foreach (var say in new[] { "250 ok", "250 ok", "354 go" })
                {
                    await peer.Hear();
                    await peer.Say(say + "\r\n");
                }
                while (await peer.Hear() != ".") { }
                await peer.Say(
                    "554 5.2.252 SendAsDenied; klachten@wijkz.example not allowed to send as b@wijkz.example\r\n"
                );
            }
        );
        await using var sender = Sender(server.Options());

        Assert.True(Assert.IsType<SendResult.Later>(await sender.Send(Envelope, Mail, default)).OfServer);
    }

    [Fact]
    public async Task A_server_whose_answers_run_ahead_is_not_believed_to_have_taken_anything()
    {
        await using var server = new ScriptedServer(
            async (peer, _) =>
            {
                await peer.Say("220 mx.example\r\n250 hello\r\n");
                while (true)
                {
                    await peer.Hear();
                    await peer.Say("250 ok\r\n");
                }
            }
        );
        await using var sender = Sender(server.Options());

        var result = await sender.Send(Envelope, Mail, default);

        Assert.Contains("out of turn", Assert.IsType<SendResult.Later>(result).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_takes_a_mail_for_nobody_gets_none()
    {
        var body = new List<string>();
        await using var server = new ScriptedServer(
            async (peer, _) =>
            {
                await Hello(peer, "PIPELINING");
                foreach (var answer in new[] { "250 ok", "550 5.1.1 unknown", "354 go" })
                {
                    await peer.Hear();
                    await peer.Say(answer + "\r\n");
                }
                string line;
                while ((line = await peer.Hear()) != ".")
                    body.Add(line);
                await peer.Say("554 no recipients\r\n");
                await peer.Hear();
                await peer.Say("250 ok\r\n");
            }
        );
        await using var sender = Sender(server.Options());

        Assert.Equal("5.1.1", Assert.IsType<SendResult.Never>(await sender.Send(Envelope, Mail, default)).Status);
        Assert.Empty(body);
    }

    [Fact]
    public async Task A_lone_line_feed_can_not_end_a_mail_early_and_smuggle_another()
    {
        ScriptedServer.Peer? talk = null;
        await using var server = new ScriptedServer(
            (peer, _) =>
            {
                talk = peer;
                return Good(peer);
            }
        );
        await using var sender = Sender(server.Options());
        var smuggler = Encoding.ASCII.GetBytes("Subject: x\n\nhello\n.\r\nMAIL FROM:<evil@x>\r\n\r.\r\nend");

        Assert.IsType<SendResult.Accepted>(await sender.Send(Envelope, smuggler, default));

        Assert.Equal(
            ["Subject: x", "", "hello", "..", "MAIL FROM:<evil@x>", "", "..", "end", "."],
            talk!.Heard.Skip(4)
        );
    }

    private static SmtpSender Sender(ServerOptions server) => new(new SmtpSenderOptions(server, null));

    private static async Task Hello(ScriptedServer.Peer peer, params string[] extensions)
    {
        await peer.Say("220 mx.example\r\n");
        await peer.Hear();
        foreach (var extension in extensions)
            await peer.Say($"250-{extension}\r\n".Replace("250-PIPELINING", "250-mx.example\r\n250-PIPELINING"));
        await peer.Say("250 HELP\r\n");
    }

    private static async Task Good(ScriptedServer.Peer peer, params string[] extensions) =>
        await Good(peer, int.MaxValue, extensions);

    private static async Task Good(ScriptedServer.Peer peer, int mailsMost, params string[] extensions)
    {
        await Hello(peer, extensions);
        await Letters(peer, mailsMost);
    }

    private static async Task Letters(ScriptedServer.Peer peer, int mailsMost)
    {
        for (var mails = 0; mails < mailsMost; )
        {
            var line = await peer.Hear();
            if (line != "DATA")
            {
                await peer.Say("250 ok\r\n");
                continue;
            }
            await peer.Say("354 go\r\n");
            while (await peer.Hear() != ".") { }
            await peer.Say("250 2.0.0 taken as 4711\r\n");
            mails++;
        }
    }
}
