using System.Text.Json;
using ComplaintMailer.Core.Cases;
using NodaTime;
using NodaTime.Text;

namespace ComplaintMailer.Tests.Core.Cases;

public class EventTimesTests
{
    [Theory]
    [InlineData("2026-11-23T09:00:00Z")]
    [InlineData("2024-02-29T23:59:59.5Z")]
    [InlineData("2026-12-31T00:00:00.000000001Z")]
    [InlineData("2026-01-01T12:34:56.123456789Z")]
    [InlineData("-0044-03-15T12:00:00Z")]
    public void A_moment_is_read_as_the_standard_says_however_it_is_written(string text)
    {
        var expected = InstantPattern.ExtendedIso.Parse(text).Value;

        Assert.Equal(expected, Read<Instant>(text));
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(expected, CaseEventJson.Options));
    }

    [Fact]
    public void Each_day_of_some_years_comes_back_as_it_was()
    {
        for (var day = new LocalDate(2023, 12, 30); day.Year < 2029; day = day.PlusDays(1))
            Assert.Equal(day, Read<LocalDate>(LocalDatePattern.Iso.Format(day)));
    }

    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("2026-1-1")]
    [InlineData("0000-00-00")]
    [InlineData("2026-11-2x")]
    public void What_is_no_day_is_refused(string text) =>
        Assert.Throws<UnparsableValueException>(() => Read<LocalDate>(text));

    [Theory]
    [InlineData("2026-11-23T24:01:00Z")]
    [InlineData("2026-11-23T09:60:00Z")]
    [InlineData("2026-11-23T09:00:00")]
    [InlineData("2026-11-23T09:00:00.Z")]
    [InlineData("2026-11-23T09:00:00.1234567890Z")]
    public void What_is_no_moment_is_refused(string text) =>
        Assert.Throws<UnparsableValueException>(() => Read<Instant>(text));

    private static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(text), CaseEventJson.Options)!;
}
