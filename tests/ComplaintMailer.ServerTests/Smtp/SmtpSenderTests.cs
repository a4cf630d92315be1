using System.Text;
using ComplaintMailer.Mail.Imap;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Mail.Sending;
using ComplaintMailer.Mail.Smtp;
using ComplaintMailer.ServerTests.Servers;

namespace ComplaintMailer.ServerTests.Smtp;

[Collection(WithMailServers.Name)]
public sealed class SmtpSenderTests(MailServers servers)
{
    private const string Us = "klachten+bounce@wijkz.example";

    [Theory]
    [InlineData(ServerSecurity.StartTls)]
    [InlineData(ServerSecurity.Tls)]
    [InlineData(ServerSecurity.None)]
    public async Task A_letter_arrives_byte_for_byte_with_its_own_envelope_sender_and_dots_as_they_were(
        ServerSecurity security
    )
    {
        var (us, them) = (servers.AddPerson(), servers.AddPerson());
        await using var sender = new SmtpSender(servers.SenderOf(us) with { Server = servers.SmtpServer(security) });
        var mail = TestMail.Of("dots", them, ".\r\n..\r\n.hidden\r\nlast line without an end .");

        var result = await sender.Send(TestMail.Envelope("klachten+b.x1@wijkz.example", them), mail, default);

        var accepted = Assert.IsType<SendResult.Accepted>(result);
        Assert.Contains("250 2.0.0 Ok: queued as", accepted.Answer, StringComparison.Ordinal);
        await using var mailbox = new ImapMailbox(servers.MailboxOf(them));
        var text = await (await mailbox.Coming()).Text();
        Assert.StartsWith("Return-Path: <klachten+b.x1@wijkz.example>", text, StringComparison.Ordinal);
        Assert.EndsWith(Encoding.UTF8.GetString(mail) + "\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_answer_of_the_server_says_whether_to_try_again()
    {
        var us = servers.AddPerson();
        var them = servers.AddPerson();
        await using var sender = new SmtpSender(servers.SenderOf(us));
        string[] to =
        [
            "nobody@wijkz.example",
            them,
            "later@wijkz.example",
            "full@wijkz.example",
            "not an address",
            them,
            "x@y>\r\nRCPT TO:<z@wijkz.example",
        ];

        var results = await sender.SendAll(
            [.. to.Select((t, i) => (TestMail.Envelope(Us, t), (ReadOnlyMemory<byte>)TestMail.Of($"m{i}", "x")))],
            default
        );

        Assert.Equal("5.1.1", Assert.IsType<SendResult.Never>(results[0]).Status);
        Assert.IsType<SendResult.Accepted>(results[1]);
        Assert.Contains("greylisted", Assert.IsType<SendResult.Later>(results[2]).Reason, StringComparison.Ordinal);
        Assert.Equal("5.2.2", Assert.IsType<SendResult.Later>(results[3]).Status);
        Assert.Equal("5.1.3", Assert.IsType<SendResult.Never>(results[4]).Status);
        Assert.IsType<SendResult.Accepted>(results[5]);
        Assert.IsType<SendResult.Never>(results[6]);
    }

    [Fact]
    public async Task A_mail_larger_than_the_server_takes_is_not_even_offered()
    {
        var us = servers.AddPerson();
        await using var sender = new SmtpSender(servers.SenderOf(us));

        var result = await sender.Send(TestMail.Envelope(Us, us), new byte[1_000_001], default);

        Assert.Contains(
            "takes 1000000 at most",
            Assert.IsType<SendResult.Never>(result).Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_unknown_address_comes_back_as_a_report_to_the_envelope_sender_with_our_envelope_id()
    {
        var us = servers.AddPerson();
        await using var sender = new SmtpSender(servers.SenderOf(us));
        await using var mailbox = new ImapMailbox(servers.MailboxOf(us));
        var bounceTo = us.Replace("@", "+b.77@", StringComparison.Ordinal);

        await sender.Send(
            TestMail.Envelope(bounceTo, "weg@gezin.example", "WIJ-2026-0007.3"),
            TestMail.Of("gone", "weg@gezin.example"),
            default
        );

        var report = await (await mailbox.Coming()).Text();
        Assert.Contains("Original-Envelope-Id: WIJ-2026-0007.3", report, StringComparison.Ordinal);
        Assert.Contains("Action: failed", report, StringComparison.Ordinal);
        Assert.Contains("Status: 5.1.1", report, StringComparison.Ordinal);
        Assert.Contains(bounceTo, report, StringComparison.Ordinal);
        Assert.DoesNotContain("Een klacht.", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_letters_in_an_address_go_out_where_the_server_can_and_a_domain_in_its_ASCII_form()
    {
        var us = servers.AddPerson();
        await using var sender = new SmtpSender(servers.SenderOf(us));

        Assert.IsType<SendResult.Accepted>(
            await sender.Send(TestMail.Envelope(Us, "jörg@gezin.example"), TestMail.Of("u1", "x"), default)
        );
        Assert.IsType<SendResult.Accepted>(
            await sender.Send(TestMail.Envelope(Us, "jan@bücher.example"), TestMail.Of("u2", "x"), default)
        );
    }

    [Fact]
    public async Task A_wrong_password_makes_letters_wait_and_not_fail()
    {
        var us = servers.AddPerson();
        await using var sender = new SmtpSender(
            servers.SenderOf(us) with
            {
                Login = new ComplaintMailer.Mail.Net.ServerLogin.Password(us, "wrong"),
            }
        );

        var result = await sender.Send(TestMail.Envelope(Us, us), TestMail.Of("wait", us), default);

        Assert.Contains(
            $"refuses the login of {us}",
            Assert.IsType<SendResult.Later>(result).Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Many_letters_go_over_several_connections_and_each_arrives_once()
    {
        var (us, them) = (servers.AddPerson(), servers.AddPerson());
        await using var sender = new SmtpSender(servers.SenderOf(us) with { MailsPerConnection = 7 });

        var results = await sender.SendAll(
            [
                .. Enumerable
                    .Range(0, 60)
                    .Select(i =>
                        (TestMail.Envelope(Us, them, $"e{i}"), (ReadOnlyMemory<byte>)TestMail.Of($"many{i}", them))
                    ),
            ],
            default
        );

        Assert.All(results, r => Assert.IsType<SendResult.Accepted>(r));
        await using var mailbox = new ImapMailbox(servers.MailboxOf(them));
        var subjects = new HashSet<string>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (subjects.Count < 60)
        {
            await mailbox.WaitForMail(TimeSpan.FromSeconds(2), limit.Token);
            foreach (var item in await mailbox.All())
            {
                Assert.True(subjects.Add((await item.Text()).Split("Subject: ")[1].Split('\r')[0]));
                await mailbox.File(item, ComplaintMailer.Mail.Mailboxes.MailboxFolder.Processed, default);
            }
        }
    }
}
