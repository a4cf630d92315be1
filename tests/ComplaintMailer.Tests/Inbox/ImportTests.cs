using ComplaintMailer.Commands;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Pipeline;
using NodaTime;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Tests.Inbox;

public class ImportTests
{
    private static readonly Instant Later = Instant.FromUtc(2026, 12, 1, 9, 0);

    private static byte[] Mail(int number) =>
        System.Text.Encoding.UTF8.GetBytes(
            $"""
            Received: from mx.example by mail.zonnebloem.example; Mon, 23 Nov 2026 08:15:0{number} +0100
            From: Ouder {number} <ouder{number}@gezin.example>
            To: klachten@zonnebloem.example
            Subject: Klacht {number}
            Message-ID: <{number}@gezin.example>

            Mijn kind {number} is bij De Vlinder te laat uit school gehaald.
            """
        );

    private static Task<IReadOnlyList<string>> Import(Workplace place, params int[] numbers) =>
        ImportAt(place, Later, numbers);

    private static async Task<IReadOnlyList<string>> ImportAt(Workplace place, Instant now, params int[] numbers)
    {
        using var worker = new Worker(place.Settings);
        var office = worker.Offices.Single(o => o.Organisation.Key == "zonnebloem");
        var mails = numbers.Select(n => ($"old/{n}.eml", Mail(n))).ToList();
        var handled = await worker.Import(office, mails, now, CancellationToken.None);
        return [.. handled.Select(h => h.Disposition)];
    }

