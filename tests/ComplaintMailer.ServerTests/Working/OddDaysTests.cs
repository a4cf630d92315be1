using System.Net;
using System.Net.Sockets;
using ComplaintMailer.Mail.Imap;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Schedules;
using ComplaintMailer.ServerTests.Servers;
using NodaTime;

namespace ComplaintMailer.ServerTests.Working;

/// <summary>Days on which servers and people do what they now and then do.</summary>
[Collection(WithMailServers.Name)]
public sealed class OddDaysTests(MailServers servers)
{
    [Fact]
    public async Task The_manager_answers_the_address_in_the_mail_and_hears_what_was_done()
    {
        using var place = new RealWorkplace(servers);
        var sanne = servers.AddPerson();
        await place.Send(sanne, "Klacht over Centrum", "manager-1");
        await place.Arrived(1);
        await place.Pass();
        var notice = (await place.MailsOf(place.Manager, 1))[0];

        await place.Send(
            place.Manager,
            "Re: " + notice.Subject,
            "manager-2",
            $"In-Reply-To: {notice.Header("Message-ID")}\r\n",
            notice.ReplyTo[0].Address,
            "notitie: Sanne gebeld, zij is blij met het gesprek."
        );
        await place.Arrived(1);
        var pass = await place.Pass();

        Assert.Equal("staff", Assert.Single(pass.In).Disposition);
        var mails = await place.MailsOf(place.Manager, 2);
        Assert.Contains(mails, m => m.Header("X-ComplaintMailer-Letter") == "receipt");
        Assert.DoesNotContain(mails, m => m.Header("X-ComplaintMailer-Letter") == "refused");
        Assert.Single(await place.MailsOf(sanne, 1));
    }

    [Fact]
    public async Task A_server_that_says_later_gets_the_letter_later_and_only_then_is_the_term_met()
    {
        using var place = new RealWorkplace(servers);
        var sanne = servers.AddPerson();
        servers.Put(place.Address, [RealWorkplace.Complaint(sanne, "Klacht over Centrum", "grijs-1")]);
        servers.Greylist(sanne);
        using (var worker = new Worker(place.Settings))
        {
            var pass = await worker.Once(RealWorkplace.Now, false, default);
            Assert.Equal("later", Assert.Single(pass.Out, o => o.Kind == "acknowledgement").State);
        }
        Assert.Null(Assert.Single(place.Cases()).Term("ack")!.Met);

        servers.Forgive(sanne);
        using (var worker = new Worker(place.Settings))
            await worker.Once(RealWorkplace.Now + Duration.FromMinutes(10), false, default);

        Assert.Equal(
            "acknowledgement",
            Assert.Single(await place.MailsOf(sanne, 1)).Header("X-ComplaintMailer-Letter")
        );
        Assert.NotNull(Assert.Single(place.Cases()).Term("ack")!.Met);
    }

    [Fact]
    public async Task An_address_that_the_server_refuses_at_once_alarms_a_person_at_once()
    {
        using var place = new RealWorkplace(servers);
        servers.Put(
            place.Address,
            [RealWorkplace.Complaint($"nobody@{MailServers.Domain}", "Klacht over Centrum", "weigering-1")]
        );

        var pass = await place.Pass();

        Assert.Equal("failed", Assert.Single(pass.Out, o => o.Kind == "acknowledgement").State);
        Assert.Contains(pass.Out, o => o is { Kind: "bounce-alarm", State: "sent" });
        Assert.Null(Assert.Single(place.Cases()).Term("ack")!.Met);
    }

