using System.Globalization;

namespace ComplaintMailer.Mail.Mime;

/// <summary>Dates as mails write them: RFC 5322, RFC 850, asctime, ISO; two-digit years, named zones or none, month names of the neighbours.</summary>
internal static class MailDates
{
    private static readonly Dictionary<string, int> Months = new(StringComparer.OrdinalIgnoreCase)
    {
        ["jan"] = 1,
        ["feb"] = 2,
        ["mar"] = 3,
        ["mrt"] = 3,
        ["maa"] = 3,
        ["mär"] = 3,
        ["maerz"] = 3,
        ["apr"] = 4,
        ["avr"] = 4,
        ["may"] = 5,
        ["mei"] = 5,
        ["mai"] = 5,
        ["jun"] = 6,
        ["jui"] = 6,
        ["jul"] = 7,
        ["aug"] = 8,
        ["aoû"] = 8,
        ["sep"] = 9,
        ["oct"] = 10,
        ["okt"] = 10,
        ["nov"] = 11,
        ["dec"] = 12,
        ["dez"] = 12,
        ["déc"] = 12,
        ["fév"] = 2,
    };

    private static readonly Dictionary<string, double> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["Z"] = 0,
        ["WET"] = 0,
        ["BST"] = 1,
        ["CET"] = 1,
        ["MET"] = 1,
        ["CEST"] = 2,
        ["MEST"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
    };

    public static DateTimeOffset? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 300)
            return null;
        var comment = text.IndexOf('(', StringComparison.Ordinal);
        if (comment > 0)
            text = text[..comment];
        if (
            char.IsAsciiDigit(text.TrimStart()[0])
            && text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(
                text.Trim(),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var iso
            )
        )
            return iso;

        int? day = null,
            month = null,
            year = null;
        var time = TimeSpan.Zero;
        var zone = TimeSpan.Zero;
        var afternoon = false;
        foreach (var token in text.Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (token.Contains(':', StringComparison.Ordinal))
            {
                if (Time(token) is { } t)
                    time = t;
            }
            else if (token[0] is '+' or '-' && token.Length >= 3 && token[1..].All(char.IsAsciiDigit))
                zone = Offset(token);
            else if (
                token.Contains('-', StringComparison.Ordinal)
                && token.Split('-') is [var d, var m, var y]
                && Month(m) is { } named
            )
                (day, month, year) = (Number(d), named, Year(y));
            else if (Number(token) is { } n)
            {
                if (token.Length >= 3)
                    year = n;
                else if (day is null)
                    day = n;
                else
                    year ??= Year(token);
            }
            else if (string.Equals(token, "PM", StringComparison.OrdinalIgnoreCase))
                afternoon = true;
            else if (Zones.TryGetValue(token, out var hours) && day is not null)
                zone = TimeSpan.FromHours(hours);
            else if (Month(token) is { } word && month is null && token.Length >= 3)
                month = word;
        }
        if (
            day is null
            || month is null
            || year is not (>= 1900 and <= 9998)
            || day < 1
            || day > DateTime.DaysInMonth(year.Value, month.Value)
        )
            return null;
        if (afternoon && time.Hours < 12)
            time += TimeSpan.FromHours(12);
        try
        {
            return new DateTimeOffset(
                new DateTime(year.Value, month.Value, day.Value, 0, 0, 0, DateTimeKind.Unspecified) + time,
                zone
            );
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static TimeSpan? Time(string token)
    {
        var parts = token.Split(':');
        if (
            parts.Length is < 2 or > 3
            || Number(parts[0]) is not (>= 0 and <= 23)
            || Number(parts[1]) is not (>= 0 and <= 59)
        )
            return null;
        var seconds = parts.Length == 3 ? Number(parts[2].Split('.')[0]) ?? 0 : 0;
        // A leap second is the last of its minute.
        return new TimeSpan(Number(parts[0])!.Value, Number(parts[1])!.Value, Math.Min(seconds, 59));
    }

    private static TimeSpan Offset(string token)
    {
        var digits = token[1..].PadRight(4, '0');
        var minutes = (
            (int.Parse(digits[..2], CultureInfo.InvariantCulture) * 60)
            + int.Parse(digits[2..4], CultureInfo.InvariantCulture)
        );
        if (minutes > 14 * 60)
            return TimeSpan.Zero;
        return TimeSpan.FromMinutes(token[0] == '-' ? -minutes : minutes);
    }

    private static int? Month(string word)
    {
        word = word.TrimEnd('.');
        if (word.Length < 3)
            return null;
        // French June and July begin alike.
        if (word.StartsWith("juil", StringComparison.OrdinalIgnoreCase))
            return 7;
        return Months.TryGetValue(word[..3], out var n) ? n : null;
    }

    private static int? Year(string text) =>
        Number(text) is not { } n ? null
        : n < 50 && text.Length <= 2 ? 2000 + n
        : n < 1000 ? 1900 + n
        : n;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
