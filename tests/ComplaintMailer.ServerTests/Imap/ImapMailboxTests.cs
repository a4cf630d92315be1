using System.Diagnostics;
using ComplaintMailer.Mail.Imap;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.ServerTests.Servers;

namespace ComplaintMailer.ServerTests.Imap;

[Collection(WithMailServers.Name)]
public sealed class ImapMailboxTests(MailServers servers)
{
    [Theory]
    [InlineData(ServerSecurity.Tls)]
    [InlineData(ServerSecurity.StartTls)]
    [InlineData(ServerSecurity.None)]
    public async Task Mails_are_listed_in_order_of_arrival_whether_read_or_not_and_opened_as_they_are(
        ServerSecurity security
    )
    {
        var address = servers.AddPerson();
        servers.Put(address, ["Subject: one\n\nfirst\n", "Subject: two\n\nsecond\n", "Subject: three\n\nthird\n"]);
        servers.Doveadm("flags", "add", "-u", address, "\\Seen", "mailbox", "INBOX", "2");
        await using var mailbox = new ImapMailbox(
            servers.MailboxOf(address) with
            {
                Server = servers.ImapServer(security),
            }
        );

        var items = await mailbox.All();

        Assert.Equal(3, items.Count);
        Assert.Equal("Subject: two\r\n\r\nsecond\r\n", await items[1].Text());
        Assert.Equal("Subject: one\r\n\r\nfirst\r\n", await items[0].Text());
        Assert.All(items, i => Assert.InRange(i.TakenInAt!.Value, DateTimeOffset.UnixEpoch, DateTimeOffset.UtcNow));
        Assert.All(items, i => Assert.True(i.Size > 20));
        Assert.Equal(["1", "2", "3"], items.Select(i => i.Id.Split('/')[1]));
        Assert.Contains(
            "unseen=2",
            servers.Doveadm("-f", "flow", "mailbox", "status", "-u", address, "unseen", "INBOX"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task After_a_mark_only_later_mails_are_listed_and_a_mark_of_other_numbering_counts_for_nothing()
    {
        var address = servers.AddPerson();
        servers.Put(address, Enumerable.Range(1, 5).Select(i => $"Subject: {i}\n\nmail\n"));
        await using var mailbox = new ImapMailbox(servers.MailboxOf(address));
        var all = await mailbox.All();

        Assert.Equal(["4", "5"], (await mailbox.All(all[2].Mark)).Select(i => i.Id.Split('/')[1]));
        Assert.Empty(await mailbox.All(all[4].Mark));
        Assert.Equal(5, (await mailbox.All(all[2].Mark! with { Validity = 1 })).Count);
    }

    [Fact]
    public async Task Handled_mail_moves_to_folders_that_are_made_and_filing_twice_does_no_harm()
    {
        var address = servers.AddPerson();
        servers.Put(address, Enumerable.Range(1, 4).Select(i => $"Subject: {i}\n\nmail {i}\n"));
        await using (
            var mailbox = new ImapMailbox(
                servers.MailboxOf(address) with
                {
                    Processed = "Klachten/Verwerkt – één",
                    Quarantine = "A & B",
                }
            )
        )
        {
            var items = await mailbox.All();
            await mailbox.File(items[0], MailboxFolder.Processed, default);
            await mailbox.File(items[1], MailboxFolder.Quarantine, default);
            Assert.Equal(["3", "4"], (await mailbox.All()).Select(i => i.Id.Split('/')[1]));
            await mailbox.File(items[0], MailboxFolder.Processed, default);
            await mailbox.File(items[2], MailboxFolder.Processed, default);
        }

        Assert.Equal(2, servers.Count(address, "Klachten.Verwerkt – één"));
        Assert.Equal(1, servers.Count(address, "A & B"));
        Assert.Equal(1, servers.Count(address, "INBOX"));
    }

    [Fact]
    public async Task A_backlog_in_batches_arrives_whole_with_one_enormous_mail_among_small_ones()
    {
        var address = servers.AddPerson();
        var large = string.Concat(Enumerable.Repeat("0123456789abcdef0123456789abcdef0123456789abcdef\n", 100_000));
        servers.Put(
            address,
            Enumerable.Range(1, 700).Select(i => i == 300 ? $"Subject: 300\n\n{large}" : $"Subject: {i}\n\nmail {i}\n")
        );
        var subjects = new List<string>();
        await using (var mailbox = new ImapMailbox(servers.MailboxOf(address) with { MailBytesMax = 1 << 20 }))
        {
            await foreach (var item in mailbox.List(null, default))
            {
                if (item.Size > 1 << 20)
                {
                    var e = await Assert.ThrowsAsync<MailUnreadableException>(() => item.Open(default));
                    Assert.Contains("5000016 bytes", e.Message, StringComparison.Ordinal);
                    Assert.False(e.IsGone);
                    await mailbox.File(item, MailboxFolder.Quarantine, default);
                    continue;
                }
                subjects.Add((await item.Text()).Split("\r\n")[0]);
                await mailbox.File(item, MailboxFolder.Processed, default);
            }
        }

        Assert.Equal(Enumerable.Range(1, 700).Where(i => i != 300).Select(i => $"Subject: {i}"), subjects);
        Assert.Equal(699, servers.Count(address, "Processed"));
        Assert.Equal(1, servers.Count(address, "Quarantine"));
        Assert.Equal(0, servers.Count(address, "INBOX"));
    }

    [Fact]
    public async Task New_mail_ends_the_wait_at_once_and_other_work_is_let_through_while_waiting()
    {
        var address = servers.AddPerson();
        await using var mailbox = new ImapMailbox(servers.MailboxOf(address) with { Sent = "auto" });
        Assert.Empty(await mailbox.All());
        var waiting = mailbox.WaitForMail(TimeSpan.FromMinutes(20), default);
        await mailbox.KeepSent(TestMail.Of("kept", address), default);
        Assert.True(await mailbox.WasSent("<kept@wijkz.example>", default));
        Assert.False(waiting.IsCompleted);

        var clock = Stopwatch.StartNew();
        servers.Put(address, ["Subject: new\n\nmail\n"]);
        await waiting.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Single(await mailbox.All());
    }

    [Fact]
    public async Task Whoever_needs_the_connection_gets_it_however_often_somebody_waits_for_mail()
    {
        var address = servers.AddPerson();
        await using var mailbox = new ImapMailbox(servers.MailboxOf(address) with { Sent = "auto" });
        Assert.Empty(await mailbox.All());
        using var stop = new CancellationTokenSource();
        var waiting = Task.Run(() => mailbox.WaitForMail(TimeSpan.FromMinutes(20), stop.Token));

        for (var round = 0; round < 300; round++)
            Assert.False(await mailbox.WasSent("<never@wijkz.example>", default).WaitAsync(TimeSpan.FromSeconds(20)));

        Assert.False(waiting.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Sent_letters_are_kept_in_the_folder_the_server_marks_for_them_and_found_again()
    {
        var address = servers.AddPerson();
        await using var mailbox = new ImapMailbox(servers.MailboxOf(address) with { Sent = "auto" });

        Assert.False(await mailbox.WasSent("<letter-1@wijkz.example>", default));
        await mailbox.KeepSent(TestMail.Of("letter-1", address), default);

        Assert.True(await mailbox.WasSent("<letter-1@wijkz.example>", default));
        Assert.Equal(1, servers.Count(address, "Verstuurd"));
        Assert.Empty(await mailbox.All());
    }

    [Fact]
    public async Task A_mail_that_somebody_removed_meanwhile_is_said_to_be_gone_and_the_rest_goes_on()
    {
        var address = servers.AddPerson();
        servers.Put(address, ["Subject: 1\n\nmail\n", "Subject: 2\n\nmail\n", "Subject: 3\n\nmail\n"]);
        await using var mailbox = new ImapMailbox(servers.MailboxOf(address));
        var items = await mailbox.All();
        servers.Doveadm("expunge", "-u", address, "mailbox", "INBOX", "uid", "2");

        Assert.Contains("Subject: 1", await items[0].Text(), StringComparison.Ordinal);
        var e = await Assert.ThrowsAsync<MailUnreadableException>(() => items[1].Open(default));
        Assert.True(e.IsGone);
        Assert.Contains("Subject: 3", await items[2].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_said_in_words_and_a_new_one_works_without_a_restart()
    {
        var address = servers.AddPerson();
        servers.SetPassword(address, "oud");
        var password = "oud";
        await using var mailbox = new ImapMailbox(
            servers.MailboxOf(address) with
            {
                Login = new ServerLogin.Password(address, _ => new ValueTask<string>(password)),
            }
        );
        Assert.Empty(await mailbox.All());

        servers.SetPassword(address, "nieuw");
        servers.Doveadm("kick", address);
        var e = await Assert.ThrowsAsync<MailServerException>(async () => await mailbox.All());
        Assert.Equal(ServerTrouble.Login, e.Trouble);
        Assert.Contains($"refuses the login of {address}", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "oud",
            e.Message.Replace(address, "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );

        password = "nieuw";
        Assert.Empty(await mailbox.All());
    }

    [Fact]
    public async Task A_missing_folder_and_an_untrusted_certificate_are_named()
    {
        var address = servers.AddPerson();
        await using var missing = new ImapMailbox(servers.MailboxOf(address) with { Folder = "Klachten" });
        var e = await Assert.ThrowsAsync<MailServerException>(async () => await missing.All());
        Assert.Equal(ServerTrouble.Refused, e.Trouble);
        Assert.Contains("Klachten", e.Message, StringComparison.Ordinal);

        await using var untrusted = new ImapMailbox(
            servers.MailboxOf(address) with
            {
                Server = servers.ImapServer() with { TrustedIssuers = null },
            }
        );
        e = await Assert.ThrowsAsync<MailServerException>(async () => await untrusted.All());
        Assert.Equal(ServerTrouble.Certificate, e.Trouble);
        Assert.Contains("which this machine does not trust", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_logs_in_to_another_machine_without_TLS()
    {
        await using var mailbox = new ImapMailbox(
            new ImapMailboxOptions(
                new ServerOptions("mail.example", 143, ServerSecurity.None),
                MailServers.Login("klachten@wijkz.example")
            )
        );

        var e = await Assert.ThrowsAsync<MailServerException>(async () => await mailbox.All());

        Assert.Contains("set Security to Tls or StartTls", e.Message, StringComparison.Ordinal);
    }
}
