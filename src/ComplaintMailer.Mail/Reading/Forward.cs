using ComplaintMailer.Mail.Mime;

namespace ComplaintMailer.Mail.Reading;

/// <summary>Whether a mail passes on another's, and whose.</summary>
internal static class Forward
{
    private static readonly string[] Prefixes = ["fw:", "fwd:", "wg:", "doorst:", "doorgestuurd:", "tr:", "dr:"];
    private static readonly string[] Marks =
    [
        "doorgestuurd bericht",
        "forwarded message",
        "begin doorgestuurd bericht",
        "begin forwarded message",
        "weitergeleitete nachricht",
    ];

    public static bool Is(string subject, string text) =>
        Prefixes.Any(p => subject.TrimStart().StartsWith(p, StringComparison.OrdinalIgnoreCase))
        || MarkLine(text) is not null;

    public static MailAddress? From(string subject, string text)
    {
        if (!Is(subject, text))
            return null;
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.Trim().TrimStart('>', '*', ' ');
            foreach (var label in new[] { "van:", "from:", "von:", "de:" })
            {
                if (
                    trimmed.StartsWith(label, StringComparison.OrdinalIgnoreCase)
                    && AddressList.Read(Unmarked(trimmed[label.Length..])) is [var who, ..]
                    && who.Address.Contains('@', StringComparison.Ordinal)
                )
                    return who;
            }
        }
        return null;
    }

    /// <summary>Outlook writes “Jan [mailto:jan@example.org]”.</summary>
    private static string Unmarked(string text) =>
        text.Replace("*", "", StringComparison.Ordinal)
            .Replace("[mailto:", "<", StringComparison.OrdinalIgnoreCase)
            .Replace(']', '>')
            .Trim();

    private static string? MarkLine(string text) =>
        text.Split('\n')
            .FirstOrDefault(l => l.Length < 200 && Marks.Any(m => l.Contains(m, StringComparison.OrdinalIgnoreCase)));
}