    [Fact]
    public async Task A_letter_that_was_under_way_when_the_worker_died_is_not_sent_again_when_it_lies_among_the_sent()
    {
        using var place = new RealWorkplace(servers);
        var (sanne, piet) = (servers.AddPerson(), servers.AddPerson());
        servers.Put(
            place.Address,
            [
                RealWorkplace.Complaint(sanne, "Klacht over Centrum", "onderweg-1"),
                RealWorkplace.Complaint(piet, "Klacht over Centrum", "onderweg-2"),
            ]
        );
        using var worker = new Worker(place.Settings);
        await worker.Poll(worker.Offices[0], RealWorkplace.Now, false, default);
        // Both were handed over; of one the copy was kept as well.
        var ids = worker.Register.Write(session =>
        {
            session.Execute("UPDATE letter SET state = 'sending' WHERE kind = 'acknowledgement'");
            return session.Query(
                "SELECT message_id FROM letter WHERE kind = 'acknowledgement' ORDER BY id",
                r => r.GetString(0)
            );
        });
        await using (var mailbox = new ImapMailbox(servers.MailboxOf(place.Address) with { Sent = "auto" }))
            await mailbox.KeepSent(TestMail.Of(ids[0].Split('@')[0], sanne), default);

        var sent = await worker.Send(worker.Offices[0], RealWorkplace.Now, default, default);

        Assert.Equal(2, sent.Count(s => s is { Kind: "acknowledgement", State: "sent" }));
        var came = Assert.Single(await place.MailsOf(piet, 1));
        Assert.Equal(ids[1], came.MessageId);
        Assert.Equal(0, servers.Count(sanne, "INBOX"));
    }

