using ComplaintMailer.Mail.Mime;
using ComplaintMailer.Mail.Reading.Quotes;

namespace ComplaintMailer.Mail.Reading.Kinds;

/// <summary>Out-of-office notes: whether it is one, and until when it says.</summary>
internal static class AbsenceNote
{
    private static readonly Phrases Words = new(
        "afwezig",
        "niet aanwezig",
        "niet op kantoor",
        "vakantie",
        "verlof",
        "weer bereikbaar",
        "weer aanwezig",
        "out of office",
        "out of the office",
        "on leave",
        "annual leave",
        "on holiday",
        "on vacation",
        "away until",
        "will return",
        "abwesend",
        "abwesenheit",
        "nicht im büro",
        "im urlaub",
        "niet bereikbaar",
        "wegens ziekte",
        "ziek gemeld",
        "zijn gesloten",
        "niet meer werkzaam",
        "uit dienst",
        "no longer work",
        "absent",
        "en congé",
        "en vacances"
    );

    private static readonly string[] UntilWords =
    [
        "t/m",
        "tot en met",
        "tot",
        "until",
        "return on",
        "returning on",
        "back in the office on",
        "weer aanwezig op",
        "weer bereikbaar vanaf",
        "weer terug op",
        "wieder am",
        "ab dem",
        "vanaf",
        "back on",
        "returning",
        "terug op",
        "weer bereikbaar op",
        "bis",
        "jusqu'au",
        "through",
    ];

    private static readonly string[] Weekdays =
    [
        "zondag",
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "sunday",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
    ];

    /// <summary>Whether an automatic mail is one: its own words say so, not those it quotes.</summary>
    public static bool Is(MimeEntity root, string subject, string reply)
    {
        if (
            root.Unfolded("X-Auto-Response-Suppress") is null
            && root.Unfolded("Auto-Submitted")?.StartsWith("auto-generated", StringComparison.OrdinalIgnoreCase) == true
        )
            return false;
        return Words.In(subject) || Words.In(reply.AsSpan(0, Math.Min(reply.Length, 2000)));
    }

    public static string? Until(string text, DateTimeOffset? written)
    {
        var lines = text.Split('\n').Take(30).ToList();
        return First(lines, rest => Date(rest, written)) ?? First(lines, rest => Weekday(rest, written));
    }

    /// <summary>What can be made of the words behind “until” and its like, the first that can.</summary>
    private static string? First(List<string> lines, Func<string, string?> read)
    {
        foreach (var line in lines)
        {
            foreach (var word in UntilWords)
            {
                var at = line.IndexOf(word, StringComparison.OrdinalIgnoreCase);
                if (at >= 0 && read(line[(at + word.Length)..]) is { } date)
                    return date;
            }
        }
        return null;
    }

    /// <summary>“tot maandag”: the next day of that name.</summary>
    private static string? Weekday(string text, DateTimeOffset? written)
    {
        if (written is not { } from)
            return null;
        foreach (var word in text.Split([' ', ',', '.', '!', '\t'], StringSplitOptions.RemoveEmptyEntries).Take(2))
        {
            var at = Array.FindIndex(Weekdays, w => w.Equals(word, StringComparison.OrdinalIgnoreCase));
            if (at < 0)
                continue;
            var ahead = ((at % 7) - (int)from.DayOfWeek + 7) % 7;
            return Iso(from.AddDays(ahead == 0 ? 7 : ahead));
        }
        return null;
    }

    private static string Iso(DateTimeOffset date) =>
        date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string? Date(string text, DateTimeOffset? written)
    {
        var words = text.Split([' ', ',', '.', '\t'], StringSplitOptions.RemoveEmptyEntries).Take(6).ToList();
        var year = (written ?? DateTimeOffset.UnixEpoch).Year;
        for (var i = 0; i < words.Count; i++)
        {
            if (
                words[i].TrimEnd(')').Split(['-', '/']) is { Length: 3 } parts
                && (Day(parts[0], parts[1], parts[2]) ?? Day(parts[1], parts[0], parts[2])) is { } full
            )
                return Iso(full);
            if (i + 1 >= words.Count || !words[i].All(char.IsAsciiDigit) || words[i].Length > 2)
                continue;
            var given =
                i + 2 < words.Count && words[i + 2].Length == 4 && words[i + 2].All(char.IsAsciiDigit)
                    ? words[i + 2]
                    : null;
            if (MailDates.Read($"{words[i]} {words[i + 1]} {given ?? $"{year}"}") is not { } date)
                continue;
            // A note written in December that says “4 januari” means the next one.
            if (given is null && written is { } w && date.Date < w.Date)
                date = date.AddYears(1);
            return Iso(date);
        }
        return null;
    }

    /// <summary>Americans write the month first; where only that makes a date it is one.</summary>
    private static DateTimeOffset? Day(string day, string month, string year) =>
        MailDates.Read($"{day} {QuotedDate.MonthName(month)} {year}");
}
