namespace ComplaintMailer.Mail.Reading.Quotes;

/// <summary>“Prima dan.Op ma 23 nov. 2026 om 10:02 schreef Jan &lt;jan@…&gt;:”: the person's words and what announces the quote, in one line.</summary>
internal static class RunOn
{
    private const int Longest = 500;

    private static readonly string[] Openings = ["Op ", "On ", "Am ", "Le "];

    /// <summary>The same lines, each such one made two.</summary>
    public static List<TextLine> Parted(List<TextLine> lines)
    {
        List<TextLine>? parted = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var at = Place(lines, i);
            if (at > 0)
            {
                parted ??= lines[..i];
                parted.Add(lines[i] with { Words = lines[i].Words[..at].TrimEnd() });
                parted.Add(lines[i] with { Words = lines[i].Words[at..] });
            }
            else
                parted?.Add(lines[i]);
        }
        return parted ?? lines;
    }

    /// <summary>Where the announcement begins; 0 where all of the line is one thing.</summary>
    private static int Place(List<TextLine> lines, int i)
    {
        var words = lines[i].Words;
        if (words.Length > Longest || lines[i].IsQuoted || !words.EndsWith(':'))
            return 0;
        foreach (var opening in Openings)
        {
            var at = words.LastIndexOf(opening, StringComparison.Ordinal);
            if (at < 1)
                continue;
            var before = words.AsSpan(0, at).TrimEnd();
            if (before.Length == 0 || before[^1] is not ('.' or '!' or '?' or ')'))
                continue;
            if (Attribution.End([lines[i] with { Words = words[at..] }, .. lines.Skip(i + 1).Take(4)], 0) == 1)
                return at;
        }
        return 0;
    }
}
