using System.Globalization;
using System.Text;
using NodaTime;

namespace ComplaintMailer.Letters;

/// <summary>A term as a calendar file (RFC 5545): a whole day, with a reminder the morning before.</summary>
internal static class CalendarFile
{
    private const int LineBytes = 75;

    /// <param name="uid">The same for the same term: sent again with a later date it moves the entry.</param>
    /// <param name="sequence">Higher each time the date moves.</param>
    public static string Write(
        string uid,
        int sequence,
        LocalDate day,
        string title,
        string description,
        string organiser,
        Instant now
    )
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//ComplaintMailer//Terms//EN");
        Line(file, "CALSCALE:GREGORIAN");
        Line(file, "METHOD:PUBLISH");
        Line(file, "BEGIN:VEVENT");
        Line(file, $"UID:{Escape(uid)}");
        Line(file, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{sequence}"));
        Line(file, $"DTSTAMP:{Utc(now)}");
        Line(file, $"DTSTART;VALUE=DATE:{Day(day)}");
        // The end is not counted: the next day.
        Line(file, $"DTEND;VALUE=DATE:{Day(day.PlusDays(1))}");
        Line(file, $"SUMMARY:{Escape(title)}");
        Line(file, $"DESCRIPTION:{Escape(description)}");
        Line(file, $"ORGANIZER:mailto:{Escape(organiser)}");
        Line(file, "TRANSP:TRANSPARENT");
        Line(file, "CLASS:PRIVATE");
        Line(file, "BEGIN:VALARM");
        Line(file, "ACTION:DISPLAY");
        Line(file, $"DESCRIPTION:{Escape(title)}");
        Line(file, "TRIGGER:-PT15H");
        Line(file, "END:VALARM");
        Line(file, "END:VEVENT");
        Line(file, "END:VCALENDAR");
        return file.ToString();
    }

    /// <summary>Lines longer than 75 bytes go on in the next, which begins with a blank; a character is never split.</summary>
    private static void Line(StringBuilder file, string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LineBytes)
            {
                file.Append("\r\n ");
                bytes = 1;
            }
            file.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }
        file.Append("\r\n");
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c is '\\' or ';' or ',')
                escaped.Append('\\').Append(c);
            else if (c == '\n')
                escaped.Append("\\n");
            else if (!char.IsControl(c))
                escaped.Append(c);
        }
        return escaped.ToString();
    }

    private static string Day(LocalDate day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}{day.Month:00}{day.Day:00}");

    private static string Utc(Instant at)
    {
        var utc = at.InUtc();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{utc.Year:0000}{utc.Month:00}{utc.Day:00}T{utc.Hour:00}{utc.Minute:00}{utc.Second:00}Z"
        );
    }
}
