using System.Globalization;
using ComplaintMailer.Mail.Imap;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Mail.Sending;
using ComplaintMailer.Mail.Smtp;
using ComplaintMailer.Schedules;
using ComplaintMailer.ServerTests.Servers;

namespace ComplaintMailer.ServerTests.Working;

/// <summary>The talk with a real server is broken off or garbled at one byte after another, through whole sessions.</summary>
[Collection(WithMailServers.Name)]
public sealed class FaultTests(MailServers servers)
{
    private const int Steps = 60;

    [Theory]
    [InlineData(FaultProxy.Fault.Cut, Steps)]
    [InlineData(FaultProxy.Fault.Garble, Steps)]
    [InlineData(FaultProxy.Fault.Stall, 12)]
    [InlineData(FaultProxy.Fault.Drip, 12)]
    public async Task Wherever_the_talk_with_the_mailbox_breaks_no_mail_is_lost_and_none_is_changed(
        FaultProxy.Fault fault,
        int steps
    )
    {
        await using var proxy = new FaultProxy(servers.Imap);
        var address = servers.AddPerson();
        string[] mails = [.. Enumerable.Range(1, 20).Select(i => $"Subject: {i}\n\n{new string('x', i * 50)}\n")];
        servers.Put(address, mails);
        // Undisturbed, to know how long a session is.
        await using (var whole = Open())
            await Drain(whole, (_, _) => { });
        var length = proxy.Passed;

        await using var mailbox = Open();
        for (var step = 0; step < steps; step++)
        {
            servers.Doveadm("move", "-u", address, "INBOX", "mailbox", "Processed", "all");
            proxy.Spoil(length * step / steps, fault);
            var seen = new SortedDictionary<string, string>(StringComparer.Ordinal);
            // More than three only on a machine so busy that a good line seems to stall as well.
            for (var poll = 0; poll < 3 || (poll < 10 && servers.Count(address, "Processed") < mails.Length); poll++)
            {
                try
                {
                    await Drain(
                        mailbox,
                        (id, text) =>
                        {
                            // A mail that was not filed is met again, and then it is the same mail.
                            if (!seen.TryAdd(id, text) && fault != FaultProxy.Fault.Garble)
                                Assert.Equal(seen[id], text);
                        }
                    );
                }
                catch (MailboxException) { }
                proxy.Behave();
            }
            Assert.True(20 == servers.Count(address, "Processed"), $"step {step}: a mail is missing");
            Assert.Equal(20, seen.Count);
            if (fault != FaultProxy.Fault.Garble)
                Assert.Equal(
                    mails.Select(m => m.ReplaceLineEndings("\r\n")).Order(StringComparer.Ordinal),
                    seen.Values.Order(StringComparer.Ordinal)
                );
        }

        ImapMailbox Open() =>
            new(
                servers.MailboxOf(address) with
                {
                    Server = new ServerOptions("127.0.0.1", proxy.Port, ServerSecurity.None)
                    {
                        // A garbled length makes us wait for what never comes.
                        AnswerTimeout = TimeSpan.FromMilliseconds(500),
                    },
                    BatchMails = 7,
                }
            );
    }

    [Theory]
    [InlineData(FaultProxy.Fault.Cut, Steps)]
    [InlineData(FaultProxy.Fault.GarbleAnswers, Steps)]
    [InlineData(FaultProxy.Fault.Drip, 12)]
    [InlineData(FaultProxy.Fault.Stall, 12)]
    public async Task Wherever_the_talk_with_the_way_out_breaks_each_letter_arrives_and_only_the_last_answer_can_make_a_twin(
        FaultProxy.Fault fault,
        int steps
    )
    {
        await using var proxy = new FaultProxy(servers.Submission);
        var (us, them) = (servers.AddPerson(), servers.AddPerson());
        SmtpSenderOptions options = new(
            new ServerOptions("127.0.0.1", proxy.Port, ServerSecurity.None)
            {
                AnswerTimeout = TimeSpan.FromSeconds(fault == FaultProxy.Fault.Stall ? 1 : 5),
            },
            MailServers.Login(us)
        )
        {
            AcceptTimeout = TimeSpan.FromSeconds(fault == FaultProxy.Fault.Stall ? 1 : 10),
        };
        await using (var whole = new SmtpSender(options))
            await Send(whole, "whole");
        var length = proxy.Passed;

        var (twins, unsure) = (0, 0);
        for (var step = 0; step < steps; step++)
        {
            // As after a restart: nothing is remembered but what the outbox keeps.
            await using var sender = new SmtpSender(options);
            proxy.Spoil(length * step / steps, fault);
            var result = await Send(sender, $"step{step}");
            proxy.Behave();
            if (result is SendResult.Later later)
            {
                unsure += later.Reason.Contains("may have taken", StringComparison.Ordinal) ? 1 : 0;
                Assert.IsType<SendResult.Accepted>(await Send(sender, $"step{step}"));
            }
        }

        await using var mailbox = new ImapMailbox(servers.MailboxOf(them));
        var came = new Dictionary<string, string>(StringComparer.Ordinal);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (came.Count < steps + 1)
        {
            await mailbox.WaitForMail(TimeSpan.FromSeconds(1), limit.Token);
            foreach (var item in await mailbox.All())
            {
                var text = (await item.Text()).Split("From: Klachten")[1];
                var id = text.Split("Message-ID: ")[1].Split('\r')[0];
                if (!came.TryAdd(id, text))
                {
                    // The same letter to the last byte: whoever receives it can tell.
                    Assert.Equal(came[id], text);
                    twins++;
                }
                await mailbox.File(item, MailboxFolder.Processed, default);
            }
        }
        Assert.InRange(twins, 0, unsure);

        Task<SendResult> Send(SmtpSender sender, string id) =>
            sender.Send(TestMail.Envelope(us, them, id), TestMail.Of(id, them), default);
    }

