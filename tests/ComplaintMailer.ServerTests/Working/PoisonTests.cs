using ComplaintMailer.Inbox;
using ComplaintMailer.Mail.Mime;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Schedules;
using ComplaintMailer.ServerTests.Servers;
using NodaTime;

namespace ComplaintMailer.ServerTests.Working;

/// <summary>A mail on a real server over which the worker stumbles whenever it touches it.</summary>
[Collection(WithMailServers.Name)]
public sealed class PoisonTests(MailServers servers)
{
    [Fact]
    public async Task A_mail_that_breaks_the_worker_ends_in_the_folder_Quarantine_with_its_bytes_kept_and_the_queue_goes_on()
    {
        using var place = new RealWorkplace(servers);
        var sanne = servers.AddPerson();
        var poison = RealWorkplace.Complaint(sanne, "valstrik", "valstrik");
        servers.Put(
            place.Address,
            [
                RealWorkplace.Complaint(sanne, "Klacht over Centrum", "ervoor"),
                poison,
                RealWorkplace.Complaint(sanne, "Klacht over Centrum", "erna"),
            ]
        );
        using var worker = new Worker(place.Settings, reader: new Trap("valstrik"));
        var now = RealWorkplace.Now;

        var first = await worker.Once(now, false, default);

        Assert.Equal(["complaint", "complaint", "failed"], first.In.Select(h => h.Disposition).Order());
        Assert.Equal((1, 2), (servers.Count(place.Address, "INBOX"), servers.Count(place.Address, "Processed")));

        servers.Put(place.Address, [RealWorkplace.Complaint(sanne, "Klacht over Centrum", "later")]);
        await worker.Once(now + Duration.FromMinutes(1), false, default);
        var third = await worker.Once(now + Duration.FromMinutes(2), false, default);
        var fourth = await worker.Once(now + Duration.FromMinutes(3), false, default);

        Assert.Equal("poison", Assert.Single(third.In).Disposition);
        Assert.Empty(fourth.In);
        Assert.Equal(0, servers.Count(place.Address, "INBOX"));
        Assert.Equal(3, servers.Count(place.Address, "Processed"));
        Assert.Equal(1, servers.Count(place.Address, "Quarantine"));
        // What it is nobody knows, so it has its file and its clock as a complaint has.
        Assert.Equal(4, place.Cases().Count);
        Assert.All(place.Cases(), c => Assert.Equal("running", c.Term("final")!.State));
        var kept = worker.Register.Read(session =>
            RawMails.Open(
                session,
                worker.Keys,
                session.Scalar<long>("SELECT id FROM raw_mail WHERE disposition = 'poison'")
            )
        );
        Assert.Equal(poison, System.Text.Encoding.UTF8.GetString(kept!));
    }

    private sealed class Trap(string subject) : IMailReader
    {
        private readonly MailReader reader = new();

        public ReadMail Read(ReadOnlyMemory<byte> raw)
        {
            var mail = reader.Read(raw);
            return mail.Subject == subject ? mail with { Attachments = null!, References = null! } : mail;
        }
    }
}
