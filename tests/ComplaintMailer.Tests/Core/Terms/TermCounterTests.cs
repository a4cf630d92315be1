using System.Globalization;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Core.Terms;
using NodaTime;

namespace ComplaintMailer.Tests.Core.Terms;

public class TermCounterTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Standard;

    // Day zero | +2 working days | +5 working days | 3 weeks | 6 weeks | work by | legal limit | 4 weeks more
    [Theory]
    [InlineData("16 Mar 26|18 Mar 26|23 Mar 26|06 Apr 26|27 Apr 26|24 Apr 26|28 Apr 26|25 May 26")]
    [InlineData("02 Apr 26|07 Apr 26|10 Apr 26|23 Apr 26|14 May 26|13 May 26|18 May 26|11 Jun 26")]
    [InlineData("13 Apr 26|15 Apr 26|20 Apr 26|04 May 26|25 May 26|22 May 26|26 May 26|22 Jun 26")]
    [InlineData("04 May 26|06 May 26|11 May 26|25 May 26|15 Jun 26|15 Jun 26|15 Jun 26|13 Jul 26")]
    [InlineData("25 Oct 26|27 Oct 26|30 Oct 26|15 Nov 26|06 Dec 26|04 Dec 26|07 Dec 26|03 Jan 27")]
    [InlineData("13 Nov 26|17 Nov 26|20 Nov 26|04 Dec 26|25 Dec 26|24 Dec 26|28 Dec 26|22 Jan 27")]
    [InlineData("19 Dec 26|22 Dec 26|28 Dec 26|09 Jan 27|30 Jan 27|29 Jan 27|01 Feb 27|27 Feb 27")]
    [InlineData("24 Dec 26|29 Dec 26|04 Jan 27|14 Jan 27|04 Feb 27|04 Feb 27|04 Feb 27|04 Mar 27")]
    [InlineData("04 Jan 27|06 Jan 27|11 Jan 27|25 Jan 27|15 Feb 27|15 Feb 27|15 Feb 27|15 Mar 27")]
    [InlineData("22 Mar 27|24 Mar 27|30 Mar 27|12 Apr 27|03 May 27|03 May 27|03 May 27|31 May 27")]
    [InlineData("25 Mar 27|30 Mar 27|02 Apr 27|15 Apr 27|06 May 27|05 May 27|10 May 27|03 Jun 27")]
    [InlineData("04 May 27|07 May 27|12 May 27|25 May 27|15 Jun 27|15 Jun 27|15 Jun 27|13 Jul 27")]
    [InlineData("13 Nov 27|16 Nov 27|19 Nov 27|04 Dec 27|25 Dec 27|24 Dec 27|27 Dec 27|22 Jan 28")]
    public void Terms_end_on_the_days_that_were_worked_out_by_hand(string line)
    {
        var days = line.Split('|').Select(Day).ToArray();
        var sixWeeks = TermCounter.Count(
            new("final", 6, "weeks", true, "childcare", []),
            days[0],
            "childcare",
            Calendar
        );

        Assert.Equal(days[1], TermCounter.Due(2, "working-days", days[0], Calendar));
        Assert.Equal(days[2], TermCounter.Due(5, "working-days", days[0], Calendar));
        Assert.Equal(days[3], TermCounter.Due(3, "weeks", days[0], Calendar));
        Assert.Equal(days[4], sixWeeks.Due);
        Assert.Equal(days[5], sixWeeks.WorkBy);
        Assert.Equal(days[6], sixWeeks.LegalLimit);
        Assert.Equal(days[7], TermCounter.Extend(sixWeeks, 4, Calendar).Due);
    }

    [Theory]
    [InlineData("31 Aug 26", 1, "30 Sep 26")]
    [InlineData("31 Aug 26", 2, "31 Oct 26")]
    [InlineData("31 Aug 26", 6, "28 Feb 27")]
    [InlineData("31 Aug 26", 18, "29 Feb 28")]
    [InlineData("31 Dec 26", 2, "28 Feb 27")]
    [InlineData("31 Dec 27", 2, "29 Feb 28")]
    [InlineData("21 May 25", 36, "21 May 28")]
    public void Months_end_on_the_same_day_or_the_last_of_the_month(string from, int months, string due) =>
        Assert.Equal(Day(due), TermCounter.Due(months, "months", Day(from), Calendar));

    [Fact]
    public void A_term_says_how_it_was_counted()
    {
        var term = TermCounter.Count(new("ack", 5, "working-days", true, null, []), new(2026, 11, 23), null, Calendar);

        Assert.Equal("5 working days after Mon 23 Nov: 24, 25, 26, 27, 30 Nov", term.How);
    }

    [Fact]
    public void A_limit_of_the_law_is_kept_only_for_the_service_the_law_is_about()
    {
        var rule = new TermRule("final", 6, "weeks", true, "childcare", []);

        Assert.Null(TermCounter.Count(rule, new(2026, 11, 13), "social-work", Calendar).LegalLimit);
    }

    [Fact]
    public void Six_weeks_that_end_at_Christmas_are_brought_to_mind_on_the_days_worked_out_by_hand()
    {
        var term = TermCounter.Count(
            new("final", 6, "weeks", true, "childcare", []),
            new(2026, 11, 13),
            "childcare",
            Calendar
        );

        var on = Reminders.Of(term, ["50%", "75%", "-5wd", "workBy"], Calendar).Select(r => r.On);

        Assert.Equal([new(2026, 12, 4), new(2026, 12, 14), new(2026, 12, 17), new LocalDate(2026, 12, 24)], on);
    }

    [Fact]
    public void Two_days_beyond_two_months_is_two_days_late() =>
        Assert.Equal(2, TermCounter.DaysLate(new(2026, 9, 10), new(2026, 11, 12), 2));

    [Fact]
    public void Any_working_day_count_agrees_with_counting_on_fingers()
    {
        for (var start = new LocalDate(2024, 1, 1); start < new LocalDate(2032, 1, 1); start = start.PlusDays(11))
        {
            var day = start;
            for (var n = 1; n <= 12; n++)
            {
                do day = day.PlusDays(1);
                while (!Calendar.IsWorkingDay(day));
                Assert.Equal(day, Calendar.AddWorkingDays(start, n));
            }
        }
    }

    private static LocalDate Day(string text) =>
        LocalDate.FromDateTime(DateTime.ParseExact(text, "dd MMM yy", CultureInfo.InvariantCulture));
}
