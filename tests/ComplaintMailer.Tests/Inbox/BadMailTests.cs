using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Tests.Pipeline;

namespace ComplaintMailer.Tests.Inbox;

public class BadMailTests
{
    [Fact]
    public async Task An_empty_mail_is_a_case_with_a_running_clock_and_the_coordinator_is_told()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", "");

        var pass = await place.Pass("2026-11-23 09:00");

        Assert.Equal("complaint", Assert.Single(pass.In).Disposition);
        Assert.Equal("running", Assert.Single(place.Cases()).Term("final")!.State);
        Assert.Contains(place.Sent(), m => m.To[0].Address == "coordinator@zonnebloem.example");
    }

    [Fact]
    public async Task Bytes_that_are_no_mail_at_all_are_a_case()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", "\0\u0001\u0002\0\r\r\n\0 ?= =?x?q?");

        await place.Pass("2026-11-23 09:00");

        Assert.Single(place.Cases());
        Assert.Single(Directory.EnumerateFiles(place.Maildir("zonnebloem", ".Processed/cur")));
    }

    [Fact]
    public async Task A_mail_that_breaks_the_worker_takes_no_other_with_it_and_ends_as_a_case_in_quarantine()
    {
        using var place = new Workplace { Reader = new Trap("valstrik") };
        place.Arrives("zonnebloem", Complaint(1));
        place.Arrives("zonnebloem", Complaint(2).Replace("Onderwerp", "valstrik", StringComparison.Ordinal));
        place.Arrives("zonnebloem", Complaint(3));

        var first = await place.Pass("2026-11-23 09:00");

        Assert.Equal(["complaint", "failed", "complaint"], first.In.Select(h => h.Disposition));
        Assert.Single(Directory.EnumerateFiles(place.Maildir("zonnebloem", "new")));

        await place.Pass("2026-11-23 09:01");
        var third = await place.Pass("2026-11-23 09:02");

        Assert.Equal("poison", Assert.Single(third.In).Disposition);
        Assert.Equal(3, place.Cases().Count);
        Assert.All(place.Cases(), c => Assert.Equal("running", c.Term("final")!.State));
        Assert.Single(Directory.EnumerateFiles(place.Maildir("zonnebloem", ".Quarantine/cur")));
        Assert.Empty(Directory.EnumerateFiles(place.Maildir("zonnebloem", "new")));

        await place.Pass("2026-11-24 09:00");
        Assert.Contains(place.Sent(), m => m.Header("X-ComplaintMailer-Letter") == "quarantine-digest");
    }

    [Fact]
    public async Task A_mail_that_cannot_be_opened_becomes_a_case_after_a_while_and_people_hear_of_it()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Complaint(1));
        var shut = Shut(place);
        using (Held(shut))
        {
            var pass = await place.Pass("2026-11-23 09:00");
            Assert.Equal(["complaint", "not-readable-yet"], pass.In.Select(h => h.Disposition).Order());
            Assert.Single(place.Cases());

            await place.Pass("2026-11-23 09:20");
            await place.Pass("2026-11-23 09:40");
        }

        var standIn = place.Cases().Single(c => c.Complainant.Email is null);
        Assert.Equal("running", standIn.Term("final")!.State);
        Assert.Contains("kan worden geopend", standIn.Description);
        Assert.True(File.Exists(shut));
        Assert.Contains(
            place.Sent(),
            m =>
                m.Header("X-ComplaintMailer-Case") == standIn.Number
                && m.To[0].Address == "coordinator@zonnebloem.example"
        );
        Assert.Single(place.Sent(), m => m.Header("X-ComplaintMailer-Letter") == "alarm");
    }

    [Fact]
    public async Task Once_it_can_be_opened_it_is_a_complaint_that_names_the_case_in_its_place()
    {
        using var place = new Workplace();
        var shut = Shut(place);
        using (Held(shut))
        {
            await place.Pass("2026-11-23 09:00");
            await place.Pass("2026-11-23 09:20");
        }
        var standIn = Assert.Single(place.Cases());

        await place.Pass("2026-11-23 09:40");

        var complaint = place.Cases().Single(c => c.Number != standIn.Number);
        Assert.Equal("ahmed2@gezin.example", complaint.Complainant.Email);
        Assert.Equal(standIn.Number, complaint.PossibleDuplicateOf);
        Assert.False(File.Exists(shut));
    }

    [Fact]
    public async Task A_mail_that_can_be_opened_a_moment_later_is_one_complaint()
    {
        using var place = new Workplace();
        var shut = Shut(place);
        using (Held(shut))
            await place.Pass("2026-11-23 09:00");

        await place.Pass("2026-11-23 09:20");

        var complaint = Assert.Single(place.Cases());
        Assert.Equal("ahmed2@gezin.example", complaint.Complainant.Email);
        Assert.Null(complaint.PossibleDuplicateOf);
    }

    [Fact]
    public async Task A_mail_that_disappears_while_it_is_waited_for_is_no_case()
    {
        using var place = new Workplace();
        var shut = Shut(place);
        using (Held(shut))
            await place.Pass("2026-11-23 09:00");
        File.Delete(shut);

        await place.Pass("2026-11-23 09:20");
        await place.Pass("2026-11-23 09:40");

        Assert.Empty(place.Cases());
    }

    /// <summary>A mail that nobody may open, not even root, for whom permissions mean nothing: another program holds it.</summary>
    private static FileStream Held(string file) => new(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

    private static string Shut(Workplace place)
    {
        var folder = Directory.CreateDirectory(place.Maildir("zonnebloem", "new")).FullName;
        var file = Path.Combine(folder, "1764000000.shut");
        File.WriteAllText(file, Complaint(2).ReplaceLineEndings("\r\n"));
        return file;
    }

    [Fact]
    public async Task The_same_Message_ID_with_other_words_is_another_mail()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Complaint(1));
        place.Arrives("zonnebloem", Complaint(1).Replace("te laat", "weer te laat", StringComparison.Ordinal));

        await place.Pass("2026-11-23 09:00");

        Assert.Equal(2, place.Cases().Count);
    }

    [Fact]
    public async Task A_copy_that_came_through_an_alias_is_no_second_complaint()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Complaint(1));
        place.Arrives(
            "zonnebloem",
            "Received: from alias.example by mail.zonnebloem.example; Mon, 23 Nov 2026 08:20:00 +0100\n" + Complaint(1)
        );

        var pass = await place.Pass("2026-11-23 09:00");

        Assert.Equal(["complaint", "copy"], pass.In.Select(h => h.Disposition));
        Assert.Single(place.Cases());
    }

    [Fact]
    public async Task A_very_large_mail_is_kept_and_registered()
    {
        using var place = new Workplace();
        place.Arrives(
            "zonnebloem",
            Complaint(1) + "\r\n" + string.Join("\r\n", Enumerable.Repeat(new string('a', 998), 40_000))
        );

        await place.Pass("2026-11-23 09:00");

        Assert.Single(place.Cases());
        Assert.Single(place.Sent(), m => m.Header("X-ComplaintMailer-Letter") == "acknowledgement");
    }

    private static string Complaint(int n) =>
        $"""
            From: Ahmed <ahmed{n}@gezin.example>
            To: klachten@zonnebloem.example
            Subject: Onderwerp
            Message-ID: <{n}@gezin.example>

            Mijn zoon is bij De Vlinder voor de {n}e keer te laat uit school gehaald.
            """;

    /// <summary>A reader whose result breaks whoever uses it, for mails with a certain subject.</summary>
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