    [Fact]
    public async Task A_backlog_becomes_cases_and_nobody_gets_a_letter()
    {
        using var place = new Workplace();

        Assert.Equal(["complaint", "complaint"], await Import(place, 1, 2));
        await place.Pass("2026-12-01 10:05");

        Assert.Equal(2, place.Cases().Count);
        Assert.All(place.Cases(), c => Assert.Equal(23, c.Received.InUtc().Day));
        Assert.DoesNotContain(place.Sent(), m => m.To[0].Address.EndsWith("@gezin.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Begun_again_it_skips_what_is_in_already()
    {
        using var place = new Workplace();
        await Import(place, 1, 2);

        Assert.Equal(["duplicate", "duplicate", "complaint"], await Import(place, 1, 2, 3));
        Assert.Equal(3, place.Cases().Count);
    }

    [Fact]
    public async Task What_a_letter_would_have_met_is_neither_met_nor_missed_and_stays_out_of_the_figures()
    {
        using var place = new Workplace();
        await Import(place, 1);
        await place.Pass("2026-12-01 10:05");

        var old = Assert.Single(place.Cases());

        Assert.Equal("stopped", old.Term("ack")!.State);
        Assert.Null(old.Term("ack")!.Met);
        Assert.Equal("running", old.Term("final")!.State);
        Assert.All(old.Letters, l => Assert.Equal("suppressed", l.State));
        var year = Period.Year(2026);
        var rows = TermFigures.Table([CaseFactsMaker.Of(old, "x")], year).Rows;
        Assert.DoesNotContain(rows, r => r.Label.En == "Acknowledgement");
    }

    [Fact]
    public async Task Of_what_is_long_past_nobody_is_reminded_also_when_the_case_moves_on()
    {
        using var place = new Workplace();
        var muchLater = Instant.FromUtc(2028, 3, 1, 9, 0);
        await ImportAt(place, muchLater, 1);
        Assert.All(place.Cases()[0].Terms, t => Assert.Equal("stopped", t.State));

        // Somebody answers by hand, whereupon the agenda is made anew.
        using (var worker = new Worker(place.Settings))
            worker.Register.Write(session =>
                worker.Desk.Tell(
                    session,
                    worker.Offices.Single(o => o.Organisation.Key == "zonnebloem"),
                    "ZON-2026-0001",
                    new CaseInput.StrangerWrote("Is dit al opgelost?", []),
                    null,
                    muchLater
                )
            );
        var before = place.Sent().Count;
        await place.Pass("2028-03-01 11:00");

        Assert.DoesNotContain(
            place.Sent().Skip(before),
            m => m.Header("X-ComplaintMailer-Letter") is "reminder" or "overdue" or "term-passed"
        );
    }

    [Fact]
    public async Task A_case_from_a_backlog_goes_on_as_any_other()
    {
        using var place = new Workplace();
        await Import(place, 1);
        place.Arrives(
            "zonnebloem",
            """
            From: Ouder 1 <ouder1@gezin.example>
            To: klachten@zonnebloem.example
            Subject: Re: [ZON-2026-0001] Klacht 1
            Message-ID: <weer@gezin.example>

            Het gaat nog steeds zo. Wilt u mij bellen?
            """
        );

        var pass = await place.Pass("2026-12-02 10:05");

        Assert.Equal(("contribution", "ZON-2026-0001"), (pass.In[0].Disposition, pass.In[0].CaseNumber));
        Assert.Contains(place.Sent(), m => m.Header("X-ComplaintMailer-Case") == "ZON-2026-0001");
    }

    [Fact]
    public async Task Of_a_copied_file_the_senders_date_tells_more_than_the_files()
    {
        using var place = new Workplace();
        var file = Path.Combine(place.Folder, "copied.eml");
        File.WriteAllText(
            file,
            "From: Ouder <ouder@gezin.example>\nTo: klachten@zonnebloem.example\nSubject: Klacht\n"
                + "Date: Tue, 3 Mar 2026 10:00:00 +0100\n\nBij De Vlinder is mijn kind te laat opgehaald.\n"
        );
        using (var worker = new Worker(place.Settings))
            await worker.Import(
                worker.Offices.Single(o => o.Organisation.Key == "zonnebloem"),
                [(file, File.ReadAllBytes(file))],
                Later,
                default
            );

        Assert.Equal(new LocalDate(2026, 3, 3), Assert.Single(place.Cases()).DayZero);
    }

    [Fact]
    public void Without_a_terminal_a_line_now_and_then_tells_how_far_it_is()
    {
        var clock = new SetClock();
        var output = new StringWriter();
        var advance = ImportProgress.Lines(300, output, clock);

        clock.Now += TimeSpan.FromSeconds(6);
        advance(100);
        advance(50);
        clock.Now += TimeSpan.FromSeconds(6);
        advance(50);

        Assert.Equal(
            "100 of 300 mails, about 12 seconds left\n200 of 300 mails, about 6 seconds left\n",
            output.ToString()
        );
    }

    [Fact]
    public void What_was_not_understood_is_listed_and_nothing_else()
    {
        var outcome = new ImportOutcome();
        outcome.Add([new("a.eml", "complaint", "ZON-2026-0001"), new("b.mbox#3", "quarantined", null)]);
        var output = new StringWriter();

        outcome.Print(output);

        Assert.Equal(2, outcome.Count);
        Assert.Contains("     1  became a case", output.ToString());
        Assert.Contains("  b.mbox#3\n", output.ToString());
        Assert.DoesNotContain("a.eml", output.ToString());
    }

    private sealed class SetClock : TimeProvider
    {
        public TimeSpan Now { get; set; }
        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }

    [Fact]
    public void What_became_of_the_mails_is_told_to_programs_too()
    {
        var outcome = new ImportOutcome();
        outcome.Add([new("a.eml", "complaint", "ZON-2026-0001"), new("b.eml", "quarantined", null)]);

        using var told = System.Text.Json.JsonDocument.Parse(outcome.Json(3, letters: 4, isWhole: false));

        Assert.False(told.RootElement.GetProperty("whole").GetBoolean());
        Assert.Equal(1, told.RootElement.GetProperty("became").GetProperty("complaint").GetInt32());
        Assert.Equal("b.eml", told.RootElement.GetProperty("notUnderstood")[0].GetString());
    }
}
