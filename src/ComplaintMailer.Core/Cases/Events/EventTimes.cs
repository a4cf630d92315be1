using NodaTime;
using NodaTime.Text;

namespace ComplaintMailer.Core.Cases;

/// <summary>
/// Days and moments by their digits. A dossier is read for each mail and each letter of its case, and patterns take many times as
/// long; they read what is written otherwise.
/// </summary>
internal static class EventTimes
{
    public static LocalDate Day(ReadOnlySpan<byte> text) =>
        text.Length == 10 && Digits(text) is { } day
            ? day
            : LocalDatePattern.Iso.Parse(System.Text.Encoding.UTF8.GetString(text)).GetValueOrThrow();

    public static Instant Moment(ReadOnlySpan<byte> text)
    {
        // 2026-11-23T09:00:00Z, with a fraction of a second or without.
        if (
            text.Length >= 20
            && (text[10], text[13], text[16], text[^1]) is ((byte)'T', (byte)':', (byte)':', (byte)'Z')
            && Digits(text[..10]) is { } day
            && Number(text[11..13]) is { } hour and < 24
            && Number(text[14..16]) is { } minute and < 60
            && Number(text[17..19]) is { } second and < 60
            && Fraction(text[19..^1]) is { } nanoseconds
        )
            return Instant.FromUtc(day.Year, day.Month, day.Day, hour, minute, second).PlusNanoseconds(nanoseconds);
        return InstantPattern.ExtendedIso.Parse(System.Text.Encoding.UTF8.GetString(text)).GetValueOrThrow();
    }

    private static LocalDate? Digits(ReadOnlySpan<byte> text) =>
        (text[4], text[7]) is ((byte)'-', (byte)'-')
        && Number(text[..4]) is { } year and > 0
        && Number(text[5..7]) is { } month and >= 1 and <= 12
        && Number(text[8..10]) is { } day and >= 1
        && day <= DateTime.DaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    /// <summary>Nothing, or a point and up to nine digits.</summary>
    private static int? Fraction(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return 0;
        if (text[0] != (byte)'.' || text.Length is < 2 or > 10 || Number(text[1..]) is not { } number)
            return null;
        for (var digits = text.Length - 1; digits < 9; digits++)
            number *= 10;
        return number;
    }

    private static int? Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return null;
            number = (number * 10) + (digit - '0');
        }
        return number;
    }
}
