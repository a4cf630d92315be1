using ComplaintMailer.Mail.Mime;

namespace ComplaintMailer.Mail.Reading.Kinds;

/// <summary>Out-of-office notes: whether it is one, and until when it says.</summary>
internal static class AbsenceNote
{
    private static readonly string[] Words =
    [
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
        "absent",
        "en congé",
        "en vacances",
    ];

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

    /// <summary>Whether an automatic mail is one: its own words say so, not those it quotes.</summary>
    public static bool Is(MimeEntity root, string subject, string reply)
    {
        if (
            root.Unfolded("X-Auto-Response-Suppress") is null
            && root.Unfolded("Auto-Submitted")?.StartsWith("auto-generated", StringComparison.OrdinalIgnoreCase) == true
        )
            return false;
        var all = subject + "\n" + (reply.Length > 2000 ? reply[..2000] : reply);
        return Words.Any(w => all.Contains(w, StringComparison.OrdinalIgnoreCase));
    }

    public static string? Until(string text, DateTimeOffset? written)
    {
        foreach (var line in text.Split('\n').Take(30))
        {
            foreach (var word in UntilWords)
            {
                var at = line.IndexOf(word, StringComparison.OrdinalIgnoreCase);
                if (at < 0)
                    continue;
                if (Date(line[(at + word.Length)..], written) is { } date)
                    return date;
            }
        }
        return null;
    }

    private static string? Date(string text, DateTimeOffset? written)
    {
        var words = text.Split([' ', ',', '.', '\t'], StringSplitOptions.RemoveEmptyEntries).Take(6).ToList();
        var year = (written ?? DateTimeOffset.UnixEpoch).Year;
        for (var i = 0; i < words.Count; i++)
        {
            if (
                words[i].Split(['-', '/']) is { Length: 3 } parts
                && MailDates.Read($"{parts[0]} {MonthWord(parts[1])} {parts[2]}") is { } full
            )
                return full.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
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
            return date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        }
        return null;
    }

    private static string MonthWord(string number) =>
        number.TrimStart('0') switch
        {
            "1" => "jan",
            "2" => "feb",
            "3" => "mar",
            "4" => "apr",
            "5" => "may",
            "6" => "jun",
            "7" => "jul",
            "8" => "aug",
            "9" => "sep",
            "10" => "oct",
            "11" => "nov",
            "12" => "dec",
            _ => number,
        };
}
