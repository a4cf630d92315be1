using System.Text;
using ComplaintMailer.Letters;
using NodaTime;

namespace ComplaintMailer.Tests.Letters;

public class CalendarFileTests
{
    [Fact]
    public void Somebody_who_wants_it_gets_the_term_as_a_day_in_the_calendar()
    {
        var (_, letter) = LetterDesk.Letters("xtra", "childcare", "nl").Single(l => l.Sample.Name == "case-assigned");

        var part = Assert.Single(letter.Attachments);
        var lines = Unfolded(Encoding.UTF8.GetString(part.Content.Span));
        Assert.Equal("text/calendar", part.Type);
        Assert.Contains("DTSTART;VALUE=DATE:20270104", lines);
        Assert.Contains("DTEND;VALUE=DATE:20270105", lines);
        Assert.Contains("UID:ZON-2026-0042.final@zonnebloem.example", lines);
        Assert.DoesNotContain(lines, l => l.Contains("Bakker", StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_else_gets_one()
    {
        foreach (
            var (sample, letter) in LetterDesk.Changed(
                "xtra",
                "childcare",
                "nl",
                o => o with { People = [.. o.People.Select(p => p with { Calendar = false })] }
            )
        )
            Assert.True(letter.Attachments.Count == 0, sample.Name);
    }

    [Fact]
    public void Lines_are_folded_at_75_bytes_and_no_character_is_split()
    {
        var title = string.Concat(Enumerable.Repeat("é,;\\ 😀 ", 30)) + "\nBEGIN:VEVENT";

        var file = CalendarFile.Write(
            "u",
            3,
            new(2027, 1, 4),
            title,
            "x",
            "a@b.example",
            Instant.FromUtc(2026, 12, 8, 8, 0)
        );

        Assert.All(file.Split("\r\n"), l => Assert.True(Encoding.UTF8.GetByteCount(l) <= 75, l));
        Assert.DoesNotContain('\uFFFD', file);
        var lines = Unfolded(file);
        Assert.Single(lines, l => l == "BEGIN:VEVENT");
        Assert.Contains(lines, l => l.StartsWith("SUMMARY:é\\,\\;\\\\ 😀", StringComparison.Ordinal));
        Assert.Contains("DTSTAMP:20261208T080000Z", lines);
    }

    private static string[] Unfolded(string file) =>
        file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