    /// <summary>
    /// The whole worker, that is never started anew. Garbled is what is within TLS: in plain nobody could tell a garbled word from
    /// another. “tests/faults” takes finer steps.
    /// </summary>
    [Theory]
    [InlineData(FaultProxy.Fault.Cut, 16)]
    [InlineData(FaultProxy.Fault.Garble, 16)]
    [InlineData(FaultProxy.Fault.Delay, 12)]
    [InlineData(FaultProxy.Fault.Stall, 6)]
    public async Task Through_a_line_that_breaks_everywhere_every_complaint_becomes_one_case_and_gets_its_letter(
        FaultProxy.Fault fault,
        int usualSteps
    )
    {
        var steps = Environment.GetEnvironmentVariable("COMPLAINTMAILER_FAULT_STEPS") is { } asked
            ? int.Parse(asked, CultureInfo.InvariantCulture)
            : usualSteps;
        var plain = fault != FaultProxy.Fault.Garble;
        await using var imap = new FaultProxy(plain ? servers.Imap : servers.Imaps);
        await using var smtp = new FaultProxy(servers.Submission);
        using var place = new RealWorkplace(servers).Through(imap, smtp, plain);
        var sanne = servers.AddPerson();
        var complaints = 0;
        Complain();
        await place.Pass();
        var (incoming, outgoing) = (imap.Passed, smtp.Passed);

        using var worker = new Worker(place.Settings, patience: TimeSpan.FromMilliseconds(500));
        var now = RealWorkplace.Now;
        for (var step = 0; step < steps; step++)
        {
            Complain();
            imap.Spoil(incoming * step / steps, fault);
            await Pass();
            imap.Behave();
            Complain();
            smtp.Spoil(outgoing * step / steps, fault);
            await Pass();
            smtp.Behave();
            await Pass();
        }
        // A letter that failed often waits for hours; and on a machine that is slow at this moment a good line seems to stall as well.
        for (var more = 0; more < 10 && (servers.Count(place.Address, "INBOX") > 0 || Waiting().Length > 0); more++)
        {
            now += NodaTime.Duration.FromHours(4);
            await Pass();
        }

        Assert.Equal(complaints, place.Cases().Count);
        Assert.Equal(0, servers.Count(place.Address, "INBOX"));
        // A server that is still moving a mail when it is asked a second time may file it twice.
        Assert.Equal(
            complaints,
            servers
                .Doveadm("-f", "flow", "fetch", "-u", place.Address, "hdr.message-id", "mailbox", "Processed", "all")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Distinct(StringComparer.Ordinal)
                .Count()
        );
        Assert.Equal("", Waiting());
        var letters = (await place.MailsOf(sanne, complaints))
            .Where(l => l.Header("X-ComplaintMailer-Letter") == "acknowledgement")
            .ToList();
        Assert.Equal(complaints, letters.Select(l => l.MessageId).Distinct().Count());
        Assert.Equal(complaints, letters.Select(l => l.Header("X-ComplaintMailer-Case")).Distinct().Count());
        // What came twice is the same letter.
        Assert.Equal(complaints, letters.Select(l => (l.MessageId, l.Text)).Distinct().Count());

        void Complain() =>
            servers.Put(
                place.Address,
                [RealWorkplace.Complaint(sanne, "Klacht over Centrum", $"{fault}{++complaints}".ToLowerInvariant())]
            );

        async Task Pass()
        {
            await worker.Once(now, false, default);
            // Letters that could not go out have to wait for their next turn.
            now += NodaTime.Duration.FromMinutes(5);
        }

        string Waiting() =>
            string.Join(
                ", ",
                worker.Register.Read(s =>
                    s.Query(
                        "SELECT l.state, d.attempts, COUNT(*) FROM delivery d JOIN letter l ON l.id = d.letter_id WHERE d.next_at IS NOT NULL GROUP BY 1, 2",
                        r => $"{r.GetInt64(2)} {r.GetString(0)} after {r.GetInt64(1)}"
                    )
                )
            );
    }

    private static async Task Drain(ImapMailbox mailbox, Action<string, string> take)
    {
        await foreach (var item in mailbox.List(null, default))
        {
            try
            {
                take(item.Id.Split('/')[1], await item.Text());
            }
            catch (MailUnreadableException)
            {
                continue;
            }
            await mailbox.File(item, MailboxFolder.Processed, default);
        }
    }
}
