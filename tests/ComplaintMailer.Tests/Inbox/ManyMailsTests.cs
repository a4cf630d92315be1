using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Pipeline;
using NodaTime;

namespace ComplaintMailer.Tests.Inbox;

public class ManyMailsTests
{
    [Fact]
    public async Task Twenty_thousand_files_are_gone_through_without_handling_any_twice()
    {
        // The same few mails, delivered over and over: what is tried here is the mailbox, not the registering.
        const int files = 20_000;
        const int mails = 20;
        using var place = new Workplace();
        var folder = place.Maildir("zonnebloem", "new");
        place.Arrives("zonnebloem", Complaint(0));
        for (var n = 1; n < files; n++)
            File.WriteAllText(
                Path.Combine(folder, $"{10_000_000 + n}.many"),
                Complaint(n % mails).ReplaceLineEndings("\r\n")
            );

        var pass = await place.Pass("2026-11-23 09:00");

        Assert.Equal(files, pass.In.Count);
        Assert.Equal(mails, pass.In.Count(h => h.Disposition == "complaint"));
        Assert.Equal(files - mails, pass.In.Count(h => h.Disposition == "duplicate"));
        Assert.Equal(mails, place.Cases().Count);
        Assert.Empty(Directory.EnumerateFiles(folder));
        Assert.Equal(files, Directory.EnumerateFiles(place.Maildir("zonnebloem", ".Processed/cur")).Count());
    }

    [Fact]
    public async Task Letters_go_out_while_a_backlog_still_comes_in()
    {
        using var place = new Workplace();
        for (var n = 0; n < 5_000; n++)
            place.Arrives("zonnebloem", Complaint(n % 5));
        using var worker = new Worker(place.Settings);
        var rounds = new List<Worker.Pass>();

        await foreach (var pass in worker.UntilDone(Instant.FromUtc(2026, 11, 23, 9, 0), true, default))
            rounds.Add(pass);

        Assert.Equal(2, rounds.Count);
        Assert.NotEmpty(rounds[0].Out);
        Assert.Equal(5_000, rounds.Sum(r => r.In.Count));
        Assert.False(rounds[^1].IsMore);
    }

    private static string Complaint(int n) =>
        $"From: a{n}@gezin{n}.example\nTo: klachten@zonnebloem.example\nSubject: Klacht {n}\nMessage-ID: <{n}@gezin.example>\n\nBij De Vlinder ging het {n} keer mis.\n";
}
