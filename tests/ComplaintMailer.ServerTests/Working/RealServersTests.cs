using System.Diagnostics;
using ComplaintMailer.Connections;
using ComplaintMailer.Mail.Imap;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Schedules;
using ComplaintMailer.ServerTests.Servers;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ComplaintMailer.ServerTests.Working;

[Collection(WithMailServers.Name)]
public sealed class RealServersTests(MailServers servers)
{
    [Fact]
    public async Task A_complaint_sent_through_Postfix_is_acknowledged_in_the_complainants_own_mailbox_and_a_reply_joins_it()
    {
        using var place = new RealWorkplace(servers);
        var sanne = servers.AddPerson();
        await place.Send(sanne, "Klacht over Centrum", "eerste");
        await place.Arrived(1);

        var pass = await place.Pass();

        Assert.Empty(pass.Faults);
        Assert.Equal("complaint", Assert.Single(pass.In).Disposition);
        var acknowledgement = Assert.Single(await place.MailsOf(sanne, 1));
        Assert.Equal("acknowledgement", acknowledgement.Header("X-ComplaintMailer-Letter"));
        Assert.Equal("eerste@gezin.example", acknowledgement.InReplyTo?.Trim('<', '>'));
        Assert.Equal(0, servers.Count(place.Address, "INBOX"));
        Assert.Equal(1, servers.Count(place.Address, "Processed"));
        Assert.Equal(pass.Out.Count(o => o.State == "sent"), servers.Count(place.Address, "Verstuurd"));

        var replyTo = acknowledgement.ReplyTo[0].Address;
        await place.Send(
            sanne,
            "Re: " + acknowledgement.Subject,
            "tweede",
            $"In-Reply-To: {acknowledgement.Header("Message-ID")}\r\n",
            replyTo
        );
        await place.Arrived(1);
        Assert.Equal("contribution", Assert.Single((await place.Pass()).In).Disposition);
        Assert.Single(place.Cases());
    }

