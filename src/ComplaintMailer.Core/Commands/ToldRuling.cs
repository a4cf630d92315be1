using ComplaintMailer.Core.Words;
using NodaTime;

namespace ComplaintMailer.Core.Commands;

/// <summary>
/// “gegrond, 15 juli 2027, geaccepteerd ja”, and below it what the committee wrote. What it wrote may well speak of other days, and
/// of what is unfounded: the first line decides.
/// </summary>
internal sealed record ToldRuling(string? Ruling, LocalDate? On, bool? Accepted, string? Text)
{
    public static ToldRuling Read(string value, LocalDate today)
    {
        var lines = value.Trim().Split('\n');
        var heads = 1;
        // “geaccepteerd ja” or a day may stand on a line of its own.
        while (heads < lines.Length && IsOfHead(lines[heads], today))
            heads++;
        var head = string.Join(' ', lines.Take(heads));
        var text = string.Join('\n', lines.Skip(heads)).Trim();
        var folded = Folding.Fold(head);
        return new(
            Ruled(folded),
            DateReader.Anywhere(head, today)?.Date,
            AcceptedIn(folded),
            text.Length > 0 ? text : null
        );
    }

    /// <summary>That an advice calls itself binding accepts nothing: such a line begins with the word.</summary>
    private static bool IsOfHead(string line, LocalDate today)
    {
        var folded = Folding.Fold(line.Trim());
        return folded.Length is > 0 and < 40
            && (
                HeadWords.Any(w => folded.StartsWith(w, StringComparison.Ordinal))
                || (char.IsAsciiDigit(folded[0]) && folded.Length < 25 && DateReader.Anywhere(line, today) is not null)
            );
    }

    private static readonly string[] HeadWords =
    [
        "geaccepteerd",
        "niet geaccepteerd",
        "aanvaard",
        "niet aanvaard",
        "accepted",
        "not accepted",
    ];

    private static string? Ruled(string folded)
    {
        if (Says("niet-ontvankelijk", "niet ontvankelijk", "inadmissible"))
            return "inadmissible";
        if (Says("deels gegrond", "ten dele gegrond", "gedeeltelijk gegrond", "partly founded", "partly-founded"))
            return "partly-founded";
        if (Says("ongegrond", "unfounded", "afgewezen"))
            return "unfounded";
        if (Says("gegrond", "founded"))
            return "founded";
        return Says("schikking", "settled", "anders", "other") ? "other" : null;

        bool Says(params string[] words) => words.Any(w => folded.Contains(w, StringComparison.Ordinal));
    }

    private static bool? AcceptedIn(string folded)
    {
        foreach (var word in new[] { "geaccepteerd", "aanvaard", "accepted", "akkoord", "bindend", "binding" })
        {
            var at = folded.IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
                continue;
            if (at >= 5 && folded[..at].TrimEnd().EndsWith("niet", StringComparison.Ordinal))
                return false;
            var after = folded[(at + word.Length)..].TrimStart(' ', ':', ',');
            return CommandRun.YesNo(after) ?? true;
        }
        return null;
    }
}
