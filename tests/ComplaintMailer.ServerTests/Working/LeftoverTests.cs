using ComplaintMailer.Mail.Sending;
using ComplaintMailer.Outbox;
using ComplaintMailer.Schedules;
using ComplaintMailer.ServerTests.Servers;
using NodaTime;

namespace ComplaintMailer.ServerTests.Working;

/// <summary>A worker that dies right after a server took a letter leaves work to the next: its case to be told, its copy to be kept.</summary>
[Collection(WithMailServers.Name)]
public sealed class LeftoverTests(MailServers servers)
{
    [Fact]
    public async Task What_a_dead_worker_had_noted_of_a_letter_is_told_to_its_case_and_copied_by_the_next_and_not_sent_again()
    {
        using var place = new RealWorkplace(servers);
        var sanne = servers.AddPerson();
        servers.Put(place.Address, [RealWorkplace.Complaint(sanne, "Klacht over Centrum", "nalatenschap")]);
        using (var worker = new Worker(place.Settings))
        {
            var office = worker.Offices[0];
            await worker.Poll(office, RealWorkplace.Now, false, default);
            var officeLetters = new OfficeLetters(worker.Keys, worker.Alarms);
            var log = Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;
            var answers = new OutboxAnswers(worker.Desk, officeLetters, log);
            var gate = new Gate(place.Settings.Limits);
            var claims = new OutboxClaims(worker.Keys, worker.Desk, officeLetters, answers, gate);
            var fresh = worker.Scribe.WriteDue(office, RealWorkplace.Now);
            var accepted = new SendResult.Accepted("mx.example", "250 2.0.0 Ok: queued as 4711");
            worker.Register.Write(session =>
            {
                var lot = claims.Claim(session, office, new HashSet<string>(), fresh, RealWorkplace.Now);
                foreach (var letter in lot.Letters)
                    answers.Note(session, office, letter, accepted, isThrough: true, RealWorkplace.Now);
            });
            Assert.Null(Assert.Single(place.Cases()).Term("ack")!.Met);
        }

        var pass = await place.Pass();

        Assert.Empty(pass.Out);
        Assert.NotNull(Assert.Single(place.Cases()).Term("ack")!.Met);
        Assert.Equal(0, servers.Count(sanne, "INBOX"));
        var copies = servers.Count(place.Address, "Verstuurd");
        Assert.True(copies > 0);
        using (var worker = new Worker(place.Settings))
            Assert.Equal(
                0,
                worker.Register.Read(s =>
                    s.Scalar<long>(
                        "SELECT COUNT(*) FROM delivery WHERE next_at IS NOT NULL OR sealed_answer IS NOT NULL"
                    )
                )
            );
        await place.Pass();
        Assert.Equal(copies, servers.Count(place.Address, "Verstuurd"));
    }

    [Fact]
    public async Task A_copy_that_can_not_be_kept_is_kept_later_and_the_letter_goes_out_once()
    {
        using var place = new RealWorkplace(servers);
        place.Set("Mailbox", "Sent", "Archief/Verstuurd");
        var sanne = servers.AddPerson();
        servers.Put(place.Address, [RealWorkplace.Complaint(sanne, "Klacht over Centrum", "afschrift")]);
        // Where the folder should be made lies a file.
        var path = servers.In("mail", place.Address, "Maildir", ".Archief.Verstuurd");
        Shell.Run("touch", path);

        using var worker = new Worker(place.Settings);
        var office = worker.Offices[0];
        await worker.Poll(office, RealWorkplace.Now, false, default);
        var first = await worker.Send(office, RealWorkplace.Now, default, default);
        Shell.Run("rm", path);
        var later = await worker.Send(office, RealWorkplace.Now + Duration.FromMinutes(5), default, default);

        Assert.Contains(first, s => s is { Kind: "acknowledgement", State: "sent" });
        Assert.DoesNotContain(later, s => s.Kind == "acknowledgement");
        Assert.Single(await place.MailsOf(sanne, 1));
        Assert.Equal(first.Count(s => s.State == "sent"), servers.Count(place.Address, "Archief.Verstuurd"));
    }
}
