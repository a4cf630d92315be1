using System.Runtime.InteropServices;

namespace ComplaintMailer.Mail.Reading.Quotes;

/// <summary>What is a person's own in a mail.</summary>
/// <param name="Reply">The person's own words; answers between quoted lines keep the lines they answer.</param>
/// <param name="Signature">What was taken off below them: closing, name, function, telephone, device, footers.</param>
/// <param name="Quote">Where in <paramref name="Lines"/> another's mail begins, if one was found.</param>
/// <param name="Lines">What was looked at.</param>
internal sealed record CutMail(string Reply, string Signature, QuoteStart? Quote, List<TextLine> Lines);

/// <summary>
/// The person's own words. Quoted mail, the signature and what the mail program or a lawyer adds are cut. When in doubt words
/// are kept: a sentence too many harms nobody, a lost one may be the complaint.
/// </summary>
internal static class ReplyCutter
{
    /// <summary>“There is something below”: perhaps answers, perhaps only the mail itself.</summary>
    private static readonly Phrases LookBelow = new(
        "hieronder",
        "eronder",
        "onder de vragen",
        "onder uw vragen",
        "achter de vragen",
        "per vraag",
        "zie onder",
        "in uw mail",
        "in jullie mail",
        "in je mail",
        "in de mail hieronder",
        "in de tekst",
        "see below",
        "siehe unten",
        "voir ci-dessous"
    );

    /// <summary>Answers stand within the quoted mail, told apart by colour or place at most.</summary>
    private static readonly Phrases AnswersWithin = new(
        "hieronder mijn",
        "mijn reactie hieronder",
        "antwoord hieronder",
        "antwoorden hieronder",
        "reactie in rood",
        "antwoord in rood",
        "antwoorden in rood",
        "in het rood",
        "in rood",
        "in blauw",
        "in groen",
        "in hoofdletters",
        "met hoofdletters",
        "in kapitalen",
        "in het vet",
        "dikgedrukt",
        "dik gedrukt",
        "vetgedrukt",
        "vet gedrukt",
        "cursief",
        "in kleur",
        "in oranje",
        "in paars",
        "tussen de tekst",
        "zie in de tekst",
        "antwoord in de tekst",
        "antwoorden in de tekst",
        "reactie in de tekst",
        "in uw tekst",
        "in jullie tekst",
        "in je tekst",
        "tussen de regels",
        "see my answers",
        "see inline",
        "inline",
        "in red",
        "in blue",
        "in green",
        "in bold",
        "in capitals",
        "in rot",
        "in blau",
        "in fett",
        "en rouge",
        "en bleu",
        "en gras"
    );

    private static readonly Phrases Arrows = new("--> ", "-> ", "==> ", "=> ", "→ ", "➔ ");

    /// <param name="whole">The text as a string: where nothing is cut, the reply is that.</param>
    public static CutMail Cut(ReadableText text, string whole, ReplyContext context)
    {
        var lines = RunOn.Parted(WithoutBanner(text.Lines));
        var start = QuoteStart.Find(lines, context);
        if (start is null)
            return Made(lines, lines, [], null, whole);
        // Pasted into a letter of one's own: where it ends, and the own words go on, nothing shows.
        if (IsPasted(lines, start, context))
            return new(ReadableText.Text(lines, whole), "", start, lines);
        var above = Range(lines, 0, start.Line);
        if (start.IsForward)
            return Made(lines, above, [], start, whole);
        var below = Below(lines, start, out var isMarked);
        // Answers typed into a quote without a mark of their own can't be told from it; when the person says they are there,
        // all is kept.
        if (below.Count == 0 && !context.IsForward && (SaysLookBelow(above, isMarked) || HasArrows(lines, start)))
            return new(ReadableText.Text(lines, whole), "", start, lines);
        return Made(lines, above, below, start, whole);
    }

    /// <summary>Neither an answer nor passed on, no mark of a program around it, and more than one paragraph behind its header.</summary>
    private static bool IsPasted(List<TextLine> lines, QuoteStart start, ReplyContext context)
    {
        var first = lines[start.Line];
        if (context.IsReply || context.IsForward || start.IsForward || start.Header is null)
            return false;
        if (first.IsQuoted || first.Mark == LineMark.QuoteBegins || QuotedHeader.Read(lines, start.Line) is null)
            return false;
        var paragraphs = 0;
        for (var i = start.Content; i < lines.Count; i++)
        {
            if (!lines[i].IsBlank && (i == start.Content || lines[i - 1].IsBlank))
                paragraphs++;
        }
        return paragraphs > 1;
    }

    /// <summary>The person's words between and below the quoted lines, with the quotes they answer.</summary>
    private static List<TextLine> Below(List<TextLine> lines, QuoteStart start, out bool isMarked)
    {
        var blocks = Blocks(lines, start.Content);
        isMarked = blocks.Count > 0 && blocks[0].IsQuote;
        if (!isMarked)
            return [];
        var last = blocks.FindLastIndex(b => !b.IsQuote && HasOwnWords(b.Lines));
        if (last < 0)
            return [];
        var answers = blocks.Take(last + 1).Count(b => !b.IsQuote && HasOwnWords(b.Lines));
        var kept = new List<TextLine>();
        for (var i = 0; i <= last; i++)
        {
            // One answer below a whole mail is no answer to each of its lines; below a short question it is.
            if (blocks[i].IsQuote && answers == 1 && !IsQuestion(blocks[i].Lines))
                continue;
            if (kept.Count > 0 && !kept[^1].IsBlank)
                kept.Add(new(""));
            kept.AddRange(blocks[i].IsQuote ? WithoutEmptyEnds(blocks[i].Lines) : blocks[i].Lines);
        }
        return kept;
    }

