namespace ComplaintMailer.Mail.Reading.Quotes;

/// <summary>
/// The sentence above a quoted mail: “Op ma 4 jan. 2027 om 10:12 schreef Jan &lt;jan@…&gt;:”, on one line or broken over
/// three. People write such sentences too (“Op maandag 4 januari schreef de leidster mij:”); those are never taken for one
/// unless a quoted mail really follows.
/// </summary>
internal static class Attribution
{
    private const int MostLines = 4;
    private const int Longest = 500;

    private static readonly Phrases Verbs = new(
        " schreef",
        "geschreven",
        " wrote",
        " schrieb",
        "a écrit",
        " écrit",
        "escribió",
        "ha scritto",
        "escreveu",
        "napisał",
        " yazdı",
        " a scris",
        "ezt írta",
        " napsal",
        " kirjoitti",
        " skrev",
        "написал",
        "написав",
        " пише",
        "كتب",
        " от "
    );

    private static readonly Phrases Openings = new("op ", "on ", "am ", "le ", "el ", "il ", "em ", "w dniu ", "den ");

    private static readonly string[] NamedVerbs = [" schreef ", " schrieb "];

    private static readonly Phrases AfterAddress = new(
        " a écrit",
        " écrit",
        " wrote",
        " het volgende geschreven",
        " ha scritto",
        " escribió"
    );

    /// <summary>The line behind the sentence, or -1 when none begins here.</summary>
    public static int End(List<TextLine> lines, int start)
    {
        var opening = Bare(lines[start].Words);
        if (opening.Length is 0 or > Longest)
            return -1;
        if (IsGroupWise(lines[start].Words) || IsBetweenDashes(lines[start].Words))
            return start + 1;
        if (HasMailBehind(opening))
            return start + 1;
        var mayRunOn = Openings.Begin(opening);
        // Most lines are none, and are seen to be none as they stand.
        if (!mayRunOn && !opening.EndsWith(':') && !HasOpenAngle(opening))
            return -1;
        var joined = opening;
        for (var i = start; i < lines.Count && i < start + MostLines; i++)
        {
            var words = Bare(lines[i].Words);
            if (words.Length == 0)
                return -1;
            if (i > start)
                joined = $"{joined} {words}";
            if (joined.Length > Longest)
                return -1;
            if (words.EndsWith(':'))
                return Is(joined, lines, i + 1) ? i + 1 : -1;
            // “… schreef op 4 januari 2027 10:12” without a colon, as phones of Samsung write it.
            if (!mayRunOn && !HasOpenAngle(joined))
                return -1;
        }
        return -1;
    }

    /// <summary>
    /// Yahoo writes the quoted mail on behind the colon: “Op ma … schreef Jan&lt;jan@…&gt;: Geachte …”, and on telephones
    /// “Op ma …, Jan&lt;jan@…&gt; schreef: Geachte …”.
    /// </summary>
    private static bool HasMailBehind(ReadOnlySpan<char> line)
    {
        var end = line.IndexOf(">:");
        if (end < 0 && line.IndexOf('>') is > 0 and var close)
        {
            var colon = line[close..].IndexOf(':');
            if (colon > 0 && Verbs.End(line.Slice(close, colon).TrimEnd()))
                end = close + colon - 1;
        }
        if (end < 0 || end == line.Length - 2)
            return false;
        var sentence = line[..(end + 2)];
        return Openings.Begin(sentence)
            && Verbs.In(sentence)
            && sentence.Contains('@')
            && sentence.ContainsAnyInRange('0', '9');
    }

    private static bool Is(ReadOnlySpan<char> sentence, List<TextLine> lines, int next)
    {
        var follows = QuoteFollows(lines, next);
        var hasDigit = sentence.ContainsAnyInRange('0', '9');
        var hasVerb = Verbs.In(sentence);
        var hasAddress = EndsInAddress(sentence);
        // “2027-01-04 10:12 GMT+01:00 Jan <jan@…>:”, Gmail of old; “4 jan 2027 10:12 door jan@…:”, Tuta.
        if (!hasVerb)
            return char.IsAsciiDigit(sentence[0]) && hasAddress && QuotedDate.HasTime(sentence);
        if (follows)
            return true;
        return hasDigit
            && (
                hasAddress
                || (
                    QuotedDate.HasTime(sentence)
                    && (
                        sentence.Contains("het volgende geschreven", StringComparison.OrdinalIgnoreCase)
                        || SentenceIsAllHeader(sentence)
                    )
                )
            );
    }

    /// <summary>“Op 04-01-2027 om 10:12 schreef Jan Jansen:” and nothing else: a date, a time and a name.</summary>
    private static bool SentenceIsAllHeader(ReadOnlySpan<char> sentence)
    {
        foreach (var verb in NamedVerbs)
        {
            var at = sentence.IndexOf(verb, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            var name = sentence[(at + verb.Length)..].TrimEnd(": ").ToString();
            var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            // A name has capitals; “de leidster dit” has not.
            return words.Length is > 0 and <= 5
                && char.IsUpper(words[0][0])
                && char.IsUpper(words[^1][0])
                && sentence[..at].ContainsAnyInRange('0', '9');
        }
        return false;
    }

    private static bool QuoteFollows(List<TextLine> lines, int next)
    {
        for (var i = next; i < lines.Count && i < next + 4; i++)
        {
            if (lines[i].IsQuoted && lines[i].Mark != LineMark.Aside)
                return true;
            // The sentence itself announces what follows as a mail: then a block quote that no program marked is one too.
            if (lines[i].Mark is LineMark.QuoteBegins or LineMark.Aside)
                return true;
            if (!lines[i].IsBlank)
                return false;
        }
        return false;
    }

    /// <summary>“… &lt;jan@example.org&gt;:”, and the same with round or square brackets or none.</summary>
    private static bool EndsInAddress(ReadOnlySpan<char> sentence)
    {
        var end = sentence.TrimEnd(": ");
        foreach (var after in AfterAddress.List)
        {
            if (end.EndsWith(after, StringComparison.OrdinalIgnoreCase))
                end = end[..^after.Length].TrimEnd();
        }
        var last = end[(end.LastIndexOf(' ') + 1)..];
        // “Jan <jan@…> schreef op ma 4 jan. 2027 10:12:”
        return last.Contains('@') || (end.Contains('<') && end.Contains('@') && QuotedDate.HasTime(end));
    }

    private static bool HasOpenAngle(ReadOnlySpan<char> text) => text.LastIndexOf('<') > text.LastIndexOf('>');

    /// <summary>“&gt;&gt;&gt; Jan Jansen &lt;jan@…&gt; 4-1-2027 10:12 &gt;&gt;&gt;”</summary>
    private static bool IsGroupWise(string line) =>
        line.StartsWith(">>> ", StringComparison.Ordinal)
        && line.EndsWith(">>>", StringComparison.Ordinal)
        && line.Length > 12
        && line.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>Zoho: “---- Op ma., 4 jan. 2027 10:12:11 +0100 Jan &lt;jan@…&gt; schreef ----”</summary>
    private static bool IsBetweenDashes(string line)
    {
        var words = line.AsSpan().Trim();
        return words.StartsWith("----")
            && words.EndsWith("----")
            && words.Length < Longest
            && words.Contains('@')
            && QuotedDate.HasTime(line)
            && Verbs.In(line);
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> line) => line.TrimStart("> \t|").TrimEnd(" \t*_");
}