    [Fact]
    public async Task A_server_that_restarts_in_the_middle_of_a_batch_costs_no_mail_and_doubles_none()
    {
        const int Mails = 150;
        using var place = new RealWorkplace(servers);
        var sanne = servers.AddPerson();
        servers.Put(
            place.Address,
            Enumerable
                .Range(0, Mails)
                .Select(i =>
                    RealWorkplace.Complaint(
                        sanne.Replace("@", $"+{i}@", StringComparison.Ordinal),
                        "Klacht over Centrum",
                        $"halverwege{i}"
                    )
                )
        );
        using (var worker = new Worker(place.Settings))
        {
            var first = Task.Run(() => worker.Once(RealWorkplace.Now, false, default));
            while (!first.IsCompleted && Cases(worker) < Mails / 3)
                await Task.Delay(5);
            servers.StopDovecot();
            servers.StopPostfix();
            servers.StartDovecot();
            servers.StartPostfix();
            await first;
            for (var pass = 0; pass < 3; pass++)
                await worker.Once(RealWorkplace.Now + Duration.FromMinutes(10 * (pass + 1)), false, default);
        }

        Assert.Equal(Mails, place.Cases().Count);
        Assert.Equal(0, servers.Count(place.Address, "INBOX"));
        var acknowledged = (await place.MailsOf(sanne, Mails))
            .Where(m => m.Header("X-ComplaintMailer-Letter") == "acknowledgement")
            .ToList();
        Assert.Equal(Mails, acknowledged.Select(m => m.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task An_acknowledgement_that_a_full_mailbox_sends_back_alarms_a_person_about_that_letter()
    {
        using var place = new RealWorkplace(servers);
        var sanne = servers.AddPersonWithSmallMailbox();
        servers.Put(sanne, [$"Subject: vol\n\n{new string('x', 19_500)}\n"]);
        servers.Put(place.Address, [RealWorkplace.Complaint(sanne, "Klacht over Centrum", "vol-1")]);
        await place.Pass();
        await place.Arrived(1);

        var pass = await place.Pass();

        Assert.Equal("bounce", Assert.Single(pass.In).Disposition);
        Assert.Contains(pass.Out, o => o.Kind == "bounce-alarm");
        var registered = Assert.Single(place.Cases());
        Assert.Equal("bounced", registered.Letters.Single(l => l.Kind == "acknowledgement").State);
        Assert.Null(registered.Term("ack")!.Met);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named_and_read_as_soon_as_it_is()
    {
        using var place = new RealWorkplace(servers);
        place.Set("Mailbox", "Folder", "Klachten");
        using var worker = new Worker(place.Settings);
        var pass = await worker.Once(RealWorkplace.Now, false, default);
        Assert.Contains("Klachten", Assert.Single(pass.Faults), StringComparison.Ordinal);

        servers.Doveadm("mailbox", "create", "-u", place.Address, "Klachten");
        servers.Put(place.Address, [RealWorkplace.Complaint(servers.AddPerson(), "Klacht over Centrum", "map-1")]);
        servers.Doveadm("move", "-u", place.Address, "Klachten", "mailbox", "INBOX", "all");
        pass = await worker.Once(RealWorkplace.Now, false, default);

        Assert.Empty(pass.Faults);
        Assert.Single(pass.In);
        // Filed with the next look.
        await worker.Once(RealWorkplace.Now, false, default);
        Assert.Equal(1, servers.Count(place.Address, "Processed"));
    }

    [Fact]
    public async Task Mail_that_can_not_be_filed_is_registered_once_and_new_mail_still_comes_in()
    {
        using var place = new RealWorkplace(servers);
        // Where the folder should be lies a file: it can't be made, and nothing can be moved there.
        var maildir = servers.In("mail", place.Address, "Maildir");
        servers.Put(place.Address, [RealWorkplace.Complaint(servers.AddPerson(), "Klacht over Centrum", "vast-1")]);
        Shell.Run("touch", $"{maildir}/.Processed");
        using var worker = new Worker(place.Settings);
        await worker.Once(RealWorkplace.Now, false, default);
        Assert.NotEmpty((await worker.Once(RealWorkplace.Now, false, default)).Faults);
        // More than are filed at once.
        servers.Put(
            place.Address,
            Enumerable
                .Range(2, 70)
                .Select(i => RealWorkplace.Complaint(servers.AddPerson(), "Klacht over Centrum", $"vast-{i}"))
        );
        await worker.Once(RealWorkplace.Now, false, default);
        Assert.NotEmpty((await worker.Once(RealWorkplace.Now, false, default)).Faults);

        Assert.Equal(71, place.Cases().Count);
        Assert.Equal(71, servers.Count(place.Address, "INBOX"));

        Shell.Run("rm", $"{maildir}/.Processed");
        for (var poll = 0; poll < 2; poll++)
            Assert.Empty((await worker.Once(RealWorkplace.Now, false, default)).Faults);
        Assert.Equal(0, servers.Count(place.Address, "INBOX"));
        Assert.Equal(71, place.Cases().Count);
    }

    [Fact]
    public async Task Mails_that_a_server_numbers_anew_are_known_again()
    {
        using var place = new RealWorkplace(servers);
        servers.Put(
            place.Address,
            [
                RealWorkplace.Complaint(servers.AddPerson(), "Klacht over Centrum", "nummer-1"),
                RealWorkplace.Complaint(servers.AddPerson(), "Klacht over Centrum", "nummer-2"),
            ]
        );
        await place.Pass();
        servers.Doveadm("move", "-u", place.Address, "INBOX", "mailbox", "Processed", "all");
        servers.Renumber(place.Address);
        servers.Put(place.Address, [RealWorkplace.Complaint(servers.AddPerson(), "Klacht over Centrum", "nummer-3")]);

        var pass = await place.Pass();

        Assert.Empty(pass.Faults);
        Assert.Equal(3, pass.In.Count);
        Assert.Equal(3, place.Cases().Count);
        Assert.Equal(0, servers.Count(place.Address, "INBOX"));
    }

    [Fact]
    public async Task A_mail_before_the_mark_that_the_register_does_not_know_is_an_alarm_and_is_taken_in()
    {
        using var place = new RealWorkplace(servers);
        using var worker = new Worker(place.Settings);
        servers.Put(place.Address, [RealWorkplace.Complaint(servers.AddPerson(), "Klacht over Centrum", "verschil-1")]);
        await worker.Once(RealWorkplace.Now, false, default);
        await worker.Care.Reconcile(worker.Offices[0], RealWorkplace.Now, default);
        await worker.Send(worker.Offices[0], RealWorkplace.Now, default, default);
        Assert.Equal(0, servers.Count(place.Admin, "INBOX"));

        // As though somebody had lost count: the mark lies beyond a mail that nobody has seen.
        worker.Register.Write(session => session.Execute("UPDATE mailbox_mark SET uid = 1000"));
        servers.Put(place.Address, [RealWorkplace.Complaint(servers.AddPerson(), "Klacht over Centrum", "verschil-2")]);
        Assert.Empty((await worker.Once(RealWorkplace.Now, false, default)).In);
        await worker.Care.Reconcile(worker.Offices[0], RealWorkplace.Now, default);
        await worker.Send(worker.Offices[0], RealWorkplace.Now, default, default);

        var alarm = Assert.Single(await place.MailsOf(place.Admin, 1));
        Assert.Contains("niet is afgehandeld", alarm.Subject, StringComparison.Ordinal);
        // Once a day all is gone through from the beginning.
        var pass = await worker.Once(RealWorkplace.Now + Duration.FromHours(25), false, default);
        Assert.Equal("complaint", Assert.Single(pass.In).Disposition);
    }

    [Fact]
    public async Task What_runs_out_is_announced_fourteen_seven_and_one_days_before_and_at_no_other_time()
    {
        using var place = new RealWorkplace(servers);
        using var worker = new Worker(place.Settings);
        // Both ways have been used: what runs out is known from the talk itself.
        servers.Put(place.Address, [RealWorkplace.Complaint(servers.AddPerson(), "Klacht over Centrum", "eind-1")]);
        await worker.Once(RealWorkplace.Now, false, default);
        var office = worker.Offices[0];
        var until = Instant.FromDateTimeUtc(servers.Certificate.NotAfter.ToUniversalTime());
        var told = new List<(int, string)>();
        for (var days = 29; days >= 0; days--)
        {
            var now = until - Duration.FromDays(days) - Duration.FromHours(1);
            worker.Care.AnnounceExpiries(office, now);
            foreach (var letter in await worker.Send(office, now, default, default))
                told.Add((days, letter.Kind));
        }

        // Seven days and an hour before is not yet seven days before.
        Assert.Equal(new[] { 13, 6, 0 }.SelectMany(day => Enumerable.Repeat((day, "alarm"), 2)), told);
    }

    [Fact]
    public async Task A_mailbox_whose_server_accepts_and_never_speaks_holds_up_no_other()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        using var place = new RealWorkplace(servers);
        place.Beside("stil", ((IPEndPoint)mute.LocalEndpoint).Port);
        var sanne = servers.AddPerson();
        using var host = WorkerHost.Build(place.Settings, console: false);
        await host.StartAsync();

        // That server takes a minute to be given up; the other organisation answers long before.
        await place.Send(sanne, "Klacht over Centrum", "naast-1");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        Assert.Single(await place.MailsOf(sanne, 1).WaitAsync(limit.Token));
        await host.StopAsync();
    }

    [Fact]
    public async Task Ten_thousand_mails_come_through_each_once_in_order_and_in_little_memory()
    {
        const int Mails = 10_000;
        var address = servers.AddPerson();
        var text = string.Concat(Enumerable.Repeat("Een regel van een klacht.\n", 40));
        servers.Put(address, Enumerable.Range(0, Mails).Select(i => $"Subject: {i}\n\n{text}"));
        var (count, before, most) = (0, GC.GetTotalMemory(forceFullCollection: true), 0L);
        await using (var mailbox = new ImapMailbox(servers.MailboxOf(address)))
            await foreach (var item in mailbox.List(null, default))
            {
                Assert.StartsWith($"Subject: {count++}\r\n", await item.Text(), StringComparison.Ordinal);
                await mailbox.File(item, MailboxFolder.Processed, default);
                if (count % 1000 == 0)
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }

        Assert.Equal(Mails, count);
        Assert.Equal(Mails, servers.Count(address, "Processed"));
        Assert.InRange(most, long.MinValue, 30 << 20);
    }

    private static long Cases(Worker worker) =>
        worker.Register.Read(session => session.Scalar<long>("SELECT COUNT(*) FROM complaint"));
}
