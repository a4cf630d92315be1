namespace ComplaintMailer.Mail.Reading.Quotes;

/// <summary>Where the quoted mail begins.</summary>
/// <param name="Line">The first line that is not the person's: a rule, a header, “Op … schreef …:”, or the quote itself.</param>
/// <param name="Content">The first line of the quoted words.</param>
/// <param name="Header">The quoted mail's own header, where there is one.</param>
/// <param name="IsForward">Its own words say that it is passed on.</param>
internal sealed record QuoteStart(int Line, int Content, QuotedHeader? Header, bool IsForward)
{
    /// <summary>Finds the first; null when nothing is quoted, or nothing surely is.</summary>
    public static QuoteStart? Find(List<TextLine> lines, ReplyContext context)
    {
        var hasWords = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.IsBlank)
                continue;
            if (At(lines, i, hasWords, context) is { } start)
                return start with { Line = WithRule(lines, start.Line) };
            hasWords = true;
        }
        return null;
    }

    private static QuoteStart? At(List<TextLine> lines, int i, bool hasWords, ReplyContext context)
    {
        var line = lines[i];
        var isForward = Separators.IsForward(line.Words);
        if (isForward || Separators.IsReply(line.Words))
        {
            if (QuotedHeader.BehindDashes(line.Words, i) is { } joined)
                return new(i, joined.End, joined, isForward);
            return Behind(lines, i, i + 1, isForward);
        }
        if (QuotedHeader.Read(lines, i) is { } header)
        {
            // A block at the very top of a mail that answers nothing and passes on nothing is a letter's own head, or a form.
            var isOurs = hasWords || context.IsReply || context.IsForward || line.Mark == LineMark.QuoteBegins;
            var isAnswer = context.IsReply || context.IsForward;
            if (isOurs && (isAnswer ? header.IsCertain : header.IsStrong) || line.Mark == LineMark.QuoteBegins)
                return new(i, header.End, header, false);
        }
        var end = Attribution.End(lines, i);
        if (end >= 0)
            return new(i, end, null, false);
        if (line.Mark == LineMark.QuoteBegins)
            return new(i, i, null, false);
        // Without a word about whose mail it is, “>” counts only in an answer: people set things apart with it too.
        if (line.IsQuoted && line.Mark != LineMark.Aside && context.IsReply)
            return new(i, i, null, false);
        return null;
    }

    /// <summary>Behind a line that announces a mail stands its header, if it has one.</summary>
    private static QuoteStart Behind(List<TextLine> lines, int start, int at, bool isForward)
    {
        for (var i = at; i < lines.Count && i < at + 4; i++)
        {
            if (lines[i].IsEmpty || Separators.IsRule(lines[i].Words))
                continue;
            if (QuotedHeader.Read(lines, i) is { } header)
                return new(start, header.End, header, isForward);
            var end = Attribution.End(lines, i);
            return new(start, end >= 0 ? end : i, null, isForward);
        }
        return new(start, at, null, isForward);
    }

    /// <summary>The rule that programs draw above belongs to what they quote.</summary>
    private static int WithRule(List<TextLine> lines, int line)
    {
        for (var i = line - 1; i >= 0 && i >= line - 3; i--)
        {
            if (Separators.IsRule(lines[i].Words))
                return i;
            if (!lines[i].IsBlank)
                break;
        }
        return line;
    }
}

/// <summary>What the header says about a mail, for judging what stands in it.</summary>
/// <param name="IsReply">It answers another: In-Reply-To, References or “Re:”.</param>
/// <param name="IsForward">Its subject says that it passes on another.</param>
internal readonly record struct ReplyContext(bool IsReply, bool IsForward);
