using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace ComplaintMailer.Tests.Core.Terms;

/// <summary>The terms of the five regulations in stories worked out by hand.</summary>
public class TermStoriesTests
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    // Regulation | service | taken in | term = due (work by, legal limit)
    [Theory]
    [InlineData("mik-piw", "childcare", "2026-11-13T15:40:00Z", "contact", "2026-11-20", "2026-11-20", null)]
    [InlineData("mik-piw", "childcare", "2026-11-13T15:40:00Z", "contact-week", "2026-11-20", "2026-11-20", null)]
    [InlineData("mik-piw", "childcare", "2026-11-13T15:40:00Z", "final", "2026-12-25", "2026-12-24", "2026-12-28")]
    [InlineData("fluks", "childcare", "2027-03-22T10:00:00Z", "handler-notice", "2027-03-30", "2027-03-30", null)]
    [InlineData("fluks", "childcare", "2027-03-22T10:00:00Z", "target", "2027-04-12", "2027-04-12", null)]
    [InlineData("fluks", "childcare", "2027-03-22T10:00:00Z", "final", "2027-05-03", "2027-05-03", "2027-05-03")]
    [InlineData("partou", "childcare", "2026-04-24T18:30:00Z", "contact", "2026-04-29", "2026-04-29", null)]
    [InlineData("partou", "childcare", "2026-04-24T18:30:00Z", "final", "2026-06-05", "2026-06-05", "2026-06-05")]
    [InlineData("xtra", "social-work", "2026-11-12T09:00:00Z", "ack", "2026-11-19", "2026-11-19", null)]
    [InlineData("xtra", "social-work", "2026-11-12T09:00:00Z", "final", "2026-12-24", "2026-12-24", null)]
    [InlineData("mik-piw", "social-work", "2027-01-04T09:00:00Z", "final", "2027-02-15", "2027-02-15", null)]
    // The night in which the clocks go back: half past ten in the evening by universal time is the next day here.
    [InlineData("mik-piw", "childcare", "2026-10-24T22:30:00Z", "contact", "2026-10-30", "2026-10-30", null)]
    [InlineData("mik-piw", "childcare", "2026-10-24T22:30:00Z", "final", "2026-12-06", "2026-12-04", "2026-12-07")]
    // The night in which they go forward.
    [InlineData("partou", "childcare", "2027-03-27T23:30:00Z", "contact", "2027-03-31", "2027-03-31", null)]
    public void Terms_of_the_regulations_end_on_the_days_worked_out_by_hand(
        string regulation,
        string service,
        string takenIn,
        string kind,
        string due,
        string workBy,
        string? legalLimit
    )
    {
        var dayZero = InstantPattern.ExtendedIso.Parse(takenIn).Value.InZone(Amsterdam).Date;
        var rule = CoreFiles.Regulation(regulation).Terms.Single(t => t.Id == kind);

        var term = TermCounter.Count(rule, dayZero, service, WorkingCalendar.Standard);

        Assert.Equal(Day(due), term.Due);
        Assert.Equal(Day(workBy), term.WorkBy);
        Assert.Equal(legalLimit is null ? null : Day(legalLimit), term.LegalLimit);
    }

    [Fact]
    public void A_term_tells_in_Dutch_and_English_how_it_was_counted_and_extended()
    {
        var rule = CoreFiles.Regulation("mik-piw").Terms.Single(t => t.Id == "final");
        var term = TermCounter.Count(rule, new(2026, 11, 13), "childcare", WorkingCalendar.Standard);
        var longer = TermCounter.Extend(term, 4, WorkingCalendar.Standard);

        Assert.Equal(new LocalDate(2027, 1, 22), longer.Due);
        Assert.Equal(new LocalDate(2026, 12, 28), longer.LegalLimit);
        Assert.Equal(longer.How, How(longer, "en"));
        Assert.Equal("6 weken na vr 13 nov: vrijdag 25 december 2026", How(term, "nl"));
        Assert.Equal(
            "6 weken na vr 13 nov: vrijdag 25 december 2026; + 4 weken: vrijdag 22 januari 2027",
            How(longer, "nl")
        );

        string How(Term t, string language) => TermWords.How(rule, t, WorkingCalendar.Standard, language);
    }

    [Fact]
    public void Working_days_are_listed_in_Dutch_over_the_end_of_a_year()
    {
        var rule = new TermRule("ack", 5, "working-days", true, null, []);
        var term = TermCounter.Count(rule, new(2026, 12, 24), null, WorkingCalendar.Standard);

        Assert.Equal(
            "5 werkdagen na do 24 dec: 28, 29, 30, 31 dec, 4 jan",
            TermWords.How(rule, term, WorkingCalendar.Standard, "nl")
        );
    }

    [Fact]
    public void Reminders_of_a_short_term_all_lie_within_it()
    {
        var rule = CoreFiles.Regulation("mik-piw").Terms.Single(t => t.Id == "contact");
        var term = TermCounter.Count(rule, new(2026, 11, 13), null, WorkingCalendar.Standard);

        var reminders = Reminders.Of(term, ["50%", "75%", "-5wd", "workBy"], WorkingCalendar.Standard);

        Assert.Equal([Day("2026-11-16"), Day("2026-11-18"), Day("2026-11-20")], reminders.Select(r => r.On));
        Assert.Equal(Day("2026-11-21"), Reminders.OverdueOn(term));
    }

    [Theory]
    [InlineData("2026-11-02", "2026-11-13", 0)]
    [InlineData("2026-09-10", "2026-11-10", 0)]
    [InlineData("2026-09-10", "2026-11-12", 2)]
    [InlineData("2026-12-31", "2027-02-28", 0)]
    [InlineData("2026-12-31", "2027-03-01", 1)]
    [InlineData("2026-11-12", "2026-11-12", 0)]
    public void Late_is_more_than_two_months_after_the_event(string happened, string filed, int days) =>
        Assert.Equal(days, TermCounter.DaysLate(Day(happened), Day(filed), 2));

    [Fact]
    public void No_term_ever_ends_before_it_begins_and_its_last_working_day_is_one()
    {
        var rules = new[] { "mik-piw", "xtra", "fluks", "partou" }
            .SelectMany(n => CoreFiles.Regulation(n).Terms)
            .ToList();
        for (var day = new LocalDate(2025, 1, 1); day < new LocalDate(2033, 1, 1); day = day.PlusDays(5))
            foreach (var rule in rules)
            {
                var term = TermCounter.Count(rule, day, "childcare", WorkingCalendar.Standard);
                Assert.True(term.Due > day);
                Assert.True(term.WorkBy <= term.Due && WorkingCalendar.Standard.IsWorkingDay(term.WorkBy));
                Assert.True(term.LegalLimit is null || term.LegalLimit >= term.Due);
            }
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
