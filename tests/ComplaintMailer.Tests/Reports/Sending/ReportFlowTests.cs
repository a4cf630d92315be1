using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Reports.Sending;
using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Pipeline;
using NodaTime;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Tests.Reports.Sending;

public class ReportFlowTests
{
    [Fact]
    public async Task The_yearly_report_is_drafted_in_January_released_by_reply_and_sent_to_all_it_is_for()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Workplace.Complaint);
        await place.Pass("2026-11-23 09:00");
        await place.Pass("2027-01-04 08:00");
        var draft = Assert.Single(Approvals(place), m => m.Subject.Contains("jaarverslag", StringComparison.Ordinal));
        Assert.Equal("quality@zonnebloem.example", draft.To[0].Address);
        Assert.Contains("bekendmaking:", draft.Text);
        Assert.Contains(draft.Attachments, a => a.Name.EndsWith(".pdf", StringComparison.Ordinal));

        Answer(place, draft, "akkoord", 1);
        await place.Pass("2027-01-05 10:00");
        Assert.Contains("bekendmaking", Receipts(place)[^1].Text);
        Assert.DoesNotContain(Reports(place), IsYearly);

        Answer(
            place,
            draft,
            "regeling: Ouders klagen bij de manager.\nbekendmaking: In de nieuwsbrief en op de website.\nakkoord",
            2
        );
        await place.Pass("2027-01-05 11:00");

        var sent = Reports(place).Where(IsYearly).ToList();
        Assert.Contains(sent, m => m.To[0].Address == "quality@zonnebloem.example"); // to publish, and bring to parents
        Assert.Contains(sent, m => m.To[0].Address == "ggd@toezicht.example");
        Assert.Contains(sent, m => m.To[0].Address == "oudercommissie@zonnebloem.example");
        Assert.All(sent, m => Assert.DoesNotContain("concept", m.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("In de nieuwsbrief", sent[0].Text);

        Answer(place, draft, "akkoord", 3);
        await place.Pass("2027-01-06 11:00");
        Assert.Equal(sent.Count, Reports(place).Count(IsYearly));
        Assert.Contains("al verstuurd", Receipts(place)[^1].Text);
    }

    [Fact]
    public async Task A_correction_is_released_by_reply_again_and_goes_to_whoever_had_the_report()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Workplace.Complaint);
        await place.Pass("2026-11-23 09:00");
        await place.Pass("2027-01-04 08:00");
        Answer(place, YearlyDraft(place), "regeling: Bij de manager.\nbekendmaking: Op de website.\nakkoord", 1);
        await place.Pass("2027-01-05 10:00");
        var sent = Reports(place).Count(IsYearly);
        Assert.True(sent > 0);

        // The complaint turns out to have been about another location.
        using (var worker = new Worker(place.Settings, exclusive: false))
        {
            var office = worker.Offices.Single(o => o.Organisation.Key == "zonnebloem");
            worker.Register.Write(s => s.Execute("UPDATE case_fact SET location = 'elders'"));
            var now = Instant.FromUtc(2027, 2, 1, 9, 0);
            var year = Period.Year(2026);
            worker.Register.Write(s => ReportDesk.Correct(s, office, "statutory-childcare", year, now));
            // Asked twice, it is one correction.
            worker.Register.Write(s => ReportDesk.Correct(s, office, "statutory-childcare", year, now));
        }
        await place.Pass("2027-02-01 10:05");

        var draft = YearlyDraft(place);
        Assert.Contains("Versie 2", draft.Text);
        Assert.Equal(sent, Reports(place).Count(IsYearly));
        Answer(place, draft, "akkoord", 2);
        await place.Pass("2027-02-01 11:00");

        Assert.Equal(2 * sent, Reports(place).Count(IsYearly));
        var corrected = Reports(place)
            .Where(m => IsYearly(m) && m.Text.Contains("Versie 2", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(sent, corrected.Count);
        Assert.All(corrected, m => Assert.Contains("WAT IS GECORRIGEERD", m.Text));
        Assert.All(corrected, m => Assert.Contains("Op de website.", m.Text));
    }

    private static ReadMail YearlyDraft(Workplace place) =>
        Approvals(place)
            .Last(m =>
                m.To[0].Address == "quality@zonnebloem.example"
                && m.Subject.Contains("jaarverslag kinderopvang", StringComparison.Ordinal)
                && !m.Subject.Contains("Herinnering", StringComparison.Ordinal)
            );

    [Fact]
    public async Task A_draft_that_nobody_answers_comes_back_until_June_and_then_stops()
    {
        using var place = new Workplace();
        place.Arrives("fluks", Workplace.Complaint.Replace("zonnebloem", "fluks", StringComparison.Ordinal));
        await place.Pass("2026-11-23 09:00");
        await place.Pass("2027-01-04 08:00");

        await place.Pass("2027-02-01 09:00");
        Assert.Equal(2, Approvals(place).Count(a => a.To[0].Address == "quality@fluks.example"));
        await place.Pass("2027-06-01 09:00");
        var asked = Approvals(place).Count(a => a.To[0].Address == "quality@fluks.example");
        await place.Pass("2027-06-20 09:00");

        Assert.Equal(asked, Approvals(place).Count(a => a.To[0].Address == "quality@fluks.example"));
    }

    [Fact]
    public async Task A_year_without_complaints_brings_no_report_and_says_so()
    {
        using var place = new Workplace();
        await place.Pass("2026-11-23 09:00");

        await place.Pass("2027-01-04 08:00");

        Assert.Contains(
            Receipts(place),
            m =>
                m.To[0].Address == "quality@fluks.example"
                && m.Text.Contains("geen verslag verschuldigd", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(Approvals(place), m => m.To[0].Address == "quality@fluks.example");
    }

    [Fact]
    public async Task A_text_that_names_somebody_is_not_taken()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Workplace.Complaint);
        await place.Pass("2026-11-23 09:00");
        await place.Pass("2027-01-04 08:00");
        var draft = Approvals(place).Single(m => m.To[0].Address == "quality@zonnebloem.example");

        Answer(place, draft, "strekking: De klacht van de heer Yildirim was terecht.\nakkoord", 1);
        await place.Pass("2027-01-05 10:00");

        Assert.Contains("Yildirim", Receipts(place)[^1].Text);
        Assert.DoesNotContain(Reports(place), IsYearly);
    }

    [Fact]
    public async Task Somebody_else_cannot_release_a_report()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Workplace.Complaint);
        await place.Pass("2026-11-23 09:00");
        await place.Pass("2027-01-04 08:00");
        var draft = Approvals(place).Single(m => m.To[0].Address == "quality@zonnebloem.example");

        Answer(place, draft, "regeling: x y z\nbekendmaking: a b c\nakkoord", 1, from: "iemand@elders.example");
        await place.Pass("2027-01-05 10:00");

        Assert.DoesNotContain(Reports(place), IsYearly);
        Assert.DoesNotContain(place.Sent(), m => m.To[0].Address == "iemand@elders.example");
    }

    [Fact]
    public async Task Weeks_that_were_missed_are_caught_up_each_once()
    {
        using var place = new Workplace();
        await place.Pass("2026-11-23 08:30");

        await place.Pass("2026-12-15 08:30");
        await place.Pass("2026-12-15 08:31");

        var weeks = Approvals(place)
            .Where(m =>
                m.To[0].Address == "coordinator@partou.example"
                && !m.Subject.Contains("Herinnering", StringComparison.Ordinal)
            )
            .Select(m => m.Subject)
            .ToList();
        Assert.Equal(3, weeks.Count);
        Assert.Equal(3, weeks.Distinct(StringComparer.Ordinal).Count());
    }

    private static bool IsYearly(ReadMail mail) =>
        mail.Subject.Contains("jaarverslag", StringComparison.OrdinalIgnoreCase);

    private static List<ReadMail> Approvals(Workplace place) => Of(place, "report-approval");

    private static List<ReadMail> Reports(Workplace place) => Of(place, "report");

    private static List<ReadMail> Receipts(Workplace place) => Of(place, "receipt");

    private static List<ReadMail> Of(Workplace place, string kind) =>
        [.. place.Sent().Where(m => m.Header("X-ComplaintMailer-Letter") == kind)];

    private static void Answer(Workplace place, ReadMail draft, string words, int number, string? from = null) =>
        place.Arrives(
            draft.From!.Address.Split('@')[1].Split('.')[0],
            $"""
            From: Fatma <{from ?? draft.To[0].Address}>
            To: {draft.ReplyTo[0].Address}
            Subject: Re: {draft.Subject}
            Message-ID: <answer-{number}@staff.example>
            Content-Type: text/plain; charset=utf-8

            {words}
            """
        );
}
