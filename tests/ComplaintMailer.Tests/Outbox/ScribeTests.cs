using System.Text;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Pipeline;
using NodaTime;

namespace ComplaintMailer.Tests.Outbox;

/// <summary>Letters are written when their turn to go out comes, which may be after much has happened.</summary>
public class ScribeTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 8, 0);

    [Fact]
    public async Task A_letter_tells_of_the_case_as_it_was_when_it_was_decided_on()
    {
        using var place = new Workplace();
        using var other = new Workplace();
        place.Arrives("zonnebloem", Workplace.Complaint);
        other.Arrives("zonnebloem", Workplace.Complaint);
        await other.Pass("2026-11-23 09:00");
        using (var worker = new Worker(place.Settings))
        {
            var office = worker.Offices.Single(o => o.Organisation.Key == "zonnebloem");
            await worker.Poll(office, Now, true, default);
            // Before the acknowledgement has gone out the complaint is another's to handle, and withdrawn.
            Tell(worker, new CaseInput.StaffWrote("kwaliteit", "intrekken mevrouw belde", [], true));
            var sent = await worker.Send(office, Now, default, default);
            Assert.All(sent, s => Assert.Equal("sent", s.State));
        }

        string Acknowledgement(Workplace at) =>
            Assert.Single(at.Sent(), m => m.Header("X-ComplaintMailer-Letter") == "acknowledgement").Text;
        Assert.Equal(Acknowledgement(other), Acknowledgement(place));

        void Tell(Worker worker, CaseInput input)
        {
            var office = worker.Offices.Single(o => o.Organisation.Key == "zonnebloem");
            var state = worker.Register.Write(s => worker.Desk.Tell(s, office, "ZON-2026-0001", input, null, Now))!;
            Assert.NotEqual(0, state.Version);
        }
    }

    [Fact]
    public async Task One_that_can_not_be_written_keeps_no_other_back_and_whoever_handles_the_case_learns_of_it()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Workplace.Complaint);
        using var worker = new Worker(place.Settings);
        var office = worker.Offices.Single(o => o.Organisation.Key == "zonnebloem");
        await worker.Poll(office, Now, true, default);
        worker.Register.Write(s =>
            s.Execute(
                "UPDATE letter_body SET sealed = @nothing WHERE letter_id = (SELECT id FROM letter WHERE kind = 'acknowledgement')",
                ("nothing", new byte[40])
            )
        );

        var sent = await worker.Send(office, Now, default, default);

        Assert.Equal("failed", Assert.Single(sent, s => s.Kind == "acknowledgement").State);
        Assert.Equal("sent", Assert.Single(sent, s => s.Kind == "case-assigned").State);
        Assert.Contains(sent, s => s is { Kind: "bounce-alarm", State: "sent" });
        Assert.Empty(await worker.Send(office, Now, default, default));
    }

    [Fact]
    public async Task Whoever_looks_into_the_dossier_before_it_is_sent_sees_the_letter()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Workplace.Complaint);
        using var worker = new Worker(place.Settings);
        var office = worker.Offices.Single(o => o.Organisation.Key == "zonnebloem");
        await worker.Poll(office, Now, true, default);

        var before = Export(worker);
        await worker.Send(office, Now, default, default);
        var after = Export(worker);

        var letter = before.Keys.Single(n => n.EndsWith("acknowledgement.eml", StringComparison.Ordinal));
        Assert.Equal(after[letter], before[letter]);
        var sheet = letter
            .Replace("letters/", "proofs/", StringComparison.Ordinal)
            .Replace(".eml", ".html", StringComparison.Ordinal);
        Assert.DoesNotContain("SHA-256", before[sheet], StringComparison.Ordinal);
        Assert.Contains("SHA-256", after[sheet], StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_letters_than_are_written_together_all_go_out()
    {
        using var place = new Workplace();
        for (var n = 1; n <= 45; n++)
            place.Arrives(
                "zonnebloem",
                Workplace
                    .Complaint.Replace("<1@", $"<{n}@", StringComparison.Ordinal)
                    .Replace("ahmed@", $"ahmed{n}@", StringComparison.Ordinal)
            );

        var pass = await place.Pass("2026-11-23 09:00");

        Assert.Equal(90, pass.Out.Count(l => l is { State: "sent", Kind: "acknowledgement" or "case-assigned" }));
        Assert.Equal(45, place.Sent().Select(m => m.Header("X-ComplaintMailer-Case")).Distinct().Count());
    }

    private static Dictionary<string, string> Export(Worker worker)
    {
        var files = new Dictionary<string, string>();
        Assert.True(
            worker.Register.Read(s =>
                worker.Export.Write(
                    s,
                    worker.Offices,
                    "ZON-2026-0001",
                    (name, bytes) => files[name] = Encoding.UTF8.GetString(bytes.Span)
                )
            )
        );
        return files;
    }
}