    private static List<TextLine> WithoutEmptyEnds(List<TextLine> quote)
    {
        var first = quote.FindIndex(l => !l.IsEmpty);
        return first < 0 ? [] : quote[first..(quote.FindLastIndex(l => !l.IsEmpty) + 1)];
    }

    /// <summary>Turns of quoted and own lines; blank lines belong to what stands before them.</summary>
    private static List<(bool IsQuote, List<TextLine> Lines)> Blocks(List<TextLine> lines, int start)
    {
        var blocks = new List<(bool IsQuote, List<TextLine> Lines)>();
        for (var i = start; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.IsBlank)
            {
                if (blocks.Count > 0)
                    blocks[^1].Lines.Add(line);
                continue;
            }
            var isQuote = line.IsQuoted || IsBrokenOff(lines, i);
            if (!isQuote)
            {
                // The next quoted mail's “Op … schreef …:”, without marks of its own.
                var end = Attribution.End(lines, i);
                if (end > i && end < lines.Count && blocks.Count > 0)
                {
                    i = end - 1;
                    continue;
                }
            }
            if (blocks.Count == 0 || blocks[^1].IsQuote != isQuote)
                blocks.Add((isQuote, []));
            blocks[^1].Lines.Add(line);
        }
        return blocks;
    }

    /// <summary>The end of a long quoted line that a server broke, without the mark: no answer begins in mid-sentence.</summary>
    private static bool IsBrokenOff(List<TextLine> lines, int i)
    {
        if (i == 0 || i + 1 >= lines.Count || !lines[i - 1].IsQuoted || !lines[i + 1].IsQuoted)
            return false;
        var before = lines[i - 1].Words;
        var words = lines[i].Words;
        return before.Length >= 60
            && before[^1] is not ('.' or '?' or '!' or ':')
            && words.Length < 30
            && char.IsLower(words[0])
            && words.Count(c => c == ' ') <= 2;
    }

    private static bool HasOwnWords(List<TextLine> lines)
    {
        var (own, _) = SignatureCutter.Cut([new("."), .. lines]);
        return own.Skip(1).Any(l => !l.IsBlank && !Separators.IsRule(l.Words));
    }

    private static bool IsQuestion(List<TextLine> quote)
    {
        var words = quote.FindAll(l => l.Words.Trim('>', ' ').Length > 0);
        return words.Count is > 0 and <= 6 && words[^1].Words.TrimEnd().EndsWith('?');
    }

    /// <summary>Somebody put arrows before what they say within the quote: “> --> Mieke van groep geel”.</summary>
    private static bool HasArrows(List<TextLine> lines, QuoteStart start)
    {
        for (var i = start.Content; i < lines.Count; i++)
        {
            if (lines[i].IsQuoted && Arrows.Begin(lines[i].Words.AsSpan().TrimStart("> ")))
                return true;
        }
        return false;
    }

    private static bool SaysLookBelow(List<TextLine> above, bool isMarked)
    {
        using var joined = new JoinedLines(CollectionsMarshal.AsSpan(above), stackalloc char[JoinedLines.OnStack]);
        return joined.Text.Length < 500 && (AnswersWithin.In(joined.Text) || (!isMarked && LookBelow.In(joined.Text)));
    }

    private static CutMail Made(
        List<TextLine> lines,
        List<TextLine> above,
        List<TextLine> below,
        QuoteStart? start,
        string whole
    )
    {
        var (own, signature) = SignatureCutter.Cut(above);
        if (below.Count > 0)
        {
            var (answers, more) = CutLast(below);
            if (own.Exists(l => !l.IsBlank) && !own[^1].IsBlank)
                own.Add(new(""));
            own.AddRange(answers);
            signature.AddRange(more);
        }
        return new(ReadableText.Text(own, whole), ReadableText.Text(signature), start, lines);
    }

    /// <summary>Only behind the last answer can a signature stand.</summary>
    private static (List<TextLine> Own, List<TextLine> Signature) CutLast(List<TextLine> below)
    {
        var last = below.FindLastIndex(l => l.IsQuoted) + 1;
        var (own, signature) = SignatureCutter.Cut(below[last..]);
        return ([.. below.Take(last), .. own], signature);
    }

    private static List<TextLine> WithoutBanner(List<TextLine> lines)
    {
        var start = lines.FindIndex(l => !l.IsBlank);
        if (start < 0)
            return lines;
        var end = lines.FindIndex(start, l => l.IsBlank);
        if (end < 0)
            return lines;
        using var joined = new JoinedLines(
            CollectionsMarshal.AsSpan(lines)[start..end],
            stackalloc char[JoinedLines.OnStack]
        );
        return Footers.IsBanner(joined.Text) ? lines[end..] : lines;
    }

    private static List<TextLine> Range(List<TextLine> lines, int start, int end) => lines[start..end];
}
