using System.Buffers;
using System.Globalization;

namespace ComplaintMailer.Mail.Mime;

/// <summary>
/// Dates as mails write them: RFC 5322, RFC 850, asctime, ISO, numbers only; two-digit years, named zones or none, month
/// names of the neighbours. The pieces are known by their looks, not by their place.
/// </summary>
internal static class MailDates
{
    private const int Longest = 300;
    private const string Blanks = " ,\t\r\n\u00A0";
    private static readonly SearchValues<char> Between = SearchValues.Create(Blanks);

    /// <summary>Null when no date can be made of it. A time without a zone is taken as universal.</summary>
    public static DateTimeOffset? Read(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest)
            return null;
        var date = new DatePieces();
        var isComment = false;
        while (!(text = text.TrimStart(Blanks)).IsEmpty)
        {
            var end = text.IndexOfAny(Between);
            var raw = end < 0 ? text : text[..end];
            text = text[raw.Length..];
            isComment |= raw[0] == '(';
            if (!isComment)
                date.Take(raw);
            if (raw[^1] == ')')
                isComment = false;
        }
        return date.Made();
    }

    /// <summary>The date stands behind the last semicolon; some servers add a comment with one in it.</summary>
    public static DateTimeOffset? OfReceived(ReadOnlySpan<char> header)
    {
        for (var tries = 0; tries < 3; tries++)
        {
            var semicolon = header.LastIndexOf(';');
            if (semicolon < 0)
                return null;
            if (Read(header[(semicolon + 1)..]) is { } date)
                return date;
            header = header[..semicolon];
        }
        return null;
    }
}

/// <summary>What is known so far of a date that is read word by word.</summary>
internal struct DatePieces
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> Clock = SearchValues.Create("0123456789:.");

    private int? day;
    private int? month;
    private int? year;
    private TimeSpan? time;
    private TimeSpan? zone;
    private bool isAfternoon;
    private bool isMorning;

    public void Take(ReadOnlySpan<char> word)
    {
        word = word.Trim("()<>\"';");
        if (word.IsEmpty)
            return;
        if (word[0] is '+' or '-')
            zone ??= TimeZones.Read(word);
        else if (char.IsAsciiDigit(word[0]))
            TakeNumbers(word);
        else if (MonthNames.Number(word) is > 0 and var named)
            month = named; // The last one: in French "mar." before it is a Tuesday.
        else if (word.Equals("PM", StringComparison.OrdinalIgnoreCase))
            isAfternoon = true;
        else if (word.Equals("AM", StringComparison.OrdinalIgnoreCase))
            isMorning = true;
        else if (day is not null || month is not null)
            zone ??= TimeZones.Read(word);
    }

    public readonly DateTimeOffset? Made()
    {
        if (day is not { } d || month is not (>= 1 and <= 12) || year is not (>= 1900 and <= 9998))
            return null;
        if (d < 1 || d > DateTime.DaysInMonth(year.Value, month.Value))
            return null;
        var at = time ?? TimeSpan.Zero;
        if (isAfternoon && at.Hours < 12)
            at += TimeSpan.FromHours(12);
        if (isMorning && at.Hours == 12)
            at -= TimeSpan.FromHours(12);
        var local = new DateTime(year.Value, month.Value, d, 0, 0, 0, DateTimeKind.Unspecified) + at;
        return new DateTimeOffset(local, zone ?? TimeSpan.Zero);
    }

    private void TakeNumbers(ReadOnlySpan<char> word)
    {
        // An ISO date with its time: 2026-11-23T10:02:11Z.
        var t = word.IndexOfAny('T', 't');
        if (t >= 8 && word[..t].Contains('-'))
        {
            TakeNumbers(word[..t]);
            word = word[(t + 1)..];
        }
        if (word.Contains(':'))
            TakeTime(word);
        else if (word.ContainsAny('-', '/', '.') && word.TrimEnd(".-/").ContainsAny('-', '/', '.'))
            TakeJoined(word);
        else
            TakeNumber(word.TrimEnd(".-/"));
    }

    private void TakeNumber(ReadOnlySpan<char> digits)
    {
        // "3rd", "23e": the letters say nothing.
        var end = digits.IndexOfAnyExcept(Digits);
        if (end >= 0 && (digits.Length - end > 2 || end > 2))
            return;
        if (Number(end < 0 ? digits : digits[..end]) is not { } number)
            return;
        if (digits.Length >= 3 && end < 0)
            year ??= Year(number, digits.Length);
        else if (day is null)
            day = number;
        else
            year ??= Year(number, digits.Length);
    }

    /// <summary>23-Nov-26, 23-11-2026, 23.11.2026, 11/23/2026, 2026-11-23, and a time with full stops: 10.02.11.</summary>
    private void TakeJoined(ReadOnlySpan<char> word)
    {
        Span<Range> ranges = stackalloc Range[4];
        var count = word.SplitAny(ranges, "-/.", StringSplitOptions.RemoveEmptyEntries);
        if (count != 3)
            return;
        var first = word[ranges[0]];
        var second = word[ranges[1]];
        var third = word[ranges[2]];
        if (MonthNames.Number(second) is > 0 and var named)
        {
            (day, month, year) = (Number(first), named, Year(Number(third), third.Length));
            return;
        }
        if (Number(first) is not { } a || Number(second) is not { } b || Number(third) is not { } c)
            return;
        if (first.Length == 4)
            (year, month, day) = (a, b, c);
        else if (day is not null && month is not null)
            time ??= Time(a, b, c);
        else if (b > 12)
            (month, day, year) = (a, b, Year(c, third.Length));
        else
            (day, month, year) = (a, b, Year(c, third.Length));
    }

    /// <summary>10:02, 10:02:11, 10:02:11.500, and with the zone grown on to it: 10:02:11+0100, 10:02:11Z.</summary>
    private void TakeTime(ReadOnlySpan<char> word)
    {
        var end = word.IndexOfAnyExcept(Clock);
        if (end > 0)
        {
            var tail = word[end..];
            if (tail.Equals("PM", StringComparison.OrdinalIgnoreCase))
                isAfternoon = true;
            else if (tail.Equals("AM", StringComparison.OrdinalIgnoreCase))
                isMorning = true;
            else
                zone ??= TimeZones.Read(tail);
            word = word[..end];
        }
        Span<Range> ranges = stackalloc Range[4];
        var count = word.Split(ranges, ':');
        if (
            count is not (2 or 3)
            || Number(word[ranges[0]]) is not { } hour
            || Number(word[ranges[1]]) is not { } minute
        )
            return;
        var seconds = 0;
        if (count == 3)
        {
            var last = word[ranges[2]];
            var dot = last.IndexOf('.');
            seconds = Number(dot < 0 ? last : last[..dot]) ?? 0;
        }
        time ??= Time(hour, minute, seconds);
    }

    /// <summary>A leap second is the last of its minute; 24:00 and the like are no times.</summary>
    private static TimeSpan? Time(int hour, int minute, int second) =>
        hour <= 23 && minute <= 59 ? new TimeSpan(hour, minute, Math.Min(second, 59)) : null;

    /// <summary>RFC 5322, section 4.3: two digits below 50 are this century, three digits count from 1900.</summary>
    private static int? Year(int? number, int digits) =>
        number switch
        {
            null => null,
            < 50 when digits <= 2 => 2000 + number,
            < 1000 => 1900 + number,
            _ => number,
        };

    private static int? Number(ReadOnlySpan<char> text) =>
        text.Length <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