    [Fact]
    public async Task An_acknowledgement_to_an_address_that_does_not_exist_comes_back_and_alarms_a_person()
    {
        using var place = new RealWorkplace(servers);
        var sanne = servers.AddPerson();
        servers.Put(
            place.Address,
            [
                RealWorkplace.Complaint(sanne, "Klacht over Noord", "bounce-0"),
                RealWorkplace.Complaint("weg@gezin.example", "Klacht over Centrum", "bounce-1"),
            ]
        );
        await place.Pass();
        await place.Arrived(1);

        var pass = await place.Pass();

        Assert.Equal("bounce", Assert.Single(pass.In).Disposition);
        Assert.Contains(pass.Out, o => o.Kind == "bounce-alarm");
        // Of the one letter that came back, and of no other.
        Assert.Equal(
            ["weg@gezin.example bounced", $"{sanne} sent"],
            place
                .Cases()
                .Select(c => c.Letters.Single(l => l.Kind == "acknowledgement"))
                .Select(l => $"{l.To} {l.State}")
                .OrderDescending(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Mail_is_answered_as_it_comes_in_and_a_restart_of_the_server_is_survived()
    {
        using var place = new RealWorkplace(servers);
        place.Set("Mailbox", "PollSeconds", 3600);
        var sanne = servers.AddPerson();
        using var host = WorkerHost.Build(place.Settings, console: false);
        await host.StartAsync();
        // The first poll and the first wait have begun by now.
        await Task.Delay(2000);

        await place.Send(sanne, "Klacht over Centrum", "idle-1");
        Assert.Single(await place.MailsOf(sanne, 1));

        servers.StopDovecot();
        servers.StartDovecot();
        await place.Send(sanne, "Nog een klacht over Centrum", "idle-2");
        Assert.Equal(2, (await place.MailsOf(sanne, 2)).Count);
        await host.StopAsync();
        Assert.Equal(2, place.Cases().Count);
    }

    [Fact]
    public async Task Mail_is_picked_up_within_two_seconds_of_lying_in_the_mailbox()
    {
        using var place = new RealWorkplace(servers);
        place.Set("Mailbox", "PollSeconds", 3600);
        using var host = WorkerHost.Build(place.Settings, console: false);
        await host.StartAsync();
        var register = host.Services.GetRequiredService<Worker>().Register;
        long Taken() => register.Read(session => session.Scalar<long>("SELECT COUNT(*) FROM raw_mail"));
        // The first poll and the first wait have begun by now.
        await Task.Delay(2000);

        var times = new List<(TimeSpan Heard, TimeSpan Asked)>();
        for (var mail = 1; mail <= 3; mail++)
        {
            // Somebody else who listens at the same mailbox says when the mail lies there.
            await using var other = new ImapMailbox(servers.MailboxOf(place.Address));
            var there = other.WaitForMail(TimeSpan.FromMinutes(1), default);
            await Task.Delay(500);
            await place.Send(servers.AddPerson(), "Klacht over Centrum", $"vlot-{mail}");
            Assert.True(await there);
            var clock = Stopwatch.StartNew();
            while (Taken() < mail && clock.Elapsed < TimeSpan.FromMinutes(1))
                await Task.Delay(10);
            times.Add((clock.Elapsed, await Asked(mail)));
        }
        await host.StopAsync();

        // An hour if nobody listened. Where just taking a mail in takes long, the machine is busy with other things: then so many times that.
        var heard = times.Order().ElementAt(1).Heard;
        var asked = times.Max(t => t.Asked);
        var most = asked < TimeSpan.FromSeconds(0.5) ? TimeSpan.FromSeconds(2) : asked * 4;
        Assert.True(heard < most, string.Join(", ", times) + $": not within {most}");
    }

    /// <summary>How long it takes on this machine, now, to take in a mail of which is known that it lies there.</summary>
    private async Task<TimeSpan> Asked(int mail)
    {
        using var place = new RealWorkplace(servers);
        using var worker = new Worker(place.Settings);
        await worker.Poll(worker.Offices[0], RealWorkplace.Now, false, default);
        await place.Send(servers.AddPerson(), "Klacht over Centrum", $"gevraagd-{mail}");
        await place.Arrived(1);
        var clock = Stopwatch.StartNew();
        Assert.Single((await worker.Poll(worker.Offices[0], RealWorkplace.Now, false, default)).Mails);
        return clock.Elapsed;
    }

    [Fact]
    public async Task A_wrong_password_of_one_mailbox_is_its_own_trouble_and_all_is_caught_up_once_it_is_right()
    {
        using var place = new RealWorkplace(servers);
        var sanne = servers.AddPerson();
        await place.Send(sanne, "Klacht over Centrum", "wachtwoord");
        await place.Arrived(1);
        File.WriteAllText(Path.Combine(place.Folder, "password"), "oud wachtwoord");

        var pass = await place.Pass();
        Assert.Contains("refuses the login", Assert.Single(pass.Faults), StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(place.Folder, "password"), MailServers.Password);
        pass = await place.Pass();
        Assert.Empty(pass.Faults);
        Assert.Single(pass.In);
    }

    [Fact]
    public async Task A_certificate_that_ends_soon_is_announced_and_one_that_has_ended_is_named()
    {
        using var place = new RealWorkplace(servers);
        try
        {
            servers.WriteCertificate(MailServers.MakeCertificate(DateTimeOffset.UtcNow.AddDays(6.5)));
            Restart();
            using (var worker = new Worker(place.Settings))
            {
                await worker.Once(RealWorkplace.Now, false, default);
                for (var day = 0; day < 2; day++)
                    worker.Care.AnnounceExpiries(worker.Offices[0], RealWorkplace.Now + Duration.FromHours(day));
                await worker.Send(worker.Offices[0], RealWorkplace.Now + Duration.FromHours(2), default, default);
            }
            var letter = Assert.Single(await place.MailsOf(place.Admin, 1));
            Assert.Contains("the certificate of localhost", letter.Text, StringComparison.Ordinal);

            servers.WriteCertificate(MailServers.MakeCertificate(DateTimeOffset.UtcNow.AddDays(-1)));
            Restart();
            Assert.Contains("has expired", Assert.Single((await place.Pass()).Faults), StringComparison.Ordinal);

            servers.WriteCertificate(MailServers.MakeCertificate(DateTimeOffset.UtcNow.AddDays(30), "elders.example"));
            Restart();
            Assert.Contains(
                "is for elders.example, not for localhost",
                Assert.Single((await place.Pass()).Faults),
                StringComparison.Ordinal
            );
        }
        finally
        {
            servers.WriteCertificate(MailServers.MakeCertificate(DateTimeOffset.UtcNow.AddDays(30)));
            Restart();
        }

        void Restart()
        {
            servers.StopDovecot();
            servers.StartDovecot();
            servers.ReloadPostfix();
        }
    }

    [Fact]
    public async Task The_doctor_tries_mailbox_and_way_out_and_names_what_is_wrong_with_them()
    {
        using var place = new RealWorkplace(servers);
        var fine = await ConnectionChecks.Run(place.Settings.Organisations[0], TimeProvider.System, default);
        Assert.Equal(4, fine.Count(f => f.IsFine));

        place.Set("Mailbox", "Port", servers.Lmtp);
        place.Set("Sender", "Security", "Tls");
        var wrong = await ConnectionChecks.Run(place.Settings.Organisations[0], TimeProvider.System, default);
        Assert.Equal(
            2,
            wrong.Count(f => !f.IsFine && f.Remedy.Contains("Port and Security", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_full_mailbox_says_so_when_a_copy_of_a_letter_does_not_fit()
    {
        var address = servers.AddPersonWithSmallMailbox();
        await using var mailbox = new ImapMailbox(servers.MailboxOf(address) with { Sent = "Sent" });

        var e = await Assert.ThrowsAsync<MailServerException>(() =>
            mailbox.KeepSent(TestMail.Of("big", address, new string('x', 30_000)), default)
        );

        Assert.Equal((ServerTrouble.Refused, "OVERQUOTA"), (e.Trouble, e.Code));
        Assert.Empty(await mailbox.All());
    }

    [Fact]
    public async Task A_server_without_MOVE_UIDPLUS_IDLE_ESEARCH_and_literals_at_once_is_served_all_the_same()
    {
        await using var proxy = new FaultProxy(servers.Imap)
        {
            Rewrite = text =>
            {
                foreach (
                    var word in new[]
                    {
                        " MOVE",
                        " UIDPLUS",
                        " ESEARCH",
                        " LITERAL+",
                        " SASL-IR",
                        " IDLE",
                        " NAMESPACE",
                        " AUTH=SCRAM-SHA-256",
                        " AUTH=PLAIN",
                    }
                )
                    text = text.Replace(word, "", StringComparison.Ordinal);
                return text;
            },
        };
        var address = servers.AddPerson();
        servers.Put(address, Enumerable.Range(1, 3).Select(i => $"Subject: {i}\n\nmail {i}\n"));
        await using var mailbox = new ImapMailbox(
            servers.MailboxOf(address) with
            {
                Server = new ServerOptions("127.0.0.1", proxy.Port, ServerSecurity.None),
                Sent = "Verzonden – kopie",
            }
        );
        var items = await mailbox.All();
        Assert.Contains("mail 2", await items[1].Text(), StringComparison.Ordinal);
        await mailbox.File(items[0], MailboxFolder.Processed, default);
        Assert.Equal(2, (await mailbox.All()).Count);

        // Somebody deletes a mail in a program of their own and has not cleared up yet: that is not ours to do.
        servers.Doveadm("flags", "add", "-u", address, "\\Deleted", "mailbox", "INBOX", "uid", "3");
        await mailbox.File(items[1], MailboxFolder.Processed, default);
        await mailbox.All();
        await mailbox.File(items[1], MailboxFolder.Processed, default);
        await mailbox.All();
        Assert.Equal(2, servers.Count(address, "Processed"));
        Assert.Equal(2, servers.Count(address, "INBOX"));

        await mailbox.KeepSent(TestMail.Of("kopie", address), default);
        Assert.True(await mailbox.WasSent("<kopie@wijkz.example>", default));
    }
}
