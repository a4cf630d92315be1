namespace ComplaintMailer.Mail.Reading;

/// <summary>
/// The person's own words. Quoted mail below them, the signature and what the mail program or a lawyer adds are cut. When in
/// doubt words are kept: a sentence too many harms nobody, a lost one may be the complaint.
/// </summary>
internal static class ReplyCutter
{
    private static readonly string[] Greetings =
    [
        "met vriendelijke groet",
        "met hartelijke groet",
        "vriendelijke groet",
        "hartelijke groet",
        "hoogachtend",
        "mvg",
        "m.v.g",
        "groeten,",
        "groet,",
        "groetjes",
        "kind regards",
        "best regards",
        "regards,",
        "yours sincerely",
        "yours faithfully",
        "mit freundlichen grüßen",
        "cordialement",
    ];

    private static readonly string[] Devices =
    [
        "verstuurd vanaf mijn",
        "verzonden vanaf mijn",
        "verstuurd met",
        "outlook voor ios",
        "outlook voor android",
        "download outlook",
        "verzonden met",
        "sent from my",
        "get outlook for",
        "sent with",
        "von meinem",
        "envoyé de mon",
        "yahoo mail",
    ];

    private static readonly string[] From = ["van:", "from:", "von:", "de:"];
    private static readonly string[] Sent =
    [
        "verzonden:",
        "sent:",
        "gesendet:",
        "envoyé:",
        "datum:",
        "date:",
        "aan:",
        "to:",
        "an:",
        "à:",
        "onderwerp:",
        "subject:",
        "betreff:",
        "objet:",
    ];

    private static readonly string[] Footers =
    [
        "dit bericht is uitsluitend bestemd",
        "dit e-mailbericht is",
        "deze e-mail is uitsluitend",
        "de informatie verzonden met dit",
        "de inhoud van dit bericht is vertrouwelijk",
        "this e-mail is confidential",
        "this email and any",
        "the information contained in this",
        "disclaimer",
    ];

    public static (string Reply, bool HasQuote) Cut(string text)
    {
        var lines = text.Split('\n');
        var end = lines.Length;
        var hasQuote = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (!StartsQuote(lines, i))
                continue;
            hasQuote = true;
            // Answers below or between the quoted lines: keep it all, with what they answer.
            if (OwnWordsBehind(lines, i))
                break;
            end = i;
            break;
        }
        if (end == lines.Length && lines.Any(IsQuoted))
        {
            hasQuote = true;
            var last = Array.FindLastIndex(lines, l => l.Trim().Length > 0);
            var first = Array.FindIndex(lines, IsQuoted);
            if (first >= 0 && lines.Skip(first).All(l => IsQuoted(l) || l.Trim().Length == 0) && last >= first)
                end = first;
        }
        var own = string.Join('\n', WithoutSignature(lines[..end])).Trim();
        return (own.Length > 0 ? own : string.Join('\n', lines[..end]).Trim(), hasQuote);
    }

    private static bool StartsQuote(string[] lines, int i)
    {
        var line = lines[i].Trim();
        if (line.Length == 0 || line.Length > 300)
            return false;
        var lower = line.ToLowerInvariant();
        if (
            lower.StartsWith("-----", StringComparison.Ordinal)
            && (
                Has(lower, "oorspronkelijk bericht")
                || Has(lower, "original message")
                || Has(lower, "ursprüngliche nachricht")
                || Has(lower, "message d'origine")
                || Has(lower, "doorgestuurd bericht")
                || Has(lower, "forwarded message")
            )
        )
            return true;
        if (
            lower.StartsWith("________________________________", StringComparison.Ordinal)
            && NextIsHeaderBlock(lines, i + 1)
        )
            return true;
        if (From.Any(f => lower.StartsWith(f, StringComparison.Ordinal)) && NextIsHeaderBlock(lines, i))
            return true;
        // “Op ma 4 jan. 2027 om 10:12 schreef Jan <jan@…>:”, over one or two lines.
        var joined =
            i + 1 < lines.Length && !lower.EndsWith(':') ? lower + " " + lines[i + 1].Trim().ToLowerInvariant() : lower;
        if (!joined.EndsWith(':'))
            return false;
        return (
                lower.StartsWith("op ", StringComparison.Ordinal)
                && (Has(joined, "schreef") || Has(joined, "geschreven"))
            )
            || (lower.StartsWith("on ", StringComparison.Ordinal) && Has(joined, "wrote"))
            || (lower.StartsWith("am ", StringComparison.Ordinal) && Has(joined, "schrieb"))
            || (lower.StartsWith("le ", StringComparison.Ordinal) && Has(joined, "écrit"))
            || (Has(joined, " schreef op ") && Has(joined, "@") | Has(joined, ":"));
    }

    /// <summary>A sender line and, close by, two further lines of a mail's header.</summary>
    private static bool NextIsHeaderBlock(string[] lines, int i)
    {
        var near = lines
            .Skip(i)
            .Where(l => l.Trim().Length > 0)
            .Take(6)
            .Select(l => l.Trim().TrimStart('*').ToLowerInvariant())
            .ToList();
        return near.Count(l => Sent.Any(s => l.StartsWith(s, StringComparison.Ordinal))) >= 2
            && near.Any(l => From.Any(f => l.StartsWith(f, StringComparison.Ordinal)));
    }

    private static bool OwnWordsBehind(string[] lines, int start)
    {
        var rest = lines.Skip(start + 1).ToList();
        // Without quote marks nobody can tell whose words those are.
        if (!rest.Any(IsQuoted))
            return false;
        var sawQuote = false;
        foreach (var line in rest)
        {
            if (IsQuoted(line))
                sawQuote = true;
            else if (sawQuote && line.Trim().Length > 0)
                return !IsClosing(line);
        }
        return false;
    }

    private static IEnumerable<string> WithoutSignature(string[] lines)
    {
        var end = lines.Length;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            var rest = lines.Length - i;
            if (lines[i].TrimEnd('\r') is "-- " or "--" || (line == "--" && i > 0))
            {
                end = i;
                break;
            }
            // A closing is one only near the end: people also write “groet” in a sentence.
            if (
                i > 0
                && rest <= 12
                && (IsClosing(line) || Footers.Any(f => line.StartsWith(f, StringComparison.OrdinalIgnoreCase)))
            )
            {
                end = i;
                break;
            }
        }
        return lines
            .Take(end)
            .Where(l =>
                !Devices.Any(d =>
                    l.TrimStart().StartsWith(d, StringComparison.OrdinalIgnoreCase) && l.Trim().Length < 80
                )
            );
    }

    private static bool IsClosing(string line)
    {
        var lower = line.Trim().ToLowerInvariant();
        return lower.Length is > 0 and < 60
            && (
                Greetings.Any(g => lower.StartsWith(g, StringComparison.Ordinal))
                || Devices.Any(d => lower.StartsWith(d, StringComparison.Ordinal))
            );
    }

    private static bool IsQuoted(string line) =>
        line.StartsWith('>') || line.StartsWith("|>", StringComparison.Ordinal);

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.Ordinal);
}
